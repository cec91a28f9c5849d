from __future__ import annotations

from itertools import pairwise

import pytest

from newsgen.text.collation import collation_key, initial

IN_ORDER = [
    "آثار",
    "الأطفال",
    "البحر",
    "ترميم",
    "التوت",
    "الجسر",
    "حديقة",
    "خبز",
    "الدار",
    "ذهب",
    "الربيع",
    "زيتون",
    "سوق",
    "الشعر",
    "صيد",
    "ضفاف",
    "طيور",
    "ظل",
    "عسل",
    "غناء",
    "الفضاء",
    "قطار",
    "كتاب",
    "ليمون",
    "مرفأ",
    "نهر",
    "هواء",
    "وادي الزعفران",
    "ياسمين",
    "2021",
    "gps",
]


def test_an_index_follows_the_alphabet_and_skips_the_article() -> None:
    assert sorted(set(IN_ORDER), key=collation_key) == IN_ORDER


@pytest.mark.parametrize(("one", "other"), [("آثار", "اثار"), ("التوت", "توت"), ("إيران", "ايران")])
def test_spellings_and_the_article_make_no_difference(one: str, other: str) -> None:
    assert collation_key(one) == collation_key(other)


def test_a_word_stands_before_longer_ones_that_begin_with_it() -> None:
    for shorter, longer in pairwise(["كرة", "كرة القدم", "كرة اليد"]):
        assert collation_key(shorter) < collation_key(longer)


@pytest.mark.parametrize("name", ["ال", "الو", "الف"])
def test_a_short_word_that_begins_like_the_article_keeps_its_letters(name: str) -> None:
    assert initial(name) == "ا"


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("التوت", "ت"),
        ("آثار", "ا"),
        ("GPS", "G"),
        ("2021", "#"),
        ("٢٠٢١", "#"),
        ("…", "#"),
        ("", "#"),
        ("ئي", "ي"),
    ],
)
def test_a_term_stands_under_its_first_letter(name: str, letter: str) -> None:
    assert initial(name) == letter
