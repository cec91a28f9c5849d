"""What the names on a line are, by the table bylines.txt: one text a line and what it names."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.loader.bylines import Byline, Bylines
from newsgen.loader.names import Names

TABLE = Path(__file__).parent / "bylines.txt"
ARROW = " => "
ROWS = [
    tuple(line.split(ARROW)) for line in TABLE.read_text("utf-8").splitlines() if line and line[:2] != "# "
]
NAMED = [text for text, expected in ROWS if expected != "none"]


def told(named: Byline | None) -> str:
    """A byline as the table writes it."""
    return "none" if named is None else f"{named.outlet or '-'} | {'، '.join(named.people) or '-'}"


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text for text, _ in ROWS])
def test_a_text_names_whom_the_table_says(text: str, expected: str) -> None:
    assert told(Bylines(Names()).read(text)) == expected


def test_the_table_has_enough_of_both_kinds_and_no_text_twice() -> None:
    assert len(NAMED) >= 60
    assert len(ROWS) - len(NAMED) >= 30
    assert len({text for text, _ in ROWS}) == len(ROWS)


def test_an_outlet_that_the_project_names_is_known_in_every_spelling() -> None:
    unknown, known = Bylines(Names()), Bylines(Names(["إشراقة"]))
    assert told(unknown.read("محمد الياقوتي - إشراقة")) == "- | محمد الياقوتي"
    assert told(known.read("محمد الياقوتي - إشراقة")) == "إشراقة | محمد الياقوتي"
    assert told(known.read("اشراقه / القاهرة")) == "اشراقه | -"


def test_a_text_that_is_too_long_or_has_too_many_names_is_no_byline() -> None:
    read = Bylines(Names()).read
    assert read(" - ".join(["القاهرة"] * 7)) is not None
    assert read(" - ".join(["القاهرة"] * 8)) is None
    assert read("القاهرة - " + "رويترز" * 40) is None


@given(st.sampled_from(NAMED), st.sampled_from([" ", "  ", " - ", " | ", "*"]))
def test_separators_around_a_byline_change_nothing(text: str, around: str) -> None:
    read = Bylines(Names()).read
    assert read(around + text + around) == read(text)


@given(
    st.text(max_size=80) | st.lists(st.sampled_from([*NAMED, "-", "/", "(", ")", "«", "من"])).map(" ".join)
)
def test_any_text_gives_at_most_names_that_stand_in_it(text: str) -> None:
    named = Bylines(Names()).read(text)
    assert named is None or all(person.strip() for person in named.people)
    assert named is None or named.outlet != ""
