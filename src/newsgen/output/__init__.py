"""The output folder: claiming it, writing what differs, and pruning what newsgen no longer makes."""

from newsgen.output.files import file_of, url_of, write
from newsgen.output.folder import claim, has_all, prune, strays
from newsgen.output.links import BrokenLink, broken_links

__all__ = ["BrokenLink", "broken_links", "claim", "file_of", "has_all", "prune", "strays", "url_of", "write"]
