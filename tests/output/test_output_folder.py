from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from newsgen.errors import OutputError
from newsgen.output import claim, prune, prune_folders, strays
from newsgen.output.folder import remove


def fill(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"")


def test_a_missing_folder_is_made_and_claimed(tmp_path: Path) -> None:
    claim(tmp_path / "a/site")
    assert [path.name for path in (tmp_path / "a/site").iterdir()] == [".newsgen-site"]


def test_a_claimed_folder_is_known_again_and_a_new_one_in_its_place_is_not(tmp_path: Path) -> None:
    site = tmp_path / "site"
    first = claim(site)
    fill(site, "index.html")
    assert claim(site) == first
    shutil.rmtree(site)
    assert claim(site) != first


def test_a_folder_with_a_visible_file_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    fill(tmp_path, "holiday.jpg")
    with pytest.raises(OutputError, match=r"files that newsgen did not write; .*--output"):
        claim(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["holiday.jpg"]


def test_a_mark_that_was_not_written_to_its_end_is_mended(tmp_path: Path) -> None:
    claim(tmp_path / "site")
    whole = (tmp_path / "site/.newsgen-site").read_bytes()
    (tmp_path / "site/.newsgen-site").write_bytes(b"")
    claim(tmp_path / "site")
    assert (tmp_path / "site/.newsgen-site").read_bytes() == whole


def test_folders_that_hold_nothing_go_and_hidden_ones_at_the_top_stay(tmp_path: Path) -> None:
    fill(tmp_path, "2023/12/index.html")
    for name in ("2023/11/08", "search/0", ".git/refs"):
        (tmp_path / name).mkdir(parents=True)
    prune_folders(tmp_path)
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert left == {"2023", "2023/12", "2023/12/index.html", ".git", ".git/refs"}


def test_a_file_in_the_folders_place_is_told(tmp_path: Path) -> None:
    fill(tmp_path, "site")
    with pytest.raises(OutputError, match="site: cannot use the output folder: File exists"):
        claim(tmp_path / "site")


def test_a_removed_file_takes_the_folders_that_it_empties_with_it(tmp_path: Path) -> None:
    fill(tmp_path, "2023/12/08/index.html", "2023/index.html")
    assert remove(tmp_path, "2023/12/08/index.html")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["2023", "index.html"]


def test_the_root_stays_even_if_it_is_emptied(tmp_path: Path) -> None:
    fill(tmp_path, "index.html")
    remove(tmp_path, "index.html")
    assert tmp_path.is_dir()


def test_removing_what_is_not_there_clears_the_empty_folders_that_a_killed_build_left(tmp_path: Path) -> None:
    (tmp_path / "2023/12").mkdir(parents=True)
    assert not remove(tmp_path, "2023/12/08/index.html")
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_removed_is_told(tmp_path: Path) -> None:
    (tmp_path / "tags/index.html").mkdir(parents=True)
    with pytest.raises(OutputError, match="cannot delete"):
        remove(tmp_path, "tags/index.html")


def test_pruning_counts_what_was_there(tmp_path: Path) -> None:
    fill(tmp_path, "a/index.html", "b/index.html")
    assert prune(tmp_path, ["a/index.html", "b/index.html", "c/index.html"]) == 2


def test_strays_are_all_unwanted_files_but_hidden_entries_at_the_top(tmp_path: Path) -> None:
    fill(
        tmp_path,
        "index.html",
        "x.html",
        "tags/x/index.html",
        "tags/.x",
        ".git/x",
        ".nojekyll",
        ".newsgen-part-1-1",
    )
    assert list(strays(tmp_path, lambda name: name == "index.html")) == [
        ".newsgen-part-1-1",
        "x.html",
        "tags/.x",
        "tags/x/index.html",
    ]


def test_a_link_to_a_folder_is_a_stray_itself_and_is_not_followed(tmp_path: Path) -> None:
    fill(tmp_path, "elsewhere/precious.txt", "site/index.html")
    (tmp_path / "site/link").symlink_to(tmp_path / "elsewhere")
    prune(tmp_path / "site", strays(tmp_path / "site", lambda name: name == "index.html"))
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["index.html"]
    assert (tmp_path / "elsewhere/precious.txt").exists()
