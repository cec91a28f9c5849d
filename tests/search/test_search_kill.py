"""Builds that die while the index is brought up to date: the next one leaves the index of a clean build."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
from dying import dying_at
from search_sites import build_site, index_of, invented, write_articles

from newsgen.archive import searchables
from newsgen.build import indexing, publishing
from newsgen.search import shards
from newsgen.search.files import IndexFiles

pytest_plugins = ["search_fixtures"]
TEXTS = [invented(number) for number in range(36)]
Patch = pytest.MonkeyPatch


@pytest.fixture(autouse=True)
def often_opening(short_segments: None, monkeypatch: Patch) -> None:
    """One article in three may open a segment."""
    monkeypatch.setattr(searchables, "OPENS", "substr(ident, -1) < 'e'")


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
    moment, come = 0, [0]
    while come[0] == moment:
        moment += 1
        with ExitStack() as stack, suppress(KeyboardInterrupt):
            come = stack.enter_context(dying_at(moment, since=(publishing, "update_index")))
            change(tmp_path, stack.enter_context(Patch.context()))
            build_site(tmp_path)
        take_back(tmp_path)
        assert index_of(build_site(tmp_path)) == before, moment
    assert moment > 3
