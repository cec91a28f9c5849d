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
from newsgen.render.markup import mark
from newsgen.render.voice import Voice
from newsgen.render.words import message

INDEX_NAMES = {"tag": message("Tags"), "source": message("Sources"), "author": message("Authors")}
_INDEX_URLS = {"tag": "tags/", "source": "sources/", "author": "authors/"}


def crumbs(page: Page, voice: Voice) -> tuple[Link, ...]:
    """The way from the home page down to `page`, without `page` itself."""
    if isinstance(page, HomePage | NotFoundPage | MovedPage):
        return ()
    return (Link(voice.text("Home"), ""), *_above(page, voice))


def _above(page: Page, voice: Voice) -> tuple[Link, ...]:
    dates = Link(voice.text("Dates"), "dates/")
    match page:
        case ArticlePage(article=article, day=Link()) if article.published:
            return (dates, *_calendar_path(article.published[:10].split("-"), voice))
        case ArticlePage(article=article) if article.published is None:
            return (Link(voice.text("Undated"), "undated/"),)
        case ListingPage(kind="day" | "month", key=key):
            return (dates, *_calendar_path(key.split("/")[:-1], voice))
        case ListingPage(kind="tag" | "source" | "author" as kind):
            return (Link(voice.text(INDEX_NAMES[kind]), _INDEX_URLS[kind]),)
        case ListingPage() | YearPage():
            return (dates,)
    return ()


def _calendar_path(parts: list[str], voice: Voice) -> tuple[Link, ...]:
    keys = ["/".join(parts[:depth]) for depth in range(1, len(parts) + 1)]
    return tuple(Link(voice.dates.step(key), mark(f"{key}/")) for key in keys)
