from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.text.dates import find_date
from newsgen.text.months import MONTHS, WEEKDAYS

PRINTED = [
    # Days, months and years in digits.
    ("2021-05-07", "2021-05-07"),
    ("2021/5/7", "2021-05-07"),
    ("2021.05.07", "2021-05-07"),
    ("7-5-2021", "2021-05-07"),
    ("07/05/2021", "2021-05-07"),
    ("07.05.2021", "2021-05-07"),
    ("7 / 5 / 2021", "2021-05-07"),
    ("٠٧/٠٥/٢٠٢١", "2021-05-07"),
    ("۲۰۲۱-۰۵-۰۷", "2021-05-07"),
    ("05/25/2021", "2021-05-25"),
    # Egyptian and standard names.
    ("7 مايو 2021", "2021-05-07"),
    ("٧ مايو ٢٠٢١", "2021-05-07"),
    ("الجمعة 7 مايو 2021", "2021-05-07"),
    ("الجمعة، 7 مايو، 2021", "2021-05-07"),
    ("السبت 1 يونيه 2019", "2019-06-01"),
    ("3 يوليه 2019", "2019-07-03"),
    ("15 أبريل 2018", "2018-04-15"),
    ("15 ابريل 2018", "2018-04-15"),
    ("مايو 7, 2021", "2021-05-07"),
    ("الجمعة, مايو 7, 2021", "2021-05-07"),
    ("7 مايو عام 2021", "2021-05-07"),
    ("7 من مايو 2021", "2021-05-07"),
    ("7 من شهر مايو سنة 2021", "2021-05-07"),
    ("7-مايو-2021", "2021-05-07"),
    # Levantine and Iraqi names.
    ("12 كانون الثاني 2020", "2020-01-12"),
    ("12 شباط 2020", "2020-02-12"),
    ("12 آذار 2020", "2020-03-12"),
    ("12 نيسان 2020", "2020-04-12"),
    ("12 أيار 2020", "2020-05-12"),
    ("12 مايس 2020", "2020-05-12"),
    ("12 حزيران 2020", "2020-06-12"),
    ("12 تموز 2020", "2020-07-12"),
    ("12 آب 2020", "2020-08-12"),
    ("12 أيلول 2020", "2020-09-12"),
    ("12 تشرين الأول 2020", "2020-10-12"),
    ("12 تشرين الثاني 2020", "2020-11-12"),
    ("12 كانون الأول 2020", "2020-12-12"),
    ("12 كانون أول 2020", "2020-12-12"),
    # Maghreb names.
    ("18 جانفي 2020", "2020-01-18"),
    ("18 فيفري 2020", "2020-02-18"),
    ("18 أفريل 2020", "2020-04-18"),
    ("18 جوان 2020", "2020-06-18"),
    ("18 جويلية 2020", "2020-07-18"),
    ("18 أوت 2020", "2020-08-18"),
    ("18 ماي 2020", "2020-05-18"),
    ("18 يوليوز 2020", "2020-07-18"),
    ("18 غشت 2020", "2020-08-18"),
    ("18 شتنبر 2020", "2020-09-18"),
    ("18 نونبر 2020", "2020-11-18"),
    ("18 دجنبر 2020", "2020-12-18"),
    # Two names for one month.
    ("3 أكتوبر/تشرين الأول 2021", "2021-10-03"),
    ("3 تشرين الأول/أكتوبر 2021", "2021-10-03"),
    ("3 أكتوبر (تشرين الأول) 2021", "2021-10-03"),
    # English and machine forms.
    ("7th, May 2021 GMT", "2021-05-07"),
    ("1st, November 2020", "2020-11-01"),
    ("22nd March 2024", "2024-03-22"),
    ("May 7, 2021", "2021-05-07"),
    ("Fri, 07 May 2021 14:30:00 +0300", "2021-05-07T14:30:00+03:00"),
    ("Fri, 07 May 2021 14:30:00 GMT", "2021-05-07T14:30:00+00:00"),
    ("2021-05-07T14:30:00Z", "2021-05-07T14:30:00+00:00"),
    ("2021-05-07T14:30:00.123+01:00", "2021-05-07T14:30:00+01:00"),
    # Times.
    ("7 مايو 2021 - 14:30", "2021-05-07T14:30"),
    ("7 مايو 2021 02:30 م", "2021-05-07T14:30"),
    ("7 مايو 2021 2:30 مساء", "2021-05-07T14:30"),
    ("7 مايو 2021 12:05 ص", "2021-05-07T00:05"),
    ("7 مايو 2021 12:05 م", "2021-05-07T12:05"),
    ("7 مايو 2021 12:05 PM", "2021-05-07T12:05"),
    ("14:30 7 مايو 2021", "2021-05-07T14:30"),
    ("٧ مايو ٢٠٢١ الساعة ١٤:٣٠", "2021-05-07T14:30"),
    ("7 مايو 2021 25:70", "2021-05-07"),
    # Hijri beside Gregorian.
    ("25 رمضان 1442 هـ الموافق 7 مايو 2021 م", "2021-05-07"),
    ("الجمعة 25 رمضان 1442هـ - 7 مايو 2021م", "2021-05-07"),
    ("24 جمادى الآخرة 1440 الموافق 1 مارس 2019", "2019-03-01"),
]

