"""Writing one file: only if it differs, and never half."""

from __future__ import annotations

import os
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


def write(root: Path, name: str, data: bytes) -> bool:
    """Give the file `name` below `root` these bytes. True if it was written, False if it had them already.

    The bytes go to a temporary file first, which then takes the file's place in one step: whoever reads the
    site, or interrupts the build, sees the old file or the new one. Raises OutputError.
    """
    refuse_to_leave(root, name)
    file = f"{root}/{name}"
    try:
        if not _make_folder(os.path.dirname(file)) and _has(file, data):
            return False
        _replace(file, data)
    except OSError as error:
        raise OutputError(
            f"cannot write: {error.strerror or error}",
            where=Path(file),
            hint="make room, or mend its permissions",
        ) from error
    return True


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


def _make_folder(folder: str) -> bool:
    """Make the folder and those above it; False if it was there already."""
    try:
        os.mkdir(folder)
    except FileExistsError:
        return False
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)
    return True


def _has(file: str, data: bytes) -> bool:
    try:
        with open(file, "rb", buffering=0) as stream:
            return stream.read(len(data) + 1) == data
    except OSError:
        return False


def _replace(file: str, data: bytes) -> None:
    temporary = f"{os.path.dirname(file)}/{TEMPORARY}{os.getpid()}-{get_ident()}"
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
