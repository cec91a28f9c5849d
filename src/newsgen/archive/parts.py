"""Parts: the archive divided by time, so that a change rewrites one part of its data, not all of them.

An archive of few articles is one part. A larger one has a part for each month and one for the undated; what is
too large for a part is divided again, a month into its days, and a day or the undated by the first letters of
the articles' ids. Which part an article is in depends on nothing but what the archive holds.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from newsgen.archive.schema import LAST_PLACE
from newsgen.model.problem import Problem

# As many letters tell the articles' ids apart, in base 32.
_LETTERS = 32
_UNDATED = ("\t", "\n")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the archive that is divided into parts on its own: all of it, a month, or the undated.

    `name` is "" for all, "2023-12", or "undated"; `low` and `high` are the places between which it lies.
    """

    name: str
    low: str
    high: str
    count: int


@dataclass(frozen=True, slots=True)
class Part:
    """Articles whose data stand in one file of each kind: `name` as a span's, or "2023-12-08", "undated-k".

    `initial` are the first letters of their ids, "" where all between the places belong to it.
    """

    name: str
    low: str
    high: str
    initial: str = ""


class DataFile(NamedTuple):
    """A published file of data: its address, the articles in it, its bytes and their SHA-256.

    `lastmod` is the latest of its articles', for sitemaps.
    """

    url: str
    articles: int
    size: int
    sha256: str
    lastmod: str


