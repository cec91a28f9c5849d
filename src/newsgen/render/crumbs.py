"""Breadcrumbs: the pages above a page."""

from __future__ import annotations

from newsgen.model.pages import (
    ArticlePage,
    HomePage,
    Link,
    ListingPage,
    MovedPage,
    NotFoundPage,
    Page,
    YearPage,
)
from newsgen.render.dates import Dates

_HOME = Link("الرئيسية", "")
_DATES = Link("التواريخ", "dates/")
_UNDATED = Link("بلا تاريخ", "undated/")
_INDEXES = {
    "tag": Link("الوسوم", "tags/"),
    "source": Link("المصادر", "sources/"),
    "author": Link("الكتّاب", "authors/"),
    "undated": _DATES,
}


def crumbs(page: Page, dates: Dates) -> tuple[Link, ...]:
    """The way from the home page down to `page`, without `page` itself."""
    above: tuple[Link, ...] = ()
    match page:
        case HomePage() | NotFoundPage() | MovedPage():
            return ()
        case ArticlePage(article=article, day=Link()) if article.published:
            above = _calendar_path(article.published[:10].split("-"), dates)
        case ArticlePage(article=article) if article.published is None:
            above = (_UNDATED,)
        case ListingPage(kind="day" | "month", key=key):
            above = _calendar_path(key.split("/")[:-1], dates)
        case ListingPage(kind=kind):
            above = (_INDEXES[kind],)
        case YearPage():
            above = (_DATES,)
    return (_HOME, *above)


def _calendar_path(parts: list[str], dates: Dates) -> tuple[Link, ...]:
    keys = ["/".join(parts[:depth]) for depth in range(1, len(parts) + 1)]
    return (_DATES, *(Link(dates.step(key), f"{key}/") for key in keys))
