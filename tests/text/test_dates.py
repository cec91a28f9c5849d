from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsgen.text.dates import find_date
from newsgen.text.fold import words

CASES = Path(__file__).parent / "cases" / "dates.txt"
MARKED = re.compile("⟦(.*)⟧")


def cases() -> Iterator[tuple[str, str]]:
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if not line.startswith(("#", "==")) and line:
            printed, _, expected = line.rpartition(" => ")
            yield printed, expected


def outcome(text: str) -> str:
    """What is read from `text`, in the words of the file of cases."""
    found = find_date(text)
    if found is None:
        return "no date"
    if found.iso is None:
        return "impossible"
    return f"{found.iso} converted" if found.converted else found.iso


@pytest.mark.parametrize(("printed", "expected"), list(cases()))
def test_a_line_is_read_as_the_file_of_cases_says(printed: str, expected: str) -> None:
    text = MARKED.sub(r"\1", printed)
    assert outcome(text) == expected
    if found := find_date(text):
        marked = MARKED.search(printed)
        expression = marked[1] if marked else text
        rest = MARKED.sub("\n", printed) if marked else ""
        assert text[slice(*found.span)] == expression
        assert found.others == tuple(words(rest))


def test_the_span_counts_the_characters_as_given_marks_and_all() -> None:
    text = "مَدِينَةُ المِينَاءِ: الجُمُعَة ٧ مَايُو ٢٠٢١ مـ واسِط"
    found = find_date(text)
    assert found is not None
    assert text[slice(*found.span)] == "الجُمُعَة ٧ مَايُو ٢٠٢١ مـ"
    assert found.others == ("مدينه", "الميناء", "واسط")
