"""Writing one file: only if it differs, and never half."""

from __future__ import annotations

import filecmp
import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import get_ident

from newsgen.errors import OutputError

# Hidden, so that no host serves what a killed build leaves; the next full build prunes it.
TEMPORARY = ".newsgen-part-"
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


def file_of(url: str) -> str:
    """The file below the output folder that answers for an address ("tags/" -> "tags/index.html")."""
    return f"{url}index.html" if not url or url.endswith("/") else url


def url_of(name: str) -> str:
    """The address that a file below the output folder answers for: the inverse of `file_of`."""
    folder, _, last = name.rpartition("/")
    if last != "index.html":
        return name
    return f"{folder}/" if folder else ""


@dataclass(frozen=True, slots=True)
class Streamed:
    """A file that came in pieces: whether it was written, its size in bytes and its SHA-256."""

    written: bool
    size: int
    sha256: str


def write(root: Path, name: str, data: bytes, twins: Iterable[str] = ()) -> bool:
    """Give the file `name` below `root` these bytes. True if it was written, False if it had them already.

    The bytes go to a temporary file first, which then takes the file's place in one step: whoever reads the
    site, or interrupts the build, sees the old file or the new one. Its `twins` go before it changes, so that
    none is ever of other bytes. Raises OutputError.
    """
    refuse_to_leave(root, name)
    file = f"{root}/{name}"
    try:
        if not _make_folder(os.path.dirname(file)) and _has(file, data):
            return False
        _remove(root, twins)
        _replace(file, data)
    except OSError as error:
        raise _unwritable(file, error) from error
    return True


def write_stream(root: Path, name: str, pieces: Iterable[bytes], twins: Iterable[str] = ()) -> Streamed:
    """Give the file `name` below `root` these bytes, as `write` does; they are never whole in memory."""
    refuse_to_leave(root, name)
    file = f"{root}/{name}"
    temporary = _temporary_beside(file)
    digest, size = hashlib.sha256(), 0
    try:
        _make_folder(os.path.dirname(file))
        with open(temporary, "wb", buffering=1024 * 1024) as stream:
            for piece in pieces:
                digest.update(piece)
                size += stream.write(piece)
        written = not (os.path.isfile(file) and filecmp.cmp(file, temporary, shallow=False))
        if written:
            _remove(root, twins)
            os.replace(temporary, file)
    except OSError as error:
        raise _unwritable(file, error) from error
    finally:
        with suppress(OSError):
            Path(temporary).unlink()
    return Streamed(written, size, digest.hexdigest())


def _remove(root: Path, names: Iterable[str]) -> None:
    for name in names:
        with suppress(FileNotFoundError):
            os.unlink(f"{root}/{name}")


def _unwritable(file: str, error: OSError) -> OutputError:
    hint = "make room, or mend its permissions"
    return OutputError(f"cannot write: {error.strerror or error}", where=Path(file), hint=hint)


def refuse_to_leave(root: Path, name: str) -> None:
    """Raise OutputError where a link leads the file `name` out of the output folder `root`."""
    folder = str(root)
    for step in name.split("/")[:-1]:
        folder = f"{folder}/{step}"
        if os.path.islink(folder) and not _is_below(root, folder):
            raise OutputError(
                "a link leads out of the output folder",
                where=Path(folder),
                hint="delete the link and build again",
            )


def _is_below(root: Path, folder: str) -> bool:
    return (os.path.realpath(folder) + os.sep).startswith(os.path.realpath(root) + os.sep)


def _temporary_beside(file: str) -> str:
    return f"{os.path.dirname(file)}/{TEMPORARY}{os.getpid()}-{get_ident()}"


def _make_folder(folder: str) -> bool:
    """Make the folder and those above it; False if it was there already."""
    try:
        os.mkdir(folder)
    except FileExistsError:
        return False
    except FileNotFoundError:
        # Not os.makedirs, which asks for each folder first whether it is there.
        _make_folder(os.path.dirname(folder))
        with suppress(FileExistsError):  # another worker was faster
            os.mkdir(folder)
    return True


def _has(file: str, data: bytes) -> bool:
    try:
        with open(file, "rb", buffering=0) as stream:
            return stream.read(len(data) + 1) == data
    except OSError:
        return False


def _replace(file: str, data: bytes) -> None:
    temporary = _temporary_beside(file)
    try:
        # Not open(): what it prepares for reading and buffering costs as much as the write itself.
        descriptor = os.open(temporary, _NEW_FILE, 0o666)
        try:
            while data:
                data = data[os.write(descriptor, data) :]
        finally:
            os.close(descriptor)
        os.replace(temporary, file)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
