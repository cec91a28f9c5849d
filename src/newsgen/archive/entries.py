"""Articles in the catalogue: entering, removing, and settling what a change means for others."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from newsgen.archive.entry import Entry, Membership
from newsgen.archive.repeats import repeated_lines
from newsgen.archive.schema import EARLIEST
from newsgen.model.pages import Tally
from newsgen.model.problem import Problem

_COLUMNS = (
    "document, path, ident, place, day, stem, pinned, heading, title_key, title_stated, source, published,"
    " summary, encoding, corrected, digest, terms"
)
_TOUCH_LISTING = f"INSERT INTO touched_listing VALUES (?, ?) {EARLIEST}"  # noqa: S608 - our own SQL
_RECORDS = "SELECT a.url, r.json FROM article a JOIN record r ON r.article = a.id"


class Entries:
    """The catalogue's articles."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def put(self, entry: Entry, document: str) -> bool:
        """Enter the article of `document`, in the place of what its path held before.

        False if it is the same as before.
        """
        before = self._db.execute("SELECT id, digest FROM article WHERE path = ?", (entry.path,)).fetchone()
        if before and before[1] == entry.digest:
            return False
        ident: int | None = None
        if before:
            ident = before[0]
            self._detach(before[0])
        self._touch(entry.place, entry.stem, entry.title_key)
        article = self._insert(entry, document, ident)
        self._db.execute("INSERT OR REPLACE INTO record VALUES (?, ?)", (article, entry.record))
        self._db.execute("INSERT OR IGNORE INTO pending_article VALUES (?)", (article,))
        self._db.executemany(
            "INSERT OR IGNORE INTO mention VALUES (?, ?)", ((article, title) for title in entry.mentions)
        )
        for membership in entry.memberships:
            listing = self._listing(membership)
            self._db.execute(_TOUCH_LISTING, (listing, entry.place))
            self._db.execute(
                "INSERT OR REPLACE INTO member VALUES (?, ?, ?, ?)",
                (listing, entry.place, article, membership.spelling),
            )
        return True

    def remove(self, document: str) -> None:
        """Take all articles of `document` out."""
        self._remove(self._db.execute("SELECT id, path FROM article WHERE document = ?", (document,)))

    def remove_unseen(self, document: str) -> None:
        """Take those articles of `document` out that were not seen (`Documents.seen`) since it was begun."""
        sql = "SELECT id, path FROM article WHERE document = ? AND path NOT IN (SELECT path FROM seen)"
        self._remove(self._db.execute(sql, (document,)))

    def _remove(self, articles: sqlite3.Cursor) -> None:
        for article, path in articles.fetchall():
            url = self._detach(article)
            self._db.execute("DELETE FROM article WHERE id = ?", (article,))
            self._db.execute("DELETE FROM record WHERE article = ?", (article,))
            self._db.execute("DELETE FROM pending_article WHERE article = ?", (article,))
            self._db.execute("DELETE FROM problem WHERE path = ? AND origin = 'address'", (path,))
            if url:
                self._db.execute("INSERT OR IGNORE INTO stale VALUES (?)", (url,))

    def _insert(self, entry: Entry, document: str, ident: int | None) -> int:
        terms = [[m.kind, m.key] for m in entry.memberships]
        values = (
            *(document, entry.path, entry.ident, entry.place, entry.day, entry.stem, entry.pinned),
            *(entry.heading, entry.title_key, entry.title_stated, entry.source, entry.published),
            *(entry.summary, entry.encoding, entry.corrected, entry.digest),
            json.dumps(terms, ensure_ascii=False),
        )
        if ident is None:
            marks = ", ".join("?" * len(values))
            sql = f"INSERT INTO article ({_COLUMNS}) VALUES ({marks})"  # noqa: S608 - our own column names
            return self._db.execute(sql, values).lastrowid or 0
        sets = ", ".join(f"{column.strip()} = ?" for column in _COLUMNS.split(","))
        self._db.execute(f"UPDATE article SET {sets} WHERE id = ?", (*values, ident))  # noqa: S608 - as above
        return ident

    def _detach(self, article: int) -> str | None:
        """Take the article out of all listings and mark what it leaves as touched; its url, if it had one."""
        place, stem, title, url, terms = self._db.execute(
            "SELECT place, stem, title_key, url, terms FROM article WHERE id = ?", (article,)
        ).fetchone()
        self._touch(place, stem, title)
        for kind, key in json.loads(terms):
            row = self._db.execute(
                "SELECT id FROM listing WHERE kind = ? AND key = ?", (kind, key)
            ).fetchone()
            self._db.execute("DELETE FROM member WHERE listing = ? AND place = ?", (row[0], place))
            self._db.execute(_TOUCH_LISTING, (row[0], place))
        self._db.execute("DELETE FROM mention WHERE article = ?", (article,))
        return str(url) if url else None

    def _touch(self, place: str, stem: str, title_key: str) -> None:
        self._db.execute("INSERT OR IGNORE INTO touched_place VALUES (?)", (place,))
        self._db.execute("INSERT OR IGNORE INTO touched_stem VALUES (?)", (stem,))
        if title_key:
            self._db.execute("INSERT OR IGNORE INTO touched_title VALUES (?)", (title_key,))

    def _listing(self, membership: Membership) -> int:
        row = self._db.execute(
            "SELECT id FROM listing WHERE kind = ? AND key = ?", (membership.kind, membership.key)
        ).fetchone()
        if row is not None:
            return int(row[0])
        made = self._db.execute(
            "INSERT INTO listing (kind, key, url, name, sort, count) VALUES (?, ?, ?, '', '', 0)",
            (membership.kind, membership.key, membership.url),
        )
        return made.lastrowid or 0

    # What the archive holds

    def records(self) -> Iterator[tuple[str, bytes]]:
        """Every article's address and record as JSON, by path."""
        return iter(self._db.execute(f"{_RECORDS} ORDER BY a.path"))

    def find(self, path: str) -> tuple[str, bytes] | None:
        """The address and the record of the article read from `path`."""
        row: tuple[str, bytes] | None = self._db.execute(f"{_RECORDS} WHERE a.path = ?", (path,)).fetchone()
        return row

    def has(self, path: str) -> bool:
        """Whether there is an article of `path`."""
        return self._db.execute("SELECT 1 FROM article WHERE path = ?", (path,)).fetchone() is not None

    def encodings(self) -> tuple[Tally, ...]:
        """How many articles were decoded from each encoding, the most frequent first."""
        rows = self._db.execute("SELECT encoding, count(*) FROM article GROUP BY encoding ORDER BY 2 DESC, 1")
        return tuple(Tally(*row) for row in rows)

    def repeated_lines(self, least: int, most: int) -> tuple[Tally, ...]:
        """Lines that many articles share, see `repeats.repeated_lines`."""
        return repeated_lines(self._db, least, most)

    def missing_facts(self) -> tuple[Tally, ...]:
        """How many articles have no title, date or source."""
        counts = self._db.execute(
            "SELECT sum(title_stated = 0), sum(published IS NULL), sum(source IS NULL) FROM article"
        ).fetchone()
        names = ("title", "date", "source")
        return tuple(Tally(name, count) for name, count in zip(names, counts, strict=True) if count)

    def corrected(self) -> int:
        """The number of articles with a correction laid over them."""
        count: int = self._db.execute("SELECT count(*) FROM article WHERE corrected").fetchone()[0]
        return count


def taken_address(path: str, other: str, url: str) -> Problem:
    """The problem of an article whose wished address another one has."""
    return Problem(
        path,
        None,
        "address-taken",
        f"{other} has the same title and day; this one is at {url}",
        "write another `slug` in a correction, or remove the duplicate",
    )
