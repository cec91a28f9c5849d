"""The state of one document while it is read: its lines, what each was taken for, and the facts found."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from newsgen.loader.bylines import Byline
from newsgen.loader.flaw import Flaw
from newsgen.loader.lexicon import Label, Lexicon
from newsgen.loader.phrasebook.outlets import NOBODY
from newsgen.loader.phrasebook.words import OPEN_ENDS
from newsgen.model.article import RelatedItem
from newsgen.text.fold import key
from newsgen.text.letters import unmarked
from newsgen.text.phrases import Found

# How a sentence ends: a stop, or the mark that closes what was quoted.
SENTENCE_ENDS = (".", "!", "؟", "?", "…", "»", "”", '"', "'", ")", "]")
_PROSE_ENDS = (*SENTENCE_ENDS, ":")
_PROSE_WORDS = 12
ARABIC = re.compile(r"[\u0621-\u064a\u066e-\u06d3]")
# Between an outlet's name and a title.
BAR = re.compile("[|»›]")
SPACED_DASH = re.compile(r"\s+[-–—|]+\s+|(?<=[^\W\d_])[-–—]\s+|\s+[-–—](?=[^\W\d_])")
# A bullet stands before a word or, with a space between, before a number: "-5" is five below zero.
BULLET = re.compile(r"(?P<mark>[•*▪●◦‣∙·■□–—-])(?:\s*(?=[^\W\d_«\"“(])|\s+(?=\d))")
# What is left of a line break where a page was flattened: three spaces or more behind a sentence.
_WIDE_GAP = re.compile(r"(?<=[.!؟»”\")])\s{3,}(?=\S)")
_SPACES = re.compile("  +")
_LONG_LINE_WORDS = 25
# No page has more lines above its article; a document of lines without a sentence is all body.
_LONGEST_HEAD = 150


def leads_on(text: str) -> bool:
    """Whether more has to follow the last word of `text`: it goes on on the next line, or was cut."""
    return unmarked(text.rsplit(" ", 1)[-1]) in OPEN_ENDS


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
    published and `cut_off` the dateline before that; `role` is None until a rule claims the line, `rule` that
    rule's name. `labels` are those with which it may begin. `word_count`, `is_prose` and the labels are asked
    for by nearly every rule, so they are found once.
    """

    __slots__ = (
        "content",
        "cut_off",
        "is_prose",
        "labels",
        "number",
        "role",
        "rule",
        "text",
        "word_count",
    )

    def __init__(self, number: int, text: str, labels: tuple[Label, ...]) -> None:
        self.number = number
        self.text = self.content = text
        self.labels = labels
        self.cut_off = ""
        self.role: Role | None = None
        self.rule = ""
        self.word_count = text.count(" ") + 1 if text else 0
        if "ـ" in text:  # a stroke of its own is a dash
            self.word_count -= text.split(" ").count("ـ")
        # Running text rather than a headline: a sentence that ends, or a line too long for a headline.
        self.is_prose = self.word_count > _LONG_LINE_WORDS or (
            self.word_count >= _PROSE_WORDS and text.endswith(_PROSE_ENDS)
        )

    def begins_with(self, label: Label) -> Found | None:
        """The label at the line's beginning, with the group `value` for what follows it."""
        return label.find(self.text) if label in self.labels else None


@dataclass(slots=True)
class Facts:
    """What the document states. None: it does not say."""

    title: str | None = None
    published: str | None = None
    dated: bool = False
    converted: bool = False
    source: str | None = None
    author: str | None = None
    masthead: str | None = None
    nobody: str | None = None
    site_name: str | None = None
    is_listing: bool = False
    categories: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    related: list[RelatedItem] = field(default_factory=list)

    def take_names(self, named: Byline) -> None:
        """Fill in what a byline names, where nothing is known yet."""
        if named.outlet and key(named.outlet) in NOBODY:
            self.nobody = self.nobody or named.outlet
        else:
            self.source = self.source or named.outlet
        if named.people:
            self.author = self.author or "، ".join(named.people)


