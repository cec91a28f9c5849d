"""Dates in Arabic, with the month names of the site's country."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time

from newsgen.model.site import Digits
from newsgen.render.numerals import in_digits

_KEY = re.compile(r"\d{4}(?:[-/]\d{2}){0,2}")
_DAY_OF_WEEK = "EEEE، d MMMM y"
_DAY = "d MMMM y"
_MONTH = "MMMM y"
# Not "LLLL": Babel takes the stand-alone names of whichever Arabic locale the process used first.
_MONTH_ALONE = "MMMM"
_DAY_IN_YEAR = "d MMMM"
_YEAR = "y"


class Dates:
    """The dates of one site, in the names of its `country` and in its `digits`.

    A country that Babel has no Arabic locale for gets the names of plain "ar" (يناير, ديسمبر).
    """

    def __init__(self, country: str, digits: Digits) -> None:
        try:
            self.locale = Locale("ar", country.upper())
        except UnknownLocaleError:
            self.locale = Locale("ar")
        self._identifier, self._digits = str(self.locale), digits

    def moment(self, published: str) -> str:
        """A date in full, with its time if the ISO string has one: الجمعة، 8 ديسمبر 2023، 2:05 م."""
        day = self._formatted(published[:10], _DAY_OF_WEEK)
        return day if len(published) == 10 else f"{day}، {in_digits(self._time(published), self._digits)}"

    def short(self, published: str) -> str:
        """The day of an ISO date or date-time without its weekday: 8 ديسمبر 2023."""
        return self._formatted(published[:10], _DAY)

    def name(self, key: str) -> str:
        """A day, month or year by its key: "2023/12/08", "2023/12" or "2023". Any other text as it is."""
        if not _KEY.fullmatch(key):
            return key
        return self._formatted(key, {4: _YEAR, 7: _MONTH}.get(len(key), _DAY_OF_WEEK))

    def step(self, key: str) -> str:
        """A key's name on the way down through the calendar: 2023, then ديسمبر, then 8 ديسمبر."""
        return self._formatted(key, {4: _YEAR, 7: _MONTH_ALONE}.get(len(key), _DAY_IN_YEAR))

    def month(self, number: int) -> str:
        """The name of a month, 1 to 12: ديسمبر."""
        return self._formatted(f"2000-{number:02}", _MONTH_ALONE)

    def _formatted(self, key: str, pattern: str) -> str:
        return _format(key, pattern, self._identifier, self._digits)

    def _time(self, published: str) -> str:
        moment = dt.datetime.fromisoformat(published)
        clock = _clock(moment.hour, moment.minute, self._identifier)
        offset = moment.strftime("%z")
        if not offset:
            return clock
        # The document's own clock and offset: an archive does not move a stated time to another zone.
        return f"{clock} بتوقيت غرينتش" + ("" if offset == "+0000" else f"{offset[:3]}:{offset[3:]}")


@lru_cache(maxsize=1440)
def _clock(hour: int, minute: int, locale: str) -> str:
    return format_time(dt.time(hour, minute), "short", locale=locale)


@lru_cache(maxsize=16384)
def _format(key: str, pattern: str, locale: str, digits: Digits) -> str:
    year, month, day = (*map(int, re.split("[-/]", key)), 1, 1)[:3]
    return in_digits(format_date(dt.date(year, month, day), pattern, locale=locale), digits)
