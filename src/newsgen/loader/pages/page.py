"""A saved web page as the lines of its article and what it states by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from newsgen.loader.pages.stated import stated_fields
from newsgen.loader.pages.story import PageLine, find_story, iter_lines
from newsgen.loader.pages.tree import parse_html


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
