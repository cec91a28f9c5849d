from __future__ import annotations

import pytest

from newsgen.render.dates import Dates


@pytest.mark.parametrize(
    ("country", "december", "july"),
    [("EG", "ديسمبر", "يوليو"), ("LB", "كانون الأول", "تموز"), ("MA", "دجنبر", "يوليوز")],
)
def test_months_are_named_as_in_the_configured_country(country: str, december: str, july: str) -> None:
    dates = Dates(country, "latin")
    assert (dates.month(12), dates.month(7)) == (december, july)


def test_an_articles_date_has_its_weekday() -> None:
    assert Dates("EG", "latin").moment("2023-12-08") == "الجمعة، 8 ديسمبر 2023"


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2023-12-08T14:05", "الجمعة، 8 ديسمبر 2023، 2:05 م"),
        ("2023-12-08T00:30:59", "الجمعة، 8 ديسمبر 2023، 12:30 ص"),
        ("2023-12-08T14:05Z", "الجمعة، 8 ديسمبر 2023، 2:05 م بتوقيت غرينتش"),
        ("2023-12-08T14:05:00+02:00", "الجمعة، 8 ديسمبر 2023، 2:05 م بتوقيت غرينتش+02:00"),
        ("2023-12-08T14:05-03:30", "الجمعة، 8 ديسمبر 2023، 2:05 م بتوقيت غرينتش-03:30"),
    ],
)
def test_a_stated_time_is_shown_on_its_own_clock(published: str, expected: str) -> None:
    assert Dates("EG", "latin").moment(published) == expected


def test_the_day_does_not_move_with_the_offset() -> None:
    assert Dates("EG", "latin").short("2023-12-08T23:59-11:00") == "8 ديسمبر 2023"


def test_dates_are_written_in_arabic_digits_where_the_site_asks_for_them() -> None:
    dates = Dates("LB", "arabic")
    assert dates.moment("2023-12-08T14:05+02:00") == "الجمعة، ٨ كانون الأول ٢٠٢٣، ٢:٠٥ م بتوقيت غرينتش+٠٢:٠٠"


@pytest.mark.parametrize("country", ["XX", "US", "eg"])
def test_a_country_without_an_arabic_locale_has_the_plain_arabic_names(country: str) -> None:
    assert Dates(country, "latin").month(12) == "ديسمبر"


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("2023", "2023"),
        ("2023/12", "ديسمبر 2023"),
        ("2023/12/08", "الجمعة، 8 ديسمبر 2023"),
        ("2023-12-08", "الجمعة، 8 ديسمبر 2023"),
        ("ما قبل ذلك", "ما قبل ذلك"),
    ],
)
def test_a_key_is_named_by_its_depth_in_the_calendar(key: str, name: str) -> None:
    assert Dates("EG", "latin").name(key) == name
