"""What the views of several pages are made of."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from newsgen.model.pages import Card, Headline, Link, ListedCard, Term
from newsgen.render.markup import address
from newsgen.render.voice import Voice


class Anchor(NamedTuple):
    """A link: what stands on it, and where it leads from this page."""

    text: Markup | str
    href: str


class HeadlineView(NamedTuple):
    """An article named in passing."""

    heading: Markup
    href: str
    inferred: bool
    source: Markup | None
    published: str | None
    date: str


class CardView(NamedTuple):
    """An article in a listing."""

    heading: Markup
    href: str
    inferred: bool
    source: Markup | None
    published: str | None
    date: str
    summary: Markup | None


class DayView(NamedTuple):
    """The articles of a day in a listing; `hijri` is "" where the site shows none."""

    name: str
    hijri: str
    href: str
    cards: list[ListedCard]


class TermView(NamedTuple):
    """A term with its number of articles, in words and in digits."""

    name: Markup | str
    href: str
    number: str


def headline_views(headlines: Iterable[Headline], root: str, voice: Voice) -> list[HeadlineView]:
    """Headlines, ready to print."""
    return [headline_view(headline, root, voice) for headline in headlines]


def headline_view(headline: Headline, root: str, voice: Voice) -> HeadlineView:
    """A headline, ready to print."""
    url, heading, stated, source, published = headline
    return HeadlineView(
        voice.isolate(heading),
        address(root, url),
        not stated,
        voice.isolate(source) if source else None,
        published,
        voice.dates.short(published) if published else "",
    )


def card_view(card: Card, root: str, voice: Voice) -> CardView:
    """An article's card, ready to print."""
    headline = Headline(card.url, card.heading, card.title_stated, card.source, card.published)
    summary = voice.isolate_passage(card.summary) if card.summary else None
    return CardView(*headline_view(headline, root, voice), summary)


def day_views(cards: Iterable[ListedCard], root: str, voice: Voice) -> list[DayView]:
    """The cards of each day together, in the order in which they come; the undated ones are a day as well."""
    days = groupby(cards, lambda card: card.day)
    return [
        DayView(
            voice.dates.name(day) if day else voice.text("Undated"),
            voice.hijri(day),
            address(root, f"{day.replace('-', '/')}/") if day else address(root, "undated/"),
            list(group),
        )
        for day, group in days
    ]


def term_views(terms: Iterable[Term], root: str, voice: Voice) -> list[TermView]:
    """Terms, ready to print."""
    return [
        TermView(voice.isolate(term.name), address(root, term.url), voice.number(term.count))
        for term in terms
    ]


def neighbour(link: Link | None, root: str, voice: Voice) -> Anchor | None:
    """The day, month or year beside a page, by its name."""
    return Anchor(voice.dates.name(link.title), address(root, link.url)) if link else None
