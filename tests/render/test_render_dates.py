from __future__ import annotations

import pytest

from newsgen.model.site import Digits, Language
from newsgen.render.dates import Dates
from newsgen.render.numerals import Numerals


def in_arabic(country: str, digits: Digits = "latin") -> Dates:
    return Dates("ar", country, Numerals(digits))


@pytest.mark.parametrize(
    ("country", "december", "july"),
    [("EG", "ديسمبر", "يوليو"), ("LB", "كانون الأول", "تموز"), ("MA", "دجنبر", "يوليوز")],
)
def test_months_are_named_as_in_the_configured_country(country: str, december: str, july: str) -> None:
    dates = in_arabic(country)
    assert (dates.month(12), dates.month(7)) == (december, july)


def test_an_articles_date_has_its_weekday() -> None:
    assert in_arabic("EG").moment("2023-12-08") == "الجمعة، 8 ديسمبر 2023"


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
    assert in_arabic("EG").moment(published) == expected


def test_the_day_does_not_move_with_the_offset() -> None:
    assert in_arabic("EG").short("2023-12-08T23:59-11:00") == "8 ديسمبر 2023"


def test_dates_are_written_in_arabic_digits_where_the_site_asks_for_them() -> None:
    dates = in_arabic("LB", "arabic")
    assert dates.moment("2023-12-08T14:05+02:00") == "الجمعة، ٨ كانون الأول ٢٠٢٣، ٢:٠٥ م بتوقيت غرينتش+٠٢:٠٠"


@pytest.mark.parametrize("country", ["XX", "US", "eg"])
def test_a_country_without_an_arabic_locale_has_the_plain_arabic_names(country: str) -> None:
    assert in_arabic(country).month(12) == "ديسمبر"


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
    assert in_arabic("EG").name(key) == name


@pytest.mark.parametrize(
    ("language", "country", "moment", "month"),
    [
        ("en", "GB", "Friday, 8 December 2023, 14:05 GMT", "December 2023"),
        ("en", "EG", "Friday, December 8, 2023, 2:05\u202fPM GMT", "December 2023"),
        ("fr", "FR", "vendredi 8 décembre 2023, 14:05 GMT", "décembre 2023"),
        ("fa", "IR", "جمعه 8 دسامبر 2023، 14:05 به وقت گرینویچ", "دسامبر 2023"),
    ],
)
def test_other_languages_have_their_own_order_and_names(
    language: Language, country: str, moment: str, month: str
) -> None:
    dates = Dates(language, country, Numerals("latin", language))
    assert (dates.moment("2023-12-08T14:05Z"), dates.name("2023/12")) == (moment, month)


def test_persian_digits_are_persian() -> None:
    assert Dates("fa", "IR", Numerals("arabic", "fa")).short("2014-05-06") == "۶ مه ۲۰۱۴"


@pytest.mark.parametrize(
    ("day", "hijri"),
    [
        ("2023-12-08", "24 جمادى الأولى 1445 هـ"),
        ("2024-03-11", "1 رمضان 1445 هـ"),
        ("1900-01-01", ""),
        ("2090-01-01", ""),
    ],
)
def test_a_day_has_its_hijri_date_where_the_tables_have_it(day: str, hijri: str) -> None:
    assert in_arabic("SA").hijri(day) == hijri
