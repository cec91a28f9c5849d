"""Folders and files on disk, watched for changes."""

from __future__ import annotations

import contextlib
import errno
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from types import TracebackType
from typing import Self

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

# Not among them: files opened, read and closed, as every build does, and folders "modified", which says no
# more than the event of the file inside.
_EVENTS: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileDeletedEvent,
    DirCreatedEvent,
    DirMovedEvent,
    DirDeletedEvent,
]
_CACHE = ".newsgen"
# Emacs writes x~, .#x and #x#; vim writes x~, .x.swp and 4913, a probe of whether it may write here.
_TEMPORARY = ("*~", ".#*", "#*#", ".*.sw?", "4913")
_EXHAUSTED = {errno.ENOSPC, errno.EMFILE}


def concerns_site(path: Path, watched: Sequence[Path], output: Path) -> bool:
    """Say whether an event at `path` may change what a build makes of the `watched` folders and files.

    All paths are absolute. A parent of a watched path counts: the watched one came or went with it.
    """
    if path.is_relative_to(output) or any(fnmatchcase(path.name, pattern) for pattern in _TEMPORARY):
        return False
    return any(
        top.is_relative_to(path) or (path.is_relative_to(top) and _CACHE not in path.relative_to(top).parts)
        for top in watched
    )


def plan_watches(watched: Sequence[Path], output: Path) -> set[tuple[Path, bool]]:
    """Plan which folders to watch, each with whether its subfolders are watched too.

    The nearest parent that exists is always among them, by itself: it tells of a watched file's changes, and
    of a watched folder that appears, goes or is replaced.
    """
    plan: set[tuple[Path, bool]] = set()
    for path in watched:
        plan.add((next(parent for parent in path.parents if parent.is_dir()), False))
        if path.is_dir():
            plan.update(_spread(path, output))
    return plan


def _spread(folder: Path, output: Path) -> Iterator[tuple[Path, bool]]:
    """Cover a folder and all below it except the output and the cache."""
    if folder == output or folder.name == _CACHE:
        return
    cache = folder / _CACHE
    if not output.is_relative_to(folder) and not cache.is_dir():
        yield folder, True
        return
    yield folder, False
    with contextlib.suppress(FileNotFoundError), os.scandir(folder) as children:
        for child in children:
            if child.is_dir(follow_symlinks=False):
                yield from _spread(Path(child.path), output)


class Watcher(FileSystemEventHandler):
    """Calls `changed`, in another thread, on each change in the `watched` folders and files, while entered.

    A watched path need not exist yet. The `output` folder and .newsgen are never watched. Where the system
    cannot watch so much, `announce` is told and the files are looked at every second instead.
    """

    def __init__(
        self,
        watched: Sequence[Path],
        output: Path,
        changed: Callable[[], None],
        announce: Callable[[str], None],
    ) -> None:
        self._watched = [path.resolve() for path in watched]
        self._output = output.resolve()
        self._changed = changed
        self._announce = announce
        self._make_observer: Callable[[], BaseObserver] = Observer
        self._observer: BaseObserver | None = None
        self._plan: set[tuple[Path, bool]] = set()
        self._outdated = threading.Event()

    def __enter__(self) -> Self:
        self._outdated.set()
        self.renew()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def renew(self) -> None:
        """Watch the folders that exist now, if watched ones have come, gone or been replaced.

        Not done by itself: changes made meanwhile go unseen, so it belongs right before a build.
        """
        while self._outdated.is_set():
            self._close()
            try:
                self._open()
            except OSError as error:
                if error.errno not in _EXHAUSTED or self._make_observer is PollingObserver:
                    raise
                self._close()
                self._outdated.set()
                self._make_observer = PollingObserver
                self._announce(
                    f"{error.strerror}: looking for changes every second instead"
                    " (raise fs.inotify.max_user_watches and max_user_instances to be quicker)"
                )

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take an event from watchdog."""
        paths = [Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
        paths = [path for path in paths if concerns_site(path, self._watched, self._output)]
        if event.is_directory and any(map(self._is_in_plan, paths)):
            self._outdated.set()
        if paths:
            self._changed()

    def _is_in_plan(self, folder: Path) -> bool:
        """Say whether the plan depends on this folder being there or not."""
        return any(
            top.is_relative_to(folder) or (folder.parent == top and not below) for top, below in self._plan
        )

    def _open(self) -> None:
        self._outdated.clear()
        self._plan = plan_watches(self._watched, self._output)
        self._observer = self._make_observer()
        self._observer.start()
        # Deep ones first: watchdog hides it when the system's watches run out below a folder, but the next
        # plain one, a parent of them all, then fails aloud.
        for folder, below in sorted(self._plan, key=lambda watch: (not watch[1], watch[0])):
            self._schedule(self._observer, folder, below=below)
        if plan_watches(self._watched, self._output) != self._plan:
            self._outdated.set()

    def _schedule(self, observer: BaseObserver, folder: Path, *, below: bool) -> None:
        try:
            observer.schedule(self, str(folder), recursive=below, event_filter=_EVENTS)
        except OSError as error:
            if error.errno in _EXHAUSTED:
                raise
            self._announce(f"cannot watch {folder}: {error.strerror}")

    def _close(self) -> None:
        if self._observer is not None:
            self._observer.stop()
            self._observer.join()
            self._observer = None
