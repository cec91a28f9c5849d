"""The fields that a table's row or a web page states, as facts of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from newsgen.loader.correction import Stated
from newsgen.loader.flaw import Flaw
from newsgen.loader.names import Names, is_person
from newsgen.loader.values import distinct_terms, one_line, shown
from newsgen.text.dates import find_date
from newsgen.text.letters import unescaped

_NAMES = Names()
_BETWEEN_NAMES = re.compile(r"[,،;؛|\n]")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"]{1,2000}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StatedFacts:
    """What is stated: the facts that need no reading, and a byline that does ("القاهرة - أ ش أ").

    `url` is the article's address at its outlet. Flaw codes: "date-unread", "date-impossible".
    """

    stated: Stated = field(default_factory=dict)  # type: ignore[assignment]
    byline: str = ""
    url: str | None = None
    flaws: tuple[Flaw, ...] = ()


def stated_facts(fields: Mapping[str, Any]) -> StatedFacts:
    """The facts in `fields` (`columns.FIELDS` with values of JSON); a value of no use is none."""
    stated = Stated()
    if title := first_text(fields.get("title")):
        stated["title"] = title
    if source := first_text(fields.get("source")):
        stated["source"] = source
    if tags := _terms(fields.get("tags")):
        stated["tags"] = tags
    if categories := _terms(fields.get("categories")):
        stated["categories"] = categories
    author = _author(fields.get("author"))
    names_outlet, names_person = _NAMES.is_outlet(author), is_person(author)
    if names_outlet:
        stated["source"] = source or author
    elif names_person:
        stated["author"] = author
    flaws = _add_date(stated, first_text(fields.get("published")))
    url = _WEB_ADDRESS.fullmatch(first_text(fields.get("url")))
    byline = "" if names_person or names_outlet else author
    return StatedFacts(stated, byline, url[0] if url else None, flaws)


def first_text(value: object) -> str:
    """A value as one line of text: of several the first, of an object its name, "" for all else."""
    return next((line for text in _texts(value) if (line := one_line(unescaped(text)))), "")


def _author(value: object) -> str:
    """The author or byline; several names, which are people's where they stand in a list, as one text."""
    names = dict.fromkeys(line for text in _texts(value) if (line := one_line(unescaped(text))))
    return "، ".join(names)


def _texts(value: object) -> Iterator[str]:
    for thing in value if isinstance(value, list) else [value]:
        text = thing.get("name") if isinstance(thing, dict) else thing
        if isinstance(text, str | int | float) and not isinstance(text, bool):
            yield str(text)


def _terms(value: object) -> tuple[str, ...]:
    names = (name for text in _texts(value) for name in _BETWEEN_NAMES.split(unescaped(text)))
    return distinct_terms(name.strip(" #[]'\"") for name in names)


def _add_date(stated: Stated, text: str) -> tuple[Flaw, ...]:
    if not text:
        return ()
    found = find_date(text)
    if found is None:
        what = f'the date "{shown(text)}" cannot be read'
        return (Flaw("date-unread", None, what, "write it as 2023-12-08"),)
    if found.iso is None:
        what = f'the date "{shown(text)}" is not in the calendar'
        return (Flaw("date-impossible", None, what, "give it one with `newsgen correct`"),)
    stated["published"] = found.iso
    return ()
