"""Whose name is it: telling outlets, places and people apart in bylines and mastheads."""

from __future__ import annotations

import re
from functools import lru_cache

from babel import Locale

from newsgen.loader.phrasebook import AGENCIES, CITIES, LEADING_WORDS, OUTLET_ENDINGS, OUTLET_OPENINGS
from newsgen.text.fold import key

_NAME_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_REMARK = re.compile(r"(?<=\w)\s*[(\[][^()\[\]]*$")
_TRIM = ' \t-–—/|:،,.()[]«»"“”ـ'


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    territories = Locale("ar").territories
    return CITIES | {key(name) for code, name in territories.items() if code.isalpha()}


def trim(name: str) -> str:
    """`name` without separators and quotation marks around it and a remark in brackets behind it."""
    return _REMARK.sub("", name.strip(_TRIM)).strip(_TRIM)


def is_outlet(name: str) -> bool:
    """Whether `name` shows by its own words that it is an outlet's or an agency's."""
    words = key(name).split()
    if not words or len(words) > 6:
        return False
    if " ".join(words) in AGENCIES:
        return True
    return len(words) > 1 and (words[0] in OUTLET_OPENINGS or words[-1] in OUTLET_ENDINGS)


def is_agency(name: str) -> bool:
    """Whether `name` is a news agency's known short name."""
    return key(name) in AGENCIES


def is_place(name: str) -> bool:
    """Whether `name` is a country's or a known city's."""
    return key(name) in _places()


def is_person(name: str) -> bool:
    """Whether `name` can be a person's: two to five words without digits, no phrase, place or outlet."""
    words = name.split()
    return (
        2 <= len(words) <= 5
        and all(_NAME_WORD.fullmatch(word) and key(word) not in LEADING_WORDS for word in words)
        and not is_place(name)
        and not is_outlet(name)
    )
