"""The phrasebook and a project's hints, compiled into what the rules of the loader ask."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from newsgen.loader.bylines import Bylines
from newsgen.loader.names import Names
from newsgen.loader.phrasebook import furniture, labels
from newsgen.model.hints import Hints
from newsgen.text.fold import fold
from newsgen.text.phrases import Found, SpellingPattern, any_of

_COLON = r"\s*[:：]"
_COLON_OR_SPACE = r"(?:\s*(?P<colon>[:：])|(?!\w))"
# A person's label may be followed by a stroke or a dash, "بقلم" by the name itself.
_BEFORE_PERSON = r"(?:\s*[:：/]|\s+[-–—ـ]+\s|(?:(?<=بقلم)|(?<=بواسطه))\s)"
# A headline may be glued to "أيضا"; other labels end where a word ends.
_BEFORE_HEADLINE = r"(?:(?<=ا)|(?!\w))(?P<colon>\s*(?:[:：.…]+|[-–—]\s))?"
_NO_END = r"(?!\w)"
_OPENING = re.compile(r"\w+")
OPENING_LETTERS = 2


def opening(text: str) -> str:
    """The first letters of `text`, folded: what a line is asked before a pattern is tried on it."""
    word = _OPENING.search(text)
    return fold(word[0])[:OPENING_LETTERS] if word else ""


class Label:
    """Phrases with which a line may begin; `value` of what is found is what follows them."""

    def __init__(self, phrases: Iterable[str], end: str = _NO_END) -> None:
        phrases = tuple(phrases)
        self._openings = frozenset(opening(phrase) for phrase in phrases)
        self._pattern = SpellingPattern(rf"\W*{any_of(phrases)}{end}\s*(?P<value>.*)")

    def match(self, text: str, opens_with: str | None = None) -> Found | None:
        """The label at the beginning of `text`; `opens_with` is `opening(text)` where it is known already."""
        if (opening(text) if opens_with is None else opens_with) not in self._openings:
            return None
        return self._pattern.match(text)


class Lexicon:
    """The labels, names and lines by which the documents of one project are read."""

    def __init__(self, hints: Hints) -> None:
        self.names = Names(hints.outlets)
        self.bylines = Bylines(self.names)
        self.date = Label((*labels.DATE_LABELS, *hints.phrases("date")), _COLON_OR_SPACE)
        self.source = Label((*labels.SOURCE_LABELS, *hints.phrases("source")), _COLON_OR_SPACE)
        self.author = Label((*labels.AUTHOR_LABELS, *hints.phrases("author")), _BEFORE_PERSON)
        self.tags = Label((*labels.TAG_LABELS, *hints.phrases("tags")), rf"(?:{_COLON}|\s*$)")
        self.category = Label((*labels.CATEGORY_LABELS, *hints.phrases("category")), _COLON)
        self.related = Label((*labels.RELATED_LABELS, *hints.phrases("related")), _BEFORE_HEADLINE)
        self.labels = (self.date, self.source, self.author, self.tags, self.category, self.related, UPDATE)
        self._ignored = _ignored(hints.ignore)

    def is_ignored(self, text: str) -> bool:
        """Whether the project wants the line `text` set aside."""
        return self._ignored is not None and self._ignored.is_all(text)


@lru_cache(maxsize=4)
def lexicon_of(hints: Hints) -> Lexicon:
    """The lexicon of a project with these hints."""
    return Lexicon(hints)


# What no project adds to.
UPDATE = Label(labels.UPDATE_LABELS, _COLON_OR_SPACE)
BARE_TAGS = Label(labels.GLUED_TAG_LABELS, _NO_END)
RELATED_SECTION = Label(labels.RELATED_SECTION_LABELS)
OWN_LINK = Label(labels.OWN_LINK_LABELS)
FURNITURE_OPENING = Label(furniture.FURNITURE_OPENINGS)
FURNITURE_CALL = Label(furniture.FURNITURE_CALLS)
PAGE_LABEL = Label(furniture.PAGE_LABELS)
COMMENTS = Label(furniture.COMMENTS)
COMMENTS_OR_FOOTER = Label(furniture.COMMENTS_AND_FOOTERS)

CAPTION_MARK = SpellingPattern(rf"(?<!\w){any_of(labels.CAPTION_MARKS)}(?!\w)")
CREDIT = SpellingPattern(rf"(?<!\w){any_of(labels.CREDITS)}\s?[:：]|[(\[](?:تصوير|عدسه)(?!\w)")


def _ignored(patterns: Iterable[str]) -> SpellingPattern | None:
    """A pattern for whole lines; "*" stands for anything."""
    lines = [_whole_line(pattern) for pattern in patterns]
    return SpellingPattern("|".join(f"(?:{line})" for line in lines)) if lines else None


def _whole_line(pattern: str) -> str:
    """Behind a star the nearest place of what follows is as good as any: no other is ever tried."""
    first, *rest = (any_of([piece]) for piece in pattern.split("*"))
    nearest = "".join(rf"(?>.*?{piece})" for piece in rest[:-1])
    return first + nearest + "".join(f".*{last}" for last in rest[-1:])
