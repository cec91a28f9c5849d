from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.text.letters import clean, latin_digits, proper, unmarked

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize("mark", BIDI)
def test_marks_that_turn_the_direction_of_text_are_dropped(mark: str) -> None:
    assert clean(f"قبل{mark}بعد") == "قبلبعد"


@pytest.mark.parametrize("code", [*range(9), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)])
def test_controls_are_dropped(code: int) -> None:
    assert clean(f"قبل{chr(code)}بعد") == "قبلبعد"


@pytest.mark.parametrize("mark", ["\ufeff", "\xad", "\u200b", "\u2060", "\ufffe", "\uffff"])
def test_what_cannot_be_seen_is_dropped(mark: str) -> None:
    assert clean(f"قبل{mark}بعد") == "قبلبعد"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_way_to_end_a_line_becomes_one(ending: str) -> None:
    assert clean(f"سطر{ending}سطر") == "سطر\nسطر"


@pytest.mark.parametrize("space", ["\t", "\xa0", "\u2003", "\u2009", "\u202f", "\u3000"])
def test_every_space_becomes_a_plain_one(space: str) -> None:
    assert clean(f"قبل{space}بعد") == "قبل بعد"


@pytest.mark.parametrize(("shaped", "plain"), [("ﻣﺪﻳﻨﺔ", "مدينة"), ("ﻻ", "لا"), ("ﺀ", "ء")])
def test_shaped_letters_become_the_letters_that_they_stand_for(shaped: str, plain: str) -> None:
    assert clean(shaped) == plain


def test_a_sign_that_stands_for_words_is_kept_as_it_is_printed() -> None:
    assert clean("ﷲ ﷺ") == "ﷲ ﷺ"


def test_only_shaped_arabic_letters_are_rewritten() -> None:
    assert clean("½ ² ﬁ ™ №") == "½ ² ﬁ ™ №"


def test_letters_and_their_marks_are_composed() -> None:
    assert clean("ا\u0653ثار") == "آثار"
    assert clean("e\u0301") == "é"


def test_the_joiner_that_parts_persian_letters_is_kept() -> None:
    assert clean("می\u200cروم") == "می\u200cروم"


def test_tashkeel_quotes_and_dashes_are_kept() -> None:
    assert clean("«كتابٌ» – “قديم”…") == "«كتابٌ» – “قديم”…"


def test_persian_letters_become_arabic_ones_where_that_is_asked_for() -> None:
    assert proper("کتاب ایران ھنا") == "كتاب ايران هنا"


def test_marks_are_taken_from_letters() -> None:
    assert unmarked("التُّــوتُ") == "التوت"


def test_digits_of_two_scripts_become_latin_and_keep_their_places() -> None:
    text = "١٢ من ۳۴ و56"
    assert latin_digits(text) == "12 من 34 و56"


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_clean_text_is_composed_and_has_no_controls_but_line_ends(text: str) -> None:
    cleaned = clean(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(unicodedata.category(letter) == "Cc" and letter != "\n" for letter in cleaned)
    assert not set(cleaned) & set(BIDI)
