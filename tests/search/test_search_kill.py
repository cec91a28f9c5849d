"""Builds that die while the index is brought up to date: the next one leaves the index of a clean build."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
from search_sites import build_site, index_of, invented, write_articles

from newsgen.archive import Archive, searchables
from newsgen.build import indexing, publishing
from newsgen.build.indexing import update_index
from newsgen.search import shards
from newsgen.search.files import IndexFiles

pytest_plugins = ["search_fixtures"]
TEXTS = [invented(number) for number in range(36)]
Patch = pytest.MonkeyPatch


@pytest.fixture(autouse=True)
def often_opening(short_segments: None, monkeypatch: Patch) -> None:
    """One article in three may open a segment."""
    monkeypatch.setattr(searchables, "OPENS", "substr(ident, -1) < 'e'")


@contextmanager
def dying(step: int) -> Iterator[list[int]]:
    """Have builds die before the transaction `step` from the index on; what is given counts those begun."""
    begun, begin = [0], Archive.transaction

    @contextmanager
    def count_and_die(archive: Archive) -> Iterator[None]:
        begun[0] += 1
        if begun[0] == step:
            raise KeyboardInterrupt
        with begin(archive):
            yield

    with Patch.context() as patched, Patch.context() as counting:

        def count_from_here(*arguments: object) -> int:
            counting.setattr(Archive, "transaction", count_and_die)
            return update_index(*arguments)  # type: ignore[arg-type]

        patched.setattr(publishing, "update_index", count_from_here)
        yield begun


def insert_one(project: Path, patched: Patch) -> None:
    file = project / "articles/0020.md"
    file.with_name("between.md").write_text(file.read_text(encoding="utf-8"), encoding="utf-8")


def remove_an_opening_one(project: Path, patched: Patch) -> None:
    manifest = IndexFiles(lambda name: (project / "site" / name).read_bytes()).manifest()
    number = sum(row.articles for row in manifest.segments[:3])
    (project / f"articles/{number:04}.md").unlink()


def want_no_search(project: Path, patched: Patch) -> None:
    (project / "newsgen.yaml").write_text("search: false\n", encoding="utf-8")


def have_other_code(project: Path, patched: Patch) -> None:
    patched.setattr(indexing, "code_digest", lambda *_: "other")
    patched.setattr(shards, "_LEVEL", 1)


def take_back(project: Path) -> None:
    write_articles(project, TEXTS)
    (project / "articles/between.md").unlink(missing_ok=True)
    (project / "newsgen.yaml").unlink(missing_ok=True)


@pytest.mark.parametrize(
    "change",
    [
        insert_one,
        want_no_search,
        pytest.param(remove_an_opening_one, marks=pytest.mark.slow),
        pytest.param(have_other_code, marks=pytest.mark.slow),
    ],
)
def test_a_change_that_is_taken_back_after_a_killed_build_leaves_nothing_of_it(
    tmp_path: Path, change: Callable[[Path, Patch], None]
) -> None:
    write_articles(tmp_path, TEXTS)
    before = index_of(build_site(tmp_path))
    step, begun = 0, [0]
    while begun[0] == step:
        step += 1
        with ExitStack() as stack, suppress(KeyboardInterrupt):
            begun = stack.enter_context(dying(step))
            change(tmp_path, stack.enter_context(Patch.context()))
            build_site(tmp_path)
        take_back(tmp_path)
        assert index_of(build_site(tmp_path)) == before, step
    assert step > 3
