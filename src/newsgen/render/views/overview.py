"""What the home page, the indexes of terms, about, the 404 page and pages that have moved show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from newsgen.model.pages import (
    AboutPage,
    Holdings,
    HomePage,
    MovedPage,
    NotFoundPage,
    Tally,
    Term,
    TermIndexPage,
)
from newsgen.model.site import Site
from newsgen.render.crumbs import INDEX_NAMES
from newsgen.render.markup import address
from newsgen.render.views.parts import (
    Anchor,
    DayView,
    HeadlineView,
    TermView,
    day_views,
    headline_views,
    term_views,
)
from newsgen.render.voice import Voice
from newsgen.render.words import message
from newsgen.text.collation import initial


class Holding(NamedTuple):
    """A figure of the archive, and the page that tells more."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class HoldingsView:
    """What the archive holds; `first` and `last` are "" where nothing has a date, `span` says both."""

    figures: list[Holding]
    span: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page, ready to print."""

    title: str
    description: str
    holdings: HoldingsView | None
    days: list[DayView]
    years: list[TermView]
    sources: list[TermView]
    tags: list[TermView]
    anniversary: str
    on_this_day: list[HeadlineView]


class Letter(NamedTuple):
    """The terms of an index that begin with a letter; `anchor` is the letter's id in the page."""

    letter: str
    anchor: str
    terms: list[TermView]


@dataclass(frozen=True, slots=True)
class TermsView:
    """An index of terms, ready to print."""

    title: str
    description: str
    count: str
    letters: list[Letter]
    empty: str
    search: str


class Row(NamedTuple):
    """A row of a table of tallies."""

    name: str
    number: str


@dataclass(frozen=True, slots=True)
class AboutView:
    """The page about the archive, ready to print."""

    title: str
    description: str
    holdings: HoldingsView | None
    sources: list[TermView]
    facts: list[Markup]
    encodings: list[Row]
    problems: list[Row]


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page for addresses that do not exist."""

    title: str
    description: str


@dataclass(frozen=True, slots=True)
class MovedView:
    """A page that says where its article is now."""

    title: str
    description: str
    target: Anchor


_EMPTY = {
    "tag": message("No tags yet"),
    "source": message("No sources yet"),
    "author": message("No authors yet"),
}
_SEARCH = {
    "tag": message("Find a tag"),
    "source": message("Find a source"),
    "author": message("Find an author"),
}


def home_view(page: HomePage, root: str, site: Site, voice: Voice) -> HomeView:
    """What the home page shows."""
    return HomeView(
        title=site.title,
        description=site.description or site.title,
        holdings=_holdings(page.holdings, root, voice),
        days=day_views(page.cards, root, voice),
        years=[_year(year, root, voice) for year in page.years],
        sources=term_views(page.sources, root, voice),
        tags=term_views(page.tags, root, voice),
        anniversary=voice.dates.step(page.anniversary) if page.anniversary else "",
        on_this_day=headline_views(page.on_this_day, root, voice),
    )


def _year(year: Term, root: str, voice: Voice) -> TermView:
    return TermView(voice.dates.name(year.name), address(root, year.url), voice.number(year.count))


def _holdings(holdings: Holdings, root: str, voice: Voice) -> HoldingsView | None:
    if not holdings.articles:
        return None
    figures = [
        Holding(voice.counted(holdings.articles, "article"), address(root, "dates/")),
        Holding(voice.counted(holdings.sources, "source"), address(root, "sources/")),
        Holding(voice.counted(holdings.authors, "author"), address(root, "authors/")),
        Holding(voice.counted(holdings.tags, "tag"), address(root, "tags/")),
    ]
    if holdings.undated:
        undated = voice.counted(holdings.undated, "article")
        figures.append(
            Holding(voice.said("%(articles)s without a date", articles=undated), address(root, "undated/"))
        )
    span = ""
    if holdings.first and holdings.last:
        days = {"first": voice.dates.short(holdings.first), "last": voice.dates.short(holdings.last)}
        span = voice.said("From %(first)s to %(last)s", **days)
    return HoldingsView(figures, span)


def terms_view(page: TermIndexPage, root: str, site: Site, voice: Voice) -> TermsView:
    """What an index of terms shows: its terms under their first letters, both in the order they come."""
    groups: dict[str, list[Term]] = {}
    for term in page.terms:
        groups.setdefault(initial(term.name), []).append(term)
    title = voice.text(INDEX_NAMES[page.kind])
    count = voice.counted(len(page.terms), page.kind)
    return TermsView(
        title=title,
        description=voice.said("%(title)s in %(site)s: %(count)s", title=title, site=site.title, count=count),
        count=count if page.terms else "",
        letters=[
            Letter(letter, f"letter-{place}", term_views(terms, root, voice))
            for place, (letter, terms) in enumerate(groups.items(), start=1)
        ],
        empty=voice.text(_EMPTY[page.kind]),
        search=voice.text(_SEARCH[page.kind]),
    )


def about_view(page: AboutPage, root: str, site: Site, voice: Voice) -> AboutView:
    """What the page about the archive shows."""
    problems = sum(problem.count for problem in page.problems)
    facts = [
        voice.said("Not read: %(documents)s", documents=voice.counted(page.unread, "document")),
        voice.said(
            "Mended by hand: %(corrections)s", corrections=voice.counted(page.corrections, "correction")
        ),
        voice.said("Noted while reading: %(problems)s", problems=voice.counted(problems, "problem")),
    ]
    return AboutView(
        title=voice.text("About the archive"),
        description=voice.said(
            "What %(site)s holds, where it comes from, and how its documents were read", site=site.title
        ),
        holdings=_holdings(page.holdings, root, voice),
        sources=term_views(page.sources, root, voice),
        facts=facts,
        encodings=_rows(page.encodings, voice),
        problems=_rows(page.problems, voice),
    )


def _rows(tallies: tuple[Tally, ...], voice: Voice) -> list[Row]:
    return [Row(tally.name, voice.number(tally.count)) for tally in tallies]


def not_found_view(_page: NotFoundPage, _root: str, site: Site, voice: Voice) -> NotFoundView:
    """What the 404 page shows."""
    return NotFoundView(voice.text("Page not found"), site.description or site.title)


def moved_view(page: MovedPage, root: str, site: Site, voice: Voice) -> MovedView:
    """What stands at a former address."""
    target = Anchor(voice.isolate(page.target.title), address(root, page.target.url))
    return MovedView(page.target.title, site.description or site.title, target)
