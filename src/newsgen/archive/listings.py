"""Ordered streams out of the catalogue: listings, their members, and what the archive holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsgen.archive import profiles
from newsgen.model.pages import Headline, Holdings, Link, ListedCard, ListingKind, Stretch, Term, TermKind

# A place begins with the article's time, that of an undated one with a tab.
_CARD = "CASE substr({0}.place, 1, 1) WHEN char(9) THEN NULL ELSE substr({0}.place, 1, 10) END, c.html"
_MEMBER_CARD, _ARTICLE_CARD = _CARD.format("m"), _CARD.format("a")


@dataclass(frozen=True, slots=True)
class Listing:
    """A listing: `id` in the catalogue, `name` as displayed, `count` its number of articles.

    `unchanged` is how many of its oldest articles are as they were when its pages were last written.
    """

    id: int
    kind: ListingKind
    key: str
    url: str
    name: str
    count: int
    unchanged: int


class Listings:
    """The catalogue's listings."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def pending(self) -> Iterator[Listing]:
        """The listings whose pages may be outdated, by address."""
        rows = self._db.execute(
            "SELECT l.id, l.kind, l.key, l.url, l.name, l.count,"
            " (SELECT count(*) FROM member m WHERE m.listing = l.id AND m.place < p.since)"
            " FROM pending_listing p CROSS JOIN listing l ON l.id = p.listing ORDER BY l.url"
        )
        return (Listing(*row) for row in rows)

    def keep_cards(self, cards: Iterable[tuple[int, bytes]]) -> None:
        """Keep the cards of articles for all listings: (number in the catalogue, HTML in UTF-8)."""
        self._db.executemany("INSERT OR REPLACE INTO card VALUES (?, ?)", cards)

    def cards(self, listing: int, skipped: int = 0) -> Iterator[ListedCard]:
        """The cards of the listing's articles, the oldest first, without the `skipped` oldest ones."""
        rows = self._db.execute(
            f"SELECT {_MEMBER_CARD} FROM member m JOIN card c USING (article)"  # noqa: S608 - our own columns
            " WHERE m.listing = ?1 AND m.place >= ("
            "SELECT place FROM member WHERE listing = ?1 ORDER BY place LIMIT 1 OFFSET ?2) ORDER BY m.place",
            (listing, skipped),
        )
        return map(ListedCard._make, rows)

    def named(self, kind: str, key: str) -> tuple[str, str] | None:
        """The name and address of the listing with this key, None if there is none."""
        row: tuple[str, str] | None = self._db.execute(
            "SELECT name, url FROM listing WHERE kind = ? AND key = ?", (kind, key)
        ).fetchone()
        return row

    def beside(self, listing: Listing) -> tuple[Link | None, Link | None]:
        """For a day or month: the nearest before it and after it that have articles."""
        if listing.kind not in {"day", "month"}:
            return None, None
        sql = "SELECT key, url FROM listing WHERE kind = ? AND key {} ? ORDER BY key {} LIMIT 1"
        before = self._db.execute(sql.format("<", "DESC"), (listing.kind, listing.key)).fetchone()
        after = self._db.execute(sql.format(">", "ASC"), (listing.kind, listing.key)).fetchone()
        return (Link(*before) if before else None), (Link(*after) if after else None)

    def course(self, listing: Listing) -> tuple[Stretch, ...]:
        """The listing's months with their number of articles, the oldest first; "" has the undated ones."""
        return profiles.course(self._db, listing.id)

    def company(self, listing: Listing) -> profiles.Company:
        """The terms that occur with the one that the listing is of."""
        return profiles.company(self._db, listing.id, listing.kind, listing.key)

    def first_of_day(self, day: str) -> Headline:
        """The first article of a day ("2023/12/08") that has some."""
        row = self._db.execute(
            "SELECT a.url, a.heading, a.title_stated, a.source, a.published FROM listing l"
            " JOIN member m ON m.listing = l.id JOIN article a ON a.id = m.article"
            " WHERE l.kind = 'day' AND l.key = ? ORDER BY m.place LIMIT 1",
            (day,),
        ).fetchone()
        return Headline(*row)

    def terms(self, kind: TermKind) -> tuple[Term, ...]:
        """All terms of a kind, in alphabetical order."""
        return self._terms(kind, "sort, url")

    def most_used(self, kind: TermKind, limit: int) -> tuple[Term, ...]:
        """The terms of a kind with most articles."""
        return self._terms(kind, f"count DESC, sort, url LIMIT {int(limit)}")

    def dates(self, kind: ListingKind) -> tuple[Term, ...]:
        """All days or months with articles, the oldest first."""
        return self._terms(kind, "key")

    def _terms(self, kind: ListingKind, order: str) -> tuple[Term, ...]:
        rows = self._db.execute(
            f"SELECT name, url, count, sort FROM listing WHERE kind = ? ORDER BY {order}",  # noqa: S608 - ours
            (kind,),
        )
        return tuple(Term(*row) for row in rows)

    def newest(self, limit: int) -> tuple[ListedCard, ...]:
        """The cards of the newest articles; undated ones come behind all others."""
        rows = self._db.execute(
            f"SELECT {_ARTICLE_CARD} FROM article a JOIN card c ON c.article = a.id"  # noqa: S608 - as above
            " ORDER BY a.place DESC LIMIT ?",
            (limit,),
        )
        return tuple(map(ListedCard._make, rows))

    def holdings(self) -> Holdings:
        """What the archive holds, in numbers."""
        count = self._db.execute("SELECT kind, count(*) FROM listing GROUP BY kind").fetchall()
        kinds = dict(count)
        first, last = self._db.execute("SELECT min(key), max(key) FROM listing WHERE kind = 'day'").fetchone()
        undated = self._db.execute("SELECT count FROM listing WHERE kind = 'undated'").fetchone()[0]
        articles = self._db.execute("SELECT count(*) FROM article").fetchone()[0]
        return Holdings(
            articles=articles,
            undated=undated,
            sources=kinds.get("source", 0),
            authors=kinds.get("author", 0),
            tags=kinds.get("tag", 0),
            first=first.replace("/", "-") if first else None,
            last=last.replace("/", "-") if last else None,
        )
