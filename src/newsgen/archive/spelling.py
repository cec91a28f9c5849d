"""Which of a term's spellings is shown."""

from __future__ import annotations

from collections.abc import Iterable

from newsgen.text.fold import key


def displayed(spellings: Iterable[tuple[str, int]]) -> str:
    """The most frequent of (spelling, count); of equals, the one that keeps most hamzas and dots; or ""."""
    found = list(spellings)
    if len(found) > 1:  # of most terms there is one
        found.sort(key=lambda row: (-row[1], _plainness(row[0]), row[0]))
    return found[0][0] if found else ""


def _plainness(spelling: str) -> int:
    """How many letters of the spelling are as folding leaves them."""
    return sum(letter == folded for letter, folded in zip(spelling, key(spelling), strict=False))
