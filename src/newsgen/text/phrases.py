"""Fixed phrases found in running text, however their letters are spelled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from newsgen.text.fold import fold, folded_places

# A line is asked by many rules, one behind another.
_folded = lru_cache(maxsize=256)(fold)


def any_of(phrases: Iterable[str]) -> str:
    """A piece of a `SpellingPattern` that is any of `phrases`; the longest wins."""
    longest_first = sorted({fold(phrase) for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first) + ")"


class Found:
    """What a `SpellingPattern` found, with its places in the text as it stands."""

    def __init__(self, text: str, match: re.Match[str]) -> None:
        self._text, self._match = text, match
        self._places: list[int] | None = None

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
            self._places = folded_places(self._text)
        return self._places[folded]


class SpellingPattern:
    """A regular expression for folded text (`text.fold`), which finds in text as it stands, marks and all."""

    def __init__(self, pattern: str) -> None:
        self._pattern = re.compile(pattern)

    def is_in(self, text: str) -> bool:
        """Whether it is found anywhere in `text`."""
        return self._pattern.search(_folded(text)) is not None

    def is_all(self, text: str) -> bool:
        """Whether it is the whole of `text`."""
        return self._pattern.fullmatch(_folded(text)) is not None

    def match(self, text: str) -> Found | None:
        """What is found at the beginning of `text`."""
        match = self._pattern.match(_folded(text))
        return Found(text, match) if match else None

    def finditer(self, text: str) -> Iterator[Found]:
        """Everything that is found in `text`, in order."""
        return (Found(text, match) for match in self._pattern.finditer(_folded(text)))

    def without(self, text: str, instead: str = "") -> str:
        """`text` with `instead` in the place of everything that is found."""
        parts, end = [], 0
        for found in self.finditer(text):
            parts += [text[end : found.start()], instead]
            end = found.end()
        return "".join([*parts, text[end:]])
