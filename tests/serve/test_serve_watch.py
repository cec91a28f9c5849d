"""Which changes on disk are seen, with a real observer on real files."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest
from serve_client import PATIENCE, wait_until
from watchdog.observers import Observer

from newsgen.serve import watch
from newsgen.serve.changes import Changes
from newsgen.serve.watch import Watcher, concerns_site, plan_watches

_TOP = Path("/project")


@pytest.mark.parametrize(
    "name", ["seeds/a.txt", "seeds/deep/er", "seeds", "newsgen.yaml", ".", "seeds/x.tmp.md"]
)
def test_changes_in_watched_paths_and_their_parents_concern_the_site(name: str) -> None:
    assert concerns_site(_TOP / name, [_TOP / "seeds", _TOP / "newsgen.yaml"], _TOP / "site")


@pytest.mark.parametrize(
    "name",
    [
        "site/index.html",
        "site",
        ".newsgen/archive.db",
        ".newsgen",
        "seeds/.newsgen/x",
        "seeds/a.md~",
        "seeds/.a.md.swp",
        "seeds/.a.md.swx",
        "seeds/4913",
        "seeds/.#a.md",
        "seeds/#a.md#",
    ],
)
def test_the_output_the_cache_and_editors_temporary_files_do_not(name: str) -> None:
    assert not concerns_site(_TOP / name, [_TOP], _TOP / "site")


def test_neighbours_of_watched_paths_do_not_concern_the_site() -> None:
    assert not concerns_site(_TOP / "README.md", [_TOP / "seeds", _TOP / "newsgen.yaml"], _TOP / "site")


def test_the_output_and_the_cache_in_a_watched_folder_are_not_watched(tmp_path: Path) -> None:
    for name in ("site/2024", ".newsgen/x", "seeds/2024", "content/drafts", "content/site"):
        (tmp_path / name).mkdir(parents=True)
    assert plan_watches([tmp_path], tmp_path / "content" / "site") == {
        (tmp_path.parent, False),
        (tmp_path, False),
        (tmp_path / "seeds", True),
        (tmp_path / "site", True),
        (tmp_path / "content", False),
        (tmp_path / "content" / "drafts", True),
    }


class Seen:
    """Counts the changes that a watcher reports, and what it has to say."""

    def __init__(self) -> None:
        self.changes = threading.Semaphore(0)
        self.said: list[str] = []

    def wait(self) -> None:
        assert self.changes.acquire(timeout=PATIENCE), "the change was not seen"

    def watcher(self, watched: list[Path], output: Path) -> Watcher:
        return Watcher(watched, output, self.changes.release, self.said.append)


def test_a_folder_that_appears_goes_and_comes_back_is_watched(tmp_path: Path) -> None:
    seen, seeds = Seen(), tmp_path / "content" / "seeds"

    def wait_for(change: Callable[[], Any]) -> None:
        change()
        seen.wait()

    def renewed_until_quiet() -> None:
        # What the preview does: after each change the watches are renewed and the site is built.
        watcher.renew()
        while seen.changes.acquire(timeout=0.2):
            watcher.renew()

    with seen.watcher([seeds], tmp_path / "site") as watcher:
        wait_for(lambda: seeds.mkdir(parents=True))
        renewed_until_quiet()
        wait_for((seeds / "a.txt").touch)
        wait_for((seeds / "a.txt").unlink)
        wait_for(seeds.rmdir)
        renewed_until_quiet()
        wait_for(seeds.mkdir)
        renewed_until_quiet()
        wait_for((seeds / "b.txt").touch)
        wait_for(lambda: seeds.rename(tmp_path / "content" / "old"))
        renewed_until_quiet()
        wait_for(seeds.mkdir)
        renewed_until_quiet()
        wait_for((seeds / "c.txt").touch)
    assert seen.said == []


def test_a_single_file_is_watched_when_changed_in_place_and_when_replaced(tmp_path: Path) -> None:
    seen, config = Seen(), tmp_path / "newsgen.yaml"
    config.write_text("title: a")
    with seen.watcher([config], tmp_path / "site"):
        config.write_text("title: b")
        seen.wait()
        # Saving moves a file over another: whatever was seen of the first change is done with by then.
        (tmp_path / "new~").write_text("title: c")
        while seen.changes.acquire(timeout=0.2):
            pass
        (tmp_path / "new~").replace(config)
        seen.wait()


def test_a_single_file_is_watched_when_its_folder_goes_and_comes_back(tmp_path: Path) -> None:
    seen, config = Seen(), tmp_path / "project" / "newsgen.yaml"
    config.parent.mkdir()
    with seen.watcher([config], tmp_path / "site") as watcher:
        config.parent.rmdir()
        seen.wait()
        watcher.renew()
        config.parent.mkdir()
        seen.wait()
        watcher.renew()
        config.touch()
        seen.wait()


def test_reading_and_temporary_files_are_not_changes(tmp_path: Path) -> None:
    seen, seed = Seen(), tmp_path / "seed.txt"
    seed.write_text("خبر")
    with seen.watcher([tmp_path], tmp_path / "site"):
        seed.read_text()
        list(tmp_path.iterdir())
        (tmp_path / ".seed.txt.swp").write_text("x")
        (tmp_path / "4913").write_text("x")
        (tmp_path / "4913").unlink()
        os.mkfifo(tmp_path / "last")  # one event, and the last in its folder
        seen.wait()
        assert not seen.changes.acquire(blocking=False)


def test_a_system_that_cannot_watch_so_much_is_polled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Exhausted(Observer):  # type: ignore[misc, valid-type]
        def schedule(self, *_: object, **__: object) -> NoReturn:
            raise OSError(errno.ENOSPC, "inotify watch limit reached")

    monkeypatch.setattr(watch, "Observer", Exhausted)
    seen = Seen()
    with seen.watcher([tmp_path], tmp_path / "site"):
        assert len(seen.said) == 1
        assert seen.said[0].startswith(
            "inotify watch limit reached: looking for changes every second instead"
        )
        (tmp_path / "a.txt").write_text("خبر")
        seen.wait()


def test_many_changes_are_one_until_they_pause() -> None:
    changes, waits = Changes(), list[bool]()
    for _ in range(1000):
        changes.note()
    assert changes.wait()
    waiter = threading.Thread(target=lambda: waits.append(changes.wait()))
    waiter.start()
    changes.close()
    waiter.join(PATIENCE)
    assert waits == [False]


def test_changes_that_never_pause_are_not_waited_for_for_ever() -> None:
    changes, waits = Changes(), list[bool]()
    waiter = threading.Thread(target=lambda: waits.append(changes.wait()))
    waiter.start()

    def noted_and_settled() -> bool:
        changes.note()
        return waits == [True]

    wait_until(noted_and_settled)
    waiter.join(PATIENCE)
