"""What the search page says, also by its script."""

from __future__ import annotations

from dataclasses import dataclass

from babel import Locale
from markupsafe import Markup

from newsgen.model.pages import SearchPage
from newsgen.model.site import Site
from newsgen.render import words
from newsgen.render.markup import mark
from newsgen.render.voice import Voice

# A number of each of the categories that languages' plurals have.
_OF_EACH_CATEGORY = (0, 1, 2, 3, 11, 100, 1_000_000)


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page, ready to print.

    `counts` say how many results there are, (category, text) for each of CLDR's categories that the language
    has, with "#" for the number; `locale` is the browser's name of the language with the site's digits;
    `first` and `last` are the years of the archive, "" where nothing has a date.
    """

    title: str
    description: str
    articles: str
    locale: str
    counts: list[tuple[str, Markup]]
    first: str
    last: str


def search_view(page: SearchPage, _root: str, site: Site, voice: Voice) -> SearchView:
    """What the search page shows."""
    holdings = page.holdings
    return SearchView(
        title=voice.text("Search"),
        description=voice.said("Search all that %(site)s holds", site=site.title),
        articles=voice.counted(holdings.articles, "article") if holdings.articles else "",
        locale=f"{site.language}-{site.country}-u-ca-gregory-nu-{_digits(site)}",
        counts=_counts(site),
        first=(holdings.first or "")[:4],
        last=(holdings.last or "")[:4],
    )


def _counts(site: Site) -> list[tuple[str, Markup]]:
    category = Locale.parse(site.language).plural_form
    found = {category(n): words.counted(n, "result", site.language, "#") for n in _OF_EACH_CATEGORY}
    return [(name, mark(text)) for name, text in found.items()]


def _digits(site: Site) -> str:
    if site.digits == "latin":
        return "latn"
    return "arabext" if site.language == "fa" else "arab"
