"""Parts: the archive divided by time, so that a change rewrites one part of its data, not all of them.

An archive of few articles is one part. A larger one has a part for each month and one for the undated; what
is too large for a part is divided again, a month into its days, and a day or the undated by the first letters
of the articles' ids. Which part an article is in depends on nothing but what the archive holds.
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
        changed = "" if every else f"AND {_CHANGED}"
        rows = self._db.execute(
            "SELECT l.kind, l.key, l.count FROM listing l"  # noqa: S608 - our own SQL
            f" WHERE l.kind IN ('month', 'undated') AND l.count > 0 {changed} ORDER BY l.url"
        )
        for kind, key, count in rows.fetchall():
            yield Span("undated", *_UNDATED, count) if kind == "undated" else _dated(key, count)

    def names(self, limit: int) -> set[str]:
        """The names of all spans."""
        total = self.total()
        if total <= limit:
            return {""} if total else set()
        rows = self._db.execute(
            "SELECT kind, key FROM listing WHERE kind IN ('month', 'undated') AND count > 0"
        )
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
        # Few archives have such a day: the others do without the index.
        self._db.execute("CREATE INDEX IF NOT EXISTS article_by_ident ON article (ident)")
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

    def state(self, part: Part) -> list[tuple[str, str, str, int]]:
        """(digest, address, when last changed, bytes of the record) of each article of a part, in order."""
        join = "JOIN fact f ON f.article = a.id"
        return self._select("a.digest, a.url, f.lastmod, f.size", join, part).fetchall()

    def rows(self, part: Part) -> Iterator[bytes]:
        """The articles' lines of the table of facts, in order."""
        return (row for (row,) in self._select("f.row", "JOIN fact f ON f.article = a.id", part))

    def records(self, part: Part) -> Iterator[tuple[str, str, bytes]]:
        """(path, address, record) of each article, in order."""
        return iter(self._select("a.path, a.url, r.json", "JOIN record r ON r.article = a.id", part))

    def problems(self, part: Part) -> dict[str, tuple[Problem, ...]]:
        """The problems of a part's articles, by path."""
        columns, join = "p.path, p.line, p.code, p.message, p.hint", "CROSS JOIN problem p ON p.path = a.path"
        found: dict[str, tuple[Problem, ...]] = {}
        for row in self._select(columns, join, part):
            found[row[0]] = tuple(sorted((*found.get(row[0], ()), Problem(*row)), key=str))
        return found

    def _select(self, columns: str, join: str, part: Part) -> sqlite3.Cursor:
        within = _WITHIN_INITIAL if part.initial else _WITHIN
        values = {"low": part.low, "high": part.high, "initial": part.initial}
        return self._db.execute(f"SELECT {columns} FROM article a {join} {within}", values)  # noqa: S608 - ours

    def daily(self, span: Span) -> Iterator[tuple[str, str]]:
        """(ISO day, listings that it is in) of each dated article of a span, in order.

        The listings are as the row has them: kind, key and spelling, a line each, tabs between.
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
    "SELECT replace(substr(m.place, 1, 7), '-', '/')"
    " FROM pending_listing p JOIN listing t ON t.id = p.listing JOIN member m ON m.listing = t.id"
    " WHERE p.since = '' AND t.kind IN ('tag', 'source')"
)
_CHANGED = f"(l.id IN (SELECT listing FROM pending_listing) OR l.key IN ({_RENAMED}))"  # noqa: S608 - ours
# By the index of places, or with initials by that of idents: a day with initials has many parts.
_WITHIN = "WHERE a.place >= :low AND a.place < :high ORDER BY a.place"
_WITHIN_INITIAL = (
    "WHERE a.ident >= :initial AND a.ident < :initial || '~' AND +a.place >= :low AND +a.place < :high"
    " ORDER BY +a.place"
)


def _dated(key: str, count: int) -> Span:
    name = key.replace("/", "-")
    return Span(name, name, f"{name}~", count)
