"""A saved web page as the lines of its article and what it states by itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from newsgen.loader.pages.stated import stated_fields
from newsgen.loader.pages.story import PageLine, find_story, iter_lines
from newsgen.loader.pages.tree import parse_html

_OPENING = re.compile(
    r"\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--[^<>]{0,200}-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"</(?:p|div|span|h[1-6]|ul|li|strong|b|a)>|<(?:p|br|img)\b[^<>]{0,300}>", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta\b[^<>]{0,300}?\bcharset\s{0,9}=\s{0,9}[\"']?([\w-]{1,40})", re.IGNORECASE)
# Browsers look no further for it either.
_PRESCANNED = 1024


@dataclass(frozen=True, slots=True)
class Page:
    """A page's article: its lines, and the fields (`columns.FIELDS`) that the page states."""

    lines: tuple[PageLine, ...]
    fields: Mapping[str, Any]


def read_page(html: str) -> Page:
    """The article of a whole page. Never raises."""
    root = parse_html(html)
    story = find_story(root)
    return Page(tuple(iter_lines(story)), stated_fields(root, story))


def read_fragment(html: str) -> tuple[PageLine, ...]:
    """The lines of a text that has markup in it, as a table's column may. Never raises."""
    return tuple(iter_lines(parse_html(html)))


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
