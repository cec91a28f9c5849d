"""The archive: what newsgen holds, catalogued in SQLite. It knows no HTML and parses no documents."""

from newsgen.archive.catalogue import Archive
from newsgen.archive.entry import Entry, entry_of
from newsgen.archive.records import article_from_json, article_to_json, public_record

__all__ = ["Archive", "Entry", "article_from_json", "article_to_json", "entry_of", "public_record"]
