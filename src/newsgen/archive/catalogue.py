"""The catalogue's file: opening, transactions, and the parts that work on it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from newsgen.archive import lock
from newsgen.archive.documents import Documents
from newsgen.archive.entries import Entries
from newsgen.archive.fixity import Fixity
from newsgen.archive.listings import Listings
from newsgen.archive.notices import Notices
from newsgen.archive.pages import Pages
from newsgen.archive.parts import Parts
from newsgen.archive.schema import SCHEMA, VERSION
from newsgen.archive.searchables import Searchables
from newsgen.errors import ArchiveError

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_UNUSABLE = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}


class Archive:
    """The catalogue of one project, in `folder` (.newsgen/). Use it in a `with`: it holds the project's lock.

    `documents` knows the files, `entries` the articles, `listings` what belongs to which listing, `pages`
    what was written, `searchables` what the search index is made of; `notices`, `parts` and `fixity` what is
    published beside the pages. Raises ArchiveError if the folder cannot be used or another newsgen is at work
    in it.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / "archive.db"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ArchiveError(f"cannot make the folder: {error.strerror}", where=folder) from error
        self._lock = lock.exclusive(folder)
        self._lock.__enter__()
        try:
            self._db = _open(self._file)
        except BaseException:
            self._lock.__exit__(None, None, None)
            raise
        self.documents = Documents(self._db)
        self.entries = Entries(self._db)
        self.listings = Listings(self._db)
        self.pages = Pages(self._db)
        self.notices = Notices(self._db)
        self.parts = Parts(self._db)
        self.fixity = Fixity(self._db)
        self.searchables = Searchables(self._db)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()
        fault = _fault(error, self._file)
        self._lock.__exit__(kind, error, trace)
        if fault is not None:
            raise fault from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit what is done within, or nothing of it."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self._db.in_transaction:  # a full disk has ended it already
                self._db.execute("ROLLBACK")
            raise
        else:
            self._db.execute("COMMIT")
        finally:
            self.entries.forget_listings()

    def meta(self, name: str) -> str:
        """A remembered value, "" if there is none."""
        row = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return row[0] if row else ""

    def remember(self, name: str, value: str) -> None:
        """Keep `value` under `name` for later builds."""
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))


def _open(file: Path) -> sqlite3.Connection:
    for attempt in range(2):
        # The project's lock is ours already. One of SQLite's own would stay where a build failed while it was
        # reading, until Python has let go of the statement.
        address = f"{file.absolute().as_uri()}?nolock=1"
        db = sqlite3.connect(address, uri=True, isolation_level=None, cached_statements=256)
        try:
            # Not WAL: a statement that is still being read, as of the files to load, keeps its log growing.
            db.execute("PRAGMA journal_mode = PERSIST")
            # The file is a cache: losing its last transactions to a power cut costs a rebuild, not data.
            db.execute("PRAGMA synchronous = OFF")
            db.execute("PRAGMA cache_size = -16384")
            version = db.execute("PRAGMA user_version").fetchone()[0]
            if version == VERSION:
                return db
            if version == 0 and not db.execute("SELECT 1 FROM sqlite_master").fetchone():
                db.executescript(f"BEGIN; {SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")
                return db
        except sqlite3.DatabaseError as error:
            if attempt:
                db.close()
                raise ArchiveError(f"cannot open the catalogue: {error}", where=file) from error
        db.close()
        _discard(file)
    raise ArchiveError("cannot make the catalogue", where=file, hint="delete the .newsgen folder")


def _discard(file: Path) -> None:
    for suffix in ("", "-journal"):
        found = file.with_name(file.name + suffix)
        if found.is_dir():
            shutil.rmtree(found)
        else:
            found.unlink(missing_ok=True)


def _fault(error: BaseException | None, file: Path) -> ArchiveError | None:
    """What SQLite found wrong with the catalogue's file, which is deleted if it is damaged.

    None for all else: bad SQL and broken constraints are bugs and stay what they are.
    """
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _DAMAGED:
        _discard(file)
        hint = "run the command again: the catalogue is made anew"
        return ArchiveError(f"it was damaged and is deleted: {error}", where=file, hint=hint)
    if code in _UNUSABLE:
        hint = "make room, or mend its permissions"
        return ArchiveError(f"cannot use the catalogue: {error}", where=file, hint=hint)
    return None
