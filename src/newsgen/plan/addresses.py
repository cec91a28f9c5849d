"""The site's address space: what belongs to newsgen's own pages and what is free for a project's files."""

from __future__ import annotations

import re

_RESERVED = re.compile(
    r"(?:index\.html|404\.html|feed\.xml|feed\.json|(?:news-)?sitemap(?:-[\w-]+)?\.xml"
    r"|\d{4}|undated|dates|tags|sources|authors|search|about|data)(?:/.*)?"
)


def is_reserved(name: str) -> bool:
    """Whether the file `name` ("tags/x/index.html") lies where newsgen writes its own pages."""
    return _RESERVED.fullmatch(name) is not None
