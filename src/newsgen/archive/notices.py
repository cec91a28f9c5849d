"""Notices: an article as it stands in the files of many articles, made once and put into all of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsgen.archive.listings import Listing


class Notice(NamedTuple):
    """An article as feeds, lists of citations, sitemaps and tables have it.

    `sha256` is its record's, `lastmod` when it was last changed in W3C-DTF, "" for an undated one. `entry` is
    its Atom entry, "" for an undated one; `row` its line of the table of facts.
    """

    sha256: str
    lastmod: str
    entry: str
    bibtex: str
    csl: str
    row: str


class Notices:
    """The catalogue's notices; each is as old as its article's page."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def keep(self, notices: Iterable[tuple[int, Notice]]) -> None:
        """Keep the notices of articles, by their numbers in the catalogue."""
        rows = ((article, *notice) for article, notice in notices)
        self._db.executemany("INSERT OR REPLACE INTO notice VALUES (?, ?, ?, ?, ?, ?, ?)", rows)

    def newest(self, limit: int) -> list[tuple[str, str, str]]:
        """(address, digest, Atom entry) of the newest dated articles, the newest first."""
        return self._db.execute(
            "SELECT a.url, a.digest, n.entry FROM article a JOIN notice n ON n.article = a.id"
            " WHERE a.place >= '0' ORDER BY a.place DESC LIMIT ?",
            (limit,),
        ).fetchall()

    def newest_records(self, limit: int) -> Iterator[tuple[str, bytes]]:
        """(address, record) of the newest dated articles, the newest first."""
        return iter(
            self._db.execute(
                "SELECT a.url, r.json FROM article a JOIN record r ON r.article = a.id"
                " WHERE a.place >= '0' ORDER BY a.place DESC LIMIT ?",
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

    def entries(self, listing: Listing, limit: int) -> list[tuple[str, str]]:
        """(when last changed, Atom entry) of a listing's newest dated articles, the newest first."""
        return self._db.execute(
            "SELECT n.lastmod, n.entry FROM member m JOIN notice n USING (article)"
            " WHERE m.listing = ? AND m.place >= '0' ORDER BY m.place DESC LIMIT ?",
            (listing.id, limit),
        ).fetchall()

    def citations(self, listing: Listing, skipped: int) -> Iterator[tuple[str, str]]:
        """(BibTeX, CSL-JSON) of a listing's articles, the oldest first, without the `skipped` oldest ones."""
        return iter(
            self._db.execute(
                "SELECT n.bibtex, n.csl FROM member m JOIN notice n USING (article)"
                " WHERE m.listing = ?1 AND m.place >= ("
                "SELECT place FROM member WHERE listing = ?1 ORDER BY place LIMIT 1 OFFSET ?2)"
                " ORDER BY m.place",
                (listing.id, skipped),
            )
        )
