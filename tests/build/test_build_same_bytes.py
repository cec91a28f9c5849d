"""The same documents give the same bytes: wherever, whenever and in whatever order they are built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from site_driver import Project, tree

BUILD = """
import os, sys, time
time.time = lambda: float(os.environ["NOW"])
from pathlib import Path
from newsgen.build import Workers, build
from newsgen.config import load_config

with Workers(1) as workers:
    build(load_config(Path(sys.argv[1])), workers)
"""
HERE = {"NOW": "1700000000", "TZ": "UTC", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"}
THERE = {"NOW": "1800000000", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4711", "LC_ALL": "C"}


def build_as(project: Path, environment: dict[str, str]) -> dict[str, bytes]:
    subprocess.run([sys.executable, "-c", BUILD, project], env={**os.environ, **environment}, check=True)
    return tree(project / "site")


def sample(folder: Path) -> Project:
    """The repository's own documents: every kind of page has something to show."""
    everything = {"data": "[csv, jsonl, parquet]", "precompress": "[gz, br]"}
    project = Project(
        folder, base_url="https://example.org/archive/", news_sitemap="true", feed_text="full", **everything
    )
    repository = Path(__file__).parents[2]
    for name in ("seeds", "articles"):
        shutil.copytree(repository / name, folder / name, dirs_exist_ok=True)
    return project


def test_another_day_folder_time_zone_locale_and_hash_seed_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = sample(tmp_path / "a"), sample(tmp_path / "far" / "away" / "b")
    assert build_as(first.root, HERE) == build_as(second.root, THERE)


def test_a_folder_reached_by_another_way_is_the_same_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = sample(tmp_path / "a")
    project.build()
    monkeypatch.chdir(project.root)
    project.root, project.output = Path(), Path("site")
    changes = project.build()
    assert (changes.written, changes.removed, changes.built.documents.read) == (set(), set(), 0)


def test_documents_that_come_one_by_one_give_the_same_site(tmp_path: Path) -> None:
    project = sample(tmp_path / "project")
    waiting = tmp_path / "waiting"
    shutil.move(project.root / "seeds", waiting)
    (project.root / "seeds").mkdir()
    names = sorted(path.relative_to(waiting) for path in waiting.rglob("*") if path.is_file())
    for name in reversed(names):
        (project.root / "seeds" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.move(waiting / name, project.root / "seeds" / name)
        if len(name.stem) % 3 == 0:
            project.build()
    project.build()
    project.assert_as_clean()
