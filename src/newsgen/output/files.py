"""Writing one file: only if it differs, and never half."""

from __future__ import annotations

import os
from pathlib import Path
from threading import get_ident

from newsgen.errors import OutputError

# Hidden, so that no host serves what a killed build leaves; the next full build prunes it.
TEMPORARY = ".newsgen-part-"


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
    file = root / name
    try:
        if file.read_bytes() == data:
            return False
    except OSError:
        pass
    refuse_to_leave(root, file)
    try:
        _replace(file, data)
    except OSError as error:
        raise OutputError(
            f"cannot write: {error.strerror or error}", where=file, hint="make room, or mend its permissions"
        ) from error
    return True


def refuse_to_leave(root: Path, file: Path) -> None:
    """Raise OutputError where a link leads `file` out of the output folder."""
    below = os.path.realpath(file.parent) + os.sep
    if not below.startswith(os.path.realpath(root) + os.sep):
        raise OutputError(
            "a link leads out of the output folder", where=file.parent, hint="delete the link and build again"
        )


def _replace(file: Path, data: bytes) -> None:
    temporary = file.with_name(f"{TEMPORARY}{os.getpid()}-{get_ident()}")
    try:
        try:
            temporary.write_bytes(data)
        except FileNotFoundError:
            file.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(data)
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
