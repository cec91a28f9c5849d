"""What a page says to machines: the elements of its head that are its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import Protocol

from markupsafe import Markup, escape

from newsgen.metadata import article_graph, article_id, page_graph, permalink
from newsgen.model.article import Article
from newsgen.model.pages import (
    AboutPage,
    ArticlePage,
    Link,
    ListingPage,
    MovedPage,
    NotFoundPage,
    Page,
    SearchPage,
)
from newsgen.model.site import Site
from newsgen.render.markup import mark, safe

# Kinds of pages by schema.org, beside articles and listings.
_SCHEMAS: dict[type[Page], str] = {AboutPage: "AboutPage", SearchPage: "SearchResultsPage"}


class _View(Protocol):
    """What a page is called and what it is about: plain text, or safe HTML where it is marked."""

    @property
    def title(self) -> str: ...

    @property
    def description(self) -> str: ...


class Metadata:
    """The metadata of one site's pages, for those who show links, cite and search.

    All of a page in one piece, each text escaped once: every article has a page of it.
    """

    def __init__(self, site: Site) -> None:
        self._site = site
        self._way = lru_cache(maxsize=1024)(_plain)

    def of(self, page: Page, view: _View, crumbs: tuple[Link, ...], root: str) -> Markup:
        """The elements for a page with this view below the pages of `crumbs`; none for one nobody finds."""
        if isinstance(page, NotFoundPage | MovedPage):
            return mark("")
        title, way = safe(view.title), self._way(crumbs)
        if isinstance(page, ArticlePage):
            kind, graph = "article", article_graph(page, way, self._site, root)
            own = [*_of_article(page.article), *_bibliographic(page.article, title, self._site)]
        else:
            kind, here = "website", Link(title.unescape(), page.url)
            schema = _SCHEMAS.get(type(page), "CollectionPage")
            graph = page_graph(schema, here, way, self._site, root)
            own = list(self._of_listing(page, root))
        lines = [
            f'<meta property="og:type" content="{kind}">\n<meta property="og:title" content="{title}">',
            f'<meta property="og:description" content="{safe(view.description)}">',
            *self._address(page),
            *own,
            f'<script type="application/ld+json">{graph}</script>',
        ]
        return mark("\n".join(lines))

    def _address(self, page: Page) -> Iterator[str]:
        if self._site.base_url:
            yield f'<meta property="og:url" content="{permalink(self._site.base_url, page.url)}">'

    def _of_listing(self, page: Page, root: str) -> Iterator[str]:
        """The feed of a source or a tag."""
        if isinstance(page, ListingPage) and page.kind in {"tag", "source"}:
            title = escape(f"{page.key} — {self._site.title}")
            yield (
                f'<link rel="alternate" type="application/atom+xml" title="{title}"'
                f' href="{root}{escape(page.home)}feed.xml">'
            )


def _of_article(article: Article) -> Iterator[str]:
    """Open Graph's article, https://ogp.me/#type_article"""
    if article.published:
        yield f'<meta property="article:published_time" content="{article.published}">'
    if article.updated:
        yield f'<meta property="article:modified_time" content="{article.updated}">'
    for section in article.categories[:1]:
        yield f'<meta property="article:section" content="{escape(section)}">'


def _bibliographic(article: Article, title: Markup, site: Site) -> Iterator[str]:
    """Dublin Core's element set, and Highwire Press's names, which Zotero and Google Scholar read."""
    yield f'<meta name="citation_title" content="{title}">\n<meta name="DC.title" content="{title}">'
    if article.author:
        author = escape(article.author)
        yield f'<meta name="citation_author" content="{author}">\n<meta name="DC.creator" content="{author}">'
    if article.source:
        source = escape(article.source)
        yield f'<meta name="citation_journal_title" content="{source}">'
        yield f'<meta name="DC.publisher" content="{source}">'
    if article.published:
        day = article.published[:10]
        yield f'<meta name="citation_publication_date" content="{day.replace("-", "/")}">'
        yield f'<meta name="DC.date" content="{day}">'
    yield '<meta name="citation_language" content="ar">\n<meta name="DC.language" content="ar">'
    yield f'<meta name="DC.identifier" content="{escape(article_id(site, article.ident))}">'
    if article.original_url:
        yield f'<meta name="DC.source" content="{escape(article.original_url)}">'
    if site.license:
        yield f'<meta name="DC.rights" content="{escape(site.license)}">'
    tags = [escape(tag) for tag in article.tags]
    if tags:
        yield f'<meta name="citation_keywords" content="{"; ".join(tags)}">'
    for tag in tags:
        yield f'<meta property="article:tag" content="{tag}">\n<meta name="DC.subject" content="{tag}">'


def _plain(crumbs: tuple[Link, ...]) -> tuple[Link, ...]:
    """The pages above, their titles as plain text: in templates they are safe HTML."""
    return tuple(Link(unescape(title), str(url)) for title, url in crumbs)
