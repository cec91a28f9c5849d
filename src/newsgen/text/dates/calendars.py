"""What a printed day is: its numbers in their order, checked against the calendar that they belong to."""

from __future__ import annotations

import datetime as dt
import re

from hijridate import Hijri

from newsgen.text.dates.names import HIJRI_MONTHS, MONTHS, any_of

_NUMBERS = re.compile("[0-9]+")
_MONTH = re.compile(any_of((*MONTHS, *HIJRI_MONTHS)))


def gregorian(printed: str) -> str | None:
    """The ISO date that `printed`, a day in a Gregorian shape, states; None if there is no such day."""
    try:
        return dt.date(*_year_month_day(printed)).isoformat()
    except ValueError:
        return None


def from_hijri(printed: str) -> str | None:
    """The ISO date on which `printed`, a day in a Hijri shape, fell by the Umm al-Qura calendar.

    None if the calendar has no such day. Its year is one of 1343 to 1500, as in the shapes.
    """
    try:
        return Hijri(*_year_month_day(printed)).to_gregorian().isoformat()
    except ValueError:
        return None


def _year_month_day(printed: str) -> tuple[int, int, int]:
    """Day-month is read before month-day, which counts where the day shows it (03/25/2021)."""
    numbers = _NUMBERS.findall(printed)
    place = next(place for place, number in enumerate(numbers) if len(number) == 4)
    year, rest = int(numbers[place]), [int(number) for number in numbers if len(number) != 4]
    if name := _MONTH.search(printed):
        word = " ".join(name[0].split())
        return year, (MONTHS.get(word) or HIJRI_MONTHS[word]), rest[0]
    day, month = rest
    if place == 0 or month > 12 >= day:
        day, month = month, day
    return year, month, day
