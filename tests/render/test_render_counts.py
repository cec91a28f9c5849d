from __future__ import annotations

from typing import get_args

import pytest

from newsgen.render.counts import Noun, counted


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "لا أخبار"),
        (1, "خبر واحد"),
        (2, "خبران"),
        (3, "3 أخبار"),
        (10, "10 أخبار"),
        (11, "11 خبرًا"),
        (99, "99 خبرًا"),
        (100, "100 خبر"),
        (101, "101 خبر"),
        (102, "102 خبر"),
        (103, "103 أخبار"),
        (1000, "1,000 خبر"),
    ],
)
def test_articles_are_counted_in_the_six_arabic_forms(number: int, expected: str) -> None:
    assert counted(number, "article", "latin") == expected


def test_counts_are_written_in_arabic_digits_where_the_site_asks_for_them() -> None:
    assert counted(1234567, "article", "arabic") == "١٬٢٣٤٬٥٦٧ خبرًا"


@pytest.mark.parametrize("noun", get_args(Noun))
def test_every_noun_has_its_six_forms(noun: Noun) -> None:
    assert len({counted(number, noun, "latin") for number in (0, 1, 2, 3, 11, 100)}) == 6


@pytest.mark.parametrize(
    ("number", "noun", "expected"),
    [
        (2, "source", "مصدران"),
        (4, "author", "4 كتّاب"),
        (12, "tag", "12 وسمًا"),
        (1, "year", "سنة واحدة"),
        (15, "day", "15 يومًا"),
        (200, "problem", "200 مشكلة"),
    ],
)
def test_other_nouns_are_counted_by_the_same_rule(number: int, noun: Noun, expected: str) -> None:
    assert counted(number, noun, "latin") == expected
