"""The shapes in which news print a day, and the words that stand with one: the parts of a date's expression.

All are regular expressions for folded text. Every repetition in them is short: none takes long on any text.
"""

from __future__ import annotations

import re
from functools import cache

from newsgen.text.dates.clocks import CLOCK, ZONE
from newsgen.text.dates.names import HIJRI_MONTHS, LEADS, MONTHS, WEEKDAYS, any_of

_YEAR = "(?:1[89]|20)[0-9]{2}"
# As far as the Umm al-Qura tables reach: 1343 to 1500.
_HIJRI_YEAR = "1(?:34[3-9]|3[5-9][0-9]|4[0-9]{2}|500)"
_TWIN_YEAR = "1[1-5][0-9]{2}"
_NUMBER = "[0-9]{1,2}"
_ORDINAL = rf"{_NUMBER}(?:\s?(?:st|nd|rd|th|er)(?![a-z]))?"
_GAP = r"[\s,،./–-]{0,4}"
_OF = r"(?:(?:من(?:\sشهر)?|of)\s)?"
_OF_YEAR = r"(?:(?:من\s)?(?:ال|لل|ل)?(?:عام|سنه)\s)?"
_AD = r"(?:\s{0,2}(?:م|ميلادي|ميلاديه|للميلاد)(?!\w))?"
_AH = "(?:\\s{0,2}(?:ه\u200d?|هجري|هجريه|للهجره)(?!\\w))"
# Not inside a longer number, a list of numbers, the name of a version, an address. A time may follow a dash.
_BEGIN = r"(?<![0-9a-z_])(?<![0-9a-z][-/.:_=])"
_END = r"(?![0-9]|[-/.][0-9](?![0-9]?:[0-9])|/[a-z]|(?!t[0-9])[a-z_])"


def _month(names: dict[str, int]) -> str:
    """A month by its name, or by two of its names: "آب/أغسطس", "يوليو (تموز)"."""
    months = []
    for number in range(1, 13):
        name = any_of(name for name in names if names[name] == number)
        months.append(rf"{name}(?:\.?[\s/(,،–-]{{0,3}}{name})?")
    return rf"(?:(?:{'|'.join(months)})\)?)"


def _between(first: str, last: str) -> str:
    """`first`, a number and `last`, with the same sign twice between them."""
    signs = (rf"\s{{0,2}}{sign}\s{{0,2}}" for sign in ("-", "/", "–", r"\.", r"\\"))
    ways = (f"{sign}{_NUMBER}{sign}" for sign in signs)
    return rf"{first}(?:{'|'.join(ways)}){last}"


def _in_digits(year: str) -> str:
    return rf"(?:{_between(year, _NUMBER)}|{_between(_NUMBER, year)}){_END}"


def _named(month: str, year: str) -> str:
    """Day, month and year; month, day and year; year, month and day."""
    return (
        rf"(?:{_ORDINAL}{_GAP}{_OF}{month}{_GAP}{_OF_YEAR}{year}{_END}"
        rf"|(?<![^\W\d]){month}{_GAP}{_ORDINAL}[\s,،./–-]{{1,4}}{year}{_END}"
        rf"|{year}{_GAP}{month}{_GAP}{_NUMBER}(?![%٪:]){_END})"
    )


_MONTH, _HIJRI_MONTH = _month(MONTHS), _month(HIJRI_MONTHS)
_DAY = rf"{_BEGIN}(?:{_in_digits(_YEAR)}|{_named(_MONTH, _YEAR)}){_AD}"
# In digits without the calendar's sign only years that the Iranian one has not reached: both look the same.
_HIJRI_DIGITS = rf"{_in_digits(_HIJRI_YEAR)}{_AH}|{_in_digits('14[1-9][0-9]')}"
_HIJRI = rf"{_BEGIN}(?:{_HIJRI_DIGITS}|{_named(_HIJRI_MONTH, _HIJRI_YEAR)}{_AH}?)(?!\s?م(?!\w))"
# What is a Hijri day only beside a Gregorian one: one that cannot be converted, or without its year.
_TWIN_NAMED = rf"{_NUMBER}{_GAP}{_OF}{_HIJRI_MONTH}(?:{_GAP}{_OF_YEAR}{_TWIN_YEAR}{_END})?(?!\w)"
_TWIN = rf"{_BEGIN}(?:{_in_digits(_TWIN_YEAR)}|{_TWIN_NAMED}){_AH}?"
_WEEKDAY = rf"(?<!\w){any_of(WEEKDAYS)}(?!\w)"
_LEAD = rf"(?:(?<!\w){any_of(LEADS)}(?![^\W\d])\W{{0,4}}){{0,4}}"


@cache
def parts_pattern() -> re.Pattern[str]:
    """Finds the parts of a date's expression, each with the words that lead to it; slow to compile.

    A part's group tells its kind; "day" is a Gregorian one.
    """
    # A part begins at a word's edge or with a digit: asked first, that spares most places the others.
    return re.compile(
        rf"(?:\b|(?=t?[0-9])){_LEAD}(?:(?P<day>{_DAY})|(?P<hijri>{_HIJRI})|(?P<twin>{_TWIN})"
        rf"|(?P<clock>{CLOCK})|(?P<zone>(?<!\w){ZONE})|(?P<weekday>{_WEEKDAY}))"
    )
