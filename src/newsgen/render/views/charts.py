"""Charts in SVG: places and lengths, in the units of a view box. Time runs as the page's lines do."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from newsgen.model.pages import Stretch
from newsgen.model.site import Direction

CELL = 40
_SLOT, _HEIGHT = 30, 60
_SPARK_HEIGHT = 36


class Cell(NamedTuple):
    """A day in a month's calendar: its corner, and its number."""

    x: int
    y: int
    day: int


class Bar(NamedTuple):
    """A bar that stands on the ground of a chart: the corner of its slot, its top, its length."""

    x: int
    top: int
    length: int


def month_cells(year: int, month: int, first_weekday: int, direction: Direction) -> list[Cell]:
    """The month's days, seven in a row below a row of weekdays. Monday is 0."""
    weeks = calendar.Calendar(first_weekday).monthdayscalendar(year, month)
    return [
        Cell(column_at(place, 7, CELL, direction), (row + 1) * CELL, day)
        for row, week in enumerate(weeks)
        for place, day in enumerate(week)
        if day
    ]


def column_at(place: int, columns: int, width: int, direction: Direction) -> int:
    """Where the column at `place`, counted from where lines begin, has its left edge."""
    return width * (place if direction == "ltr" else columns - 1 - place)


def bars(counts: Sequence[int], most: int, direction: Direction) -> list[Bar]:
    """A bar for each count, `most` filling the whole height; what is not nothing is at least to be seen."""
    lengths = [max(2, round(_HEIGHT * count / most)) if count else 0 for count in counts]
    return [
        Bar(column_at(place, len(counts), _SLOT, direction), _HEIGHT - length, length)
        for place, length in enumerate(lengths)
    ]


def tint(count: int, most: int) -> int:
    """0 for none, else 1 to 4: the quarter in which `count` lies on the way to `most`."""
    return -(-4 * count // most) if count else 0


class Spark(NamedTuple):
    """The course of something over time, month by month, as one path of upright strokes."""

    width: int
    path: str
    first: str
    last: str


def spark(course: Sequence[Stretch], direction: Direction) -> Spark | None:
    """The course as a path; None where it does not reach over three months."""
    dated = [stretch for stretch in course if stretch.month]
    if not dated:
        return None
    places = [_number(stretch.month) for stretch in dated]
    first, months = places[0], places[-1] - places[0] + 1
    if months < 3:
        return None
    most = max(stretch.articles for stretch in dated)
    strokes = [
        (column_at(place - first, months, 2, direction) + 1, max(2, round(_SPARK_HEIGHT * count / most)))
        for place, (_, count) in zip(places, dated, strict=True)
    ]
    strokes.sort()
    steps = [f"M{strokes[0][0]} {_SPARK_HEIGHT}v-{strokes[0][1]}"]
    steps += [f"m{x - before} {length}v-{after}" for (before, length), (x, after) in pairwise(strokes)]
    return Spark(2 * months, "".join(steps), dated[0].month, dated[-1].month)


def _number(month: str) -> int:
    """Months since the year 0."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1
