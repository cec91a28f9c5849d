from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.text.fold import SPELLINGS, fold, key, words

ARABIC = st.text(alphabet="اأإآٱىييیئؤوةهھکكلمنبتًّـ٣3 ـ-،A#", max_size=40)

ONE_TERM = [
    ("ایران", "إيران"),
    ("ايران", "إيران"),
    ("الآثار", "الاثار"),
    ("المدرسة", "المدرسه"),
    ("مصطفى", "مصطفي"),
    ("شؤون", "شوون"),
    ("التوت", "التُّوت"),
    ("الـتـوت", "التوت"),
    ("وكالة الواحة", "وكاله  الواحه"),
    ("«وكالة» الواحة.", "وكالة الواحة"),
    ("عام ٢٠٢١", "عام 2021"),
    ("عام ۲۰۲۱", "عام 2021"),
    ("GPS", "gps"),
    ("ﷲ", "الله"),
    ("ﻻ", "لا"),
    ("القرآن", "القران"),
]
TWO_TERMS = [
    ("التوت", "توت"),
    ("وادي", "واد"),
    ("كتب", "كتاب"),
    ("عمان", "عمّان القديمة"),
    ("كرة القدم", "كرةالقدم"),
    ("ضفاف", "ضفة"),
    ("حسن", "حسين"),
    ("ذكر", "دكر"),
    ("7", "77"),
]


@pytest.mark.parametrize(("one", "other"), ONE_TERM)
def test_spellings_of_one_term_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other) != ""


@pytest.mark.parametrize(("one", "other"), TWO_TERMS)
def test_different_terms_have_different_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize("text", ["", " ", "—", "«»", "…!؟", "ـــ", "\u064b"])
def test_what_has_no_letters_or_digits_has_an_empty_key(text: str) -> None:
    assert key(text) == ""


def test_folding_keeps_spaces_and_punctuation_in_their_places() -> None:
    assert fold("«أَمسِ»، ٣ مرّاتٍ!") == "«امس»، 3 مرات!"


def test_the_words_of_a_text_come_folded_and_in_order() -> None:
    assert words("الأرضُ، ثمّ: السّماء") == ["الارض", "ثم", "السماء"]


def test_no_letter_folds_to_one_that_folds_further() -> None:
    assert {letter: fold(letter) for letter in SPELLINGS} == {letter: letter for letter in SPELLINGS}


def test_each_spelling_of_a_letter_folds_to_it_and_stands_in_the_table_once() -> None:
    spelled = [(other, letter) for letter, others in SPELLINGS.items() for other in others]
    assert all(fold(other) == letter for other, letter in spelled)
    assert len({other for other, _ in spelled}) == len(spelled)


@given(st.text(max_size=100))
def test_the_key_of_a_key_is_itself(text: str) -> None:
    assert key(key(text)) == key(text)


@given(ARABIC)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=100))
def test_a_long_text_has_the_key_of_its_parts(text: str) -> None:
    assert key(f"{text} {'حديقة ' * 20}") == f"{key(text)} {' '.join(['حديقه'] * 20)}".strip()
