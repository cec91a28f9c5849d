"""Lines that say themselves what they are: "المصدر: …", "تاريخ النشر: …", "كلمات دلالية: …", "كتب: …"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsgen.loader.names import is_outlet, is_person, is_place, trim
from newsgen.loader.phrasebook import AUTHOR_LABELS, DATE_LABELS, SOURCE_LABELS, TAG_LABELS, UPDATE_LABELS
from newsgen.loader.reading import Line, Reading, Role
from newsgen.text.dates import find_date
from newsgen.text.phrases import spelling_pattern

_LONGEST_VALUE_WORDS = 10
_SEPARATOR = re.compile(r"\s*(?:\s[-–—|]\s|[/|،,])\s*")


def _label(phrases: Iterable[str], colon: str = r"\s*[:：]") -> re.Pattern[str]:
    return re.compile(rf"\W*{spelling_pattern(phrases)}{colon}\s*(?P<value>.*)", re.IGNORECASE)


_DATE = _label(DATE_LABELS, colon=r"(?:\s*[:：]|\s)")
_UPDATE = _label(UPDATE_LABELS, colon=r"(?:\s*[:：]|\s)")
_SOURCE = _label(SOURCE_LABELS)
_TAGS = _label(TAG_LABELS)
_AUTHOR = _label(AUTHOR_LABELS, colon=r"(?:\s*[:：/]|\s+[-–—]\s|(?<=بقلم)\s)")


def labelled_date(reading: Reading) -> None:
    """Take the labelled date of publication; the date of the last update only where no other is printed."""
    updated: tuple[Line, str] | None = None
    for _, line in reading.unclaimed():
        if not _short(line):
            continue
        if found := _UPDATE.match(line.text):
            reading.claim(line, Role.DATE)
            updated = updated or (line, found["value"])
        elif (found := _DATE.match(line.text)) and find_date(found["value"]):
            take_date(reading, line, found["value"])
    if updated and not any(find_date(line.text) for _, line in reading.head()):
        take_date(reading, *updated)


def take_date(reading: Reading, line: Line, text: str) -> None:
    """Claim `line` as the date that `text` prints; the first date of a document counts."""
    date = find_date(text)
    reading.claim(line, Role.DATE)
    if date is None or reading.facts.published:
        return
    if date.iso is None:
        reading.flaw(
            "date-impossible",
            line.number,
            f"the calendar has no such day: {text.strip()}",
            "correct the date with `newsgen correct`",
        )
    reading.facts.published = date.iso


def labelled_source(reading: Reading) -> None:
    """Take the outlet from "المصدر: …"."""
    for _, line in reading.unclaimed():
        if (found := _SOURCE.match(line.text)) and len(line.words) <= _LONGEST_VALUE_WORDS:
            reading.claim(line, Role.SOURCE)
            reading.facts.source = reading.facts.source or trim(found["value"]) or None


def labelled_tags(reading: Reading) -> None:
    """Claim the line of tags; the rule "tags" divides it once the body is known."""
    for _, line in reading.unclaimed():
        if found := _TAGS.match(line.text):
            reading.claim(line, Role.TAGS, content=found["value"])


def labelled_author(reading: Reading) -> None:
    """Take the author from "كتب: …" or "بقلم …", and the outlet where it stands beside the name."""
    for _, line in reading.unclaimed():
        if not _short(line) or not (found := _AUTHOR.match(line.text)):
            continue
        names = [trim(part) for part in _SEPARATOR.split(found["value"])]
        people = [name for name in names if is_person(name)]
        if not people or any(not (is_person(n) or is_place(n) or is_outlet(n)) for n in names):
            continue
        reading.claim(line, Role.BYLINE)
        reading.facts.author = reading.facts.author or people[0]
        outlet = next((name for name in names if is_outlet(name)), None)
        reading.facts.source = reading.facts.source or outlet


def _short(line: Line) -> bool:
    return len(line.words) <= _LONGEST_VALUE_WORDS
