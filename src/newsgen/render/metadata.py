"""What a page says to machines, as elements of its head, and how an article is cited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from markupsafe import Markup

from newsgen.metadata import (
    article_graph,
    article_id,
    cite_in_arabic,
    cite_in_english,
    page_graph,
    permalink,
)
from newsgen.model.article import Article
from newsgen.model.pages import AboutPage, ArticlePage, Link, Page
from newsgen.model.site import Site
from newsgen.render.dates import Dates

_DESCRIPTION_LETTERS = 200


class Metadata:
    """The metadata of one site's pages."""

    def __init__(self, site: Site, dates: Dates) -> None:
        self._site, self._dates = site, dates

    def of_article(self, page: ArticlePage, crumbs: Sequence[Link], root: str) -> Markup:
        """An article to those who show links (Open Graph), cite (Dublin Core, Highwire), search (JSON-LD).

        In one piece, each text escaped once: every article has a page of it.
        """
        lines = [*self._open_graph(page), *self._bibliographic(page.article)]
        lines.append(
            f'<script type="application/ld+json">{article_graph(page, crumbs, self._site, root)}</script>'
        )
        return Markup("\n".join(lines))  # noqa: S704  all that is not ours is escaped

    def of_page(self, page: Page, crumbs: Sequence[Link], root: str, title: Markup) -> Markup:
        """Any other page, called `title`, as JSON-LD: safe inside of a script element."""
        kind = "AboutPage" if isinstance(page, AboutPage) else "CollectionPage"
        here = Link(title.unescape(), page.url)
        return Markup(page_graph(kind, here, crumbs, self._site, root))  # noqa: S704  see page_graph

    def arabic(self, page: ArticlePage) -> str:
        """The article's citation as an Arabic sentence."""
        published = page.article.published
        date = self._dates.short(published) if published else ""
        return cite_in_arabic(page.article, self._site, date)

    def english(self, page: ArticlePage) -> str:
        """The article's citation in English."""
        return cite_in_english(page.article, self._site)

    def _open_graph(self, page: ArticlePage) -> Iterator[str]:
        """https://ogp.me/#type_article"""
        article, site = page.article, self._site
        summary = article.summary or site.description or site.title
        yield '<meta property="og:type" content="article">'
        yield f'<meta property="og:title" content="{escape(article.heading)}">'
        yield f'<meta property="og:description" content="{escape(_shortened(summary))}">'
        if site.base_url:
            yield f'<meta property="og:url" content="{permalink(site.base_url, page.url)}">'
        if article.published:
            yield f'<meta property="article:published_time" content="{article.published}">'
        if article.updated:
            yield f'<meta property="article:modified_time" content="{article.updated}">'
        for section in article.categories[:1]:
            yield f'<meta property="article:section" content="{escape(section)}">'

    def _bibliographic(self, article: Article) -> Iterator[str]:
        """Dublin Core's element set, and Highwire Press's names, which Zotero and Google Scholar read."""
        title, tags = escape(article.heading), [escape(tag) for tag in article.tags]
        yield f'<meta name="citation_title" content="{title}">\n<meta name="DC.title" content="{title}">'
        if article.author:
            author = escape(article.author)
            yield f'<meta name="citation_author" content="{author}">'
            yield f'<meta name="DC.creator" content="{author}">'
        if article.source:
            source = escape(article.source)
            yield f'<meta name="citation_journal_title" content="{source}">'
            yield f'<meta name="DC.publisher" content="{source}">'
        if article.published:
            day = article.published[:10]
            yield f'<meta name="citation_publication_date" content="{day.replace("-", "/")}">'
            yield f'<meta name="DC.date" content="{day}">'
        yield '<meta name="citation_language" content="ar">\n<meta name="DC.language" content="ar">'
        yield f'<meta name="DC.identifier" content="{escape(article_id(self._site, article.ident))}">'
        if article.original_url:
            yield f'<meta name="DC.source" content="{escape(article.original_url)}">'
        if self._site.license:
            yield f'<meta name="DC.rights" content="{escape(self._site.license)}">'
        if tags:
            yield f'<meta name="citation_keywords" content="{"; ".join(tags)}">'
        for tag in tags:
            yield f'<meta property="article:tag" content="{tag}">\n<meta name="DC.subject" content="{tag}">'


def _shortened(text: str) -> str:
    if len(text) <= _DESCRIPTION_LETTERS:
        return text
    return f"{text[:_DESCRIPTION_LETTERS].rsplit(' ', 1)[0]}…"
