"""What the catalogue holds, put together as the pages of the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from newsgen.archive import Archive, article_from_json
from newsgen.archive.entry import TERM_FOLDERS, term_url
from newsgen.archive.listings import Listing
from newsgen.archive.pages import PendingArticle
from newsgen.metadata import cite
from newsgen.model.pages import (
    SOCIAL_CARD,
    AboutPage,
    ArticlePage,
    Card,
    DatesPage,
    HomePage,
    Link,
    ListingPage,
    Month,
    MovedPage,
    NotFoundPage,
    Page,
    Profile,
    RelatedLink,
    SearchPage,
    SocialCard,
    Term,
    TermIndexPage,
    TermKind,
    Year,
    YearPage,
)
from newsgen.model.site import Site
from newsgen.plan import citation_lists, listing_pages, year_pages
from newsgen.text.fold import key

_NEWEST = 15
_MOST_USED = 24
# Fewer articles show by themselves what there is to see of a term.
_LEAST_FOR_A_PROFILE = 3
_ANNIVERSARIES = 5


def article_page(pending: PendingArticle, site: Site) -> ArticlePage:
    """The page of an article; called where it is rendered."""
    article = article_from_json(pending.record)
    held = dict(pending.related)
    day = (article.published or "")[:10]
    return ArticlePage(
        url=pending.url,
        article=article,
        day=Link(day, f"{day.replace('-', '/')}/") if day else None,
        source=_term_link("source", article.source),
        author=_term_link("author", article.author),
        tags=tuple(link for tag in article.tags if (link := _term_link("tag", tag))),
        related=tuple(
            RelatedLink(item.title, item.source, item.text, held.get(key(item.title)), item.url)
            for item in article.related
        ),
        previous=pending.previous,
        next=pending.next,
        source_previous=pending.source_previous,
        source_next=pending.source_next,
        kindred=pending.kindred,
        citation=cite(article, pending.url, site),
    )


def card_of(page: ArticlePage) -> Card:
    """What listings show of the article of a page."""
    article = page.article
    return Card(
        url=page.url,
        heading=article.heading,
        title_stated=article.title is not None,
        source=article.source,
        published=article.published,
        summary=article.summary,
    )


def _term_link(kind: TermKind, name: str | None) -> Link | None:
    url = term_url(kind, name)
    return Link(name, url) if name and url else None


def pages_of(archive: Archive, listing: Listing, page_size: int, first: int) -> Iterator[ListingPage]:
    """The pages of a listing from page number `first` on, oldest first."""
    before, after = archive.listings.beside(listing)
    citations = tuple(citation_lists(listing.kind, listing.url, listing.count))
    pages = listing_pages(
        listing.kind,
        listing.name,
        listing.url,
        listing.count,
        archive.listings.cards(listing.id, page_size * (first - 1)),
        size=page_size,
        first=first,
        before=before,
        after=after,
        profile=_profile(archive, listing, page_size),
    )
    return (page if page.number else replace(page, citations=citations) for page in pages)


def moved_pages(archive: Archive) -> Iterator[MovedPage]:
    """The pages at the addresses that articles had before they were corrected."""
    for old, heading, url in archive.entries.former_addresses():
        yield MovedPage(old, Link(heading, url))


def _profile(archive: Archive, listing: Listing, page_size: int) -> Profile | None:
    if listing.kind not in TERM_FOLDERS or listing.count < _LEAST_FOR_A_PROFILE:
        return None
    course = archive.listings.course(listing)
    years = year_pages(course, listing.url, listing.count, page_size)
    return Profile(course, years, *archive.listings.company(listing))


def single_pages(archive: Archive, *, search: bool, social_card: bool) -> Iterator[Page]:
    """The pages that there is one of: home, indexes, years, about, search, 404, social card; if wanted."""
    holdings = archive.listings.holdings()
    years = list(_years(archive))
    sources = archive.listings.most_used("source", _MOST_USED)
    anniversary = _anniversary(years)
    yield HomePage(
        url="",
        holdings=holdings,
        cards=archive.listings.newest(_NEWEST),
        sources=sources,
        tags=archive.listings.most_used("tag", _MOST_USED),
        years=tuple(Term(str(year.year), year.url, year.count) for year in reversed(years)),
        anniversary=anniversary[0] if anniversary else None,
        on_this_day=tuple(map(archive.listings.first_of_day, anniversary[1 : _ANNIVERSARIES + 1])),
    )
    for kind, folder in TERM_FOLDERS.items():
        yield TermIndexPage(f"{folder}/", kind, archive.listings.terms(kind))
    yield DatesPage("dates/", tuple(_overview(year) for year in reversed(years)), holdings.undated)
    yield from years
    yield AboutPage(
        url="about/",
        holdings=holdings,
        sources=sources,
        encodings=archive.entries.encodings(),
        problems=archive.documents.problem_tallies(),
        corrections=archive.entries.corrected(),
        unread=archive.documents.unread_seeds(),
    )
    if search:
        yield SearchPage("search/", holdings)
    yield NotFoundPage("404.html")
    if social_card:
        yield SocialCard(SOCIAL_CARD)


def _anniversary(years: list[YearPage]) -> list[str]:
    """The newest day that has a namesake with articles in an earlier year, and its namesakes, newest first.

    The archive's own newest day of that kind, not the reader's today: a page must not depend on a clock.
    """
    namesakes: dict[str, list[str]] = {}
    for year in reversed(years):
        for month in year.months:
            for day in month.days:
                namesakes.setdefault(day.name[5:], []).append(day.name)
    return max((days for days in namesakes.values() if len(days) > 1), default=[])


def _overview(page: YearPage) -> Year:
    counts = {int(month.key[5:]): month.count for month in page.months}
    return Year(page.year, page.url, page.count, tuple(counts.get(number, 0) for number in range(1, 13)))


def _years(archive: Archive) -> Iterator[YearPage]:
    """The years that have articles, the oldest first, each with links to the years beside it."""
    days = {
        month: tuple(found)
        for month, found in groupby(archive.listings.dates("day"), lambda day: day.url[:7])
    }
    months = groupby(archive.listings.dates("month"), lambda month: month.url[:4])
    grouped = [
        (year, tuple(Month(month.url[:7], month.url, month.count, days[month.url[:7]]) for month in found))
        for year, found in months
    ]
    for place, (year, found) in enumerate(grouped):
        before = grouped[place - 1][0] if place else None
        after = grouped[place + 1][0] if place + 1 < len(grouped) else None
        yield YearPage(
            url=f"{year}/",
            year=int(year),
            count=sum(month.count for month in found),
            months=found,
            before=Link(before, f"{before}/") if before else None,
            after=Link(after, f"{after}/") if after else None,
        )
