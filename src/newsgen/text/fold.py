"""Folding: the key under which all spellings of one word, name or tag are the same."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from newsgen.text.letters import DIGITS, MARKS, PERSIAN

_HAMZA = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ۀ": "ه"}
# Persian ی stands for ى as well, and both fold to ي: the tables do not depend on each other's order.
_FOLD = str.maketrans({**_HAMZA, **PERSIAN, **DIGITS, **dict.fromkeys(MARKS)})
_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """`text` with one spelling a letter: no hamza, no marks, ه for ة, ي for ى, Latin digits, lower case.

    Spaces and punctuation stay.
    """
    return text.translate(_FOLD).lower()


@lru_cache(maxsize=65536)
def key(text: str) -> str:
    """The folded words of `text`, one space between: equal keys are one term. Empty if it has no letters."""
    return " ".join(_WORD.findall(fold(unicodedata.normalize("NFKC", text))))


def words(text: str) -> list[str]:
    """The folded words of `text`, in order."""
    return _WORD.findall(fold(text))
