"""Linked data: pages described by schema.org, as search engines read them out of JSON-LD.

What Google asks of an article: https://developers.google.com/search/docs/appearance/structured-data/article

Every article has a page of it: the objects are put together as text, those that many pages name once for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from json.encoder import encode_basestring as quoted

from newsgen.metadata.identifiers import archive_id, article_id, encoded
from newsgen.metadata.moments import w3c_date
from newsgen.model.pages import ArticlePage, Link
from newsgen.model.site import Site

_HEADLINE_LETTERS = 110


def article_graph(page: ArticlePage, crumbs: Sequence[Link], site: Site, root: str) -> str:
    """The NewsArticle with its way down from the home page, whose `crumbs` have titles in plain text.

    Addresses are absolute where the site has one; else they count from the page, `root` leading to the top.
    No text in it can end the script element that it stands in.
    """
    article, top = page.article, site.base_url or root
    news = [
        f'{{"@type":"NewsArticle","@id":{quoted(article_id(site, article.ident))}',
        f'"url":{quoted(top + encoded(page.url))}',
        f'"headline":{quoted(article.heading[:_HEADLINE_LETTERS])}',
        f'"inLanguage":"ar","isPartOf":{_archive(archive_id(site), site.title, top)}',
    ]
    if article.summary:
        news.append(f'"description":{quoted(article.summary)}')
    if article.published:
        published = w3c_date(article.published)
        updated = w3c_date(article.updated) if article.updated else published
        news.append(f'"datePublished":{quoted(published)},"dateModified":{quoted(updated)}')
    if article.author:
        news.append(f'"author":{_named("Person", article.author, page.author and page.author.url, top)}')
    if article.source:
        outlet = _named("NewsMediaOrganization", article.source, page.source and page.source.url, top)
        news.append(f'"publisher":{outlet}')
    if article.original_url:
        news.append(f'"isBasedOn":{quoted(article.original_url)}')
    if article.categories:
        news.append(f'"articleSection":{_list(article.categories)}')
    if article.tags:
        news.append(f'"keywords":{_list(article.tags)}')
    if site.license:
        news.append(f'"license":{quoted(site.license)}')
    return _graph(f"{','.join(news)}}}", _way(crumbs, article.heading, top))


def page_graph(kind: str, here: Link, crumbs: Sequence[Link], site: Site, root: str) -> str:
    """Any other page, `kind` by its schema.org type: CollectionPage, AboutPage; as `article_graph`."""
    top = site.base_url or root
    page = (
        f'{{"@type":{quoted(kind)},"url":{quoted(top + encoded(here.url))},"name":{quoted(here.title)},'
        f'"inLanguage":"ar","isPartOf":{_archive(archive_id(site), site.title, top)}}}'
    )
    return _graph(page, _way(crumbs, here.title, top)) if crumbs else _graph(page)


@lru_cache(maxsize=16)
def _archive(identifier: str, title: str, top: str) -> str:
    name = f'"@id":{quoted(identifier + "/")},"name":{quoted(title)}'
    return f'{{"@type":"WebSite",{name},"url":{quoted(top)}}}'


@lru_cache(maxsize=1024)
def _named(kind: str, name: str, url: str | None, top: str) -> str:
    address = f',"url":{quoted(top + encoded(url))}' if url else ""
    return f'{{"@type":{quoted(kind)},"name":{quoted(name)}{address}}}'


def _way(crumbs: Sequence[Link], here: str, top: str) -> str:
    steps = [_step(place, *crumb, top) for place, crumb in enumerate(crumbs, start=1)]
    # The last step is the page itself, and needs no address.
    steps.append(f'{{"@type":"ListItem","position":{len(steps) + 1},"name":{quoted(here)}}}')
    return f'{{"@type":"BreadcrumbList","itemListElement":[{",".join(steps)}]}}'


@lru_cache(maxsize=1024)
def _step(place: int, name: str, url: str, top: str) -> str:
    address = quoted(top + encoded(url))
    return f'{{"@type":"ListItem","position":{place},"name":{quoted(name)},"item":{address}}}'


def _list(names: Iterable[str]) -> str:
    return f"[{','.join(map(quoted, names))}]"


def _graph(*objects: str) -> str:
    text = f'{{"@context":"https://schema.org","@graph":[{",".join(objects)}]}}'
    if "<" in text:
        text = text.replace("<", "\\u003c")
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
