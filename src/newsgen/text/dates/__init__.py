"""Dates as news print them: found with all that belongs to them, and never completed by guessing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from newsgen.text.dates.calendars import from_hijri, gregorian
from newsgen.text.dates.clocks import moment
from newsgen.text.dates.shapes import parts_pattern
from newsgen.text.fold import fold, folded_places, words

# No date is without a year of four digits and a number of one or two near it. Most lines are.
_YEAR = re.compile("[12١٢۱۲][0-9٠-٩۰-۹]{3}")
_NUMBER = "(?<![0-9])[0-9]{1,2}(?![0-9])"
_NUMBER_AND_YEAR = re.compile(rf"{_NUMBER}.{{1,60}}[0-9]{{4}}|[0-9]{{4}}.{{1,60}}{_NUMBER}")
_LONGEST_DATE_LINE = 80
_ADDRESS = re.compile(r"(?:https?://|www\.|\.[a-z]{2,24}/)\S*")
_GAP = re.compile(r"[\W_]{0,6}")
_OPENED = re.compile(r"[(\[]\s{0,2}\Z")
_CLOSED = re.compile(r"\s{0,2}[)\]]")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date found in a line.

    `iso` is "2023-12-08" or, where a time is printed beside it, "2023-12-08T14:30" with the offset if that
    is printed too; None where the calendar has no such day. `converted` tells that only a Hijri date is
    printed, and `iso` inferred from it. `span` is the start and end in the line of the date and all that is
    printed with it: weekday, time, zone, the same day in the other calendar. `others` are the folded words of
    the line outside of it.
    """

    iso: str | None
    others: tuple[str, ...]
    converted: bool
    span: tuple[int, int]


def find_date(text: str) -> PrintedDate | None:
    """The first full date (day, month and year) printed in `text`, or None.

    A year alone, a day and month alone, a time alone and relative times ("منذ 3 ساعات") are no dates. Nor is
    a date with a year of two digits: neither its century nor, in 27/07/21, its place is printed. A date in
    a web address is not printed for readers.

    Of a Gregorian and a Hijri date the Gregorian one counts. A Hijri date alone is converted by the
    Umm al-Qura calendar; before 1343 and after 1500 its tables end, and the date is none. Day-month-year is
    read before month-day-year, which counts only where the day shows it (03/25/2021).
    """
    if not _YEAR.search(text):
        return None
    return _find_remembered(text) if len(text) <= _LONGEST_DATE_LINE else _find(text)


def _find(text: str) -> PrintedDate | None:
    folded = fold(text)
    if not _NUMBER_AND_YEAR.search(folded):
        return None
    parts = list(parts_pattern().finditer(_ADDRESS.sub(lambda address: "_" * len(address[0]), folded)))
    place = _place_of_day(parts)
    if place is None:
        return None
    day = parts[place]
    iso = _iso(day)
    beside = _beside(parts, place)
    if iso and (clock := _clock(beside, day)):
        iso = moment(iso, clock)
    places = folded_places(text, folded)
    start, end = (places[at] for at in _with_brackets(folded, beside[0].start(), beside[-1].end()))
    others = (*words(text[:start]), *words(text[end:]))
    return PrintedDate(iso, others, day.lastgroup == "hijri", (start, end))


# A document's date is asked for by several rules, and the documents of one day share it.
_find_remembered = lru_cache(maxsize=2048)(_find)


def _place_of_day(parts: list[re.Match[str]]) -> int | None:
    """The place of the first Gregorian day among `parts`, or of the first Hijri day where there is none."""
    kinds = [part.lastgroup for part in parts]
    return next((kinds.index(kind) for kind in ("day", "hijri") if kind in kinds), None)


def _iso(day: re.Match[str]) -> str | None:
    return gregorian(day["day"]) if day["day"] else from_hijri(day["hijri"])


def _beside(parts: list[re.Match[str]], place: int) -> list[re.Match[str]]:
    """The parts around `place` with nothing but signs between them, as far as they tell the same day."""
    first, end = place, place + 1
    while first > 0 and _touch(parts[first - 1], parts[first]):
        first -= 1
    while end < len(parts) and _touch(parts[end - 1], parts[end]) and _agree(parts[place], parts[end]):
        end += 1
    another_day_follows = end < len(parts) and _touch(parts[end - 1], parts[end])
    while another_day_follows and parts[end - 1].lastgroup == "weekday":  # it is that day's
        end -= 1
    return parts[first:end]


def _agree(day: re.Match[str], part: re.Match[str]) -> bool:
    return part.lastgroup != day.lastgroup or _iso(part) == _iso(day)


def _touch(part: re.Match[str], following: re.Match[str]) -> bool:
    return _GAP.fullmatch(part.string, part.end(), following.start()) is not None


def _clock(parts: list[re.Match[str]], day: re.Match[str]) -> re.Match[str] | None:
    """The first time behind `day`, or else the one before it."""
    clocks = [part for part in parts if part["clock"]]
    return next((clock for clock in clocks if clock.start() > day.start()), clocks[-1] if clocks else None)


def _with_brackets(folded: str, start: int, end: int) -> tuple[int, int]:
    """`start` and `end` moved over a bracket whose fellow is between them, or two that enclose both."""
    inside = folded[start:end]
    left_open = sum(inside.count(sign) for sign in "([") - sum(inside.count(sign) for sign in ")]")
    opened = _OPENED.search(folded, max(0, start - 3), start)
    closed = _CLOSED.match(folded, end)
    if opened and (left_open < 0 or (left_open == 0 and closed)):
        start = opened.start()
    if closed and (left_open > 0 or (left_open == 0 and opened)):
        end = closed.end()
    return start, end
