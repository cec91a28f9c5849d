"""The files of the project: which are new, changed or gone since the last build, and their problems."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from newsgen.model.pages import Tally
from newsgen.model.problem import Problem


class Documents:
    """The catalogue's view of files."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        db.execute(
            "CREATE TEMP TABLE scanned (path TEXT PRIMARY KEY, kind TEXT, size, mtime_ns) WITHOUT ROWID"
        )
        db.execute("CREATE TEMP TABLE unread (path TEXT PRIMARY KEY, known INTEGER) WITHOUT ROWID")
        db.execute("CREATE TEMP TABLE seen (path TEXT PRIMARY KEY) WITHOUT ROWID")

    def scanned(self, stamps: Iterable[tuple[str, str, int, int]]) -> None:
        """Take the present files: (path, kind, size in bytes, mtime in nanoseconds), each path once."""
        self._db.execute("DELETE FROM scanned")
        self._db.executemany("INSERT OR IGNORE INTO scanned VALUES (?, ?, ?, ?)", stamps)

    def count(self) -> int:
        """The number of present files."""
        count: int = self._db.execute("SELECT count(*) FROM scanned").fetchone()[0]
        return count

    def gone(self) -> Iterator[str]:
        """The paths that were read once and are no longer there, or are of another kind now.

        Each may be forgotten as it comes.
        """
        rows = self._db.execute(
            "SELECT d.path FROM document d LEFT JOIN scanned s ON s.path = d.path AND s.kind = d.kind"
            " WHERE s.path IS NULL ORDER BY d.path"
        )
        return (path for (path,) in rows)

    def list_unread(self, kind: str, corrections: Mapping[str, str]) -> int:
        """Note which files of `kind` have to be read, and return their number; `unread` gives them.

        They are those that are new, whose stamp differs, or over which another correction lies than when they
        were read: `corrections` has the digest of each file's present one.
        """
        self._db.execute("DELETE FROM unread")
        self._db.execute("DELETE FROM seen")
        self._db.execute(
            "INSERT INTO unread SELECT s.path, d.path IS NOT NULL"
            " FROM scanned s LEFT JOIN document d ON d.path = s.path"
            " WHERE s.kind = ? AND (d.path IS NULL OR d.size <> s.size OR d.mtime_ns <> s.mtime_ns)",
            (kind,),
        )
        rows = self._db.execute(
            "SELECT path, correction FROM document WHERE kind = ? AND correction <> ''", (kind,)
        )
        applied = dict(rows.fetchall())
        other = [p for p in applied.keys() | corrections.keys() if applied.get(p) != corrections.get(p)]
        self._db.executemany("INSERT OR IGNORE INTO unread VALUES (?, 1)", ((path,) for path in other))
        count: int = self._db.execute("SELECT count(*) FROM unread").fetchone()[0]
        return count

    def unread(self) -> Iterator[tuple[str, int, int, bool]]:
        """The files that `list_unread` noted: (path, size, mtime in nanoseconds, read before), by path."""
        rows = self._db.execute(
            "SELECT path, size, mtime_ns, known FROM scanned JOIN unread USING (path) ORDER BY path"
        )
        return ((path, size, mtime_ns, bool(known)) for path, size, mtime_ns, known in rows)

    def begin(self, paths: Iterable[str]) -> None:
        """Read files anew that were read before: forget what the last reading found wrong or to correct."""
        gone = [(path,) for path in paths]
        self._db.executemany("DELETE FROM problem WHERE document = ?", gone)
        self._db.executemany("DELETE FROM correction WHERE path = ?", gone)

    def seen(self, paths: Iterable[str]) -> None:
        """Note that files that were read before still hold the articles of these paths."""
        self._db.executemany("INSERT OR IGNORE INTO seen VALUES (?)", ((path,) for path in paths))

    def add_problems(self, document: str, problems: Iterable[Problem]) -> None:
        """Keep what is wrong with the file `document`, or with a part of it."""
        self._insert_problems(problems, "load", document)

    def loaded(self, files: Iterable[tuple[str, str, int, int, str]]) -> None:
        """Remember (path, kind, size, mtime in nanoseconds, digest of the corrections over it) of files.

        In this state they were read. One that is read in part yet, with -1 for both numbers, counts as not
        read: a build that is killed before its end has it read again, or gone.
        """
        self._db.executemany("INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?, ?)", files)
        self.outdate_overview()

    def forget(self, path: str) -> None:
        """Drop a file that is gone, with its problems and its correction."""
        self._db.execute("DELETE FROM document WHERE path = ?", (path,))
        self._db.execute("DELETE FROM correction WHERE path = ?", (path,))
        self._db.execute("DELETE FROM problem WHERE document = ?", (path,))
        self.outdate_overview()

    def outdate(self, kind: str | None = None) -> None:
        """Have all files, or all of one kind, read again."""
        self._db.execute("UPDATE document SET mtime_ns = -1 WHERE kind = coalesce(?, kind)", (kind,))

    # Corrections

    def correct(self, path: str, seed: str, content: str) -> None:
        """Keep the correction that `path` lays over the seed named `seed`."""
        self._db.execute("INSERT OR REPLACE INTO correction VALUES (?, ?, ?)", (path, seed, content))

    def corrections(self) -> list[tuple[str, str, str]]:
        """All corrections: (path, seed as named, content), by path."""
        return self._db.execute("SELECT path, seed, content FROM correction ORDER BY path").fetchall()

    def find_seeds(self, name: str) -> list[tuple[str, str]]:
        """The seeds that a correction's `seed: name` can mean: the file of each, and its own path.

        They are that path, or files of that name; or a part of one, whose name goes on with "/" or "#" behind
        the file's: "pack.zip/a.txt", "rows.jsonl#3". Whether the file has that part is not known here.
        """
        for end in [len(name), *(at for at, mark in enumerate(name) if mark in "/#")]:
            if found := self._seed_files(name[:end]):
                return [(path, path + name[end:]) for path in found]
        return []

    def _seed_files(self, name: str) -> list[str]:
        rows = self._db.execute(
            "SELECT path FROM scanned WHERE kind = 'seed' AND (path = ?1 OR substr(path, -?2) = '/' || ?1)"
            " ORDER BY path <> ?1, path",
            (name, len(name) + 1),
        )
        found = [path for (path,) in rows]
        return found[:1] if found and found[0] == name else found

    def unread_seeds(self) -> int:
        """The number of seeds that there is no article of: empty, binary, unreadable."""
        sql = (
            # Most seeds are one article, of the same path.
            "SELECT count(*) FROM document d WHERE kind = 'seed'"
            " AND NOT EXISTS (SELECT 1 FROM article WHERE path = d.path)"
            " AND NOT EXISTS (SELECT 1 FROM article"
            " WHERE document = d.path AND path >= d.path AND path < d.path || char(1114111))"
        )
        count: int = self._db.execute(sql).fetchone()[0]
        return count

    # What the pages that sum up the archive show

    def outdate_overview(self) -> None:
        """Note that what sums up the archive, as the home page does, is not as it was."""
        self._db.execute("INSERT OR REPLACE INTO meta VALUES ('overview', 'outdated')")

    def overview_outdated(self) -> bool:
        """Whether anything has changed since `overview_shown`."""
        return not self._db.execute(
            "SELECT 1 FROM meta WHERE name = 'overview' AND value = 'shown'"
        ).fetchone()

    def overview_shown(self) -> None:
        """Note that the pages show the archive as it is."""
        self._db.execute("INSERT OR REPLACE INTO meta VALUES ('overview', 'shown')")

    # Problems

    def replace_problems(self, origin: str, problems: Iterable[Problem]) -> None:
        """Put `problems` in the place of those that `origin` found before."""
        rows = self._db.execute(
            "SELECT path, line, code, message, hint FROM problem WHERE origin = ? ORDER BY rowid", (origin,)
        )
        found = list(problems)
        if [Problem(*row) for row in rows] != found:
            self._db.execute("DELETE FROM problem WHERE origin = ?", (origin,))
            self._insert_problems(found, origin, None)
            self.outdate_overview()

    def _insert_problems(self, problems: Iterable[Problem], origin: str, document: str | None) -> None:
        self._db.executemany(
            "INSERT INTO problem VALUES (?, ?, ?, ?, ?, ?, ?)",
            ((p.path, p.line, p.code, p.message, p.hint, origin, document) for p in problems),
        )

    def problems(self) -> Iterator[Problem]:
        """All problems, by path and line."""
        rows = self._db.execute(
            "SELECT path, line, code, message, hint FROM problem ORDER BY path, line, code, message"
        )
        return (Problem(*row) for row in rows)

    def problems_of(self, path: str) -> tuple[Problem, ...]:
        """The problems of one file."""
        rows = self._db.execute(
            "SELECT path, line, code, message, hint FROM problem WHERE path = ? ORDER BY line, code, message",
            (path,),
        )
        return tuple(Problem(*row) for row in rows)

    def problem_tallies(self) -> tuple[Tally, ...]:
        """How often each kind of problem occurs, the most frequent first."""
        rows = self._db.execute("SELECT code, count(*) FROM problem GROUP BY code ORDER BY 2 DESC, 1")
        return tuple(Tally(*row) for row in rows)
