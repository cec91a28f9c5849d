"""The files beside a listing's pages: its feed, and its articles as lists of citations."""

from __future__ import annotations

from newsgen.model.pages import ListingKind
from newsgen.plan.pagination import first_outdated, numbered_pages

# Reference managers take some thousand items at once.
CITATIONS = 1000
_KINDS = frozenset({"tag", "source"})


def feed_of(kind: ListingKind, url: str) -> str | None:
    """The address of the feed of the listing at `url`; only sources and tags have one."""
    return f"{url}feed.xml" if kind in _KINDS else None


def citation_lists(kind: ListingKind, url: str, count: int) -> list[str]:
    """The addresses, without suffix, of a source's or tag's lists of citations, the newest articles' first.

    As with its pages, the oldest CITATIONS articles stand in the first list for ever. A single article has
    its citation on its own page.
    """
    if kind not in _KINDS or count < 2:
        return []
    numbers = range(numbered_pages(count, CITATIONS), 0, -1)
    return [f"{url}citations", *(f"{url}citations-{number}" for number in numbers)]


def first_outdated_list(unchanged: int, count: int) -> int:
    """The number of the first list with a change, where that left the `unchanged` oldest articles alone."""
    return first_outdated(unchanged, count, CITATIONS)
