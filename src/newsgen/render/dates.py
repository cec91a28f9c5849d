"""Dates in the site's language, with the month names of its country."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_time, get_day_names, get_month_names
from hijridate import Gregorian
from markupsafe import Markup, escape

from newsgen.model.site import Language
from newsgen.render.markup import mark
from newsgen.render.numerals import Numerals
from newsgen.render.words import message, text

_KEY = re.compile(r"\d{4}(?:[-/]\d{2}){0,2}")
# The fields of CLDR's patterns that its long dates have; all else in a pattern is text.
_FIELD = re.compile(r"EEEE|MMMM|LLLL|d+|y+|'([^']*)'")
_FIELDS = {"E": "{weekday}", "M": "{month}", "L": "{month}", "d": "{day}", "y": "{year}"}


class Dates:
    """The dates of one site, in its `language`, the names of its `country` and its `numerals`.

    A country for which Babel knows nothing of the language gets the language's plain names, as يناير and
    ديسمبر in Arabic.
    """

    def __init__(self, language: Language, country: str, numerals: Numerals) -> None:
        try:
            self.locale = Locale(language, country.upper())
        except UnknownLocaleError:
            self.locale = Locale(language)
        self._language, self._numerals = language, numerals
        self._identifier = str(self.locale)
        self._months = get_month_names("wide", locale=self.locale)
        self._weekdays = get_day_names("wide", locale=self.locale)
        self._day_of_week = _pattern(self.locale.date_formats["full"].pattern)
        self._day = _pattern(self.locale.date_formats["long"].pattern)
        self._month = _pattern(self.locale.datetime_skeletons["yMMMM"].pattern)
        self._day_in_year = _pattern(self.locale.datetime_skeletons["MMMMd"].pattern)
        self._formatted = lru_cache(maxsize=16384)(self._format)
        self.hijri = lru_cache(maxsize=16384)(self._hijri)

    def moment(self, published: str) -> Markup:
        """A date in full, with its time if the ISO string has one: الجمعة، 8 ديسمبر 2023، 2:05 م."""
        day = self._formatted(published[:10], self._day_of_week)
        if len(published) == 10:
            return day
        time = self._numerals.written(self._time(published))
        return mark(escape(text("%(day)s, %(time)s", self._language) % {"day": day, "time": time}))

    def short(self, published: str) -> Markup:
        """The day of an ISO date or date-time without its weekday: 8 ديسمبر 2023."""
        return self._formatted(published[:10], self._day)

    def name(self, key: str) -> str:
        """A day, month or year by its key: "2023/12/08", "2023/12" or "2023". Any other text as it is."""
        if not _KEY.fullmatch(key):
            return key
        return self._formatted(key, {4: "{year}", 7: self._month}.get(len(key), self._day_of_week))

    def step(self, key: str) -> Markup:
        """A key's name on the way down through the calendar: 2023, then ديسمبر, then 8 ديسمبر."""
        return self._formatted(key, {4: "{year}", 7: "{month}"}.get(len(key), self._day_in_year))

    def month(self, number: int) -> Markup:
        """The name of a month, 1 to 12: ديسمبر."""
        return self._formatted(f"2000-{number:02}", "{month}")

    def month_letter(self, number: int) -> str:
        """The month's name in a letter or two, for narrow charts."""
        letter: str = get_month_names("narrow", "stand-alone", self.locale)[number]
        return letter

    def weekdays(self) -> list[tuple[str, str]]:
        """The weekdays, (name, one letter), in the order in which the country's weeks run."""
        letters = get_day_names("narrow", "stand-alone", locale=self.locale)
        order = [(self.locale.first_week_day + place) % 7 for place in range(7)]
        return [(self._weekdays[day], letters[day]) for day in order]

    def _hijri(self, day: str) -> Markup:
        """The Hijri date of an ISO day by the Umm al-Qura calendar; "" outside of its tables (from 1924)."""
        try:
            hijri = Gregorian.fromisoformat(day).to_hijri()
        except (ValueError, OverflowError):
            return mark("")
        month = text(_HIJRI_MONTHS[hijri.month - 1], self._language)
        shown = text("%(day)s %(month)s %(year)s AH", self._language)
        shown %= {"day": hijri.day, "month": month, "year": hijri.year}
        return mark(escape(self._numerals.written(shown)))

    def _format(self, key: str, pattern: str) -> Markup:
        year, month, day = (*map(int, re.split("[-/]", key)), 1, 1)[:3]
        weekday = self._weekdays[dt.date(year, month, day).weekday()]
        shown = pattern.format(weekday=weekday, day=day, month=self._months[month], year=year)
        return mark(escape(self._numerals.written(shown)))

    def _time(self, published: str) -> str:
        moment = dt.datetime.fromisoformat(published)
        clock = _clock(moment.hour, moment.minute, self._identifier)
        offset = moment.strftime("%z")
        if not offset:
            return clock
        # The document's own clock and offset: an archive does not move a stated time to another zone.
        greenwich = text("%(time)s GMT", self._language) % {"time": clock}
        return greenwich + ("" if offset == "+0000" else f"{offset[:3]}:{offset[3:]}")


_HIJRI_MONTHS = (
    message("Muharram"),
    message("Safar"),
    message("Rabi I"),
    message("Rabi II"),
    message("Jumada I"),
    message("Jumada II"),
    message("Rajab"),
    message("Shaban"),
    message("Ramadan"),
    message("Shawwal"),
    message("Dhu al-Qadah"),
    message("Dhu al-Hijjah"),
)


def _pattern(cldr: str) -> str:
    """CLDR's pattern as one for str.format. Babel's own formatting takes three times as long."""
    return _FIELD.sub(lambda field: _FIELDS.get(field[0][0], field[1]), cldr)


@lru_cache(maxsize=1440)
def _clock(hour: int, minute: int, locale: str) -> str:
    return format_time(dt.time(hour, minute), "short", locale=locale)
