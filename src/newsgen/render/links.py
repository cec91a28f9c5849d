"""Links inside the site: relative, from wherever a page is."""

from __future__ import annotations

import re
from posixpath import normpath
from urllib.parse import urlsplit

from markupsafe import Markup

from newsgen.render.markup import mark

# In HTML made from Markdown every "<" opens a tag, and no value holds a quotation mark.
_REFERENCE = re.compile(r'(<(?:a|img) [^>]*?(?:href|src)=")([^"?#]+)')
_LEADS_OUTSIDE = re.compile(r"//|[A-Za-z][A-Za-z0-9+.-]*:")


def root_from(url: str) -> Markup:
    """The prefix that leads from the page at `url` to the site's root: "" gives "./", "a/b/" "../../"."""
    return mark("../" * url.count("/") or "./")


def from_root(html: str, root: str) -> Markup:
    """The safe `html` of a block, its relative links counted from the site's root, to which `root` leads.

    "images/a.png" and "/images/a.png" are the same file of the site; "../" leads no further up than its root.
    Addresses with a scheme or a host, and those of a place in the page itself, stay as they are.
    """

    def counted(found: re.Match[str]) -> str:
        tag, path = found.groups()
        if _LEADS_OUTSIDE.match(path):
            return found[0]
        inside = normpath(f"/{path}").lstrip("/")
        return f"{tag}{root}{inside}{'/' if inside and path.endswith(('/', '/.', '/..')) else ''}"

    return Markup(_REFERENCE.sub(counted, html))  # noqa: S704  nothing is added but the way to the root


def is_web_address(url: str | None) -> bool:
    """Whether a link to `url` may stand in a page: http or https with a host, nothing that can run."""
    if url is None:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)
