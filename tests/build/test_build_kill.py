"""A build that is killed at any moment leaves no page half written, and the next one finishes its work."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from dying import dying_at
from site_driver import BODY, Project, tree

from newsgen.archive import searchables
from newsgen.build import exporting, publishing
from newsgen.output import prune
from newsgen.plan import segments

# Small batches: more moments between two commits at which a kill can come, and work to do meanwhile.
BUILD = """
import sys
from pathlib import Path
from newsgen.archive import searchables
from newsgen.build import Workers, build, loading, publishing
from newsgen.config import load_config
from newsgen.plan import segments

segments.LEAST, segments.MOST, searchables.OPENS = 4, 10, "substr(ident, -1) < 'e'"
publishing._BATCH = publishing._BATCH_OF_LISTINGS = loading._BATCH = 5
with Workers(int(sys.argv[2])) as workers:
    print("ready", flush=True)
    build(load_config(Path(sys.argv[1])), workers)
"""
SETTINGS: dict[str, object] = {"base_url": "https://archive.example/", "data": "[csv, jsonl]"}
TITLES = ["قارب جديد في المرفأ", "موسم العسل في الجبل", "عودة القطار الليلي إلى العمل", "ترميم الرصيف القديم"]
TAGS = ["إيران", "ايران", "زعفران", "بحر"]


@pytest.fixture(autouse=True)
def short_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several segments of the search index, as the builds have that are killed in a process of their own."""
    monkeypatch.setattr(segments, "LEAST", 4)
    monkeypatch.setattr(segments, "MOST", 10)
    monkeypatch.setattr(searchables, "OPENS", "substr(ident, -1) < 'e'")


