"""Names that stay: tag URIs of the archive and what is in it (RFC 4151), and permalinks."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

from newsgen.model.site import Site

# "tag:" authority "," date ":" specific, as RFC 4151, section 2.1, has them.
TAG_URI = re.compile(
    r"tag:(?:[A-Za-z0-9._-]+@)?[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?"
    r",\d{4}(?:-\d{2}(?:-\d{2})?)?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?%]*"
)
# The first day of this year is the date in every tag URI that is not stated: newsgen is not older.
_YEAR = 2026
_NOT_IN_ADDRESSES = re.compile("[^A-Za-z0-9_.~/-]+")
# What the specific part may hold as it is.
_SPECIFIC = "/%-._~!$&'()*+,;=:@"
# Reserved for names that never exist (RFC 2606): an archive without an address has no authority to name.
_NOBODY = "newsgen.invalid"


def archive_id(site: Site) -> str:
    """The archive's tag URI, with which all others begin: stated, or made of the host and path of `base_url`.

    An archive that moves keeps its identifiers by stating the one that it had.
    """
    return site.identifier.rstrip("/") or _derived(site.base_url)


@lru_cache(maxsize=16)
def _derived(base_url: str) -> str:
    parts = urlsplit(base_url)
    host = (parts.hostname or _NOBODY).encode("idna").decode()
    path = quote(parts.path.rstrip("/"), safe=_SPECIFIC)
    return f"tag:{host},{_YEAR}:{path}"


def article_id(site: Site, ident: str) -> str:
    """The tag URI of the article whose record has the id `ident`."""
    return f"{archive_id(site)}/{ident}"


def base_path(base_url: str) -> str:
    """The path part of the site's address, "/" where there is none or the address is not known."""
    return urlsplit(base_url).path or "/"


# A page names its own address some times, and the terms' addresses stand on many pages.
@lru_cache(maxsize=4096)
def encoded(url: str) -> str:
    """An address inside the site, percent-encoded as RFC 3986 has it."""
    return _NOT_IN_ADDRESSES.sub(_octets, url)


# urllib's own takes five times as long.
def _octets(found: re.Match[str]) -> str:
    return "%" + found[0].encode().hex("%").upper()


def permalink(base_url: str, url: str) -> str:
    """The address of the page at `url`, percent-encoded; `base_url` ends in a slash."""
    return base_url + encoded(url)
