"""Whose name is it: telling outlets, agencies, places and people apart where names stand, as in bylines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import dropwhile, pairwise

from babel import Locale

from newsgen.loader.phrasebook.outlets import (
    AGENCIES,
    OUTLET_ENDINGS,
    OUTLET_OFFICES,
    OUTLET_OPENINGS,
    OUTLETS,
    SEVERAL_AGENCIES,
)
from newsgen.loader.phrasebook.people import GIVEN_NAMES, NAME_LINKS, PERSON_TITLES, ROLES
from newsgen.loader.phrasebook.places import COUNTRIES, PLACES
from newsgen.loader.phrasebook.words import LEADING_WORDS, STORY_OPENERS
from newsgen.text.fold import key
from newsgen.text.letters import proper, unmarked

# A name's word, or a letter or two with a stop: "د.", "أ.د.".
_NAME_WORD = re.compile(r"[^\W\d_][\w'’]*|(?:[^\W\d_]{1,2}\.\s?){1,3}[^\W\d_]*")
# "for the", "with the", "and the", and the ending of an indefinite noun: no name has them.
_NO_NAME = re.compile("(?:لل|[وفبك]ال).|.*ً")
# A verb of a headline: "… يفتتح".
_PRESENT_TENSE = re.compile("[يت][^\\W\\d_]{3,}")
_SURE_LINKS = frozenset(map(key, ("بن", "ابن", "بنت", "أبو", "آل")))
_LONGEST_PLAIN_NAME_WORDS = 3
_REMARK = re.compile(r"(?<=\w)\s*[(\[][^()\[\]]*$")
_QUOTES = str.maketrans("", "", '«»"“”')
_TRIM = ' \t-–—/|:،,.()[]«»"“”ـ*'
_ONLINE = frozenset(map(key, ("الإلكترونية", "الإلكتروني")))
# "news", which outlets write in one word with their name.
_GLUED_ENDING = key("نيوز")
_LONGEST_NAME_WORDS = 5
# The longest names of all are those of two countries, of six words.
_MOST_WORDS = 7
_WITH_ROOM = NAME_LINKS | PERSON_TITLES | OUTLET_OFFICES
_SIGNS = re.compile('[.«»"“”]')


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    territories = Locale("ar").territories
    return COUNTRIES | {key(name) for code, name in territories.items() if code.isalpha()}


def trim(name: str) -> str:
    """`name` without separators and quotation marks around it and a remark in brackets behind it."""
    return _REMARK.sub("", name.strip(_TRIM)).strip(_TRIM)


def is_country(name: str) -> bool:
    """Whether `name` is a country's, long or short."""
    return key(name) in _countries()


def is_name_word(word: str) -> bool:
    """Whether `word` is one word of letters."""
    return _NAME_WORD.fullmatch(unmarked(word)) is not None


def unquoted(name: str) -> str:
    """`name` without quotation marks anywhere in it."""
    return name.translate(_QUOTES)


def is_place(name: str) -> bool:
    """Whether `name` is a country's or a known city's."""
    folded = key(name)
    return folded in PLACES or folded in _countries()


def is_person(name: str) -> bool:
    """Whether `name` can be a person's: two to five words without digits that no name lacks."""
    words = _untitled(name)
    titled = len(words) < len(name.replace(".", ". ").split())
    links = sum(key(word) in NAME_LINKS for word in words)
    return (
        2 - titled <= len(words) <= _LONGEST_NAME_WORDS + links
        and all(_NAME_WORD.fullmatch(unmarked(word)) and not _NO_NAME.match(word) for word in words)
        and not any(key(word) in LEADING_WORDS and not is_given_name(word) for word in words)
        and (not _opens_story(words[0]) or any(key(word) in NAME_LINKS for word in words[1:2]))
        and (not words[0].isascii() or all(word.isascii() for word in words))
        and max(map(len, words)) > 2
        and not any(_is_verb(word) and key(before) not in NAME_LINKS for before, word in pairwise(words))
        and not is_place(name)
        and key(name) not in ROLES
    )


