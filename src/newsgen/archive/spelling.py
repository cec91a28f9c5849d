"""Which of a term's spellings is shown."""

from __future__ import annotations

from collections.abc import Iterable

from newsgen.text.fold import key


def displayed(spellings: Iterable[tuple[str, int]]) -> str:
    """The most frequent of (spelling, count); of equals, the one that keeps most hamzas and dots; or ""."""
    ranked = sorted(spellings, key=lambda row: (-row[1], _plainness(row[0]), row[0]))
    return ranked[0][0] if ranked else ""


def _plainness(spelling: str) -> int:
    """How many letters of the spelling are as folding leaves them."""
    return sum(letter == folded for letter, folded in zip(spelling, key(spelling), strict=False))
