"""Dates in Arabic, with the month names of the site's country."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_time, get_day_names, get_month_names

from newsgen.model.site import Digits
from newsgen.render.numerals import in_digits

_KEY = re.compile(r"\d{4}(?:[-/]\d{2}){0,2}")
# How every Arabic locale of CLDR writes them; only the names differ from country to country.
_DAY_OF_WEEK = "{weekday}، {day} {month} {year}"
_DAY = "{day} {month} {year}"
_MONTH = "{month} {year}"
_MONTH_ALONE = "{month}"
_DAY_IN_YEAR = "{day} {month}"
_YEAR = "{year}"


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
        self._months = get_month_names("wide", locale=self.locale)
        self._weekdays = get_day_names("wide", locale=self.locale)
        self._formatted = lru_cache(maxsize=16384)(self._format)

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

    def _format(self, key: str, pattern: str) -> str:
        year, month, day = (*map(int, re.split("[-/]", key)), 1, 1)[:3]
        weekday = self._weekdays[dt.date(year, month, day).weekday()]
        text = pattern.format(weekday=weekday, day=day, month=self._months[month], year=year)
        return in_digits(text, self._digits)

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
