"""The output folder as a whole: newsgen writes and prunes only in a folder that is its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from newsgen.errors import OutputError
from newsgen.output.files import TEMPORARY, refuse_to_leave, write
from newsgen.output.twins import twins_of

MARKER = ".newsgen-site"
_MARK = b"This folder is written by newsgen: files that it did not make are removed.\n"


def claim(folder: Path) -> str:
    """Make `folder` newsgen's own and return a token that changes when the folder is replaced by another.

    An empty or missing folder is claimed; one with files in it must carry newsgen's mark, so that a mistyped
    --output never costs anybody a file. Raises OutputError.
    """
    marker = folder / MARKER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not marker.exists() and any(not entry.name.startswith(".") for entry in folder.iterdir()):
            raise OutputError(
                "the output folder has files that newsgen did not write",
                where=folder,
                hint="name an empty folder with --output, or empty this one",
            )
        write(folder, MARKER, _MARK)
        stat = marker.stat()
    except OSError as error:
        raise OutputError(f"cannot use the output folder: {error.strerror}", where=folder) from error
    return f"{folder.resolve()} {stat.st_ino} {stat.st_mtime_ns}"


def has_all(root: Path, names: Iterable[str]) -> bool:
    """Whether all these files and folders are there."""
    return all((root / name).exists() for name in names)


def remove(root: Path, name: str) -> bool:
    """Delete the file `name` below `root`, its twins, and the folders that this leaves empty.

    False if there was none.
    """
    file = root / name
    refuse_to_leave(root, name)
    for twin in twins_of(name):
        if not (root / twin).is_dir():
            (root / twin).unlink(missing_ok=True)
    removed = True
    try:
        file.unlink()
    except (FileNotFoundError, NotADirectoryError):
        removed = False
    except OSError as error:
        raise OutputError(f"cannot delete: {error.strerror}", where=file) from error
    for parent in file.parents:
        if parent == root:
            break
        try:
            parent.rmdir()
        except FileNotFoundError:
            continue  # a build that was killed right here has left the folders above
        except OSError:
            break
    return removed


def prune(root: Path, names: Iterable[str]) -> int:
    """Delete these files; how many were there."""
    return sum(remove(root, name) for name in names)


def prune_folders(root: Path) -> None:
    """Delete the folders below `root` that hold nothing: a build that dies may leave some.

    Hidden ones at the top are none of newsgen's.
    """
    for entry in os.scandir(root):
        if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
            for folder, _, files in os.walk(entry.path, topdown=False):
                if not files:
                    with suppress(OSError):  # it holds other folders
                        Path(folder).rmdir()


def strays(root: Path, wanted: Callable[[str], bool]) -> Iterator[str]:
    """The files below `root` that are not wanted. Hidden entries at the top (.git) are none of newsgen's."""
    folders = [root]
    while folders:
        folder = folders.pop()
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
            if folder == root and entry.name.startswith(".") and not entry.name.startswith(TEMPORARY):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(Path(entry.path))
                continue
            name = Path(entry.path).relative_to(root).as_posix()
            if not _is_utf8(name) or not wanted(name):
                yield name


def _is_utf8(name: str) -> bool:
    """Whether the file can be newsgen's: it writes no other names, and SQLite can look up no other."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
