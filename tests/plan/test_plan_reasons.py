from __future__ import annotations

import subprocess
import sys

import pytest

from newsgen.model.pages import Link
from newsgen.plan import Reason, content_digest, is_reserved, reason


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (None, Reason.NEW),
        (("", ""), Reason.NEW),  # noted before it was written, by a build that died then
        (("look", "content"), None),
        (("look", "other"), Reason.CONTENT),
        (("other", "content"), Reason.LOOK),
        (("other", "other"), Reason.CONTENT),
    ],
)
def test_a_page_is_outdated_for_a_reason(written: tuple[str, str] | None, expected: Reason | None) -> None:
    assert reason(written, "look", "content") is expected


def test_a_reason_can_be_printed() -> None:
    assert [str(each) for each in Reason] == [
        "it was never written here",
        "what it shows has changed",
        "its template, the settings or newsgen itself have changed",
    ]


def test_equal_records_have_equal_digests_and_others_have_not() -> None:
    parts = (Link("عسل", "tags/عسل/"), None, (("أ", "ب"),))
    assert content_digest(*parts) == content_digest(Link("عسل", "tags/عسل/"), None, (("أ", "ب"),))
    assert content_digest(*parts) != content_digest(Link("عسل", "tags/زيت/"), None, (("أ", "ب"),))


def test_a_digest_is_the_same_in_every_process() -> None:
    command = "from newsgen.plan import content_digest; print(content_digest('عسل', 1, None))"
    seeds = [
        subprocess.run(
            [sys.executable, "-c", command],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path), "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert seeds == [content_digest("عسل", 1, None).encode() + b"\n"] * 2


@pytest.mark.parametrize(
    "name",
    [
        "index.html",
        "404.html",
        "feed.xml",
        "tags",
        "tags/عسل/index.html",
        "2023",
        "2023/12/index.html",
        "data/x",
    ],
)
def test_the_places_of_newsgens_pages_are_reserved(name: str) -> None:
    assert is_reserved(name)


@pytest.mark.parametrize(
    "name", ["CNAME", "assets/index.html", "tags.html", "20231/x", "my/tags/x", "robots.txt"]
)
def test_all_other_places_are_free(name: str) -> None:
    assert not is_reserved(name)
