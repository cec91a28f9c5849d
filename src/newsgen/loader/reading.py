"""The state of one document while it is read: its lines, what each was taken for, and the facts found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from newsgen.loader.flaw import Flaw
from newsgen.model.article import RelatedItem
from newsgen.text.fold import key

# How a sentence ends: a stop, or the mark that closes what was quoted.
SENTENCE_ENDS = (".", "!", "؟", "?", "…", "»", "”", '"', "'", ")", "]")
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


class Line:
    """One line, or one part of a line that two things were glued into.

    `number` is its line in the file, `text` what stands there with single spaces, `content` what of it is
    published; `role` is None until a rule claims the line, `rule` that rule's name. `word_count` and
    `is_prose` are asked by nearly every rule, so they are found once.
    """

    __slots__ = ("content", "is_prose", "number", "role", "rule", "text", "word_count")

    def __init__(self, number: int, words: list[str]) -> None:
        self.number = number
        self.text = self.content = " ".join(words)
        self.role: Role | None = None
        self.rule = ""
        self.word_count = len(words)
        # Running text rather than a headline: a sentence that ends, or a line too long for a headline.
        self.is_prose = self.word_count > _LONG_LINE_WORDS or (
            self.word_count >= _PROSE_WORDS and self.text.endswith(SENTENCE_ENDS)
        )


@dataclass(slots=True)
class Facts:
    """What the document states. None: it does not say."""

    title: str | None = None
    published: str | None = None
    dated: bool = False
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
        for number, raw in enumerate(text.split("\n"), start=1):
            if words := raw.split():
                self.lines.append(Line(number, words))

    def unclaimed(self) -> Iterator[tuple[int, Line]]:
        """The lines that no rule has claimed yet, with their places in `lines`."""
        for place, line in enumerate(self.lines):
            if line.role is None:
                yield place, line

    def head(self) -> Iterator[tuple[int, Line]]:
        """The unclaimed lines above the first running text, with their places in `lines`."""
        for place in range(self.head_end):
            if self.lines[place].role is None:
                yield place, self.lines[place]

    def claim(self, line: Line, role: Role, content: str | None = None) -> None:
        """Take `line` for `role`; `content` is what of it is published, where that is not the whole line."""
        line.role, line.rule = role, self.rule
        if content is not None:
            line.content = content

    def split(self, place: int, at: int) -> Line:
        """Divide the line at `place` before its character `at` and return its first part."""
        whole = self.lines[place]
        parts = [Line(whole.number, half.split()) for half in (whole.text[:at], whole.text[at:])]
        self.lines[place : place + 1] = parts
        return parts[0]

    def flaw(self, code: str, line: int | None, message: str, hint: str = "") -> None:
        """Record a problem of the document."""
        self.flaws.append(Flaw(code, line, message, hint))

    @property
    def head_end(self) -> int:
        """The place of the first line of running text: what stands before it is the document's head.

        It moves as rules claim lines, and finding it looks at the whole head: ask once, not for each line.
        """
        for place, line in enumerate(self.lines):
            if line.role in {None, Role.PARAGRAPH} and line.is_prose:
                return place
        return len(self.lines)

    def body_keys(self) -> list[str]:
        """The folded words of the title and of every line of the body, a string each."""
        texts = [line.content for line in self.lines if line.role in BODY_ROLES or line.role is None]
        return [key(text) for text in [self.facts.title or "", *texts]]
