"""How many articles each source and tag has on each day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from newsgen.opendata.table import csv_lines

_COUNTED = ("source\t", "tag\t")
COUNT_COLUMNS = ("date", "kind", "name", "url", "articles")


class DailyCounts(NamedTuple):
    """The articles of a term on a day: `kind` is source or tag, `url` the term's page."""

    date: str
    kind: str
    name: str
    url: str
    articles: int


def count_days(
    days: Iterable[tuple[str, str]],
    named: Callable[[str, str], tuple[str, str] | None],
) -> Iterator[DailyCounts]:
    """The counts for each article's ISO day and its listings: kind, key, spelling, a line each, tabs between.

    In order of day, kind and key. `named` gives a term's name and address, None for one that there is not.
    """
    counts = Counter(
        day + "\t" + term.rpartition("\t")[0]
        for day, terms in days
        for term in terms.split("\n")
        if term.startswith(_COUNTED)
    )
    for term, articles in sorted(counts.items()):
        day, kind, key = term.split("\t")
        if found := named(kind, key):
            yield DailyCounts(day, kind, *found, articles)


def counts_csv(counts: Iterable[DailyCounts]) -> bytes:
    """The table of these counts."""
    return csv_lines([COUNT_COLUMNS, *counts]).encode()
