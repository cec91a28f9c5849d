"""How a site speaks: the words, numbers and dates of its interface, and where its lines run to."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from markupsafe import Markup

from newsgen.model.site import Site
from newsgen.render import words
from newsgen.render.bidi import isolate_arabic, isolate_latin
from newsgen.render.dates import Dates
from newsgen.render.markup import mark, safe
from newsgen.render.numerals import Numerals
from newsgen.render.words import Noun


class Voice:
    """What views and templates ask for the text of the interface.

    `isolate` makes a name or headline of the archive safe HTML, the words of the other direction in it
    isolated; `isolate_passage` does so with what does not return on other pages.
    """

    def __init__(self, site: Site) -> None:
        self.language, self.direction, self.shows_hijri = site.language, site.direction, site.hijri
        self.isolate_passage: Callable[[str], Markup] = (
            isolate_latin if site.direction == "rtl" else isolate_arabic
        )
        self.isolate: Callable[[str], Markup] = lru_cache(maxsize=8192)(self.isolate_passage)
        self.numerals = Numerals(site.digits, site.language)
        self.dates = Dates(site.language, site.country, self.numerals)
        # For what is said in Arabic whatever the interface speaks.
        self.arabic_dates = (
            self.dates if site.language == "ar" else Dates("ar", site.country, Numerals(site.digits, "ar"))
        )
        self.number = self.numerals.grouped
        self.counted = lru_cache(maxsize=4096)(self._counted)
        self._texts: dict[str, Markup] = {}

    def text(self, source: str) -> Markup:
        """The interface's text for `source` in the site's language."""
        found = self._texts.get(source)
        if found is None:
            found = self._texts[source] = mark(words.text(source, self.language))
        return found

    def said(self, source: str, **facts: object) -> Markup:
        """The interface's text with `facts` in their places, each escaped unless it is safe HTML."""
        return mark(str(self.text(source)) % {name: safe(fact) for name, fact in facts.items()})

    def _counted(self, number: int, noun: Noun) -> Markup:
        """So many things, in the language's form for the number and the site's digits."""
        return mark(words.counted(number, noun, self.language, self.number(number)))

    def hijri(self, published: str | None) -> str:
        """The Hijri date of an ISO date or date-time, "" where the site shows none."""
        return self.dates.hijri(published[:10]) if published and self.shows_hijri else ""
