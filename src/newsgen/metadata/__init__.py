"""An article as other systems want it described: identifiers, citations, and what stands in a page's head.

identifiers   tag URIs, permalinks
moments       stated dates as RFC 3339 and W3C-DTF want them
citations     one article as BibTeX, RIS, CSL-JSON and prose
linked        JSON-LD by schema.org

Pure functions on records; several rooms describe articles, so this one lies below them all.
"""

from newsgen.metadata.citations import cite, cite_in_arabic, cite_in_english
from newsgen.metadata.identifiers import TAG_URI, archive_id, article_id, base_path, permalink
from newsgen.metadata.linked import article_graph, page_graph
from newsgen.metadata.moments import rfc3339, w3c_date

__all__ = [
    "TAG_URI",
    "archive_id",
    "article_graph",
    "article_id",
    "base_path",
    "cite",
    "cite_in_arabic",
    "cite_in_english",
    "page_graph",
    "permalink",
    "rfc3339",
    "w3c_date",
]
