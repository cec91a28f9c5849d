"""Linked data: pages described by schema.org, as search engines read them out of JSON-LD.

What Google asks of an article: https://developers.google.com/search/docs/appearance/structured-data/article
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from newsgen.metadata.identifiers import archive_id, article_id
from newsgen.metadata.moments import w3c_date
from newsgen.model.pages import ArticlePage, Link
from newsgen.model.site import Site

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_HEADLINE_LETTERS = 110


def article_graph(page: ArticlePage, crumbs: Sequence[Link], site: Site, root: str) -> str:
    """The NewsArticle with its way down from the home page.

    Addresses are absolute where the site has one; else they count from the page, `root` leading to the top.
    No text in it can end the script element that it stands in.
    """
    article, top = page.article, site.base_url or root
    address = top + quote(page.url)
    news: dict[str, Any] = {
        "@type": "NewsArticle",
        "@id": article_id(site, article.ident),
        "url": address,
        "mainEntityOfPage": address,
        "headline": article.heading[:_HEADLINE_LETTERS],
        "inLanguage": "ar",
        "isPartOf": _archive(site, top),
    }
    if article.summary:
        news["description"] = article.summary
    if article.published:
        news["datePublished"] = w3c_date(article.published)
        news["dateModified"] = w3c_date(article.updated or article.published)
    if article.author:
        news["author"] = _named("Person", article.author, page.author, top)
    if article.source:
        news["publisher"] = _named("NewsMediaOrganization", article.source, page.source, top)
    if article.original_url:
        news["isBasedOn"] = article.original_url
    if article.categories:
        news["articleSection"] = article.categories
    if article.tags:
        news["keywords"] = article.tags
    if site.license:
        news["license"] = site.license
    return _script([news, _way(crumbs, Link(article.heading, page.url), top)])


def page_graph(kind: str, here: Link, crumbs: Sequence[Link], site: Site, root: str) -> str:
    """Any other page, `kind` by its schema.org type: CollectionPage, AboutPage; as `article_graph`."""
    top = site.base_url or root
    page = {
        "@type": kind,
        "url": top + quote(here.url),
        "name": here.title,
        "inLanguage": "ar",
        "isPartOf": _archive(site, top),
    }
    return _script([page, *([_way(crumbs, here, top)] if crumbs else [])])


def _archive(site: Site, top: str) -> dict[str, str]:
    return {"@type": "WebSite", "@id": f"{archive_id(site)}/", "name": site.title, "url": top}


def _named(kind: str, name: str, link: Link | None, top: str) -> dict[str, str]:
    named = {"@type": kind, "name": name}
    return {**named, "url": top + quote(link.url)} if link else named


def _way(crumbs: Sequence[Link], here: Link, top: str) -> dict[str, Any]:
    steps = [
        {"@type": "ListItem", "position": place, "name": step.title, "item": top + quote(step.url)}
        for place, step in enumerate((*crumbs, here), start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def _script(graph: list[dict[str, Any]]) -> str:
    text = _encode({"@context": "https://schema.org", "@graph": graph})
    if "<" in text:
        text = text.replace("<", "\\u003c")
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
