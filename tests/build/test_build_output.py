"""The output folder and the catalogue: lost, replaced, broken, shared."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import pytest
from site_driver import Project, tree

from newsgen.archive import Archive
from newsgen.errors import ArchiveError, OutputError

HONEY, BOAT = "2021/03/04/موسم-العسل/", "2021/03/05/قارب-جديد/"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Two articles, built once."""
    made = Project(tmp_path / "project")
    made.seed("عسل", "موسم العسل", "2021-03-04", tags=["عسل"])
    made.seed("قارب", "قارب جديد", "2021-03-05", tags=["بحر"])
    made.build()
    return made


def test_an_output_folder_that_was_deleted_is_written_again(project: Project) -> None:
    shutil.rmtree(project.output)
    changes = project.build()
    assert (len(changes.written | changes.beside) + 1, changes.left) == (changes.built.files.written, set())
    project.assert_as_clean()


def test_a_page_that_was_deleted_comes_back_with_a_full_build(project: Project) -> None:
    (project.output / HONEY / "index.html").unlink()
    (project.output / BOAT / "index.html").write_text("كتب أحدهم هنا", encoding="utf-8")
    assert project.build(full=True).written == {HONEY, BOAT}
    project.assert_as_clean()


def test_a_full_build_removes_what_newsgen_did_not_make_but_hidden_entries_at_the_top(
    project: Project,
) -> None:
    for name in ("تائه.html", "tags/تائه/index.html", ".git/config", ".nojekyll", "assets/.hidden"):
        (project.output / name).parent.mkdir(parents=True, exist_ok=True)
        (project.output / name).write_text("غريب", encoding="utf-8")
    assert project.build().removed == set()
    assert project.build(full=True).removed == {"تائه.html", "tags/تائه/", "assets/.hidden"}
    assert (project.output / ".git/config").exists()
    assert (project.output / ".nojekyll").exists()


def test_a_stray_whose_name_is_not_utf_8_is_removed_too(project: Project) -> None:
    stray = Path(os.fsdecode(os.fsencode(project.output) + b"/caf\xe9.html"))
    stray.write_bytes(b"")
    project.build(full=True)
    assert not stray.exists()


def test_another_output_folder_has_the_whole_site_and_the_way_back_too(project: Project) -> None:
    here, there = project.output, project.root / "other"
    project.output = there
    assert project.build().left == set()
    project.seed("زيت", "موسم الزيت", "2021-03-06")
    project.delete("seeds/قارب.txt")
    project.build()
    project.output = here
    changes = project.build()
    assert BOAT in changes.removed
    assert "2021/03/06/موسم-الزيت/" in changes.written
    assert tree(here) == tree(there)
    shutil.rmtree(there)
    project.assert_as_clean()


def test_a_folder_with_files_of_somebody_elses_is_refused(project: Project) -> None:
    project.output = project.root / "thesis"
    project.write("thesis/chapter.html", "ثلاث سنوات من العمل")
    with pytest.raises(OutputError, match=r"thesis: .*files that newsgen did not write"):
        project.build()
    assert tree(project.output) == {"chapter.html": "ثلاث سنوات من العمل".encode()}


def test_a_folder_with_hidden_entries_only_is_taken(project: Project) -> None:
    project.output = project.root / "public"
    project.write("public/.git/config", "")
    project.build()
    assert (project.output / "index.html").exists()


def test_a_catalogue_that_was_deleted_gives_the_same_site(project: Project) -> None:
    (project.output / "تائه.html").write_text("غريب", encoding="utf-8")
    shutil.rmtree(project.root / ".newsgen")
    project.delete("seeds/قارب.txt")
    changes = project.build()
    assert changes.removed == {"تائه.html", BOAT, "2021/03/05/", "tags/بحر/"}
    assert HONEY in changes.written
    assert "404.html" in changes.left
    project.assert_as_clean()


@pytest.mark.parametrize("content", [b"", b"not a database at all, but some text" * 40])
def test_a_catalogue_that_is_not_one_is_made_anew(project: Project, content: bytes) -> None:
    project.delete("seeds/قارب.txt")
    for file in (project.root / ".newsgen").glob("archive.db*"):
        file.unlink()
    (project.root / ".newsgen/archive.db").write_bytes(content)
    project.build()
    project.assert_as_clean()


def test_a_catalogue_of_another_version_is_made_anew(project: Project) -> None:
    with sqlite3.connect(project.root / ".newsgen/archive.db") as database:
        database.execute("PRAGMA user_version = 9999")
    database.close()
    project.delete("seeds/قارب.txt")
    assert BOAT in project.build().removed
    project.assert_as_clean()


def test_a_catalogue_that_proves_damaged_is_told_and_made_anew_by_the_next_build(project: Project) -> None:
    file = project.root / ".newsgen/archive.db"
    with sqlite3.connect(file) as database:
        roots = [
            root for (root,) in database.execute("SELECT rootpage FROM sqlite_master WHERE rootpage > 0")
        ]
        (size,) = database.execute("PRAGMA page_size").fetchone()
    database.close()
    # Not the tables' definitions: without these it would be no catalogue, and made anew at once.
    with file.open("r+b") as stream:
        for root in roots:
            stream.seek((root - 1) * size)
            stream.write(b"\xff" * size)
    with pytest.raises(ArchiveError, match="run the command again") as raised:
        project.build()
    assert raised.value.where == file
    assert project.build().written == set()
    project.assert_as_clean()


def test_a_build_beside_another_is_refused(project: Project) -> None:
    with Archive(project.config.cache), pytest.raises(ArchiveError, match="another newsgen is at work"):
        project.build()
    assert project.build().written == set()


def test_a_cache_that_is_no_folder_is_told_on_one_line(project: Project) -> None:
    shutil.rmtree(project.root / ".newsgen")
    project.write(".newsgen", "")
    with pytest.raises(ArchiveError, match=r"\.newsgen: cannot make the folder"):
        project.build()


def test_a_lock_that_cannot_be_used_is_not_taken_for_another_build(project: Project) -> None:
    lock = project.root / ".newsgen/lock"
    lock.unlink()
    lock.mkdir()
    with pytest.raises(ArchiveError, match="cannot lock the project"):
        project.build()


@pytest.mark.parametrize("gone", ["*", "2021", "index.html", "assets"])
def test_a_part_of_the_output_that_somebody_deleted_is_made_again(tmp_path: Path, gone: str) -> None:
    project = Project(tmp_path / "project")
    project.seed("أ", "الخبر الأول", "2021-03-04")
    project.build()
    for entry in project.output.glob(gone):  # as `rm -rf site/*`, which leaves hidden files
        if not entry.name.startswith("."):
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    project.build()
    project.assert_as_clean()


def test_a_full_build_settles_again_what_other_code_had_settled(project: Project) -> None:
    catalogue = sqlite3.connect(project.root / ".newsgen/archive.db")
    catalogue.execute("UPDATE listing SET name = 'x', sort = 'x'")
    catalogue.commit()
    catalogue.close()
    project.build(full=True)
    project.assert_as_clean()
