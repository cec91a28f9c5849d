"""The state of one document while it is read: its lines, what each was taken for, and the facts found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from newsgen.loader.flaw import Flaw
from newsgen.model.article import RelatedItem
from newsgen.text.fold import key

_SENTENCE_END = re.compile(r"[.!؟?…»”\"')\]]\s*$")
_PROSE_WORDS = 12
_LONG_LINE_WORDS = 25


class Role(StrEnum):
    """What a line of a document is."""

    MASTHEAD = "masthead"
    CATEGORY = "category"
    TITLE = "title"
    DATE = "date"
    SOURCE = "source"
    BYLINE = "byline"
    TAGS = "tags"
    CAPTION = "caption"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "list item"
    RELATED_LABEL = "related: label"
    RELATED_TITLE = "related: title"
    RELATED_SOURCE = "related: source"
    RELATED_TEXT = "related: text"
    FURNITURE = "page furniture"


BODY_ROLES = frozenset({Role.PARAGRAPH, Role.HEADING, Role.ITEM, Role.CAPTION})


@dataclass(slots=True, eq=False)
class Line:
    """One line, or one part of a line that two things were glued into.

    `number` is its line in the file, `text` what stands there, `content` what of it is published; `role` is
    None until a rule claims the line, `rule` that rule's name.
    """

    number: int
    text: str
    content: str
    role: Role | None = None
    rule: str = ""
    spaced: bool = False
    """An empty line stands before it."""

    @property
    def words(self) -> list[str]:
        """The line's words as they stand."""
        return self.text.split()

    @property
    def is_prose(self) -> bool:
        """Running text rather than a headline: a sentence that ends, or a line too long for a headline."""
        count = len(self.text.split())
        return count > _LONG_LINE_WORDS or (count >= _PROSE_WORDS and bool(_SENTENCE_END.search(self.text)))


@dataclass(slots=True)
class Facts:
    """What the document states. None: it does not say."""

    title: str | None = None
    published: str | None = None
    source: str | None = None
    author: str | None = None
    masthead: str | None = None
    categories: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    related: list[RelatedItem] = field(default_factory=list)


class Reading:
    """One document being read: rules claim its lines and fill in its facts."""

    def __init__(self, text: str) -> None:
        self.lines: list[Line] = []
        self.facts = Facts()
        self.flaws: list[Flaw] = []
        self.rule = ""
        spaced = False
        for number, raw in enumerate(text.split("\n"), start=1):
            if stripped := raw.strip():
                self.lines.append(Line(number, stripped, stripped, spaced=spaced))
            spaced = not stripped

    def unclaimed(self) -> Iterator[tuple[int, Line]]:
        """The lines that no rule has claimed yet, with their places in `lines`."""
        for place, line in enumerate(self.lines):
            if line.role is None:
                yield place, line

    def head(self) -> Iterator[tuple[int, Line]]:
        """The unclaimed lines above the first running text, with their places in `lines`."""
        end = self.head_end
        return ((place, line) for place, line in self.unclaimed() if place < end)

    def claim(self, line: Line, role: Role, content: str | None = None) -> None:
        """Take `line` for `role`; `content` is what of it is published, where that is not the whole line."""
        line.role, line.rule = role, self.rule
        if content is not None:
            line.content = content

    def split(self, place: int, at: int) -> Line:
        """Divide the line at `place` before its character `at` and return the new line behind it."""
        line = self.lines[place]
        tail = line.text[at:].strip()
        line.text = line.content = line.text[:at].strip()
        new = Line(line.number, tail, tail)
        self.lines.insert(place + 1, new)
        return new

    def flaw(self, code: str, line: int | None, message: str, hint: str = "") -> None:
        """Record a problem of the document."""
        self.flaws.append(Flaw(code, line, message, hint))

    @property
    def head_end(self) -> int:
        """The place of the first line of running text: what stands before it is the document's head."""
        for place, line in enumerate(self.lines):
            if line.role in {None, Role.PARAGRAPH} and line.is_prose:
                return place
        return len(self.lines)

    def body_keys(self) -> list[str]:
        """The folded words of the title and of every line of the body, a string each."""
        texts = [line.content for line in self.lines if line.role in BODY_ROLES or line.role is None]
        return [key(text) for text in [self.facts.title or "", *texts]]
