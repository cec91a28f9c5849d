"""Fixed phrases found in running text, however their letters are spelled."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsgen.text.fold import SPELLINGS, fold
from newsgen.text.letters import MARK

_MARKS = f"{MARK}*"


def spelling_pattern(phrases: Iterable[str]) -> str:
    """A regular expression for any of `phrases` in any spelling that folds to the same letters.

    It matches in cleaned text as it stands, marks and all; the longest phrase wins. Use with re.IGNORECASE.
    """
    longest_first = sorted({fold(phrase) for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(_any_spelling(phrase) for phrase in longest_first) + ")"


def _any_spelling(folded: str) -> str:
    return "".join(_letter(letter) for letter in folded)


def _letter(letter: str) -> str:
    if letter == " ":
        return r"\s+"
    spellings = SPELLINGS.get(letter)
    return (f"[{letter}{spellings}]" if spellings else re.escape(letter)) + _MARKS
