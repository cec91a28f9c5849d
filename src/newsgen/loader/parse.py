"""A seed's text to an article record: pure, no file is touched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsgen.loader.flaw import Flaw
from newsgen.loader.lexicon import lexicon_of
from newsgen.loader.reading import BODY_ROLES, Line, Reading, Role
from newsgen.loader.rules import RULES
from newsgen.model.article import Block, BlockKind, RelatedItem, SetAside
from newsgen.model.hints import NO_HINTS, Hints

_KINDS: dict[Role | None, BlockKind] = {
    Role.PARAGRAPH: "paragraph",
    Role.HEADING: "heading",
    Role.CAPTION: "caption",
}
# Their text stands in the record: in the body, in the title, in a related item.
_KEPT = BODY_ROLES | {Role.TITLE, Role.RELATED_TITLE, Role.RELATED_SOURCE, Role.RELATED_TEXT}


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text states, its body, and what is wrong with it."""

    title: str | None
    published: str | None
    source: str | None
    author: str | None
    categories: tuple[str, ...]
    tags: tuple[str, ...]
    body: tuple[Block, ...]
    related: tuple[RelatedItem, ...]
    converted: bool
    set_aside: tuple[SetAside, ...]
    flaws: tuple[Flaw, ...]


def read(text: str, hints: Hints = NO_HINTS, *, titled: bool = False, is_plain: bool = False) -> Reading:
    """Run every rule over `text` (cleaned, see text.letters) and return the lines with their roles.

    `titled`: its first line is the title that the document states by itself, and no rule has a say in that.
    `is_plain`: see text.letters.is_plain.
    """
    reading = Reading(text, lexicon_of(hints), is_plain=is_plain)
    if titled and reading.lines:
        reading.rule = "stated"
        reading.claim(reading.lines[0], Role.TITLE)
        reading.facts.title = reading.lines[0].text
    for rule in RULES:
        if rule.needs(reading):
            reading.rule = rule.name
            rule.apply(reading)
    return reading


def parse(text: str, hints: Hints = NO_HINTS, *, titled: bool = False, is_plain: bool = False) -> Parsed:
    """The record of a seed's `text`. Never raises: what cannot be read is a flaw or an absent fact."""
    reading = read(text, hints, titled=titled, is_plain=is_plain)
    facts, body = reading.facts, tuple(_blocks(reading.lines))
    if not any(block.kind in {"paragraph", "list"} for block in body):
        reading.flaw("body-missing", None, "the document has no running text", "see `newsgen inspect`")
    return Parsed(
        facts.title,
        facts.published,
        facts.source,
        facts.author,
        tuple(facts.categories),
        tuple(facts.tags),
        body,
        tuple(facts.related),
        facts.converted,
        tuple(_set_aside(reading.lines)),
        tuple(reading.flaws),
    )


def _set_aside(lines: list[Line]) -> Iterator[SetAside]:
    """The lines that the record has nowhere else; what is cut from before a paragraph is told as well."""
    for line in lines:
        if line.role not in _KEPT:
            yield SetAside(line.number, str(line.role), line.text)
        elif line.cut_off:
            yield SetAside(line.number, str(Role.BYLINE), line.cut_off)


def _blocks(lines: list[Line]) -> list[Block]:
    blocks: list[Block] = []
    items: list[str] = []
    for line in lines:
        if line.role is Role.ITEM:
            items.append(line.content)
        elif line.role in _KINDS:
            if items:
                blocks.append(Block("list", items=tuple(items)))
                items = []
            blocks.append(Block(_KINDS[line.role], line.content))
    return [*blocks, Block("list", items=tuple(items))] if items else blocks