class Parts:
    """The catalogue's view of the archive as data."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def total(self) -> int:
        """The number of articles."""
        count: int = self._db.execute("SELECT count(*) FROM article").fetchone()[0]
        return count

    def changed(self) -> bool:
        """Whether anything has changed since the last build that was finished."""
        tables = ("pending_listing", "pending_article", "stale")
        return any(self._db.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() for table in tables)  # noqa: S608

    def spans(self, limit: int, *, every: bool) -> Iterator[Span]:
        """The spans that may have changed since the last finished build, or `every` one of them.

        An archive of at most `limit` articles is one span.
        """
        total = self.total()
        if total <= limit:
            if total and (every or self.changed()):
                yield Span("", "", LAST_PLACE, total)
            return
        where = "" if every else f"AND (l.id IN (SELECT listing FROM pending_listing) OR l.key IN ({_RENAMED}))"
        rows = self._db.execute(
            "SELECT l.kind, l.key, l.count FROM listing l"  # noqa: S608 - our own SQL
            f" WHERE l.kind IN ('month', 'undated') AND l.count > 0 {where} ORDER BY l.url"
        )
        for kind, key, count in rows.fetchall():
            yield Span("undated", *_UNDATED, count) if kind == "undated" else _dated(key, count)

    def names(self, limit: int) -> set[str]:
        """The names of all spans."""
        total = self.total()
        if total <= limit:
            return {""} if total else set()
        rows = self._db.execute("SELECT kind, key FROM listing WHERE kind IN ('month', 'undated') AND count > 0")
        return {"undated" if kind == "undated" else key.replace("/", "-") for kind, key in rows}

    def divide(self, span: Span, limit: int) -> Iterator[Part]:
        """The parts of a span, of about `limit` articles at most."""
        if span.count <= limit:
            yield Part(span.name, span.low, span.high)
        elif span.name == "undated":
            yield from self._by_initial(span, limit)
        else:
            rows = self._db.execute(
                "SELECT key, count FROM listing WHERE kind = 'day' AND key > ? AND key < ? ORDER BY key",
                (f"{span.name.replace('-', '/')}/", f"{span.name.replace('-', '/')}/~"),
            )
            for key, count in rows.fetchall():
                day = _dated(key, count)
                if count <= limit:
                    yield Part(day.name, day.low, day.high)
                else:
                    yield from self._by_initial(day, limit)

    def _by_initial(self, span: Span, limit: int) -> Iterator[Part]:
        length = 1
        while span.count > limit * _LETTERS**length:
            length += 1
        rows = self._db.execute(
            "SELECT DISTINCT substr(ident, 1, ?) FROM article WHERE place >= ? AND place < ? ORDER BY 1",
            (length, span.low, span.high),
        )
        for (initial,) in rows.fetchall():
            yield Part(f"{span.name}-{initial}", span.low, span.high, initial)

    # What is in a part

    def state(self, part: Part) -> Iterator[tuple[str, str]]:
        """(digest, address) of each article of a part, in order: what its data depend on."""
        return iter(self._db.execute(f"SELECT a.digest, a.url FROM article a {_WITHIN}", _bounds(part)))  # noqa: S608

    def size(self, part: Part) -> int:
        """The bytes of its records."""
        sql = f"SELECT sum(length(r.json)) FROM article a JOIN record r ON r.article = a.id {_WITHIN}"  # noqa: S608
        size: int | None = self._db.execute(sql, _bounds(part)).fetchone()[0]
        return size or 0

    def rows(self, part: Part) -> Iterator[str]:
        """The articles' lines of the table of facts, in order."""
        sql = f"SELECT n.row FROM article a JOIN notice n ON n.article = a.id {_WITHIN}"  # noqa: S608
        return (row for (row,) in self._db.execute(sql, _bounds(part)))

    def records(self, part: Part) -> Iterator[tuple[str, str, bytes]]:
        """(path, address, record) of each article, in order."""
        sql = f"SELECT a.path, a.url, r.json FROM article a JOIN record r ON r.article = a.id {_WITHIN}"  # noqa: S608
        return iter(self._db.execute(sql, _bounds(part)))

    def lastmods(self, part: Part) -> Iterator[tuple[str, str]]:
        """(address, when last changed) of each article, in order."""
        sql = f"SELECT a.url, n.lastmod FROM article a JOIN notice n ON n.article = a.id {_WITHIN}"  # noqa: S608
        return iter(self._db.execute(sql, _bounds(part)))

    def problems(self, part: Part) -> dict[str, tuple[Problem, ...]]:
        """The problems of a part's articles, by path."""
        rows = self._db.execute(
            "SELECT p.path, p.line, p.code, p.message, p.hint FROM article a"  # noqa: S608 - our own SQL
            f" CROSS JOIN problem p ON p.path = a.path {_WITHIN}, p.line, p.code, p.message",
            _bounds(part),
        )
        found: dict[str, tuple[Problem, ...]] = {}
        for row in rows:
            found[row[0]] = (*found.get(row[0], ()), Problem(*row))
        return found

    def daily(self, span: Span) -> Iterator[tuple[str, str]]:
        """(ISO day, listings that it is in) of each dated article of a span, in order.

        The listings are kind and key with a tab between, a line each.
        """
        return iter(
            self._db.execute(
                "SELECT day, terms FROM article WHERE place >= ? AND place < ? AND day <> '' ORDER BY place",
                (span.low, span.high),
            )
        )

    # What was published

    def keep(self, files: Iterable[DataFile]) -> None:
        """Remember published files."""
        self._db.executemany("INSERT OR REPLACE INTO data_file VALUES (?, ?, ?, ?, ?)", files)

    def published(self, pattern: str) -> Iterator[DataFile]:
        """The published files that are still wanted and whose address is like `pattern`, by address."""
        rows = self._db.execute(
            "SELECT d.* FROM data_file d JOIN page p ON p.url = d.url"
            " WHERE d.url GLOB ? AND d.url NOT IN (SELECT url FROM stale) ORDER BY d.url",
            (pattern,),
        )
        return map(DataFile._make, rows)


# The months of the members of terms whose names have changed: their names are in the counts of these months.
_RENAMED = (
    "SELECT replace(substr(m.place, 1, 7), '-', '/') FROM pending_listing p JOIN listing t ON t.id = p.listing"
    " JOIN member m ON m.listing = t.id WHERE p.since = '' AND t.kind IN ('tag', 'source')"
)
_WITHIN = "WHERE a.place >= ?1 AND a.place < ?2 AND a.ident >= ?3 AND a.ident < ?3 || '~' ORDER BY a.place"


def _bounds(part: Part) -> tuple[str, str, str]:
    return part.low, part.high, part.initial


def _dated(key: str, count: int) -> Span:
    name = key.replace("/", "-")
    return Span(name, name, f"{name}~", count)
