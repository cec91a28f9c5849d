"""What the search index is made of, and what it was made of last."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

# One article in 1,024 may open a segment; the index of openings has no others.
OPENS = "substr(ident, -2) = 'aa'"


class Searchables:
    """The catalogue's view of the search index."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def keep(self, made: Iterable[tuple[int, bytes]]) -> None:
        """Keep what the index needs of articles, by their id."""
        self._db.executemany("INSERT OR REPLACE INTO searchable VALUES (?, ?)", made)

    def openings(self) -> list[tuple[str, str]]:
        """The articles that may open a segment: (place, identifier), in order."""
        sql = f"SELECT place, ident FROM article WHERE {OPENS} ORDER BY place"  # noqa: S608 - our own
        return self._db.execute(sql).fetchall()

    def count(self, first: str, end: str) -> int:
        """How many articles there are from the place `first` on and before `end`."""
        sql = "SELECT count(*) FROM article WHERE place >= ? AND place < ?"
        count: int = self._db.execute(sql, (first, end)).fetchone()[0]
        return count

    def find(self, first: str, number: int) -> tuple[str, str]:
        """The place and identifier of the article that is `number` articles behind the place `first`."""
        sql = "SELECT place, ident FROM article WHERE place >= ? ORDER BY place LIMIT 1 OFFSET ?"
        row: tuple[str, str] = self._db.execute(sql, (first, number)).fetchone()
        return row

    def between(self, first: str, end: str) -> Iterator[bytes]:
        """What was kept of the articles from the place `first` on and before `end`, in order."""
        rows = self._db.execute(
            "SELECT s.made FROM article a CROSS JOIN searchable s ON s.article = a.id"
            " WHERE a.place >= ? AND a.place < ? ORDER BY a.place",
            (first, end),
        )
        return (made for (made,) in rows)

    def forget(self) -> None:
        """Drop all that was kept."""
        self._db.execute("DELETE FROM searchable")

    def has_changed(self, first: str, end: str) -> bool:
        """Whether an article came, went or changed in these places since the index was finished last."""
        sql = "SELECT 1 FROM pending_place WHERE place >= ? AND place < ? LIMIT 1"
        return self._db.execute(sql, (first, end)).fetchone() is not None

    def changed(self) -> bool:
        """Whether any article came, went or changed since the index was finished last."""
        return self._db.execute("SELECT 1 FROM pending_place LIMIT 1").fetchone() is not None
