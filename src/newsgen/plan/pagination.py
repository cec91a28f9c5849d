"""Pages of a listing, counted from the oldest: an old page's address is permanent and its articles stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from newsgen.model.pages import Link, ListedCard, ListingKind, ListingPage


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
    yield replace(page(url, None, stream, address(numbered), None), count=count, before=before, after=after)
