"""What a page of a listing shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from newsgen.model.pages import ListedCard, ListingKind, ListingPage, Profile
from newsgen.model.site import Site
from newsgen.render.markup import address
from newsgen.render.views.charts import Spark, spark
from newsgen.render.views.parts import (
    Anchor,
    DayView,
    TermView,
    day_views,
    neighbour,
    term_views,
)
from newsgen.render.voice import Voice
from newsgen.render.words import message

_KINDS: dict[ListingKind, str] = {
    "tag": message("Tag"),
    "source": message("Source"),
    "author": message("Author"),
    "day": message("Day"),
    "month": message("Month"),
}


@dataclass(frozen=True, slots=True)
class ProfileView:
    """A term's course over time and what occurs with it. `share` of a year is 1 to 20, its bar's length."""

    spark: Spark | None
    first: str
    last: str
    years: list[tuple[TermView, int]]
    tags: list[TermView]
    sources: list[TermView]
    authors: list[TermView]


class ListView(NamedTuple):
    """A list of citations: its address without a suffix, and its number where it is not the only one."""

    href: str
    number: str


@dataclass(frozen=True, slots=True)
class ListingView:
    """A page of a listing, ready to print. What it does not have is "" or None.

    A month has its articles in `days`, all other listings in `cards`. `span` are the days from which to which
    the page's articles are; `position` is a numbered page's number, counted from the oldest.
    """

    title: str
    description: str
    heading: Markup
    eyebrow: str
    hijri: str
    count: str
    position: str
    span: str
    cards: tuple[ListedCard, ...]
    days: list[DayView]
    profile: ProfileView | None
    newer: str | None
    older: str | None
    home: str
    before: Anchor | None
    after: Anchor | None
    neighbours: str
    feed: str | None
    citations: list[ListView]


def listing_view(page: ListingPage, root: str, site: Site, voice: Voice) -> ListingView:
    """What the listing's page shows."""
    dated = page.kind in {"day", "month"}
    undated = page.kind == "undated"
    kind = "" if undated else voice.text(_KINDS[page.kind])
    name = voice.text("Articles without a date") if undated else page.key
    name = voice.dates.name(name) if dated else name
    title = name if dated or undated else voice.said("%(kind)s: %(name)s", kind=kind, name=name)
    position = voice.number(page.number) if page.number else ""
    if position:
        title = voice.said("%(title)s, page %(number)s", title=title, number=position)
    by_day = page.kind == "month"
    return ListingView(
        title=title,
        description=voice.said("%(title)s in %(site)s", title=title, site=site.title),
        heading=voice.isolate(name),
        eyebrow=kind,
        hijri=voice.hijri(page.key.replace("/", "-")) if page.kind == "day" else "",
        count=voice.counted(page.count, "article") if page.count is not None else "",
        position=voice.said("Page %(number)s, counted from the oldest", number=position) if position else "",
        span=_span(page, voice) if page.kind != "day" else "",
        cards=() if by_day else page.cards,
        days=day_views(page.cards, root, voice) if by_day else [],
        profile=_profile(page.profile, root, voice) if page.profile else None,
        newer=None if page.newer is None else address(root, page.newer),
        older=None if page.older is None else address(root, page.older),
        home=address(root, page.home),
        before=neighbour(page.before, root, voice),
        after=neighbour(page.after, root, voice),
        neighbours=voice.text("Neighbouring days")
        if page.kind == "day"
        else voice.text("Neighbouring months"),
        feed=address(root, f"{page.home}feed.xml") if page.kind in {"tag", "source"} else None,
        citations=_lists(page.citations, root, voice),
    )


def _lists(names: tuple[str, ...], root: str, voice: Voice) -> list[ListView]:
    """The lists, the newest articles' first, numbered from the oldest."""
    numbers = range(len(names), 0, -1) if len(names) > 1 else ()
    numbered = [voice.number(number) for number in numbers] or [""] * len(names)
    return [ListView(address(root, name), number) for name, number in zip(names, numbered, strict=True)]


def _span(page: ListingPage, voice: Voice) -> str:
    """From which day to which: only where the listing goes on, else the page itself shows it."""
    days = [card.day for card in page.cards if card.day]
    if not days or (page.newer is None and page.older is None):
        return ""
    newest, oldest = voice.dates.short(days[0]), voice.dates.short(days[-1])
    if newest == oldest:
        return newest
    return voice.said("%(first)s to %(last)s", first=oldest, last=newest)


def _profile(profile: Profile, root: str, voice: Voice) -> ProfileView:
    line = spark(profile.course, voice.direction)
    most = max((year.count for year in profile.years), default=1)
    years = [
        TermView(voice.dates.name(year.name), address(root, year.url), voice.number(year.count))
        for year in profile.years
    ]
    return ProfileView(
        spark=line,
        first=voice.dates.name(line.first) if line else "",
        last=voice.dates.name(line.last) if line else "",
        years=[
            (year, max(1, round(20 * term.count / most)))
            for year, term in zip(years, profile.years, strict=True)
        ],
        tags=term_views(profile.tags, root, voice),
        sources=term_views(profile.sources, root, voice),
        authors=term_views(profile.authors, root, voice),
    )
