"""Folding: the key under which all spellings of one word, name or tag are the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from string import ascii_uppercase

from newsgen.text.letters import DIGITS, MARKS, PERSIAN

# No letter folds to one that folds further, so that no table depends on another's order.
_EVERYDAY = {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"}
_LETTERS = {**_EVERYDAY, "ٱ": "ا", "ۀ": "ه", **PERSIAN, **DIGITS}
_FOLDED = {**_LETTERS, **dict.fromkeys(MARKS, "")}
_MARKS = frozenset(MARKS)
# The only letter that is two in lower case.
_DOUBLED = "İ"
_FOLDABLE = re.compile(f"[{''.join(_FOLDED)}]")
# A letter, and all others that fold to it.
SPELLINGS = {
    letter: "".join(other for other, folded in _LETTERS.items() if folded == letter)
    for letter in _LETTERS.values()
}
_WORD = re.compile(r"\w+")
_LONGEST_NAME = 64


def fold(text: str) -> str:
    """`text` with one spelling a letter: no hamza, no marks, ه for ة, ي for ى, Latin digits, lower case.

    Spaces and punctuation stay.
    """
    if len(text) > _LONGEST_NAME:
        # In a long text most of what changes are these; a replacement of one letter by another costs nothing.
        for letter, folded in _EVERYDAY.items():
            text = text.replace(letter, folded)
    return _FOLDABLE.sub(_folded, text).lower()


def _folded(found: re.Match[str]) -> str:
    return _FOLDED[found[0]]


def fold_all(text: str) -> str:
    """`text` folded, with letters and digits for signs that stand for them: ﷲ, ½, ² (Unicode's NFKC)."""
    return fold(unicodedata.normalize("NFKC", text))


def fold_plain(text: str) -> str:
    """fold_all(text) of a long plain text (`text.letters.is_plain`), in half the time; but "…" stays."""
    for letter, folded in _FOLDED.items():
        if letter in text:
            text = text.replace(letter, folded)
    return text.lower() if any(map(text.__contains__, ascii_uppercase)) else text


def folded_places(text: str, folded: str) -> Sequence[int]:
    """For each character of `folded`, which is fold(text), the place in `text` that it comes from.

    Behind the last of them stands len(text).
    """
    if _DOUBLED in text:
        return [place for place, letter in enumerate(text) for _ in fold(letter)] + [len(text)]
    if len(text) == len(folded):
        return range(len(text) + 1)
    return [place for place, letter in enumerate(text) if letter not in _MARKS] + [len(text)]


def key(text: str) -> str:
    """The folded words of `text`, one space between: equal keys are one term. Empty if it has no letters."""
    return _key_of_name(text) if len(text) <= _LONGEST_NAME else _key_of_line(text)


def has_key(text: str, wanted: str) -> bool:
    """Whether `wanted`, which is not empty, is the key of `text`. Its first words nearly always tell."""
    return (
        _may_begin(wanted, text.partition(" ")[0])
        and _may_begin(wanted, text[:_LONGEST_NAME].rpartition(" ")[0])
        and key(text) == wanted
    )


def _may_begin(wanted: str, words: str) -> bool:
    begun = key(words)
    return not begun or f"{wanted} ".startswith(f"{begun} ")


def _key(text: str) -> str:
    return " ".join(_WORD.findall(fold_all(text)))


# Names and tags return in every document. A line does not, but many rules ask for it one behind another.
_key_of_name = lru_cache(maxsize=16384)(_key)
_key_of_line = lru_cache(maxsize=64)(_key)


def words(text: str) -> list[str]:
    """The folded words of `text`, in order."""
    return _WORD.findall(fold(text))
