"""Which documents a project holds: a walk over its folders that opens no file."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from newsgen.loader.forms import SEEDS_ARE, find_form, is_markdown
from newsgen.model.problem import Problem

Kind = Literal["seed", "article"]

_READ_AS = {"seed": SEEDS_ARE, "article": "articles are .md and .markdown"}


class Stamp(NamedTuple):
    """A document as it lies on disk, unopened: what tells whether it has changed.

    `path` is relative to the project, with "/" ("seeds/a.txt"; "../corpus/a.txt" outside of it), `size` in
    bytes, `mtime_ns` the time of its last change in nanoseconds.
    """

    path: str
    kind: Kind
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder to walk: `path` as users see it, `real` without links, `kinds` that are read in it."""

    path: str
    real: str
    kinds: frozenset[Kind]


def iter_stamps(project: Path, roots: Sequence[tuple[Kind, Path]]) -> Iterator[Stamp | Problem]:
    """Every document below `roots` (a kind and a folder each), by path, and what cannot be one.

    A folder given for both kinds holds both, told apart by suffix; a root inside another is read as its own
    kind. A root that does not exist holds nothing. Hidden files and folders are left out. A link to a file
    is followed inside the project and the roots, a link to a folder never. Problem codes: "kind-unknown",
    "file-name", "link-outside", "link-folder", "link-broken", "unreadable".
    """
    return _Walk(project, roots).stamps()


class _Walk:
    def __init__(self, project: Path, roots: Sequence[tuple[Kind, Path]]) -> None:
        self._roots: dict[str, _Folder] = {}
        for kind, root in roots:
            real = os.path.realpath(root)
            known = self._roots.get(real)
            if known is None:
                path = Path(os.path.relpath(root, project)).as_posix()
                self._roots[real] = _Folder("" if path == "." else path, real, frozenset({kind}))
            else:
                self._roots[real] = _Folder(known.path, real, known.kinds | {kind})
        # A link to a folder that is a root itself is walked as that root, not reported.
        self._root_paths = {os.path.join(os.path.realpath(root.parent), root.name) for _, root in roots}  # noqa: PTH118
        self._allowed = tuple(
            real.rstrip(os.sep) + os.sep for real in (os.path.realpath(project), *self._roots)
        )
        self._walked: set[str] = set()

    def stamps(self) -> Iterator[Stamp | Problem]:
        for root in sorted(self._roots.values(), key=lambda folder: folder.path + "/"):
            # A stack of its own, not recursion: folders may nest deeper than Python's frames.
            pending = [self._entries(root)]
            while pending:
                found = next(pending[-1], None)
                if found is None:
                    pending.pop()
                elif isinstance(found, _Folder):
                    pending.append(self._entries(found))
                else:
                    yield found

    def _entries(self, folder: _Folder) -> Iterator[Stamp | Problem | _Folder]:
        if folder.real in self._walked:
            return
        if folder.real in self._roots:
            self._walked.add(folder.real)
        links: set[str] = set()
        try:
            with os.scandir(folder.real) as listing:
                names = sorted(_sortable(entry, links) for entry in listing if entry.name[0] != ".")
        except FileNotFoundError:
            return
        except OSError as error:
            yield _unreadable(folder.path or ".", error)
            return
        within = os.path.join(folder.real, "")  # noqa: PTH118
        for name in names:
            found = self._look_at(name, folder, within + name, is_link=name in links)
            if found is not None:
                yield found

    def _look_at(
        self, name: str, folder: _Folder, real: str, *, is_link: bool
    ) -> Stamp | Problem | _Folder | None:
        """What a folder has under a name, which ends in "/" if it is a folder's."""
        path = f"{folder.path}/{name}" if folder.path else name
        if not _is_utf8(name):
            shown = os.fsencode(path.removesuffix("/")).decode(errors="backslashreplace")
            return Problem(shown, None, "file-name", "the name is not UTF-8", "rename it")
        if name.endswith("/"):
            root = self._roots.get(real[:-1])
            return _Folder(path[:-1], real[:-1], folder.kinds if root is None else root.kinds)
        if is_link:
            if real in self._root_paths:
                return None
            problem = self._link_problem(real, path)
            if problem is not None:
                return problem
        return _stamp(real, path, _kind(name[name.rfind(".") :]), folder.kinds)

    def _link_problem(self, link: str, path: str) -> Problem | None:
        try:
            target = os.path.realpath(link, strict=True)
            leads_to_folder = Path(target).is_dir()
        except OSError as error:
            if error.errno not in {errno.ELOOP, errno.ENOENT, errno.ENOTDIR}:
                return _unreadable(path, error)
            what, hint = "the link leads nowhere or in a circle", "delete it or put it right"
            return Problem(path, None, "link-broken", what, hint)
        if leads_to_folder:
            hint = "make its folder one of the project's own, in newsgen.yaml or with --seeds"
            return Problem(path, None, "link-folder", "a link to a folder is not followed", hint)
        if not target.startswith(self._allowed):
            hint = "copy the document here, or make its folder one of the project's own"
            return Problem(path, None, "link-outside", "the link leads out of the project", hint)
        return None


def _sortable(entry: os.DirEntry[str], links: set[str]) -> str:
    """The name of what a folder has, which is all that is kept of it: there may be millions. Notes links.

    A folder's name sorts with the "/" that follows it in the paths of its files.
    """
    if entry.is_symlink():
        links.add(entry.name)
    return entry.name + "/" if _is_folder(entry) else entry.name


def _stamp(file: str, path: str, kind: Kind | None, kinds: frozenset[Kind]) -> Stamp | Problem | None:
    try:
        status = os.stat(file)  # noqa: PTH116
    except FileNotFoundError:
        return None
    except OSError as error:
        return _unreadable(path, error)
    if kind not in kinds or not stat.S_ISREG(status.st_mode):
        read = ", ".join(_READ_AS[kind] for kind in sorted(kinds))
        what, hint = f"this kind of file is not read: {read}", "convert it to text or move it elsewhere"
        return Problem(path, None, "kind-unknown", what, hint)
    return Stamp(path, kind, status.st_size, status.st_mtime_ns)


@lru_cache
def _kind(ending: str) -> Kind | None:
    """What a file is by its name from the last dot on; of a name without one, any letter is enough."""
    if is_markdown(ending):
        return "article"
    return "seed" if find_form(ending) else None


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _is_utf8(name: str) -> bool:
    return name.isascii() or not any("\ud800" <= character <= "\udfff" for character in name)


def _unreadable(path: str, error: OSError) -> Problem:
    reason = error.strerror or str(error)
    return Problem(path, None, "unreadable", f"cannot be read: {reason}", "check the file's permissions")
