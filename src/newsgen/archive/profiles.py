"""What the articles of a term tell of it: its course over time, and the terms that occur with it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from heapq import nsmallest
from typing import NamedTuple

from newsgen.archive.entry import TERM_FOLDERS, term_url
from newsgen.archive.spelling import displayed
from newsgen.model.pages import ListingKind, Stretch, Term, TermKind

# Of so many of its newest articles: what is asked of a listing must not grow with it.
_NEWEST = 300
_MOST = 10
# Of each term by its key its spellings, each with how often it occurs.
_Spellings = dict[str, list[tuple[str, int]]]


class Company(NamedTuple):
    """The terms that occur in a listing's newest articles, the most frequent first."""

    tags: tuple[Term, ...]
    sources: tuple[Term, ...]
    authors: tuple[Term, ...]


def course(db: sqlite3.Connection, listing: int) -> tuple[Stretch, ...]:
    """The listing's months with their number of articles, the oldest first; "" has the undated ones."""
    # An undated article's place begins with a tab.
    rows = db.execute(
        "SELECT CASE WHEN place < ' ' THEN '' ELSE substr(place, 1, 7) END, count(*) FROM member"
        " WHERE listing = ? GROUP BY 1 ORDER BY 1",
        (listing,),
    )
    return tuple(map(Stretch._make, rows))


def company(db: sqlite3.Connection, listing: int, kind: ListingKind, key: str) -> Company:
    """Who is in the company of the term that the listing is of, as the articles of the listing spell it.

    It depends on these articles alone: how others spell a name does not change this term's page.
    """
    rows = db.execute(
        "SELECT a.terms FROM member m JOIN article a ON a.id = m.article WHERE m.listing = ?"
        " ORDER BY m.place DESC LIMIT ?",
        (listing, _NEWEST),
    )
    counted = Counter("\n".join([terms for (terms,) in rows]).split("\n"))
    found: dict[str, _Spellings] = {its_kind: {} for its_kind in TERM_FOLDERS}
    for line, count in counted.items():
        its_kind, its_key, spelling = line.split("\t")
        if its_kind in found:
            found[its_kind].setdefault(its_key, []).append((spelling, count))
    found.get(kind, {}).pop(key, None)
    return Company(*(_most_frequent(its_kind, found[its_kind]) for its_kind in TERM_FOLDERS))


def _most_frequent(kind: TermKind, found: _Spellings) -> tuple[Term, ...]:
    # Most terms have one spelling, and nearly all of them are looked at for nothing.
    totals = [
        (-spellings[0][1] if len(spellings) == 1 else -sum(count for _, count in spellings), key)
        for key, spellings in found.items()
    ]
    terms = []
    for total, key in nsmallest(_MOST, totals):
        name = displayed(found[key])
        terms.append(Term(name, term_url(kind, name) or "", -total))
    return tuple(terms)
