"""Packs: ZIP and gzip files of seeds, what their members are called, and packs that are made to do harm."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from seed_files import PROSE, TITLE, articles, load_all, pack, pieces, problems

from newsgen.loader import Piece
from newsgen.loader.piece import MAX_BYTES

TEXT = f"{TITLE}\n{PROSE}\n"
BYTE = st.tuples(st.integers(0, 2000), st.integers(0, 255))
ROWS = json.dumps({"title": TITLE, "content": PROSE}) + "\n"


def test_members_of_all_kinds_are_read_by_name_through_all_folders(tmp_path: Path) -> None:
    file = pack(
        tmp_path / "pack.zip",
        {
            "b/c/rows.jsonl": ROWS * 2,
            "b/page.html": f"<h1>{TITLE}</h1><p>{PROSE}</p>",
            "a.txt.gz": gzip.compress(TEXT.encode()),
            "a.txt": TEXT,
            "b/": "",
            "__MACOSX/a.txt": "x",
            ".hidden.txt": "x",
        },
    )
    assert [article.path for article in articles(file)] == [
        "seeds/pack.zip/a.txt",
        "seeds/pack.zip/a.txt.gz",
        "seeds/pack.zip/b/c/rows.jsonl#1",
        "seeds/pack.zip/b/c/rows.jsonl#2",
        "seeds/pack.zip/b/page.html",
    ]
    assert {article.title for article in articles(file)} == {TITLE}
    assert problems(file) == []


@pytest.mark.parametrize(("name", "path"), [("a.txt.gz", "a.txt.gz"), ("rows.jsonl.gz", "rows.jsonl.gz#1")])
def test_a_gzip_file_is_what_is_in_it(name: str, path: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(gzip.compress((TEXT if name.startswith("a") else ROWS).encode()))
    (article,) = articles(file)
    assert (article.path, article.title) == (f"seeds/{path}", TITLE)


def test_the_digest_is_that_of_the_members_bytes(tmp_path: Path) -> None:
    plain = tmp_path / "a.txt"
    plain.write_text(TEXT, encoding="utf-8", newline="\n")
    (packed,) = articles(pack(tmp_path / "pack.zip", {"x.txt": TEXT}))
    assert packed.sha256 == articles(plain)[0].sha256


def test_equal_rows_have_equal_digests_however_they_are_written(tmp_path: Path) -> None:
    row = {"title": TITLE, "content": PROSE}
    lines = [json.dumps(row), json.dumps(dict(reversed(row.items())), ensure_ascii=False, indent=1)]
    (tmp_path / "rows.json").write_text("\n".join(lines), encoding="utf-8")
    one, other = articles(tmp_path / "rows.json")
    assert one.sha256 == other.sha256


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256"])
def test_names_that_do_not_say_their_encoding_are_read_as_arabic(encoding: str, tmp_path: Path) -> None:
    data = pack(tmp_path / "pack.zip", {"x" * len("خبر".encode(encoding)) + ".txt": TEXT}).read_bytes()
    file = tmp_path / "pack.zip"
    file.write_bytes(data.replace(b"x" * len("خبر".encode(encoding)), "خبر".encode(encoding)))
    assert [article.path for article in articles(file)] == ["seeds/pack.zip/خبر.txt"]


@pytest.mark.parametrize("name", ["../../a.txt", "/a.txt", "..\\a.txt", "./a.txt"])
def test_a_members_name_leads_nowhere_and_nothing_is_written(name: str, tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    file = pack(tmp_path / "inner" / "pack.zip", {name: TEXT})
    assert [article.path for article in articles(file)] == ["seeds/pack.zip/a.txt"]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["inner", "pack.zip"]


def test_two_members_of_one_name_are_told(tmp_path: Path) -> None:
    file = pack(tmp_path / "pack.zip", {"a.txt": TEXT, "./a.txt": TEXT})
    assert (len(articles(file)), problems(file)) == (1, [("seeds/pack.zip/a.txt", None, "pack-twice")])


def test_what_cannot_be_read_in_a_pack_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    file = pack(
        tmp_path / "pack.zip",
        {"a.txt": TEXT, "b.pdf": "x", "c.zip": "x", "d.txt": "ت" * MAX_BYTES, "e.jsonl.gz": b"\x1f\x8bx"},
    )
    assert len(articles(file)) == 1
    assert problems(file) == [
        ("seeds/pack.zip/b.pdf", None, "kind-unknown"),
        ("seeds/pack.zip/c.zip", None, "kind-unknown"),
        ("seeds/pack.zip/d.txt", None, "huge"),
        ("seeds/pack.zip/e.jsonl.gz", None, "pack-damaged"),
    ]


def test_a_locked_member_is_told(tmp_path: Path) -> None:
    file = pack(tmp_path / "pack.zip", {"a.txt": TEXT})
    data = bytearray(file.read_bytes())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + flags] |= 1
    file.write_bytes(data)
    assert problems(file) == [("seeds/pack.zip/a.txt", None, "pack-encrypted")]


def test_a_pack_that_grows_beyond_measure_is_not_read(tmp_path: Path) -> None:
    much = b"1" * 40 * 1024 * 1024
    (tmp_path / "rows.jsonl.gz").write_bytes(gzip.compress(much))
    assert problems(tmp_path / "rows.jsonl.gz")[-1] == ("seeds/rows.jsonl.gz", None, "pack-bomb")
    file = pack(tmp_path / "pack.zip", {"rows.jsonl": much})
    assert problems(file) == [("seeds/pack.zip", None, "pack-bomb")]


def test_an_empty_pack_is_told(tmp_path: Path) -> None:
    assert problems(pack(tmp_path / "pack.zip", {})) == [("seeds/pack.zip", None, "empty")]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(damage=st.lists(BYTE, max_size=8), cut=st.integers(0, 999))
def test_a_damaged_pack_is_never_a_crash(damage: list[tuple[int, int]], cut: int, tmp_path: Path) -> None:
    file = pack(tmp_path / "pack.zip", {"a.txt": TEXT, "b/rows.jsonl": ROWS, "c.txt": TEXT * 20})
    data = bytearray(file.read_bytes())
    for place, byte in damage:
        data[place % len(data)] = byte
    file.write_bytes(data[: max(cut, 1)] if cut < 200 else data)
    assert load_all(file)
    assert all(isinstance(found, Piece) or found.code for found in pieces(file))
