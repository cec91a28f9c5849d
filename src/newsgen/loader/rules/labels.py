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
_LONGEST_OUTLET_WORDS = 6
_LONGEST_TAGS_WORDS = 200
_SEPARATOR = re.compile(r"\s[-–—|]\s|[/|،,]")


def _label(phrases: Iterable[str], colon: str = r"\s*[:：]") -> re.Pattern[str]:
    return re.compile(rf"\W*{spelling_pattern(phrases)}{colon}\s*(?P<value>.*)", re.IGNORECASE)


_DATE = _label(DATE_LABELS, colon=r"(?:\s*(?P<colon>[:：])|\s)")
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
        elif (found := _DATE.match(line.text)) and _is_only_a_date(found):
            take_date(reading, line, found["value"])
    if updated and not any(find_date(line.text) for _, line in reading.head()):
        take_date(reading, *updated)


def _is_only_a_date(labelled: re.Match[str]) -> bool:
    """Whether a date follows the label and little else: "نشر في 3 مارس 2019 كتابه الأول" tells a story."""
    date = find_date(labelled["value"])
    return date is not None and len(date.others) <= (4 if labelled["colon"] else 2)


def take_date(reading: Reading, line: Line, text: str) -> None:
    """Claim `line` as the date that `text` prints. The document's first counts, even if it is impossible."""
    date = find_date(text)
    reading.claim(line, Role.DATE)
    if date is None or reading.facts.dated:
        return
    reading.facts.dated = True
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
        if _short(line) and (found := _SOURCE.match(line.text)) and _may_be_outlet(found["value"]):
            reading.claim(line, Role.SOURCE)
            reading.facts.source = reading.facts.source or trim(found["value"]) or None


def _may_be_outlet(value: str) -> bool:
    words = value.split()
    return len(words) <= _LONGEST_OUTLET_WORDS and not (len(words) > 3 and value.endswith((".", "؟", "!")))


def labelled_tags(reading: Reading) -> None:
    """Claim the line of tags; the rule "tags" divides it once the body is known.

    Dividing looks up each word in the whole body, so that no document may have them without end.
    """
    left = _LONGEST_TAGS_WORDS
    for _, line in reading.unclaimed():
        if line.word_count <= left and (found := _TAGS.match(line.text)):
            reading.claim(line, Role.TAGS, content=found["value"])
            left -= line.word_count


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
    return line.word_count <= _LONGEST_VALUE_WORDS
