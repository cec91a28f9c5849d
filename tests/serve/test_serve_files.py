"""Addresses, content types and byte ranges, without a server."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.serve.files import content_type, find_file, parse_range


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an output folder with a secret beside it and symlinks in and out."""
    top = tmp_path_factory.mktemp("served")
    (top / "secret.txt").write_text("secret")
    root = top / "site"
    (root / "أخبار").mkdir(parents=True)
    for name in ("index.html", "أخبار/index.html", "a b.txt", "100%.txt"):
        (root / name).write_text(name)
    (root / "out.txt").symlink_to(top / "secret.txt")
    (root / "up").symlink_to(top)
    (root / "in.txt").symlink_to(root / "a b.txt")
    (root / "loop").symlink_to(root / "loop")
    (top / "site-2").mkdir()
    (top / "site-2" / "index.html").write_text("secret")
    return root


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/", "index.html"),
        ("/index.html", "index.html"),
        (quote("/أخبار/"), "أخبار/index.html"),
        ("/أخبار/index.html", "أخبار/index.html"),
        ("/a%20b.txt", "a b.txt"),
        ("/100%25.txt", "100%.txt"),
        ("/in.txt", "a b.txt"),
    ],
)
def test_an_address_stands_for_a_file(root: Path, address: str, name: str) -> None:
    assert find_file(root, address) == root / name


@pytest.mark.parametrize(
    "address",
    [
        "",
        "index.html",
        quote("/أخبار"),
        "/index.html/",
        "//index.html",
        "/./index.html",
        "/../secret.txt",
        "/../site/index.html",
        "/../site-2/",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..\\secret.txt",
        "/%5c..%5csecret.txt",
        "/%2Fetc%2Fpasswd",
        "//etc/passwd",
        "/index.html%00",
        "/index.html\0.png",
        "/out.txt",
        "/up/secret.txt",
        "/up/site/index.html/../../secret.txt",
        "/loop",
        "/loop/",
        "/%ff",
        "/%ed%b2%80",
        "/" + "a" * 5000,
        "/a" * 5000,
    ],
)
def test_an_address_that_is_no_file_of_the_site_stands_for_nothing(root: Path, address: str) -> None:
    assert find_file(root, address) is None


_TRICKS = (
    "..",
    ".",
    "",
    "%2e%2e",
    ".%2E",
    "%2f",
    "%5c",
    "\\",
    "%00",
    "\0",
    "%",
    "%zz",
    "%ff",
    "\udcff",
    "~",
    "C:",
)
_NAMES = ("up", "site", "site-2", "loop", "out.txt", "secret.txt", "index.html", "أخبار", quote("أخبار"))
_STEPS = st.sampled_from(_TRICKS + _NAMES) | st.text(max_size=5)


@given(steps=st.lists(_STEPS, max_size=8), join=st.sampled_from(["/", "", "//"]))
def test_whatever_is_asked_for_the_answer_lies_in_the_output_folder(
    root: Path, steps: list[str], join: str
) -> None:
    found = find_file(root, "/" + join.join(steps))
    assert found is None or (found.is_relative_to(root.resolve()) and found.is_file())


def test_the_output_folder_may_itself_be_a_symlink_or_missing(root: Path, tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to(root)
    assert find_file(tmp_path / "site", "/") == root / "index.html"
    assert find_file(tmp_path / "missing", "/") is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("INDEX.HTML", "text/html; charset=utf-8"),
        ("theme.css", "text/css; charset=utf-8"),
        ("search.js", "text/javascript; charset=utf-8"),
        ("feed.json", "application/json; charset=utf-8"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("icon.svg", "image/svg+xml; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("site.webmanifest", "application/manifest+json; charset=utf-8"),
        ("naskh.woff2", "font/woff2"),
        ("articles.jsonl.gz", "application/gzip"),
        ("favicon.ico", "image/vnd.microsoft.icon"),
        ("CNAME", "application/octet-stream"),
    ],
)
def test_content_types_do_not_depend_on_the_machine(name: str, expected: str) -> None:
    assert content_type(name) == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, None),
        ("bytes=0-4", range(5)),
        ("bytes=5-", range(5, 10)),
        ("bytes=-3", range(7, 10)),
        ("bytes=-99", range(10)),
        ("bytes=8-99", range(8, 10)),
        ("bytes=0-1,4-5", None),
        ("pages=1-2", None),
    ],
)
def test_a_range_header_names_positions(header: str | None, expected: range | None) -> None:
    assert parse_range(header, 10) == expected


@pytest.mark.parametrize(
    "header",
    ["bytes=10-", "bytes=5-4", "bytes=-0", "bytes=-", "bytes=a-b", "bytes= 1-2", "bytes=1", "bytes=٣-٤"],
)
def test_a_range_outside_the_file_is_an_error(header: str) -> None:
    with pytest.raises(ValueError, match="bytes="):
        parse_range(header, 10)


def test_a_range_beyond_all_numbers_is_an_error() -> None:
    with pytest.raises(ValueError, match="digits"):
        parse_range(f"bytes={'9' * 5000}-", 10)
