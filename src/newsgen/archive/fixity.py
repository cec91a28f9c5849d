"""Fixity: the SHA-256 of every seed, by which anybody can verify that none was changed or lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

# A seed that is one article's document has its digest in the article's notice. A .gz is read unpacked.
_ARTICLE = "LEFT JOIN article a ON a.path = d.path AND lower(substr(d.path, -3)) <> '.gz'"


class Fixity:
    """The catalogue's digests of seeds."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def outdate(self) -> None:
        """Note that a seed has come, gone or changed since the digests were published."""
        self._db.execute("INSERT OR REPLACE INTO meta VALUES ('fixity', 'outdated')")

    def is_outdated(self) -> bool:
        """Whether any has."""
        row = self._db.execute("SELECT 1 FROM meta WHERE name = 'fixity'").fetchone()
        return row is not None

    def published(self) -> None:
        """Note that the digests are published as they are; those of seeds that are gone are dropped."""
        self._db.execute("DELETE FROM meta WHERE name = 'fixity'")
        self._db.execute("DELETE FROM fixity WHERE path NOT IN (SELECT path FROM document)")

    def unknown(self) -> Iterator[tuple[str, int, int]]:
        """(path, size, mtime in nanoseconds) of the seeds that have to be hashed."""
        rows = self._db.execute(
            f"SELECT d.path, d.size, d.mtime_ns FROM document d {_ARTICLE}"  # noqa: S608 - our own SQL
            " LEFT JOIN fixity f ON f.path = d.path AND f.size = d.size AND f.mtime_ns = d.mtime_ns"
            " WHERE d.kind = 'seed' AND a.id IS NULL AND f.path IS NULL ORDER BY d.path"
        )
        return iter(rows.fetchall())

    def keep(self, digests: Iterable[tuple[str, int, int, str]]) -> None:
        """Remember (path, size, mtime in nanoseconds, SHA-256) of seeds."""
        self._db.executemany("INSERT OR REPLACE INTO fixity VALUES (?, ?, ?, ?)", digests)

    def digests(self) -> Iterator[tuple[str, str]]:
        """(SHA-256, path) of every seed that can be read, by path."""
        return iter(
            self._db.execute(
                f"SELECT coalesce(n.sha256, f.sha256), d.path FROM document d {_ARTICLE}"  # noqa: S608 - ours
                " LEFT JOIN fact n ON n.article = a.id"
                " LEFT JOIN fixity f ON f.path = d.path AND a.id IS NULL"
                " WHERE d.kind = 'seed' AND coalesce(n.sha256, f.sha256) IS NOT NULL ORDER BY d.path"
            )
        )
