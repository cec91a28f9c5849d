"""Times of day as news print them beside a date, and the zones that are named with them."""

from __future__ import annotations

import datetime as dt
import re

from newsgen.text.dates.names import any_of

_MORNING = frozenset(["ص", "صباحا", "فجرا", "am", "a.m"])
_EVENING = frozenset(["م", "مساء", "عصرا", "بعد الظهر", "pm", "p.m"])
_NOON = "ظهرا"
_GREENWICH = ("غرينتش", "جرينتش", "غرينيتش", "جرينيتش", "قرينتش")
_UTC = (
    *("gmt", "utc", "ت.غ", "ت غ", "تغ", "التوقيت العالمي", "بالتوقيت العالمي"),
    *(before + name for before in ("", "توقيت ", "بتوقيت ") for name in _GREENWICH),
)
# Offsets go from -12:00 to +14:00: a year behind a dash is none.
_OFFSET = r"[+-](?:0[0-9]|1[0-4]):?[0-5][0-9](?![0-9/.:-])"
_HOURS = r"[+-](?:0?[0-9]|1[0-4])(?![0-9:])"
# A place, or "local", and what is often said of it. No list of places: after "بتوقيت" every word is one.
_SAID_OF_PLACES = "المكرمه|المنوره|المحتله|العربيه|السعوديه|المتحده|الشريف|ظبي|المحلي|الصيفي|الشتوي"
_OF_A_PLACE = rf"(?:ب|بال)توقيت\s{{1,2}}\w+(?:\s{{1,2}}(?:{_SAID_OF_PLACES})){{0,2}}"
_ABBREVIATED = "(?:eest|eet|ast|cest|cet|bst|est|edt|gst|msk|ksa)"
_FROM_UTC = rf"(?P<utc>z|{any_of(_UTC)})(?!\w)(?:\s?(?P<from_utc>{_OFFSET}|{_HOURS}))?"

ZONE = rf"(?:(?:{any_of(_UTC)}|{_OF_A_PLACE}|{_ABBREVIATED})(?!\w))"
CLOCK = (
    r"(?:اخر\s{1,2}تحديث\W{1,4})?t?(?<![0-9:])(?P<hour>[0-9]{1,2})\s?(?::\s?|h(?=[0-9]))(?P<minute>[0-9]{2})"
    r"(?:\s?:\s?(?P<second>[0-9]{2}))?(?:\.[0-9]{1,9})?(?![0-9:])"
    rf"(?:\s{{0,2}}(?P<half>{any_of(_MORNING | _EVENING | {_NOON})})(?!\w))?"
    rf"(?:[\s.,،(|–-]{{0,3}}(?:{_FROM_UTC}|(?P<offset>{_OFFSET})))?"
)


def moment(day: str, clock: re.Match[str]) -> str:
    """ISO date-time of `clock`, a match of CLOCK, on `day`; the day alone where no clock has such a time.

    A time past noon with a mark of the afternoon is already told on 24 hours: 17:04 pm is 17:04. A zone that
    is named by a place gives no offset: summer time comes and goes, and the name does not tell it.
    """
    hour = int(clock["hour"])
    if (clock["half"] in _EVENING and hour < 12) or (clock["half"] == _NOON and hour < 6):
        hour += 12
    elif clock["half"] in _MORNING and hour == 12:
        hour = 0
    second = f":{clock['second']}" if clock["second"] else ""
    printed = f"{day}T{hour:02d}:{clock['minute']}{second}{_offset(clock)}"
    try:
        dt.datetime.fromisoformat(printed)
    except ValueError:
        return day
    return printed


def _offset(clock: re.Match[str]) -> str:
    offset = clock["from_utc"] or clock["offset"]
    if offset is None:
        return "+00:00" if clock["utc"] else ""
    digits = offset[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    return f"{offset[0]}{int(hours):02d}:{minutes}"
