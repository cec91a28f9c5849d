"""A month as a calendar, and how strongly a day or month is tinted."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass

from babel import Locale
from babel.dates import get_day_names

from newsgen.model.pages import Month, Term


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month; `term` is None where it has no articles."""

    number: int
    term: Term | None


def weeks(month: Month, first_weekday: int) -> list[list[Day | None]]:
    """The month's weeks of seven places, None where a place belongs to another month. Monday is 0."""
    year, number = (int(part) for part in month.key.split("/"))
    terms = {int(term.name.rsplit("/", 1)[-1]): term for term in month.days}
    grid = calendar.Calendar(first_weekday).monthdayscalendar(year, number)
    return [[Day(day, terms.get(day)) if day else None for day in week] for week in grid]


def weekdays(locale: Locale) -> list[tuple[str, str]]:
    """The weekdays, (name, one letter), in the order in which the country's weeks run."""
    names = get_day_names("wide", locale=locale)
    letters = get_day_names("narrow", "stand-alone", locale=locale)
    order = [(locale.first_week_day + place) % 7 for place in range(7)]
    return [(names[day], letters[day]) for day in order]


def tint(count: int, most: int) -> int:
    """0 for none, else 1 to 4: the quarter in which `count` lies on the way to `most`."""
    return -(-4 * count // most) if count else 0


def busiest_day(months: Iterable[Month]) -> int:
    """The greatest number of articles on one day of `months`."""
    return max((day.count for month in months for day in month.days), default=0)
