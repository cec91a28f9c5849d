"""Pages to HTML: the table of templates, and the environment that they run in."""

from __future__ import annotations

import json
from dataclasses import asdict
from hashlib import sha256

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

import newsgen
from newsgen.errors import printable
from newsgen.metadata import base_path, permalink
from newsgen.model.pages import (
    AboutPage,
    ArticlePage,
    Card,
    DatesPage,
    HomePage,
    ListingPage,
    MovedPage,
    NotFoundPage,
    Page,
    TermIndexPage,
    YearPage,
)
from newsgen.model.site import Site
from newsgen.render import cards
from newsgen.render.anchors import anchored
from newsgen.render.bidi import isolate, isolate_markup
from newsgen.render.calendars import busiest_day, tint, weekdays, weeks
from newsgen.render.counts import Noun, counted
from newsgen.render.crumbs import crumbs
from newsgen.render.dates import Dates
from newsgen.render.faults import template_fault
from newsgen.render.groups import by_day, by_initial
from newsgen.render.links import from_root, is_web_address, root_from
from newsgen.render.metadata import Metadata
from newsgen.render.numerals import grouped
from newsgen.render.theme import Theme

_TEMPLATES: dict[type[Page], str] = {
    ArticlePage: "article.html",
    ListingPage: "listing.html",
    TermIndexPage: "terms.html",
    YearPage: "year.html",
    DatesPage: "dates.html",
    HomePage: "home.html",
    AboutPage: "about.html",
    NotFoundPage: "not_found.html",
    MovedPage: "moved.html",
}


class Renderer:
    """Renders the pages of one site with one theme. Templates are compiled once, when first needed.

    A template is given `page` (the record), `root` (the prefix of every link), `crumbs` (the pages above),
    and what all templates share: `site`, `generator`, and the filters and functions of `_environment`.
    `versions` are the links to static files that carry a version, by the files' names.
    """

    def __init__(self, site: Site, theme: Theme) -> None:
        self._site, self._theme = site, theme
        self._dates = Dates(site.country, site.digits)
        self._slots = cards.Slots()
        self._environment = _environment(site, theme, self._dates, self._slots)
        self.versions = theme.versions()
        self._environment.filters["versioned"] = lambda name: self.versions.get(name, name)
        self._environment.globals["metadata"] = Metadata(site, self._dates)
        self._compiled: dict[str, Template] = {}
        self._looks: dict[type[Page], str] = {}

    def render(self, page: Page) -> bytes:
        """The page as a whole HTML document in UTF-8. Raises TemplateError for what a template does wrong."""
        facts = {"page": page, "root": root_from(page.url), "crumbs": crumbs(page, self._dates)}
        try:
            return self._slots.filled(self._template(_TEMPLATES[type(page)]).render(facts))
        except Exception as error:
            doing = f"rendering {page.url or 'index.html'}"
            raise template_fault(error, self._theme.templates, doing) from error

    def card(self, card: Card) -> bytes:
        """The card of an article in UTF-8, see `newsgen.render.cards`. Raises TemplateError like `render`."""
        try:
            html = self._template(cards.TEMPLATE).render(card=card, root=cards.ROOT, level=cards.LEVEL)
            return html.encode()
        except Exception as error:
            doing = f"rendering the card of {card.url}"
            raise template_fault(error, self._theme.templates, doing) from error

    def look(self, page_type: type[Page]) -> str:
        """A digest of all that pages of this kind depend on beside their data.

        That is the template with what it includes, the card's, the site's facts, and the versions in links to
        static files. Raises TemplateError where a template cannot be read.
        """
        if page_type not in self._looks:
            templates = (_TEMPLATES[page_type], cards.TEMPLATE)
            parts = [*map(self._theme.digest, templates), asdict(self._site), self.versions]
            self._looks[page_type] = sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
        return self._looks[page_type]

    def _template(self, name: str) -> Template:
        if name not in self._compiled:
            self._compiled[name] = self._environment.get_template(name)
        return self._compiled[name]


def _environment(site: Site, theme: Theme, dates: Dates, slots: cards.Slots) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(theme.templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )

    def counted_in_digits(number: int, noun: Noun) -> str:
        return counted(number, noun, site.digits)

    def grouped_in_digits(number: int) -> str:
        return grouped(number, site.digits)

    environment.filters |= {
        "printable": printable,
        "isolate": isolate,
        "isolate_markup": isolate_markup,
        "from_root": from_root,
        "counted": counted_in_digits,
        "number": grouped_in_digits,
        "moment": dates.moment,
        "short_date": dates.short,
        "date_name": dates.name,
        "month_name": dates.month,
        "anchored": anchored,
        "by_day": by_day,
        "by_initial": by_initial,
        "placed": slots.placed,
        "weeks": weeks,
        "busiest_day": busiest_day,
        "tint": tint,
    }
    environment.tests["web_address"] = is_web_address
    environment.globals |= {
        "site": site,
        "generator": f"newsgen {newsgen.__version__}",
        "base_path": base_path(site.base_url),
        "weekdays": weekdays(dates.locale),
        "first_weekday": dates.locale.first_week_day,
        "canonical": permalink,
    }
    return environment
