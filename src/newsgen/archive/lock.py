"""One build at a time: a lock that ends with the process that holds it, on every platform."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsgen.errors import ArchiveError


@contextmanager
def exclusive(folder: Path) -> Iterator[None]:
    """Hold `folder`'s lock. Raises ArchiveError if another process holds it.

    The lock is SQLite's own on an empty database: the operating system frees it when the process dies, so
    no stale lock file can keep a later build out.
    """
    file = folder / "lock"
    try:
        connection = sqlite3.connect(file, timeout=0.0, isolation_level=None)
    except sqlite3.Error as error:
        raise ArchiveError(f"cannot lock the project: {error}", where=file) from error
    try:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise ArchiveError(f"cannot lock the project: {error}", where=file) from error
            raise ArchiveError(
                "another newsgen is at work in this project", where=folder, hint="wait until it has ended"
            ) from error
        yield
    finally:
        connection.close()
