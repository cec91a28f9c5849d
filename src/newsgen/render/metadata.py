"""What a page says to machines: the elements of its head that newsgen.metadata has the content for."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from newsgen.metadata import (
    article_graph,
    article_properties,
    article_tags,
    cite_in_arabic,
    cite_in_english,
    page_graph,
)
from newsgen.model.pages import AboutPage, ArticlePage, Link, Page
from newsgen.model.site import Site
from newsgen.render.dates import Dates


class Metadata:
    """The metadata of one site's pages."""

    def __init__(self, site: Site, dates: Dates) -> None:
        self._site, self._dates = site, dates

    def bibliographic(self, page: ArticlePage) -> Markup:
        """Open Graph, Dublin Core and Highwire of an article, a meta element a line."""
        article, lines = page.article, []
        for name, content in article_properties(article):
            lines.append(f'<meta property="{name}" content="{escape(content)}">')
        for name, content in article_tags(article, page.url, self._site):
            lines.append(f'<meta name="{name}" content="{escape(content)}">')
        return Markup("\n".join(lines))  # noqa: S704  names are ours, contents have just been escaped

    def linked(self, page: Page, crumbs: Sequence[Link], root: str, title: Markup) -> Markup:
        """The page as JSON-LD, safe inside of a script element. `title` is what the page is called."""
        if isinstance(page, ArticlePage):
            return Markup(article_graph(page, crumbs, self._site, root))  # noqa: S704  see article_graph
        kind = "AboutPage" if isinstance(page, AboutPage) else "CollectionPage"
        here = Link(title.unescape(), page.url)
        return Markup(page_graph(kind, here, crumbs, self._site, root))  # noqa: S704  as above

    def arabic(self, page: ArticlePage) -> str:
        """The article's citation as an Arabic sentence."""
        published = page.article.published
        date = self._dates.short(published) if published else ""
        return cite_in_arabic(page.article, page.url, self._site, date)

    def english(self, page: ArticlePage) -> str:
        """The article's citation in English."""
        return cite_in_english(page.article, page.url, self._site)
