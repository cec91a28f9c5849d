"""Whose name is it: telling outlets, agencies, places and people apart where names stand, as in bylines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from itertools import dropwhile

from babel import Locale

from newsgen.loader.phrasebook.labels import CREDITS
from newsgen.loader.phrasebook.outlets import (
    AGENCIES,
    OUTLET_ENDINGS,
    OUTLET_OFFICES,
    OUTLET_OPENINGS,
    OUTLETS,
    SEVERAL_AGENCIES,
)
from newsgen.loader.phrasebook.people import GIVEN_NAMES, NAME_LINKS, PERSON_TITLES, ROLES
from newsgen.loader.phrasebook.places import COUNTRIES, PLACES, REGION_WORDS
from newsgen.loader.phrasebook.words import LEADING_WORDS, STORY_OPENERS
from newsgen.text.fold import key
from newsgen.text.letters import proper, unmarked
from newsgen.text.phrases import spelling_pattern

# A name's word, or a letter or two with a stop: "د.", "أ.د.".
_NAME_WORD = re.compile(r"[^\W\d_][\w'’]*|(?:[^\W\d_]{1,2}\.\s?){1,3}[^\W\d_]*")
# "for the", "with the", "and the", and the ending of an indefinite noun: no name has them.
_NO_NAME = re.compile("(?:لل|[وفبك]ال).|.*ً")
_REMARK = re.compile(r"(?<=\w)\s*[(\[][^()\[\]]*$")
_QUOTES = str.maketrans("", "", '«»"“”')
_TRIM = ' \t-–—/|:،,.()[]«»"“”ـ*'
_QUOTED = re.compile(r"[«\"“”](?P<name>[^«»\"“”]{2,40})[»\"“”]")
_QUOTED_PART = re.compile(
    rf"(?:(?<=[-–—/|:(،,ـ])\s?|^\W*|(?<=[-–—/|:(،,ـ]\s)){_QUOTED.pattern}(?=\s*(?:[-–—/|:()،,ـ.]|من\s|$))"
)
# A tatweel beside a space is a dash; inside a word it stretches a letter.
_BREAK = re.compile(r"\s*(?:[-–—/|•:()\[\]]|(?<=\s)[ـ_]+|[ـ_]+(?=\s)|[،,])+\s*")
_PHOTOGRAPHER = re.compile(rf"[\s/–—-]*(?<!\w){spelling_pattern(CREDITS)}\s*[:-].*")
_ACCOUNT = re.compile(r"\S*@\S*")
_FROM = re.compile(r"(?P<who>\S.*?)\s+من\s+(?P<place>\S.*)")
_REGION = re.compile(rf"(?:{'|'.join(REGION_WORDS)})\s\S+(?:\s\S+)?")
_ONLINE = frozenset(map(key, ("الإلكترونية", "الإلكتروني")))
# "news", which outlets write in one word with their name.
_GLUED_ENDING = key("نيوز")
_MOST_PARTS = 7
_MOST_WORDS = 16
_LONGEST_BYLINE = 200
_LONGEST_NAME_WORDS = 5
_LONGEST_QUOTED_WORDS = 3


class Kind(Enum):
    """What a part of a byline is."""

    OUTLET = auto()
    AGENCY = auto()
    AGENCIES = auto()
    PLACE = auto()
    COUNTRY = auto()
    PERSON = auto()
    ROLE = auto()
    QUOTED = auto()
    MAYBE_PERSON = auto()
    WORD = auto()


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline names: the outlet or agency, and the authors in order; a place alone names neither."""

    outlet: str | None
    people: tuple[str, ...]


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    territories = Locale("ar").territories
    return COUNTRIES | {key(name) for code, name in territories.items() if code.isalpha()}


def trim(name: str) -> str:
    """`name` without separators and quotation marks around it and a remark in brackets behind it."""
    return _REMARK.sub("", name.strip(_TRIM)).strip(_TRIM)


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
        and (key(words[0]) not in STORY_OPENERS or key(words[1]) in NAME_LINKS)
        and len({word[0].isascii() for word in words}) == 1
        and max(map(len, words)) > 2
        and not is_place(name)
        and key(name) not in ROLES
    )


