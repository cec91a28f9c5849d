"""Bylines: what the names on a line are, where outlets, agencies, places and people stand together."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from newsgen.loader.names import (
    Names,
    has_family_name,
    is_country,
    is_name_word,
    is_person,
    is_place,
    is_surely_person,
    trim,
    unquoted,
)
from newsgen.loader.phrasebook.labels import CREDITS
from newsgen.loader.phrasebook.outlets import AGENCIES, SEVERAL_AGENCIES
from newsgen.loader.phrasebook.people import ROLES
from newsgen.loader.phrasebook.places import PLACES, REGION_WORDS
from newsgen.loader.phrasebook.words import LEADING_WORDS
from newsgen.text.fold import key
from newsgen.text.letters import proper
from newsgen.text.phrases import SpellingPattern, any_of, parts_of

_QUOTATION = re.compile('[«"“”]')
_QUOTED = re.compile(r"[«\"“”](?P<name>[^«»\"“”]{2,40})[»\"“”]")
_QUOTED_PART = re.compile(
    rf"(?:(?<=[-–—/|:(،,ـ])\s?|^\W*|(?<=[-–—/|:(،,ـ]\s)){_QUOTED.pattern}(?=\s*(?:[-–—/|:()،,ـ.]|من\s|$))"
)
# A tatweel beside a space is a dash; inside a word it stretches a letter.
_BREAK = re.compile(r"\s*(?:[-–—/|•:()\[\]]|(?<=\s)[ـ_]+|[ـ_]+(?=\s)|[،,])+\s*")
_MAY_BREAK = re.compile(r"[-–—/|•:()\[\]ـ_،,]")
_PHOTOGRAPHER = SpellingPattern(rf"[\s/–—-]*(?<!\w){any_of(CREDITS)}\s*[:-].*", parts_of(CREDITS))
_ACCOUNT = re.compile(r"\S*@\S*")
_FROM = re.compile(r"(?P<who>\S.*?)\s+من\s+(?P<place>\S.*)")
_REGION = re.compile(rf"(?:{'|'.join(REGION_WORDS)})\s\S+(?:\s\S+)?")
_MOST_PARTS = 7
_MOST_WORDS = 16
_LONGEST_BYLINE = 200
_LONGEST_QUOTED_WORDS = 3
# Most lines are asked about more than once, and most bylines return in other documents.
_REMEMBERED = 2048


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


class Bylines:
    """The reading of bylines with the outlets that `names` knows."""

    def __init__(self, names: Names) -> None:
        self._names = names
        # What a part is taken for: the first that holds.
        self._tests: tuple[tuple[Kind, Callable[[str], bool]], ...] = (
            (Kind.AGENCY, lambda part: key(part) in AGENCIES and key(part) not in PLACES),
            (Kind.AGENCIES, lambda part: key(part) in SEVERAL_AGENCIES),
            (Kind.ROLE, lambda part: key(part) in ROLES),
            (Kind.PLACE, lambda part: key(part) in PLACES or _REGION.fullmatch(key(part)) is not None),
            (Kind.COUNTRY, is_country),
            (Kind.OUTLET, lambda part: names.outlet_in(part) is not None),
            (Kind.QUOTED, _is_quoted_name),
            (Kind.PERSON, is_surely_person),
            (Kind.MAYBE_PERSON, is_person),
            (Kind.WORD, lambda part: is_name_word(part) and key(part) not in LEADING_WORDS),
        )
        self.read = lru_cache(_REMEMBERED)(self._read)

    def _read(self, text: str) -> Byline | None:
        """What the names in `text` are, or None if it is anything but names.

        A byline has a name that is known for what it is; what stands beside it may be unknown: a word beside
        a city is the outlet ("… - جدة"), two or more are the author, beside an agency they are a place.
        """
        if len(text) > _LONGEST_BYLINE:
            return None
        text = _PHOTOGRAPHER.without(text)
        text = _ACCOUNT.sub("", text) if "@" in text else text
        if len(text.split()) > _MOST_WORDS:
            return None
        given = _parts(text)
        if any(map(self._names.is_too_long, given)):
            return None
        parts = [part for each in given for part in self._divided(each)]
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
        if is_place(part) or self._names.outlet_in(part):
            return [part]
        for count in (2, 1):
            place, rest = " ".join(words[:count]), " ".join(words[count:])
            if is_place(place) and (is_surely_person(rest) or has_family_name(rest)):
                return [place, rest]
        return [part]

    def _kind(self, part: str) -> Kind | None:
        return next((kind for kind, holds in self._tests if holds(part)), None) if key(part) else None

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
        outlet = self._names.outlet_in(named[0]) or proper(trim(unquoted(named[0]))) if named else None
        return Byline(outlet, tuple(proper(trim(name)) for name in people))


def _is_quoted_name(part: str) -> bool:
    return _QUOTED.fullmatch(part) is not None and len(part.split()) <= _LONGEST_QUOTED_WORDS


def _parts(text: str) -> list[str]:
    quoted = _QUOTED_PART.search(text) if _QUOTATION.search(text) else None
    if quoted:
        return [*_parts(text[: quoted.start()]), f"«{quoted['name']}»", *_parts(text[quoted.end() :])]
    parts = []
    text = text.strip(" *")
    for part in _BREAK.split(text) if _MAY_BREAK.search(text) else [text]:
        whence = _FROM.fullmatch(part) if " من " in part else None
        if whence and is_place(whence["place"]):
            parts += [whence["who"], whence["place"]]
        else:
            parts.append(part.removeprefix("من ").strip(" .*"))
    return [part for part in parts if part.strip(" .")]
