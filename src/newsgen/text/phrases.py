"""Fixed phrases found in running text, however their letters are spelled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from newsgen.text.fold import fold, folded_places

# A line is asked by many rules, one behind another.
_folded = lru_cache(maxsize=256)(fold)


def any_of(phrases: Iterable[str]) -> str:
    """A piece of a `SpellingPattern` that is any of `phrases`; the longest wins."""
    longest_first = sorted({fold(phrase) for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first) + ")"


def parts_of(phrases: Iterable[str]) -> tuple[str, ...]:
    """As few pieces as possible, folded, of which every text has one that has any of `phrases`."""
    longest = sorted(
        {max(fold(phrase).split(), key=len) for phrase in phrases}, key=lambda word: (len(word), word)
    )
    kept: list[str] = []
    for word in longest:
        if not any(piece in word for piece in kept):
            kept.append(word)
    return tuple(kept)


class Found:
    """What a `SpellingPattern` found, with its places in the text as it stands."""

    def __init__(self, text: str, match: re.Match[str]) -> None:
        self._text, self._match = text, match
        self._places: Sequence[int] | None = None

    def start(self, group: str | int = 0) -> int:
        """Where the group begins in the text."""
        return self._place(self._match.start(group))

    def end(self, group: str | int = 0) -> int:
        """Where the group ends in the text."""
        return self._place(self._match.end(group))

    def __getitem__(self, group: str | int) -> str:
        """The group as it stands in the text; "" where it is not part of what was found."""
        return self._text[self.start(group) : self.end(group)] if self._match[group] else ""

    def _place(self, folded: int) -> int:
        if self._places is None:
            self._places = folded_places(self._text, self._match.string)
        return self._places[folded]


class SpellingPattern:
    """A regular expression for folded text (`text.fold`), which finds in text as it stands, marks and all.

    `parts`: pieces of folded text, one of which is in all that it finds. A text without any is not searched:
    most texts have none, and looking for them takes a tenth of the time.
    """

    def __init__(self, pattern: str, parts: tuple[str, ...] = ()) -> None:
        self._written, self._parts = pattern, parts

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # Compiling all that a project may never ask for would cost every command a tenth of a second.
        return re.compile(self._written)

    def is_in(self, text: str) -> bool:
        """Whether it is found anywhere in `text`."""
        folded = _folded(text)
        return self._may_be_in(folded) and self._pattern.search(folded) is not None

    def is_all(self, text: str) -> bool:
        """Whether it is the whole of `text`."""
        return self._pattern.fullmatch(_folded(text)) is not None

    def match(self, text: str) -> Found | None:
        """What is found at the beginning of `text`."""
        match = self._pattern.match(_folded(text))
        return Found(text, match) if match else None

    def finditer(self, text: str) -> Iterator[Found]:
        """Everything that is found in `text`, in order."""
        folded = _folded(text)
        if self._may_be_in(folded):
            yield from (Found(text, match) for match in self._pattern.finditer(folded))

    def _may_be_in(self, folded: str) -> bool:
        return not self._parts or any(part in folded for part in self._parts)

    def without(self, text: str, instead: str = "") -> str:
        """`text` with `instead` in the place of everything that is found."""
        parts, end = [], 0
        for found in self.finditer(text):
            parts += [text[end : found.start()], instead]
            end = found.end()
        return "".join([*parts, text[end:]]) if parts else text
