"""What a year's page and the overview of all years show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from newsgen.model.pages import DatesPage, Month, Year, YearPage
from newsgen.model.site import Site
from newsgen.render.markup import address
from newsgen.render.views.charts import CELL, bars, column_at, month_cells, tint
from newsgen.render.views.parts import Anchor, neighbour
from newsgen.render.voice import Voice


class DayCell(NamedTuple):
    """A day of a calendar; `href` is None where it has no articles. `tint` is 1 to 4."""

    x: int
    y: int
    number: str
    href: str | None = None
    label: str = ""
    articles: str = ""
    tint: int = 0


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month with its calendar; `href` is None where it has no articles, `height` the drawing's."""

    name: str
    href: str | None
    count: str
    height: int
    days: list[DayCell]


@dataclass(frozen=True, slots=True)
class YearView:
    """A year, ready to print. `weekdays` are (x, letter)."""

    title: str
    description: str
    count: str
    weekdays: list[tuple[int, str]]
    months: list[MonthView]
    before: Anchor | None
    after: Anchor | None


class MonthBar(NamedTuple):
    """A month in the overview; `href` is None where it has no articles."""

    x: int
    top: int
    length: int
    letter: str
    label: str
    articles: str
    href: str | None


@dataclass(frozen=True, slots=True)
class YearBars:
    """A year in the overview."""

    name: str
    href: str
    count: str
    months: list[MonthBar]


@dataclass(frozen=True, slots=True)
class DatesView:
    """The overview of all years. `count` and `undated` are "" where there is nothing to count."""

    title: str
    description: str
    count: str
    years: list[YearBars]
    undated: str


def year_view(page: YearPage, root: str, site: Site, voice: Voice) -> YearView:
    """What a year's page shows."""
    name = voice.dates.name(str(page.year))
    most = max((day.count for month in page.months for day in month.days), default=0)
    return YearView(
        title=name,
        description=voice.said("The year %(year)s in %(site)s, month by month", year=name, site=site.title),
        count=voice.counted(page.count, "article"),
        weekdays=[
            (column_at(place, 7, CELL, voice.direction) + CELL // 2, letter)
            for place, (_, letter) in enumerate(voice.dates.weekdays())
        ],
        months=[_month(month, most, root, voice) for month in _whole_year(page)],
        before=neighbour(page.before, root, voice),
        after=neighbour(page.after, root, voice),
    )


def _whole_year(page: YearPage) -> list[Month]:
    """All twelve months: where nothing was published, the calendar shows it."""
    found = {month.key: month for month in page.months}
    keys = [f"{page.year:04}/{number:02}" for number in range(1, 13)]
    return [found.get(key) or Month(key, "", 0, ()) for key in keys]


def _month(month: Month, most: int, root: str, voice: Voice) -> MonthView:
    terms = {int(term.name[8:]): term for term in month.days}
    days = []
    year, number = int(month.key[:4]), int(month.key[5:])
    for x, y, day in month_cells(year, number, voice.dates.locale.first_week_day, voice.direction):
        term = terms.get(day)
        shown = voice.number(day)
        if term is None:
            days.append(DayCell(x, y, shown))
        else:
            label = f"{voice.dates.name(term.name)}: {voice.counted(term.count, 'article')}"
            days.append(
                DayCell(
                    x,
                    y,
                    shown,
                    address(root, term.url),
                    label,
                    voice.number(term.count),
                    tint(term.count, most),
                )
            )
    return MonthView(
        name=voice.dates.name(month.key),
        href=address(root, month.url) if month.count else None,
        count=voice.counted(month.count, "article") if month.count else "",
        height=max(day.y for day in days) + CELL,
        days=days,
    )


def dates_view(page: DatesPage, root: str, site: Site, voice: Voice) -> DatesView:
    """What the overview of all years shows: small charts to one scale."""
    most = max((count for year in page.years for count in year.months), default=0)
    undated = voice.counted(page.undated, "article") if page.undated else ""
    return DatesView(
        title=voice.text("Dates"),
        description=voice.said("Every year and month of which %(site)s has articles", site=site.title),
        count=voice.counted(len(page.years), "year") if page.years else "",
        years=[_year(year, most, root, voice) for year in page.years],
        undated=voice.said("%(articles)s without a date", articles=undated) if undated else "",
    )


def _year(year: Year, most: int, root: str, voice: Voice) -> YearBars:
    months = []
    for number, (count, bar) in enumerate(
        zip(year.months, bars(year.months, most, voice.direction), strict=True), start=1
    ):
        name = voice.dates.name(f"{year.year}/{number:02}")
        label = f"{name}: {voice.counted(count, 'article')}"
        href = address(root, f"{year.url}{number:02}/") if count else None
        months.append(MonthBar(*bar, voice.dates.month_letter(number), label, voice.number(count), href))
    return YearBars(
        voice.dates.name(str(year.year)),
        address(root, year.url),
        voice.counted(year.count, "article"),
        months,
    )