def is_surely_person(name: str) -> bool:
    """Whether `name` is a person's by its own words: a common given name, "آل", "بن" and their like."""
    if not is_person(name):
        return False
    words = _untitled(name)
    titled = words[0] != name.split(maxsplit=1)[0]
    linked = any(key(word) in _SURE_LINKS for word in words[1:3])
    if len(words) > _LONGEST_PLAIN_NAME_WORDS and not any(key(word) in NAME_LINKS for word in words):
        return False
    return titled or linked or is_given_name(words[0]) or (len(words) == 2 and is_given_name(words[1]))


def _opens_story(word: str) -> bool:
    folded = key(word)
    return folded in STORY_OPENERS or (folded[:1] in {"و", "ف"} and folded[1:] in STORY_OPENERS)


def _is_verb(word: str) -> bool:
    folded = key(word)
    return bool(_PRESENT_TENSE.fullmatch(folded)) and not folded.endswith("ي") and not is_given_name(word)


def _untitled(name: str) -> list[str]:
    """The words of `name` behind the titles before it."""
    return list(dropwhile(lambda word: key(word) in PERSON_TITLES, name.replace(".", ". ").split()))


def is_given_name(word: str) -> bool:
    """Whether `word` is a common given name."""
    folded = key(word)
    return folded in GIVEN_NAMES or (folded.startswith("عبدال") and len(folded) > len("عبدال") + 2)


def has_family_name(name: str) -> bool:
    """Whether `name` is a word and a name of descent: "… الشمري"."""
    words = key(name).split()
    return is_person(name) and len(words) == 2 and words[1].startswith("ال") and words[1].endswith("ي")


class Names:
    """Outlets as the phrasebook and a project know them, and the reading of bylines with them."""

    def __init__(self, own_outlets: Iterable[str] = ()) -> None:
        self._own = frozenset(key(name) for name in own_outlets)

    def is_too_long(self, name: str) -> bool:
        """Whether `name` has too many words for any name: lines that are none are told by this first.

        A title, a link between names and an office's word make room for more; so may signs inside of it.
        """
        words = name.split()
        if len(words) <= _MOST_WORDS or _SIGNS.search(name):
            return False
        folded = key(name)
        return (
            folded.count(" ") >= _MOST_WORDS
            and folded not in self._own
            and _WITH_ROOM.isdisjoint(map(key, words))
        )

    def is_outlet(self, name: str) -> bool:
        """Whether `name` shows by its own words, or is known, to be an outlet's or an agency's."""
        folded = key(name)
        return folded in AGENCIES or self.is_known(folded) or _looks_like_outlet(folded)

    def is_known(self, name: str) -> bool:
        """Whether `name` is one of the known outlets, which may be a common word elsewhere."""
        folded = key(name)
        return folded in OUTLETS or folded in self._own

    def outlet_in(self, name: str) -> str | None:
        """The outlet that `name` is, under its usual name; None if it is no outlet's.

        "مكتب الأهرام" is "الأهرام", AFP "أ ف ب".
        """
        name = trim(name.translate(_QUOTES))
        folded = key(name)
        if folded in AGENCIES:
            return AGENCIES[folded]
        if folded in SEVERAL_AGENCIES:
            return "وكالات"
        if self.is_known(folded) or _looks_like_outlet(folded):
            return proper(name)
        front, _, rest = name.partition(" ")
        if key(front) in OUTLET_OFFICES:
            return self.outlet_in(rest)
        return proper(name) if key(rest) in _ONLINE and self.is_known(front) else None


def _looks_like_outlet(folded: str) -> bool:
    words = folded.split()
    if len(words) == 1:
        return len(folded) > len(_GLUED_ENDING) + 2 and folded.endswith(_GLUED_ENDING)
    return 1 < len(words) <= _LONGEST_NAME_WORDS + 1 and (
        words[0] in OUTLET_OPENINGS or words[-1] in OUTLET_ENDINGS or " ".join(words[-2:]) in OUTLET_ENDINGS
    )
