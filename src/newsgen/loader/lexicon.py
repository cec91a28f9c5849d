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
from newsgen.text.phrases import Found, SpellingPattern, any_of, parts_of

_COLON = r"\s*[:：]"
_COLON_OR_SPACE = r"(?:\s*(?P<colon>[:：])|(?!\w))"
# A person's label may be followed by a stroke or a dash, "بقلم" by the name itself.
_BEFORE_PERSON = r"(?:\s*[:：/]|\s+[-–—ـ]+\s|(?:(?<=بقلم)|(?<=بواسطه))\s)"
# A headline may be glued to "أيضا"; other labels end where a word ends.
_BEFORE_HEADLINE = r"(?:(?<=ا)|(?!\w))(?P<colon>\s*(?:[:：.…]+|[-–—]\s))?"
_NO_END = r"(?!\w)"
_WORD = re.compile(r"\w+")
_TO_FIRST_WORD = re.compile(r"\W*\w\S*")
_OPENING_LETTERS = 2
# The words with which lines begin return in every document.
_REMEMBERED = 16384


def _opening(text: str) -> str:
    """The first letters of `text`, folded."""
    word = _WORD.search(text)
    return fold(word[0])[:_OPENING_LETTERS] if word else ""


def _first_word(text: str) -> str:
    word = _WORD.search(fold(text))
    return word[0] if word else ""


class Label:
    """Phrases with which a line may begin; `value` of what is found is what follows them.

    `first_words` are those of the phrases, folded; what follows may be glued to those that are in `glued`.
    """

    def __init__(self, name: str, phrases: Iterable[str], end: str = _NO_END) -> None:
        phrases = tuple(phrases)
        self.name = name
        self.first_words = frozenset(map(_first_word, phrases))
        self.glued = tuple(word for word in self.first_words if end is _BEFORE_HEADLINE and word[-1:] == "ا")
        self._openings = frozenset(map(_opening, phrases))
        self._pattern = SpellingPattern(rf"\W*{any_of(phrases)}{end}\s*(?P<value>.*)")

    def may_open(self, text: str) -> bool:
        """Whether the first letters of `text`, without a mark between them, are those of a phrase."""
        return _opening(text) in self._openings

    def find(self, text: str) -> Found | None:
        """The label at the beginning of `text`, which may open with one."""
        return self._pattern.match(text)

    def match(self, text: str) -> Found | None:
        """The label at the beginning of `text`."""
        return self._pattern.match(text) if self.may_open(text) else None


class Lexicon:
    """The labels, names and lines by which the documents of one project are read."""

    def __init__(self, hints: Hints) -> None:
        self.names = Names(hints.outlets)
        self.bylines = Bylines(self.names)
        self.date = Label("date", (*labels.DATE_LABELS, *hints.phrases("date")), _COLON_OR_SPACE)
        self.source = Label("source", (*labels.SOURCE_LABELS, *hints.phrases("source")), _COLON_OR_SPACE)
        self.author = Label("author", (*labels.AUTHOR_LABELS, *hints.phrases("author")), _BEFORE_PERSON)
        self.tags = Label("tags", (*labels.TAG_LABELS, *hints.phrases("tags")), rf"(?:{_COLON}|\s*$)")
        self.category = Label("category", (*labels.CATEGORY_LABELS, *hints.phrases("category")), _COLON)
        self.related = Label("related", (*labels.RELATED_LABELS, *hints.phrases("related")), _BEFORE_HEADLINE)
        self.labels = (self.date, self.source, self.author, self.tags, self.category, self.related, UPDATE)
        self._of_word = _by_first_word((*self.labels, *_FIXED))
        self._labels_of_word = lru_cache(_REMEMBERED)(self._find_labels)
        self._ignored = _ignored(hints.ignore)

    def labels_of(self, text: str) -> tuple[Label, ...]:
        """The labels with which `text` may begin, by its first word: none for nearly every line."""
        end = text.find(" ")
        if end < 0 or text[0].isalpha():
            return self._labels_of_word(text[:end] if end > 0 else text)
        to_word = _TO_FIRST_WORD.match(text)
        return self._labels_of_word(to_word[0] if to_word else "")

    def _find_labels(self, text: str) -> tuple[Label, ...]:
        word = _first_word(text)
        glued = (label for label in self.labels if word.startswith(label.glued))
        found = dict.fromkeys((*self._of_word.get(word, ()), *glued))
        return tuple(label for label in found if label.may_open(text))

    @property
    def ignores(self) -> bool:
        """Whether there are lines that the project wants set aside."""
        return self._ignored is not None

    def is_ignored(self, text: str) -> bool:
        """Whether the project wants the line `text` set aside."""
        return self._ignored is not None and self._ignored.is_all(text)


def _by_first_word(labels: Iterable[Label]) -> dict[str, list[Label]]:
    found: dict[str, list[Label]] = {}
    for label in labels:
        for word in label.first_words:
            found.setdefault(word, []).append(label)
    return found


@lru_cache(maxsize=4)
def lexicon_of(hints: Hints) -> Lexicon:
    """The lexicon of a project with these hints."""
    return Lexicon(hints)


# What no project adds to.
UPDATE = Label("update", labels.UPDATE_LABELS, _COLON_OR_SPACE)
BARE_TAGS = Label("bare tags", labels.GLUED_TAG_LABELS)
RELATED_SECTION = Label("related section", labels.RELATED_SECTION_LABELS)
OWN_LINK = Label("own link", labels.OWN_LINK_LABELS)
FURNITURE_OPENING = Label("furniture opening", furniture.FURNITURE_OPENINGS)
FURNITURE_CALL = Label("furniture call", furniture.FURNITURE_CALLS)
PAGE_LABEL = Label("page label", furniture.PAGE_LABELS)
COMMENTS = Label("comments", furniture.COMMENTS)
COMMENTS_OR_FOOTER = Label("comments or footer", furniture.COMMENTS_AND_FOOTERS)
_FIXED = (
    BARE_TAGS,
    RELATED_SECTION,
    OWN_LINK,
    FURNITURE_OPENING,
    FURNITURE_CALL,
    PAGE_LABEL,
    COMMENTS,
    COMMENTS_OR_FOOTER,
)

CAPTION_MARK = SpellingPattern(
    rf"(?<!\w){any_of(labels.CAPTION_MARKS)}(?!\w)", parts_of(labels.CAPTION_MARKS)
)
CREDIT = SpellingPattern(
    rf"(?<!\w){any_of(labels.CREDITS)}\s?[:：]|[(\[](?:تصوير|عدسه)(?!\w)", parts_of(labels.CREDITS)
)


def _ignored(patterns: Iterable[str]) -> SpellingPattern | None:
    """A pattern for whole lines; "*" stands for anything."""
    lines = [_whole_line(pattern) for pattern in patterns]
    return SpellingPattern("|".join(f"(?:{line})" for line in lines)) if lines else None


def _whole_line(pattern: str) -> str:
    """Behind a star the nearest place of what follows is as good as any: no other is ever tried."""
    first, *rest = (any_of([piece]) for piece in pattern.split("*"))
    nearest = "".join(rf"(?>.*?{piece})" for piece in rest[:-1])
    return first + nearest + "".join(f".*{last}" for last in rest[-1:])
