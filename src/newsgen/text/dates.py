"""Dates as news print them: one table of shapes, and the rule that nothing is completed by guessing."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from newsgen.text.fold import fold
from newsgen.text.months import MONTHS, WEEKDAYS

_MONTH = "|".join(sorted((re.escape(name) for name in MONTHS), key=len, reverse=True))
_GAP = r"[\s,،]{0,3}"

# Each shape names its parts d, m (a number), name (a month's name), y. The first that fits is taken.
_SHAPES = tuple(
    re.compile(rf"(?<![0-9/.\-:])(?:{shape})(?![0-9/\-]|\.[0-9])")
    for shape in (
        r"(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})(?=t[0-9])",
        r"(?P<y>[0-9]{4})\s?(?P<sep>[-/.])\s?(?P<m>[0-9]{1,2})\s?(?P=sep)\s?(?P<d>[0-9]{1,2})",
        r"(?P<d>[0-9]{1,2})\s?(?P<sep>[-/.])\s?(?P<m>[0-9]{1,2})\s?(?P=sep)\s?(?P<y>[0-9]{4})",
        rf"(?P<d>[0-9]{{1,2}})\s?(?:st|nd|rd|th)?{_GAP}(?:من\s(?:شهر\s)?|[-/])?{_GAP}(?P<name>{_MONTH})"
        rf"\s?(?:[-/(]\s?(?:{_MONTH})\s?\)?)?{_GAP}(?:[-/]|عام\s|سنه\s)?{_GAP}(?P<y>[0-9]{{4}})",
        rf"\b(?P<name>{_MONTH})\.?\s(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?{_GAP}(?P<y>[0-9]{{4}})",
    )
)
_TIME = re.compile(
    r"(?<![0-9:])t?(?P<hour>[0-9]{1,2})\s?:\s?(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?(?:\.[0-9]+)?\s*"
    r"(?P<half>ص\b|م\b|صباحا|مساء|am\b|pm\b)?\s*(?P<zone>z\b|utc\b|gmt\b|[+-][0-9]{2}:?[0-9]{2}\b)?"
)
_HIJRI = re.compile(
    r"[0-9]{1,2}\s*[-/ ]\s*(?:محرم|صفر|ربيع\s\w+|جمادي\s\w+|رجب|شعبان|رمضان|شوال|ذو\s\w+|ذي\s\w+)"
    r"\s*[-/, ،]\s*1[34][0-9][0-9](?:\s?هـ?\b)?(?:\s+الموافق(?:\s+ل)?)?"
)
_LEFT_OVER = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+")
_CALENDAR_MARKS = frozenset(
    ["م", "ميلادي", "ميلاديه", "gmt", "utc", "يوم", "بتاريخ", "تاريخ", "في", "الساعه", "بتوقيت"]
)
_YEARS = range(1800, 2101)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date found in a line.

    `iso` is "2023-12-08" or, where a time is printed beside it, "2023-12-08T14:30" with the offset if that is
    printed too; None where the calendar has no such day. `others` are the folded words of the line that are
    not part of the date.
    """

    iso: str | None
    others: tuple[str, ...]
    span: tuple[int, int] = (0, 0)


def find_date(text: str) -> PrintedDate | None:
    """The first full date (day, month and year) printed in `text`, or None.

    A year alone, a day and month alone, a time alone and relative times ("منذ 3 ساعات") are no dates. A Hijri
    date beside it is set aside. Day-month-year is read before month-day-year, which counts only where the day
    shows it (03/25/2021).
    """
    folded = _HIJRI.sub(" ", " ".join(fold(text).split()))
    for shape in _SHAPES:
        for found in shape.finditer(folded):
            parts = found.groupdict()
            year, day = int(parts["y"]), int(parts["d"])
            if year not in _YEARS:
                continue
            month = MONTHS[parts["name"]] if parts.get("name") else int(parts["m"])
            if parts.get("m") and month > 12 >= day and found.start("d") < found.start("m"):
                month, day = day, month
            before, after = folded[: found.start()], folded[found.end() :]
            clock = _TIME.search(after) or _TIME.search(before)
            rest = _without(f"{before} {after}", clock)
            return PrintedDate(_iso(year, month, day, clock), rest)
    return None


def _without(rest: str, clock: re.Match[str] | None) -> tuple[str, ...]:
    if clock:
        rest = rest.replace(clock[0], " ", 1)
    return tuple(
        word for word in _LEFT_OVER.findall(rest) if word not in WEEKDAYS and word not in _CALENDAR_MARKS
    )


def _iso(year: int, month: int, day: int, clock: re.Match[str] | None) -> str | None:
    try:
        date = dt.date(year, month, day).isoformat()
    except ValueError:
        return None
    if clock is None:
        return date
    hour, half = int(clock["hour"]), clock["half"]
    if half in {"م", "مساء", "pm"} and hour < 12:
        hour += 12
    elif half in {"ص", "صباحا", "am"} and hour == 12:
        hour = 0
    second = f":{clock['second']}" if clock["second"] else ""
    moment = f"{date}T{hour:02d}:{clock['minute']}{second}{_offset(clock['zone'])}"
    try:
        dt.datetime.fromisoformat(moment)
    except ValueError:
        return date  # the clock has no such time: the day is stated all the same
    return moment


def _offset(zone: str | None) -> str:
    if zone is None:
        return ""
    if zone in {"z", "utc", "gmt"}:
        return "+00:00"
    return zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
