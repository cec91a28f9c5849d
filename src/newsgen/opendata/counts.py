"""How many articles each source and tag has on each day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from newsgen.opendata.table import csv_lines

_COUNTED = frozenset({"source", "tag"})
COUNT_COLUMNS = ("date", "kind", "name", "url", "articles")


class DailyCounts(NamedTuple):
    """The articles of a term on a day: `kind` is source or tag, `url` the term's page."""

    date: str
    kind: str
    name: str
    url: str
    articles: int


def count_days(
    days: Iterable[tuple[str, Iterable[Sequence[str]]]], named: Callable[[str, str], tuple[str, str] | None]
) -> Iterator[DailyCounts]:
    """The counts for each article's ISO day and the terms (kind, key) that it has, in order.

    `named` gives a term's name and address, None for one that is not counted.
    """
    counts = Counter((day, kind, key) for day, terms in days for kind, key in terms if kind in _COUNTED)
    for (day, kind, key), articles in sorted(counts.items()):
        if found := named(kind, key):
            yield DailyCounts(day, kind, *found, articles)


def counts_csv(counts: Iterable[DailyCounts]) -> bytes:
    """The table of these counts."""
    return csv_lines([COUNT_COLUMNS, *counts]).encode()
