"""Addresses: relative inside the site, absolute only for the canonical link."""

from __future__ import annotations

from urllib.parse import quote, urlsplit


def root_from(url: str) -> str:
    """The prefix that leads from the page at `url` to the site's root: "" gives "./", "a/b/" "../../"."""
    return "../" * url.count("/") or "./"


def canonical(base_url: str, url: str) -> str:
    """The permalink of the page at `url`, percent-encoded."""
    return base_url + quote(url)


def base_path(base_url: str) -> str:
    """The path part of the site's address, "/" where there is none or the address is not known."""
    return urlsplit(base_url).path or "/"


def is_web_address(url: str | None) -> bool:
    """Whether a link to `url` may stand in a page: http or https with a host, nothing that can run."""
    if url is None:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)