def write_documents(project: Project, random: Random, count: int) -> None:
    for _ in range(count):
        day = random.choice([None, *(f"2021-0{month}-1{day}" for month in (3, 4) for day in range(5))])
        name, title = f"{random.randrange(30)}", random.choice(TITLES)
        related = random.sample(TITLES, 1)
        project.seed(name, title, day, tags=random.sample(TAGS, 2), related=related)
    for file in random.sample(sorted((project.root / "seeds").iterdir()), count // 5):
        file.unlink()


def build_and_kill(project: Project, jobs: int, after: float | None) -> float:
    """Build in another process, kill it `after` so many seconds, and say how long it took."""
    command = [sys.executable, "-c", BUILD, str(project.root), str(jobs)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        began = time.monotonic()
        if after is not None:
            time.sleep(after)
            process.kill()
        # The workers have the pipe as well: it ends when the last of them has ended.
        process.stdout.read()
        took = time.monotonic() - began
    assert after is not None or process.returncode == 0
    return took


def kill_many(tmp_path: Path, jobs: int, kills: int, seed: int) -> None:
    random = Random(seed)  # noqa: S311 - tests want the same numbers each time
    project = Project(tmp_path / "project")
    write_documents(project, random, 40)
    whole = build_and_kill(project, jobs, None)
    for _ in range(kills):
        write_documents(project, random, 15)
        for _ in range(random.choice((1, 1, 2))):
            build_and_kill(project, jobs, random.uniform(0, whole))
        halves = [
            page for page in project.output.rglob("*.html") if not page.read_bytes().endswith(b"</html>")
        ]
        assert halves == []
        project.build()
        project.assert_as_clean()


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_build_after_a_killed_one_leaves_the_clean_site_and_nothing_half_written(
    tmp_path: Path, jobs: int
) -> None:
    kill_many(tmp_path, jobs, kills=3, seed=jobs)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("jobs", [1, 2])
def test_after_each_of_a_hundred_killed_builds_the_next_leaves_the_clean_site(
    tmp_path: Path, jobs: int, seed: int
) -> None:
    kill_many(tmp_path, jobs, kills=5, seed=100 + seed)


def test_a_page_that_was_pruned_when_the_build_was_killed_comes_back_with_its_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def prune_and_die(root: Path, names: Iterable[str]) -> int:
        prune(root, names)
        raise KeyboardInterrupt

    project = Project(tmp_path / "project")
    honey = project.seed("عسل", "موسم العسل", "2021-03-04", tags=["عسل"])
    project.seed("قارب", "قارب جديد", "2021-03-05")
    project.build()
    text = (project.root / honey).read_bytes()
    project.delete(honey)
    with monkeypatch.context() as patched:
        patched.setattr(publishing.Publication, "_write_static", lambda _self: None)
        patched.setattr(publishing, "prune", prune_and_die)
        with pytest.raises(KeyboardInterrupt):
            project.build()
    project.write(honey, text)
    project.build()
    project.assert_as_clean()


def test_the_build_after_one_that_died_before_any_of_its_transactions_leaves_the_clean_site(
    tmp_path: Path,
) -> None:
    random = Random(1)  # noqa: S311 - tests want the same numbers each time
    project = Project(tmp_path / "project")
    write_documents(project, random, 12)
    project.build()
    moment, come = 0, [0]
    while come[0] == moment:
        moment += 1
        write_documents(project, random, 6)
        with dying_at(moment) as come, suppress(KeyboardInterrupt):
            project.build()
        project.build()
        project.assert_as_clean()
    assert moment > 10


def edit(project: Project) -> None:
    project.seed("2", TITLES[1], "2021-03-12", tags=["زعفران"])
    project.seed("more", TITLES[2], "2021-04-12", tags=["بحر"])


def publish_no_data(project: Project) -> None:
    project.settings(**{**SETTINGS, "data": "[]"})


def show_more_on_a_page(project: Project) -> None:
    project.settings(**{**SETTINGS, "page_size": 3})


@pytest.mark.parametrize(
    ("change", "part"),
    [
        (edit, 100),
        pytest.param(edit, 4, marks=pytest.mark.slow),
        pytest.param(publish_no_data, 100, marks=pytest.mark.slow),
        pytest.param(show_more_on_a_page, 100, marks=pytest.mark.slow),
    ],
)
def test_a_change_that_is_taken_back_after_a_build_that_died_at_any_moment_leaves_nothing_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Project], None], part: int
) -> None:
    monkeypatch.setattr(exporting, "PART", part)
    project = Project(tmp_path / "project", **SETTINGS)
    for number in range(5):
        project.seed(f"{number}", f"{TITLES[0]} {number}", f"2021-03-1{number}", tags=["بحر"])
    project.build()
    before = tree(project.output)
    moment, come = 0, [0]
    while come[0] == moment:
        moment += 1
        with dying_at(moment, files=True) as come, suppress(KeyboardInterrupt):
            change(project)
            project.build()
        project.settings(**SETTINGS)
        project.seed("2", f"{TITLES[0]} 2", "2021-03-12", tags=["بحر"])
        (project.root / "seeds/more.txt").unlink(missing_ok=True)
        project.build()
        assert tree(project.output) == before, moment
    assert moment > 20


@pytest.mark.slow
@pytest.mark.parametrize("full", [False, True])
def test_twins_are_of_their_files_after_a_build_that_died_at_any_moment(tmp_path: Path, full: bool) -> None:
    project = Project(tmp_path / "project", base_url="https://archive.example/", precompress="[gz]")
    for number in range(2):
        project.seed(f"{number}", f"{TITLES[0]} {number}", f"2021-03-1{number}")
    project.build()
    moment, come = 0, [0]
    while come[0] == moment:
        moment += 1
        with dying_at(moment, files=True) as come, suppress(KeyboardInterrupt):
            project.seed("1", TITLES[1], "2021-03-11", body=f"{BODY} {moment}")
            project.build(full=full)
        project.build()
        project.assert_as_clean()
    assert moment > 50


def test_parts_and_strays_that_a_killed_first_build_left_are_gone_after_the_next(tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    project.seed("عسل", "موسم العسل", "2021-03-04")
    project.build()
    with project.archive() as archive, archive.transaction():
        archive.remember("finished", "no")
    part = project.output / "2021/.newsgen-part-4711-1"
    part.write_text("<!doctype html><ht", encoding="utf-8")
    (project.output / "2021/99").mkdir()
    (project.output / "2021/99/index.html").write_text("<html></html>", encoding="utf-8")
    assert project.build().removed == {"2021/.newsgen-part-4711-1", "2021/99/"}
    project.assert_as_clean()
