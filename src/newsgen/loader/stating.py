"""Laying what a document states by itself over what was read from its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from newsgen.loader.correction import Stated
from newsgen.loader.flaw import Flaw
from newsgen.loader.material import Material
from newsgen.loader.parse import Parsed
from newsgen.model.article import Block, BlockKind
from newsgen.text.fold import has_key, key

_ONE_NAME = re.compile(r"[^\W\d_][\w.'’]*(?: [\w.'’]+){0,5}")


def with_stated(parsed: Parsed, material: Material) -> Parsed:
    """`parsed`, read from the text of `material`, with what the document states: its facts, kinds of lines.

    A byline that no rule could read is the author's name if it is one name; else it stays in the body.
    """
    if material.own_lines:
        return parsed
    stated: Stated = {
        **material.facts.stated,
        "title": _without_outlet(material.facts.stated.get("title"), parsed),
    }
    body, byline = _with_first_line(parsed, material), material.facts.byline
    if body and body[0].text == byline and _ONE_NAME.fullmatch(byline):
        stated, body = {"author": byline, **stated}, body[1:]
    published = stated.get("published", parsed.published)
    flaws = (
        replace(flaw, line=None)
        for flaw in parsed.flaws
        if not _is_answered(flaw, stated["title"], published)
    )
    return replace(parsed, **stated, body=tuple(_as_marked(body, material.kinds)), flaws=tuple(flaws))


def _without_outlet(stated: str | None, parsed: Parsed) -> str | None:
    """The stated title, as a rule has it that found an outlet's name before or behind it."""
    found = parsed.title
    if stated is None or (found and (stated.startswith(found) or stated.endswith(found))):
        return found
    return stated


def _with_first_line(parsed: Parsed, material: Material) -> tuple[Block, ...]:
    """The body without the stated title, and with the line that a rule took for the title instead of it."""
    title, found = key(material.facts.stated.get("title") or ""), parsed.title
    if not title:
        return parsed.body
    body = tuple(block for block in parsed.body if not has_key(block.text, title))
    return (Block("paragraph", found), *body) if found and key(found) not in title else body


def _as_marked(body: Sequence[Block], kinds: Mapping[str, BlockKind]) -> Iterator[Block]:
    """The body with its paragraphs as headings, captions, quotes and lists where the document has them so."""

    def kind(block: Block) -> BlockKind:
        return kinds.get(block.text, block.kind) if block.kind != "list" else "list"

    for found, run in groupby(body, kind):
        blocks = list(run)
        if found == "list":
            items = (item for block in blocks for item in (block.items or (block.text,)))
            yield Block("list", items=tuple(items))
        else:
            yield from (block if block.kind == found else replace(block, kind=found) for block in blocks)


def _is_answered(flaw: Flaw, title: str | None, published: str | None) -> bool:
    """Whether the document states elsewhere what was missed in its text."""
    return (flaw.code == "title-missing" and bool(title)) or (
        flaw.code == "date-impossible" and bool(published)
    )
