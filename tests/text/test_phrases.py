from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.text.fold import SPELLINGS, fold
from newsgen.text.phrases import spelling_pattern

PHRASES = ["اقرأ أيضا", "اقرأ", "الصفحة الرئيسية", "شؤون", "Read also"]
PATTERN = re.compile(spelling_pattern(PHRASES), re.IGNORECASE)


@pytest.mark.parametrize(
    "text",
    [
        "إقرأ أيضًا",
        "اقرا ايضا",
        "أقرأ  أيضاً",
        "اقـــرأ أيضا",
        "الصفحه الرييسية",
        "الصفحة الرئیسیة",
        "شوون",
        "READ ALSO",
    ],
)
def test_a_phrase_is_found_in_every_spelling(text: str) -> None:
    assert PATTERN.fullmatch(text)


@pytest.mark.parametrize("text", ["اقرؤوا", "ايضا", "الصفحات الرئيسية", "Readalso"])
def test_other_words_are_not_found(text: str) -> None:
    assert not PATTERN.fullmatch(text)


def test_the_longest_phrase_is_taken() -> None:
    found = PATTERN.match("اقرأ أيضا عن التوت")
    assert found is not None
    assert found[0] == "اقرأ أيضا"


def test_signs_of_regular_expressions_stand_for_themselves() -> None:
    assert re.fullmatch(spelling_pattern(["C++ (x)"]), "C++ (x)", re.IGNORECASE)
    assert not re.fullmatch(spelling_pattern(["a.b"]), "axb")


@given(st.data())
def test_whatever_folds_to_a_phrase_is_found(data: st.DataObject) -> None:
    phrase = fold(data.draw(st.sampled_from(PHRASES)))
    spelled = "".join(
        data.draw(st.sampled_from(letter + SPELLINGS.get(letter, "")))
        + data.draw(st.sampled_from(["", "ـ", "ّ"]))
        for letter in phrase
    )
    if " " not in phrase:
        assert fold(spelled) == phrase
        assert PATTERN.fullmatch(spelled)
