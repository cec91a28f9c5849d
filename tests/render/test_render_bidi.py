from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.render.bidi import isolate

_MIXED = st.text(alphabet=st.sampled_from("أبت ،.() AzÉ09<>&\"'/-_:bdi;\u202e\n")) | st.text()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("لا شيء هنا", "لا شيء هنا"),
        ("فريق Valley Robotics فاز", "فريق <bdi>Valley Robotics</bdi> فاز"),
        ("الإصدار OpenShelf 2.4، اليوم", "الإصدار <bdi>OpenShelf 2.4</bdi>، اليوم"),
        ("(من إعداد Valley Labs)", "(من إعداد <bdi>Valley Labs</bdi>)"),
        ("عام 2023 فقط", "عام 2023 فقط"),
        ("كأس Café Zoë.", "كأس <bdi>Café Zoë</bdi>."),
        ("شركة AT&T و B", "شركة <bdi>AT&amp;T</bdi> و <bdi>B</bdi>"),
    ],
)
def test_each_latin_run_is_isolated_from_letter_to_last_letter_or_digit(text: str, expected: str) -> None:
    assert isolate(text) == expected


@given(_MIXED)
def test_isolating_only_adds_bdi_tags_to_the_escaped_text(text: str) -> None:
    html = isolate(text)
    assert set(re.findall(r"<[^>]*>", html)) <= {"<bdi>", "</bdi>"}
    assert unescape(re.sub(r"<[^>]*>", "", html)) == text


@given(_MIXED)
def test_no_latin_letter_stands_outside_an_isolate(text: str) -> None:
    outside = unescape(re.sub(r"<bdi>.*?</bdi>", "", isolate(text), flags=re.DOTALL))
    assert not re.search("[A-Za-z]", outside)
