"""Notices: what workers make of an article beside its page, for the files of many articles."""

from __future__ import annotations

from newsgen.archive.notices import Notice
from newsgen.metadata import w3c_date
from newsgen.model.pages import ArticlePage
from newsgen.model.site import Site
from newsgen.opendata import FACTS, csv_row
from newsgen.render.story import feed_html
from newsgen.syndication import atom_entry


def notice_of(page: ArticlePage, size: int, site: Site) -> Notice:
    """The notice of a page's article, whose record has `size` bytes."""
    article, citation = page.article, page.citation
    stated = article.updated or article.published
    content = feed_html(article, site.base_url) if site.feed_text == "full" else None
    return Notice(
        sha256=article.sha256,
        lastmod=w3c_date(stated) if stated else "",
        size=size,
        row=csv_row(article, page.url, (), FACTS).encode() if "csv" in site.data else b"",
        bibtex=citation.bibtex.encode() if citation else b"",
        csl=citation.csl.encode() if citation else b"",
        entry=atom_entry(article, page.url, site, content).encode(),
    )