class Reading:
    """One document being read: rules claim its lines and fill in its facts.

    `text` is the document as it was given, `is_plain` as `text.letters` has it. What the rules may look
    for is known at any time: `labels` are the names of all labels with which a line may begin, `roles` all
    that lines have been claimed for, and `short_left` is the number of unclaimed lines that are no running
    text.
    """

    def __init__(self, text: str, lexicon: Lexicon, *, is_plain: bool = False) -> None:
        self.text = text
        self.is_plain = is_plain
        self.lexicon = lexicon
        self.names = lexicon.names
        self.read_byline = lexicon.bylines.read
        self.labels: set[str] = set()
        self.roles: set[Role] = set()
        self.short_left = 0
        self.lines: list[Line] = []
        self.facts = Facts()
        self.flaws: list[Flaw] = []
        self.rejections: dict[int, list[str]] = {}
        self.rule = ""
        for number, raw in enumerate(text.split("\n"), start=1):
            line = raw.strip()
            if "  " in line:
                parts = _WIDE_GAP.split(line) if "   " in line else (line,)
                self.lines.extend(self._line(number, _SPACES.sub(" ", part).strip()) for part in parts)
            elif line:
                self.lines.append(self._line(number, line))

    def _line(self, number: int, text: str) -> Line:
        line = Line(number, text, self.lexicon.labels_of(text))
        if line.labels:
            self.labels.update(label.name for label in line.labels)
        self.short_left += not line.is_prose
        return line

    def unclaimed(self) -> list[tuple[int, Line]]:
        """The lines that no rule has claimed yet, with their places in `lines`."""
        return [(place, line) for place, line in enumerate(self.lines) if line.role is None]

    def first_unclaimed(self) -> tuple[int, Line] | None:
        """The first of them."""
        return next(((place, line) for place, line in enumerate(self.lines) if line.role is None), None)

    def labelled(self) -> list[tuple[int, Line]]:
        """The unclaimed lines that may begin with a label, with their places in `lines`."""
        return [(place, line) for place, line in enumerate(self.lines) if line.labels and line.role is None]

    def head(self) -> list[tuple[int, Line]]:
        """The unclaimed lines above the first running text, with their places in `lines`."""
        above = self.lines[: self.head_end]
        return [(place, line) for place, line in enumerate(above) if line.role is None]

    def claim(self, line: Line, role: Role, content: str | None = None) -> None:
        """Take `line` for `role`; `content` is what of it is published, where that is not the whole line."""
        self.short_left -= line.role is None and not line.is_prose
        self.roles.add(role)
        line.role, line.rule = role, self.rule
        if content is not None:
            line.content = content

    def reject(self, line: Line, role: Role, reason: str) -> None:
        """Note why a rule has not taken `line` for `role`, for whoever asks how the document was read."""
        told = f"not {role}: {reason}"
        noted = self.rejections.setdefault(line.number, [])
        if told not in noted:
            noted.append(told)

    def split(self, place: int, *cuts: int) -> Line:
        """Divide the line at `place` before its characters `cuts`, in order, and return its first part."""
        whole = self.lines[place]
        ends = pairwise((0, *cuts, len(whole.text)))
        parts = [self._line(whole.number, whole.text[start:end].strip()) for start, end in ends]
        if whole.content != whole.text:
            parts[0].content = parts[0].text.removeprefix(whole.text.removesuffix(whole.content))
        self._replace(slice(place, place + 1), parts)
        return parts[0]

    def join(self, places: slice) -> None:
        """Make one line of those at `places`; it keeps the first one's number."""
        lines = self.lines[places]
        self._replace(places, [self._line(lines[0].number, " ".join(line.text for line in lines))])

    def _replace(self, places: slice, lines: list[Line]) -> None:
        self.short_left -= sum(line.role is None and not line.is_prose for line in self.lines[places])
        self.lines[places] = lines

    def flaw(self, code: str, line: int | None, message: str, hint: str = "") -> None:
        """Record a problem of the document."""
        self.flaws.append(Flaw(code, line, message, hint))

    @property
    def head_end(self) -> int:
        """The place of the first line of running text: what stands before it is the document's head.

        It moves as rules claim lines, and finding it looks at the whole head: ask once, not for each line.
        """
        for place, line in enumerate(self.lines[:_LONGEST_HEAD]):
            if line.is_prose and (line.role is None or line.role is Role.PARAGRAPH):
                return place
        return min(len(self.lines), _LONGEST_HEAD)

    def body_texts(self) -> list[str]:
        """The title and every line of the body."""
        texts = (line.content for line in self.lines if line.role in BODY_ROLES or line.role is None)
        return [self.facts.title or "", *texts]

    def body_keys(self) -> list[str]:
        """The folded words of the title and of every line of the body, a string each."""
        return [key(text) for text in self.body_texts()]
