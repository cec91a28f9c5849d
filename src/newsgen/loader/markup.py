"""Whether a text is a web page's source, and what it says of its encoding: without parsing it."""

from __future__ import annotations

import re

_OPENING = re.compile(
    r"\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--[^<>]{0,200}-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"</(?:p|div|span|h[1-6]|ul|li|strong|b|a)>|<(?:p|br|img)\b[^<>]{0,300}>", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta\b[^<>]{0,300}?\bcharset\s{0,9}=\s{0,9}[\"']?([\w-]{1,40})", re.IGNORECASE)
# Browsers look no further for it either.
_PRESCANNED = 1024


def looks_like_html(text: str) -> bool:
    """Whether `text` is a whole web page's source."""
    return bool(_OPENING.match(text))


def has_markup(text: str) -> bool:
    """Whether `text` is a piece of a web page's source."""
    return bool(_MARKUP.search(text))


def declared_encoding(data: bytes) -> str | None:
    """The encoding that the page's own <meta> names, as it writes it, or None."""
    found = _CHARSET.search(data, 0, _PRESCANNED)
    return found[1].decode("ascii").lower() if found else None
