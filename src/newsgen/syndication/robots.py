"""robots.txt: all may be read, and where the sitemaps are."""

from __future__ import annotations

from collections.abc import Iterable


def robots_txt(sitemaps: Iterable[str]) -> bytes:
    """The file, with the absolute addresses of the sitemaps."""
    lines = ["User-agent: *", "Allow: /", *(f"Sitemap: {address}" for address in sitemaps)]
    return ("\n".join(lines) + "\n").encode()
