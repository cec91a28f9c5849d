"""Pages of a listing, counted from the oldest: an old page's address is permanent and its articles stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from newsgen.model.pages import Card, Link, ListingKind, ListingPage


def numbered_pages(count: int, size: int) -> int:
    """How many numbered pages a listing of `count` articles has beside its own address.

    Each holds `size` articles. The listing's own address holds the rest, and never fewer than `size` where
    there are that many: a reader is not led to a newest page with a single article on it.
    """
    return max(0, count // size - 1)


def listing_pages(
    kind: ListingKind,
    name: str,
    url: str,
    count: int,
    cards: Iterable[Card],
    *,
    size: int,
    before: Link | None = None,
    after: Link | None = None,
) -> Iterator[ListingPage]:
    """The pages of a listing from its `cards`, which come oldest first; holds one page of them at a time."""
    numbered = numbered_pages(count, size)
    stream = iter(cards)

    def address(number: int) -> str | None:
        if number < 1:
            return None
        return f"{url}page/{number}/" if number <= numbered else url

    for number in range(1, numbered + 1):
        yield ListingPage(
            url=f"{url}page/{number}/",
            kind=kind,
            key=name,
            home=url,
            number=number,
            count=None,
            cards=tuple(reversed(list(islice(stream, size)))),
            older=address(number - 1),
            newer=address(number + 1),
        )
    yield ListingPage(
        url=url,
        kind=kind,
        key=name,
        home=url,
        number=None,
        count=count,
        cards=tuple(reversed(list(stream))),
        older=address(numbered),
        newer=None,
        before=before,
        after=after,
    )
