"""Notices: an article as it stands in the files of many articles, made once and put into all of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsgen.archive.listings import Listing

# Dated articles: the place of an undated one begins with a tab.
_DATED = "place >= '0'"


class Notice(NamedTuple):
    """An article as feeds, citations, sitemaps and tables have it; texts as bytes in UTF-8.

    `sha256` is its record's, `lastmod` when it was last changed in W3C-DTF, "" for an undated one, `size`
    that of its record in bytes. `row` is its line of the table of facts, `entry` its Atom entry, empty for an
    undated one.
    """

    sha256: str
    lastmod: str
    size: int
    row: bytes
    bibtex: bytes
    csl: bytes
    entry: bytes


class Notices:
    """The catalogue's notices; each is as old as its article's page."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def keep(self, notices: Iterable[tuple[int, Notice]]) -> None:
        """Keep the notices of articles, by their numbers in the catalogue."""
        kept = list(notices)
        many = self._db.executemany
        facts = [(article, *notice[:4]) for article, notice in kept]
        many("INSERT OR REPLACE INTO fact VALUES (?, ?, ?, ?, ?)", facts)
        many("INSERT OR REPLACE INTO citation VALUES (?, ?, ?)", ((a, n.bibtex, n.csl) for a, n in kept))
        many("INSERT OR REPLACE INTO entry VALUES (?, ?, ?)", ((a, n.lastmod, n.entry) for a, n in kept))

    def newest(self, limit: int) -> list[tuple[str, str]]:
        """(address, digest) of the newest dated articles, the newest first."""
        sql = f"SELECT url, digest FROM article WHERE {_DATED} ORDER BY place DESC LIMIT ?"  # noqa: S608 - ours
        return self._db.execute(sql, (limit,)).fetchall()

    def newest_entries(self, limit: int) -> Iterator[tuple[str, bytes, bytes]]:
        """(address, record, Atom entry) of the newest dated articles, the newest first."""
        return iter(
            self._db.execute(
                "SELECT a.url, r.json, e.xml FROM article a JOIN record r ON r.article = a.id"  # noqa: S608 - ours
                f" JOIN entry e ON e.article = a.id WHERE a.{_DATED} ORDER BY a.place DESC LIMIT ?",
                (limit,),
            )
        )

    def since(self, day: str, limit: int) -> Iterator[tuple[str, str, str]]:
        """(address, published, heading) of the articles of this ISO day and later ones, the newest first."""
        return iter(
            self._db.execute(
                "SELECT url, published, heading FROM article WHERE place >= ? ORDER BY place DESC LIMIT ?",
                (day, limit),
            )
        )

    def entries(self, listing: Listing, limit: int) -> list[tuple[str, bytes]]:
        """(when last changed, Atom entry) of a listing's newest dated articles, the newest first."""
        return self._db.execute(
            "SELECT e.lastmod, e.xml FROM member m JOIN entry e USING (article)"  # noqa: S608 - our own SQL
            f" WHERE m.listing = ? AND m.{_DATED} ORDER BY m.place DESC LIMIT ?",
            (listing.id, limit),
        ).fetchall()

    def citations(self, listing: Listing, skipped: int) -> Iterator[tuple[bytes, bytes]]:
        """(BibTeX, CSL-JSON) of a listing's articles, the oldest first, without the `skipped` oldest ones."""
        return iter(
            self._db.execute(
                "SELECT c.bibtex, c.csl FROM member m JOIN citation c USING (article)"
                " WHERE m.listing = ?1 AND m.place >= ("
                "SELECT place FROM member WHERE listing = ?1 ORDER BY place LIMIT 1 OFFSET ?2)"
                " ORDER BY m.place",
                (listing.id, skipped),
            )
        )