NO_DATE = [
    "",
    "2021",
    "عام 2021",
    "مايو 2021",
    "7 مايو",
    "الجمعة 7 مايو",
    "14:30",
    "منذ 3 ساعات",
    "أمس الجمعة",
    "25 رمضان 1442 هـ",
    "7 مايو 1492",
    "7/5/21",
    "1.2.3.2021",
    "192.168.10.2021",
    "2021-05",
    "07/05/20211",
    "رقم 12/2021",
    "هاتف 07-05-2021-33",
    "7 مايوه 2021",
    "0.5.2021.1",
]

IMPOSSIBLE = [
    "31 فبراير 2022",
    "31/04/2021",
    "2021-02-29",
    "0 مايو 2021",
    "32 مارس 2020",
    "2021-00-10",
    "13/13/2021",
]


@pytest.mark.parametrize(("printed", "iso"), PRINTED)
def test_a_printed_date_is_read(printed: str, iso: str) -> None:
    found = find_date(printed)
    assert found is not None
    assert found.iso == iso
    assert not found.others


@pytest.mark.parametrize("printed", NO_DATE)
def test_what_does_not_state_day_month_and_year_is_no_date(printed: str) -> None:
    assert find_date(printed) is None


@pytest.mark.parametrize("printed", IMPOSSIBLE)
def test_a_day_that_the_calendar_does_not_have_is_found_and_has_no_iso_form(printed: str) -> None:
    found = find_date(printed)
    assert found is not None
    assert found.iso is None


def test_the_leap_day_of_a_leap_year_is_a_day() -> None:
    found = find_date("29 شباط 2020")
    assert found is not None
    assert found.iso == "2020-02-29"


def test_the_words_beside_a_date_are_told() -> None:
    found = find_date("القاهرة، الجمعة 7 مايو 2021 الساعة 10:20 بتوقيت المدينة")
    assert found is not None
    assert found.others == ("القاهره", "المدينه")


def test_of_two_dates_the_first_one_counts() -> None:
    found = find_date("7 مايو 2021 و9 مايو 2021")
    assert found is not None
    assert found.iso == "2021-05-07"


def test_every_month_has_names_and_no_name_is_a_weekday() -> None:
    assert set(MONTHS.values()) == set(range(1, 13))
    assert not MONTHS.keys() & WEEKDAYS


@pytest.mark.parametrize("name", sorted(MONTHS))
def test_every_month_name_stands_for_its_month(name: str) -> None:
    found = find_date(f"5 {name} 2014")
    assert found is not None
    assert found.iso == f"2014-{MONTHS[name]:02d}-05"


@given(st.text(alphabet="0123456789٧ /.-:،,ابمياوصaymTZz+رسنء()", max_size=60))
def test_no_line_makes_the_reader_of_dates_fail(line: str) -> None:
    found = find_date(line)
    assert found is None or found.iso is None or found.iso[:2] in {"18", "19", "20", "21"}


@pytest.mark.parametrize(
    "clock", ["14:30 +99:99", "14:३०", "14:30 +24:00", "10:15:३३", "14:75", "25:00", "10:15:75"]
)
def test_a_time_that_no_clock_has_leaves_the_day(clock: str) -> None:
    date = find_date(f"8 ديسمبر 2023 {clock}")
    assert date is not None
    assert date.iso is not None
    assert date.iso.startswith("2023-12-08")
    dt.datetime.fromisoformat(date.iso)


@given(st.text("0123456789:+-./ صمTzgmt٣३،", max_size=30))
def test_what_is_read_beside_a_day_is_always_a_date_and_time(beside: str) -> None:
    date = find_date(f"8 ديسمبر 2023 {beside}")
    if date and date.iso:
        dt.datetime.fromisoformat(date.iso)
