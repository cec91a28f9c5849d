from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.text.fold import SPELLINGS, fold
from newsgen.text.phrases import SpellingPattern, any_of

PHRASES = ["اقرأ أيضا", "اقرأ", "الصفحة الرئيسية", "شؤون", "Read also"]
PATTERN = SpellingPattern(any_of(PHRASES))


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
    assert PATTERN.is_all(text)


@pytest.mark.parametrize("text", ["اقرؤوا", "ايضا", "الصفحات الرئيسية", "Readalso"])
def test_other_words_are_not_found(text: str) -> None:
    assert not PATTERN.is_all(text)


def test_the_longest_phrase_is_taken() -> None:
    found = PATTERN.match("اقرأ أيضا عن التوت")
    assert found is not None
    assert found[0] == "اقرأ أيضا"


def test_signs_of_regular_expressions_stand_for_themselves() -> None:
    assert SpellingPattern(any_of(["C++ (x)"])).is_all("C++ (x)")
    assert not SpellingPattern(any_of(["a.b"])).is_all("axb")


def test_what_is_found_is_told_as_it_stands_in_the_text() -> None:
    text = "«إقرأ أيضًا: التُّوت» وكفى"
    found = SpellingPattern(rf"{any_of(PHRASES)}:\s(?P<value>\w+)").match(text[1:])
    assert found is not None
    assert found["value"] == "التُّوت"
    assert text[1:][found.start() : found.end()] == "إقرأ أيضًا: التُّوت"


def test_what_is_found_can_be_taken_out() -> None:
    assert PATTERN.without("قال إقرأ أيضًا وذهب", "…") == "قال … وذهب"


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
        assert PATTERN.is_all(spelled)
