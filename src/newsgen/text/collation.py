"""The order of Arabic words in an index."""

from __future__ import annotations

from newsgen.text.fold import key

# The alphabet's own order, hamza first among the forms that folding leaves; Latin and digits come after it.
_ALPHABET = "ءابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_RANK = {letter: chr(0x100 + rank) for rank, letter in enumerate(_ALPHABET)} | {" ": " "}
_AFTER_ARABIC = "\u2000"


def collation_key(text: str) -> str:
    """A string that sorts as Arabic indexes do: spellings of alef are one, a leading "ال" is skipped.

    Library catalogues leave the article out of account (ALA-LC, Arabic romanization table, rule 17).
    """
    return "".join(_RANK.get(letter, _AFTER_ARABIC + letter) for letter in _without_article(key(text)))


def initial(text: str) -> str:
    """The letter under which `text` stands in an index: an Arabic letter, an upper-case Latin one, or "#"."""
    first = _without_article(key(text))[:1].upper()
    return first if first.isalpha() else "#"


def _without_article(folded: str) -> str:
    return folded[2:] if folded.startswith("ال") and len(folded) > 4 else folded
