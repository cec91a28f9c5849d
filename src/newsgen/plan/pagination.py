"""Pages of a listing, counted from the oldest: an old page's address is permanent and its articles stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby, islice

from newsgen.model.pages import Link, ListedCard, ListingKind, ListingPage, Profile, Stretch, Term


def numbered_pages(count: int, size: int) -> int:
    """How many numbered pages a listing of `count` articles has beside its own address.

    Each holds `size` articles. The listing's own address holds the rest, and never fewer than `size` where
    there are that many: a reader is not led to a newest page with a single article on it.
    """
    return max(0, count // size - 1)


def first_outdated(unchanged: int, count: int, size: int) -> int:
    """The number of the first page on which a change shows that left the `unchanged` oldest articles alone.

    The page before the change counts as well: its link to the next one leads to the listing's own address or
    to a numbered page, depending on how many there are.
    """
    return max(1, min(unchanged // size, numbered_pages(count, size) + 1) - 1)


def year_pages(course: Sequence[Stretch], url: str, count: int, size: int) -> tuple[Term, ...]:
    """The years of a listing's `course`, newest first, each with the page on which its newest article is."""
    years = [
        (year, sum(stretch.articles for stretch in months))
        for year, months in groupby(course, lambda stretch: stretch.month[:4])
    ]
    numbered = numbered_pages(count, size)
    ranks = accumulate(counted for _, counted in years)
    found = [
        Term(year, f"{url}page/{number}/" if (number := (rank - 1) // size + 1) <= numbered else url, counted)
        for (year, counted), rank in zip(years, ranks, strict=True)
        if year
    ]
    return tuple(reversed(found))


def listing_pages(
    kind: ListingKind,
    name: str,
    url: str,
    count: int,
    cards: Iterable[ListedCard],
    *,
    size: int,
    first: int = 1,
    before: Link | None = None,
    after: Link | None = None,
    profile: Profile | None = None,
) -> Iterator[ListingPage]:
    """The pages of a listing from page number `first` on; holds the cards of one at a time.

    `cards` come oldest first, those of the pages before `first` left out.
    """
    numbered = numbered_pages(count, size)
    stream = iter(cards)

    def address(number: int) -> str | None:
        if number < 1:
            return None
        return f"{url}page/{number}/" if number <= numbered else url

    def page(
        at: str, number: int | None, shown: Iterable[ListedCard], older: str | None, newer: str | None
    ) -> ListingPage:
        newest_first = tuple(reversed(list(shown)))
        return ListingPage(at, kind, name, url, number, None, newest_first, older, newer)

    for number in range(first, numbered + 1):
        shown = islice(stream, size)
        yield page(f"{url}page/{number}/", number, shown, address(number - 1), address(number + 1))
    newest = page(url, None, stream, address(numbered), None)
    yield replace(newest, count=count, before=before, after=after, profile=profile)
