"""Pages to HTML: the table of templates and views, and the environment that they run in."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from functools import lru_cache
from hashlib import sha256
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

import newsgen
from newsgen.metadata import base_path, permalink
from newsgen.model.pages import (
    SOCIAL_CARD,
    AboutPage,
    ArticlePage,
    Card,
    DatesPage,
    HomePage,
    ListingPage,
    MovedPage,
    NotFoundPage,
    Page,
    SearchPage,
    SocialCard,
    TermIndexPage,
    YearPage,
)
from newsgen.model.site import Site
from newsgen.render import cards, social
from newsgen.render.crumbs import crumbs
from newsgen.render.face import fonts
from newsgen.render.faults import template_fault
from newsgen.render.links import root_from
from newsgen.render.markup import SafeEnvironment, mark
from newsgen.render.metadata import Metadata
from newsgen.render.references import template_digest
from newsgen.render.theme import Theme
from newsgen.render.versions import versions
from newsgen.render.views.article import article_view
from newsgen.render.views.calendar import dates_view, year_view
from newsgen.render.views.listing import listing_view
from newsgen.render.views.overview import about_view, home_view, moved_view, not_found_view, terms_view
from newsgen.render.views.parts import card_view
from newsgen.render.views.search import search_view
from newsgen.render.voice import Voice
from newsgen.render.words import Translated

_View = Callable[[Any, str, Site, Voice], Any]
_PAGES: dict[type[Page], tuple[str, _View]] = {
    ArticlePage: ("article.html", article_view),
    ListingPage: ("listing.html", listing_view),
    TermIndexPage: ("terms.html", terms_view),
    YearPage: ("year.html", year_view),
    DatesPage: ("dates.html", dates_view),
    HomePage: ("home.html", home_view),
    AboutPage: ("about.html", about_view),
    SearchPage: ("search.html", search_view),
    NotFoundPage: ("not_found.html", not_found_view),
    MovedPage: ("moved.html", moved_view),
}
# What stands around every page: rendered once for all pages of one depth.
_FRAME = ("assets", "metadata", "header", "footer")


class Renderer:
    """Renders the pages of one site with one theme. Templates are compiled once, when first needed.

    A template is given `page` (the record), `view` (what it shows, as safe HTML that is ready to print),
    `root` (the prefix of every link), `crumbs` (the pages above), `described` (its metadata), and what all
    templates share: `site`, `generator`, and the filters and functions of `_environment`. `_("text")` is the
    interface's text in the site's language.
    """

    def __init__(self, site: Site, theme: Theme) -> None:
        self._site, self._theme = site, theme
        self._versions = versions(theme, site.face)
        self._voice = Voice(site)
        self._slots = cards.Slots()
        self._environment = _environment(site, theme, self._voice, self._slots)
        self._environment.filters["versioned"] = lambda name: self._versions.get(name, name)
        self._metadata = Metadata(site)
        self._compiled: dict[str, Template] = {}
        self._looks: dict[type[Page], str] = {}
        self._frame = lru_cache(maxsize=64)(self._render_frame)

    def render(self, page: Page) -> str:
        """The page as a whole document: HTML, or SVG for a social card. Raises TemplateError."""
        return self._document(page).decode()

    def printed(self, page: Page) -> bytes:
        """The page's file: the document in UTF-8, or the picture of a social card. Raises TemplateError."""
        document = self._document(page)
        return social.picture(document.decode()) if isinstance(page, SocialCard) else document

    def card(self, card: Card) -> bytes:
        """The card of an article in UTF-8, see `newsgen.render.cards`. Raises TemplateError."""
        try:
            facts = {"card": card_view(card, cards.ROOT, self._voice), "level": cards.LEVEL}
            return self._template(cards.TEMPLATE).render(facts).encode()
        except Exception as error:
            doing = f"rendering the card of {card.url}"
            raise template_fault(error, self._theme.templates, doing) from error

    def _document(self, page: Page) -> bytes:
        try:
            if isinstance(page, SocialCard):
                card = social.card_view(self._site)
                return self._template(social.TEMPLATE).render(view=card).encode()
            root, url = root_from(page.url), page.url
            name, view = _PAGES[type(page)]
            template = self._template(name)
            shown, way = view(page, root, self._site, self._voice), crumbs(page, self._voice)
            facts = {
                "page": page,
                "view": shown,
                "root": root,
                "crumbs": way,
                "described": self._metadata.of(page, shown, way, root),
                **self._frame(root, url if url.count("/") < 2 else None),
            }
            return self._slots.filled(template.render(facts))
        except Exception as error:
            doing = f"rendering {page.url or 'index.html'}"
            raise template_fault(error, self._theme.templates, doing) from error

    def look(self, page_type: type[Page]) -> str:
        """A digest of what pages of this kind depend on beside their data and newsgen's own code.

        That is the template with what it includes, cards, the frame, the site's facts, and the versions of
        static files. Raises TemplateError where a template cannot be read.
        """
        if page_type not in self._looks:
            if page_type is SocialCard:
                names: tuple[str, ...] = (social.TEMPLATE,)
            else:
                names = (_PAGES[page_type][0], cards.TEMPLATE, *map(_frame_template, _FRAME))
            digests = [template_digest(self._theme, name) for name in names]
            parts = [*digests, asdict(self._site), self._versions]
            self._looks[page_type] = sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
        return self._looks[page_type]

    def _render_frame(self, root: str, section: str | None) -> dict[str, Markup]:
        facts = {"root": root, "section": section}
        rendered = {part: self._template(_frame_template(part)).render(facts) for part in _FRAME}
        return {part: mark(html.rstrip("\n")) for part, html in rendered.items()}

    def _template(self, name: str) -> Template:
        if name not in self._compiled:
            self._compiled[name] = self._environment.get_template(name)
        return self._compiled[name]


def _frame_template(part: str) -> str:
    return f"partials/{part}.html"


def _environment(site: Site, theme: Theme, voice: Voice, slots: cards.Slots) -> SafeEnvironment:
    environment = SafeEnvironment(
        loader=FileSystemLoader(theme.templates),
        extensions=[Translated],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.language = site.language
    environment.filters |= {
        "isolate": voice.isolate,
        "number": voice.number,
        "counted": voice.counted,
        "placed": slots.placed,
    }
    environment.globals |= {
        "site": site,
        "generator": f"newsgen {newsgen.__version__}",
        "base_path": base_path(site.base_url),
        "canonical": permalink,
        "social_card": SOCIAL_CARD,
        "fonts": fonts(site.face),
    }
    return environment
