"""Folding: the key under which all spellings of one word, name or tag are the same."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from newsgen.text.letters import latin_digits, proper, unmarked

_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"})
_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """`text` with one spelling a letter: no hamza, no marks, ه for ة, ي for ى, Latin digits, lower case.

    Spaces and punctuation stay where they were, so that a place in the folded text of a cleaned, unmarked
    line is the same place in the line.
    """
    return latin_digits(proper(unmarked(text)).translate(_LETTERS)).lower()


@lru_cache(maxsize=65536)
def key(text: str) -> str:
    """The folded words of `text`, one space between: equal keys are one term. Empty if it has no letters."""
    return " ".join(_WORD.findall(fold(unicodedata.normalize("NFKC", text))))


def words(text: str) -> list[str]:
    """The folded words of `text`, in order."""
    return _WORD.findall(fold(text))
