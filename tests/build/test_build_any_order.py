"""Whatever happens to a project, and wherever builds come between: the site is what a clean build makes."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)
from site_driver import Project

from newsgen.build import Workers, build, filing, loading, printing, publishing
from newsgen.output import prune, stream_with_twins, write_with_twins

# Few values, so that same titles, same days, spellings of one tag and emptied listings are frequent.
TITLES = st.sampled_from(
    ["قارب جديد في المرفأ", "قارب جديد في المرفا", "موسم العسل في الجبل", "عودة القطار الليلي إلى العمل"]
)
DAYS = st.sampled_from([None, "2021-03-04", "2021-03-05", "2022-01-01"])
TAGS = st.lists(st.sampled_from(["إيران", "ايران", "ایران", "زعفران"]), max_size=2, unique=True)
DOCUMENTS = st.fixed_dictionaries(
    {
        "title": TITLES,
        "day": DAYS,
        "tags": TAGS,
        "source": st.sampled_from([None, "صوت الوادي", "صوت الوادى"]),
        "related": st.lists(TITLES, max_size=1),
        "body": st.sampled_from(["جلس الصيادون على الرصيف.", "قالت البلدية إن العمل يبدأ بعد العيد."]),
    }
)
FRONT_MATTERS = st.fixed_dictionaries(
    {
        "title": st.none() | TITLES,
        "date": DAYS,
        "tags": TAGS,
        "slug": st.sampled_from([None, "موسم-العسل", "قارب"]),
        "draft": st.booleans(),
        "body": st.sampled_from(["", "هذا نص كتبته يد المحرر."]),
    }
)
SEEDS = st.sampled_from(["أ", "ب", "ج", "د"])
ARTICLES = st.sampled_from(["س", "ص"])


T = TypeVar("T")


class InterruptedBuildError(Exception):
    """Thrown into a build in the place of a kill."""


class Interruption:
    """A build's progress that ends it at its `after`-th step: a report, a page written, files pruned."""

    def __init__(self, after: int) -> None:
        self._left = after

    def stage(self, _name: str, _total: int | None) -> None:
        self.advance(1)

    def advance(self, _steps: int) -> None:
        self._left -= 1
        if self._left < 0:
            raise InterruptedBuildError

    def behind(self, function: Callable[..., T]) -> Callable[..., T]:
        """`function`, and a step when it has done its work."""

        def stepping(*arguments: Any) -> T:
            result = function(*arguments)
            self.advance(1)
            return result

        return stepping


class Archivist(RuleBasedStateMachine):
    """Somebody who adds, edits and removes documents, and builds now and then."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.project = Project(self.folder / "project")
        self.drafts = False
        self.removed: dict[str, bytes] = {}

    def teardown(self) -> None:
        try:
            self.project.build(drafts=self.drafts)
            self.project.assert_as_clean(drafts=self.drafts)
        finally:
            publishing._BATCH, loading._BATCH = 48, 64
            shutil.rmtree(self.folder)

    @initialize(size=st.sampled_from([1, 3, 48]))
    def batches(self, size: int) -> None:
        publishing._BATCH = loading._BATCH = size

    @rule(name=SEEDS, document=DOCUMENTS)
    def put_seed(self, name: str, document: dict[str, Any]) -> None:
        self.project.seed(name, **document)

    @rule(name=SEEDS)
    def empty_seed(self, name: str) -> None:
        self.project.write(f"seeds/{name}.txt", "")

    @rule(name=SEEDS, other=SEEDS)
    def rename_seed(self, name: str, other: str) -> None:
        file = self.project.root / f"seeds/{name}.txt"
        if file.exists():
            file.rename(file.with_stem(other))

    @rule(name=ARTICLES, front=FRONT_MATTERS)
    def put_article(self, name: str, front: dict[str, Any]) -> None:
        self.project.article(name, **front)

    @rule(name=ARTICLES, seed=SEEDS, stated=FRONT_MATTERS)
    def correct(self, name: str, seed: str, stated: dict[str, Any]) -> None:
        self.project.article(name, **stated, seed=f"{seed}.txt")

    @precondition(lambda self: any(self.documents()))
    @rule(number=st.integers(0, 9))
    def remove(self, number: int) -> None:
        files = self.documents()
        file = files[number % len(files)]
        self.removed[file.relative_to(self.project.root).as_posix()] = file.read_bytes()
        file.unlink()

    @precondition(lambda self: self.removed)
    @rule(number=st.integers(0, 9))
    def bring_back(self, number: int) -> None:
        names = sorted(self.removed)
        name = names[number % len(names)]
        self.project.write(name, self.removed.pop(name))

    def documents(self) -> list[Path]:
        """The seeds and articles that there are."""
        folders = (self.project.root / name for name in ("seeds", "articles"))
        return sorted(path for folder in folders for path in folder.glob("*"))

    @rule(drafts=st.booleans())
    def build(self, drafts: bool) -> None:
        self.drafts = drafts
        self.project.build(drafts=drafts)

    @rule()
    def read_without_writing(self) -> None:
        self.project.read()

    @rule(after=st.integers(0, 25), full=st.booleans())
    def interrupt(self, after: int, full: bool) -> None:
        interruption = Interruption(after)
        with (
            Workers(1) as workers,
            suppress(InterruptedBuildError),
            patch.object(publishing, "write_with_twins", interruption.behind(write_with_twins)),
            patch.object(printing, "write_with_twins", interruption.behind(write_with_twins)),
            patch.object(filing, "write_with_twins", interruption.behind(write_with_twins)),
            patch.object(filing, "stream_with_twins", interruption.behind(stream_with_twins)),
            patch.object(publishing, "prune", interruption.behind(prune)),
        ):
            build(self.project.config, workers, interruption, full=full, drafts=self.drafts)

    @rule()
    def lose_the_catalogue(self) -> None:
        shutil.rmtree(self.project.root / ".newsgen", ignore_errors=True)

    @rule(size=st.integers(1, 3))
    def set_page_size(self, size: int) -> None:
        self.project.settings(page_size=size)


def tried(examples: int) -> settings:
    return settings(
        max_examples=examples,
        stateful_step_count=12,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


def test_any_sequence_of_changes_and_builds_ends_in_the_clean_site() -> None:
    run_state_machine_as_test(Archivist, settings=tried(20))


@pytest.mark.slow
def test_any_sequence_of_changes_and_builds_ends_in_the_clean_site_in_many_more_tries() -> None:
    run_state_machine_as_test(Archivist, settings=tried(300))
