from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from newsgen.errors import OutputError
from newsgen.output import file_of, url_of, write, write_with_twins
from newsgen.output.files import write_stream
from newsgen.output.folder import remove

PLACES = [
    ("", "index.html"),
    ("tags/", "tags/index.html"),
    ("2023/12/08/خبر/", "2023/12/08/خبر/index.html"),
    ("404.html", "404.html"),
    ("assets/style.css", "assets/style.css"),
]


@pytest.mark.parametrize(("url", "name"), PLACES)
def test_an_address_and_its_file_name_each_other(url: str, name: str) -> None:
    assert (file_of(url), url_of(name)) == (name, url)


def test_a_file_is_written_with_the_folders_above_it(tmp_path: Path) -> None:
    assert write(tmp_path, "2023/12/index.html", "خبر".encode())
    assert (tmp_path / "2023/12/index.html").read_text(encoding="utf-8") == "خبر"


def test_a_file_that_has_these_bytes_already_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, "a.html", b"text")
    before = (tmp_path / "a.html").stat()
    assert not write(tmp_path, "a.html", b"text")
    after = (tmp_path / "a.html").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_other_bytes_take_the_files_place(tmp_path: Path) -> None:
    write(tmp_path, "a.html", b"text")
    with (tmp_path / "a.html").open("rb") as reader:
        assert write(tmp_path, "a.html", b"other")
        # Whoever reads the old file reads it to its end.
        assert reader.read() == b"text"
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


def test_a_twin_is_never_of_other_bytes_than_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(source: str, target: str) -> None:
        replace(source, target)
        raise KeyboardInterrupt

    replace = os.replace
    write_with_twins(tmp_path, "a.html", b"text", ["gz"])
    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", die)
        with pytest.raises(KeyboardInterrupt):
            write_with_twins(tmp_path, "a.html", b"other", ["gz"])
    assert not (tmp_path / "a.html.gz").exists()
    assert not write_with_twins(tmp_path, "a.html", b"other", ["gz"])
    assert gzip.decompress((tmp_path / "a.html.gz").read_bytes()) == b"other"


def test_a_stream_that_cannot_be_written_is_told_on_one_line(tmp_path: Path) -> None:
    write(tmp_path, "data", b"a file in the folder's place")
    with pytest.raises(OutputError, match=r"data/a\.csv: cannot write: "):
        write_stream(tmp_path, "data/a.csv", [b"text"])


def test_a_write_that_fails_leaves_the_old_file_and_no_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "a.html", b"text")

    def fail(source: str, target: str) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", fail)
        with pytest.raises(OutputError, match=r"a\.html: cannot write: No space left on device; make room"):
            write(tmp_path, "a.html", b"other")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.html", b"text")]


def test_a_folder_in_the_files_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.html").mkdir()
    with pytest.raises(OutputError, match="cannot write"):
        write(tmp_path, "a.html", b"text")


def test_a_file_in_a_folders_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "tags").write_bytes(b"")
    with pytest.raises(OutputError, match="cannot write"):
        write(tmp_path, "tags/index.html", b"text")


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    site, outside = tmp_path / "site", tmp_path / "site-outside"
    site.mkdir()
    outside.mkdir()
    (outside / "index.html").write_text("mine", encoding="utf-8")
    (site / "tags").symlink_to(outside)
    with pytest.raises(OutputError, match="a link leads out of the output folder"):
        write(site, "tags/index.html", b"text")
    with pytest.raises(OutputError, match="a link leads out of the output folder"):
        remove(site, "tags/index.html")
    assert (outside / "index.html").read_text(encoding="utf-8") == "mine"


def test_a_link_that_leads_nowhere_in_a_folders_place_is_said_to_be_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "2021").symlink_to(tmp_path / "nowhere")
    with pytest.raises(OutputError, match="cannot write"):
        write(tmp_path, "2021/03/04/honey/index.html", b"honey")
