"""Every day of the calendar in every shape, and any text at all."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hijridate import Gregorian
from hypothesis import given
from hypothesis import strategies as st

from newsgen.text.dates import find_date
from newsgen.text.dates.names import HIJRI_MONTHS, MONTHS, WEEKDAYS
from newsgen.text.fold import words

DAYS = st.dates(dt.date(1800, 1, 1), dt.date(2099, 12, 31))
HIJRI_DAYS = st.dates(dt.date(1924, 8, 1), dt.date(2077, 11, 16))
SHAPES = [
    *("{d}/{m}/{y}", "{d:02}-{m:02}-{y}", "{d}.{m}.{y}", "{d} / {m} / {y}", "{y}-{m:02}-{d:02}"),
    *("{y}/{m}/{d}", "{y} / {m} / {d}", "{d} {name} {y}", "{d} {name}، {y}", "{d}-{name}-{y}"),
    *("{name} {d}, {y}", "{y} {name} {d}", "{d} من شهر {name} عام {y}", "الجمعة {d} {name} {y}م"),
    *("{d}th, {name} {y} GMT", "5 شوال 1436 هـ الموافق {d} {name} {y} م", "({d} {name} {y}) 5/10/1436هـ"),
]
HIJRI_SHAPES = ["{d} {name} {y}", "الجمعة {d} {name} {y} هـ", "{d}/{m}/{y}هـ", "{y}-{m:02}-{d:02} هـ"]
PIECES = st.sampled_from(
    [
        *sorted(MONTHS),
        *sorted(HIJRI_MONTHS),
        *sorted(WEEKDAYS),
        *("في", "يوم", "الموافق", "الساعة", "بتوقيت", "غرينتش", "م", "هـ", "pm", "gmt+3", "http://", ".com/"),
        *("7", "31", "12:30", "2021", "1442", "٧", "٢٠٢١", "/", "-", ".", ":", "(", ")", "،", " ", "İ", "ـ"),
    ]
)
LINES = st.one_of(st.text(max_size=2000), st.lists(PIECES, max_size=400).map("".join))
SPACED_LINES = st.lists(PIECES, max_size=400).map(" ".join)


def arabic_digits(text: str) -> str:
    return text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))


@pytest.mark.parametrize("shape", SHAPES)
@given(day=DAYS, data=st.data())
def test_every_day_is_read_back_from_every_shape(shape: str, day: dt.date, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(name for name in MONTHS if MONTHS[name] == day.month)))
    printed = shape.format(d=day.day, m=day.month, y=day.year, name=name)
    for text in (printed, arabic_digits(printed)):
        found = find_date(f"قبل ... {text} ... بعد")
        assert found is not None
        assert (found.iso, found.converted) == (day.isoformat(), False)
        assert found.others == ("قبل", "بعد")


@pytest.mark.parametrize("shape", HIJRI_SHAPES)
@given(day=HIJRI_DAYS, data=st.data())
def test_every_hijri_day_of_the_tables_is_converted(shape: str, day: dt.date, data: st.DataObject) -> None:
    hijri = Gregorian.fromdate(day).to_hijri()
    name = data.draw(st.sampled_from(sorted(n for n in HIJRI_MONTHS if HIJRI_MONTHS[n] == hijri.month)))
    found = find_date(shape.format(d=hijri.day, m=hijri.month, y=hijri.year, name=name))
    assert found is not None
    assert (found.iso, found.converted, found.others) == (day.isoformat(), True, ())


@given(day=DAYS, clock=st.times().map(lambda clock: clock.replace(microsecond=0)))
def test_every_time_is_read_back_as_machines_print_it(day: dt.date, clock: dt.time) -> None:
    found = find_date(f"{day:%d/%m/}{day.year} {clock:%H:%M:%S}")
    assert found is not None
    assert found.iso == f"{day.isoformat()}T{clock:%H:%M:%S}"


@given(LINES | SPACED_LINES)
def test_any_line_is_read_without_failing_and_cut_in_three(line: str) -> None:
    found = find_date(line)
    if found is None:
        return
    start, end = found.span
    assert 0 <= start < end <= len(line)
    assert any(letter.isdigit() for letter in line[start:end])
    assert found.others == (*words(line[:start]), *words(line[end:]))
    if found.iso:
        dt.datetime.fromisoformat(found.iso)


@given(LINES | SPACED_LINES)
def test_no_line_takes_long(line: str) -> None:
    line = line[:2000]
    find_date(line)
    began = time.process_time()
    find_date(line)
    assert time.process_time() - began < 0.05


@pytest.mark.parametrize(
    "repeated", ["2021 ", "7 مايو ", "في يوم ", "1442 هـ ", "7/5/", "12:30 ", "(", "بتوقيت ", "مايو 2021 7 "]
)
def test_a_line_of_one_thing_over_and_over_takes_not_long(repeated: str) -> None:
    line = (repeated * 2000)[:2000] + " 2021"
    began = time.process_time()
    find_date(line)
    assert time.process_time() - began < 0.05


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


@pytest.mark.parametrize("names", [MONTHS, HIJRI_MONTHS])
def test_every_month_has_names_and_no_name_is_a_weekday(names: dict[str, int]) -> None:
    assert set(names.values()) == set(range(1, 13))
    assert not names.keys() & WEEKDAYS