def is_surely_person(name: str) -> bool:
    """Whether `name` is a person's by its own words: a common given name, "آل", "بن" and their like."""
    if not is_person(name):
        return False
    words = _untitled(name)
    titled = words[0] != name.split(maxsplit=1)[0]
    linked = any(key(word) in NAME_LINKS for word in words[1:3])
    return titled or linked or is_given_name(words[0]) or (len(words) == 2 and is_given_name(words[1]))


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

    def read_byline(self, text: str) -> Byline | None:
        """What the names in `text` are, or None if it is anything but names.

        A byline has a name that is known for what it is; what stands beside it may be unknown: a word beside
        a city is the outlet ("… - جدة"), two or more are the author, beside an agency they are a place.
        """
        if len(text) > _LONGEST_BYLINE:
            return None
        text = _ACCOUNT.sub("", _PHOTOGRAPHER.sub("", text))
        if len(text.split()) > _MOST_WORDS:
            return None
        parts = [part for given in _parts(text) for part in self._divided(given)]
        if not 1 <= len(parts) <= _MOST_PARTS:
            return None
        kinds = []
        for part in parts:
            kind = self._kind(part)
            if kind is None:
                return None
            kinds.append(kind)
        return self._resolve(parts, kinds)

    def _divided(self, part: str) -> list[str]:
        """A part in which a place and the next author stand without a separator, as two."""
        words = part.split()
        if is_place(part) or self.outlet_in(part):
            return [part]
        for count in (2, 1):
            place, rest = " ".join(words[:count]), " ".join(words[count:])
            if is_place(place) and (is_surely_person(rest) or has_family_name(rest)):
                return [place, rest]
        return [part]

    def _kind(self, part: str) -> Kind | None:
        folded = key(part)
        if not folded:
            return None
        place = folded in PLACES or _REGION.fullmatch(folded) is not None
        simple = (
            (Kind.AGENCY, folded in AGENCIES and not place),
            (Kind.AGENCIES, folded in SEVERAL_AGENCIES),
            (Kind.ROLE, folded in ROLES),
            (Kind.PLACE, place),
            (Kind.COUNTRY, folded in _countries()),
            (Kind.OUTLET, self.outlet_in(part) is not None),
            (
                Kind.QUOTED,
                _QUOTED.fullmatch(part) is not None and len(folded.split()) <= _LONGEST_QUOTED_WORDS,
            ),
            (Kind.PERSON, is_surely_person(part)),
            (Kind.MAYBE_PERSON, is_person(part)),
            (Kind.WORD, bool(_NAME_WORD.fullmatch(unmarked(part))) and folded not in LEADING_WORDS),
        )
        return next((kind for kind, holds in simple if holds), None)

    def _resolve(self, parts: list[str], kinds: list[Kind]) -> Byline | None:
        def of(kind: Kind) -> list[str]:
            return [part for part, its in zip(parts, kinds, strict=True) if its is kind]

        outlets, agencies, cities = of(Kind.OUTLET), of(Kind.AGENCY), of(Kind.PLACE)
        if cities or of(Kind.COUNTRY) or of(Kind.PERSON):
            outlets = outlets or of(Kind.QUOTED)
        elif of(Kind.QUOTED):
            return None
        unknown = of(Kind.WORD)
        if not (outlets or agencies or cities or of(Kind.COUNTRY) or of(Kind.PERSON) or of(Kind.AGENCIES)):
            return None
        places = [*cities, *of(Kind.COUNTRY)]
        people, perhaps = of(Kind.PERSON), of(Kind.MAYBE_PERSON)
        if perhaps and not (outlets or agencies or places):
            return None
        # Beside an agency an unknown name is a place's; beside an author it may be anything's.
        if not agencies and (not people or len(people) + len(perhaps) == len(places)):
            people = [part for part in parts if part in people or part in perhaps]
        if not outlets and not agencies and not people:
            if len(unknown) == 1 and cities and not of(Kind.COUNTRY):
                outlets = unknown
            elif len(cities) > 1:
                # Of two cities one may be the outlet that has its name; which one, nothing says.
                outlets = []
        named = [*outlets, *agencies, *of(Kind.AGENCIES)]
        outlet = self.outlet_in(named[0]) or proper(trim(named[0].translate(_QUOTES))) if named else None
        return Byline(outlet, tuple(proper(trim(name)) for name in people))


def _parts(text: str) -> list[str]:
    quoted = _QUOTED_PART.search(text)
    if quoted:
        return [*_parts(text[: quoted.start()]), quoted[0].strip(), *_parts(text[quoted.end() :])]
    parts = []
    for part in _BREAK.split(text.strip(" *")):
        whence = _FROM.fullmatch(part)
        if whence and is_place(whence["place"]):
            parts += [whence["who"], whence["place"]]
        else:
            parts.append(part.removeprefix("من ").strip(" .*"))
    return [part for part in parts if part.strip(" .")]


def _looks_like_outlet(folded: str) -> bool:
    words = folded.split()
    if len(words) == 1:
        return len(folded) > len(_GLUED_ENDING) + 2 and folded.endswith(_GLUED_ENDING)
    return 1 < len(words) <= _LONGEST_NAME_WORDS + 1 and (
        words[0] in OUTLET_OPENINGS or words[-1] in OUTLET_ENDINGS or " ".join(words[-2:]) in OUTLET_ENDINGS
    )
