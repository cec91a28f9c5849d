"""Sitemaps, https://www.sitemaps.org/protocol.html, and Google's for news."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from newsgen.metadata import permalink, w3c_date

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


class NewsItem(NamedTuple):
    """An article in a news sitemap."""

    url: str
    published: str
    heading: str


def sitemap(base_url: str, pages: Iterable[tuple[str, str]]) -> bytes:
    """The sitemap of these pages: address in the site, and when last changed in W3C-DTF or ""."""
    return _listed("urlset", "url", base_url, pages)


def sitemap_index(base_url: str, sitemaps: Iterable[tuple[str, str]]) -> bytes:
    """The index of these sitemaps: address in the site, and when last changed in W3C-DTF or ""."""
    return _listed("sitemapindex", "sitemap", base_url, sitemaps)


def _listed(root: str, element: str, base_url: str, places: Iterable[tuple[str, str]]) -> bytes:
    found = [
        f"<{element}><loc>{escape(permalink(base_url, url))}</loc>"
        f"{f'<lastmod>{lastmod}</lastmod>' if lastmod else ''}</{element}>\n"
        for url, lastmod in places
    ]
    return f'{_HEAD}<{root} xmlns="{_NAMESPACE}">\n{"".join(found)}</{root}>\n'.encode()


def news_sitemap(base_url: str, site_title: str, items: Iterable[NewsItem]) -> bytes:
    """The news sitemap: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap"""
    name = escape(site_title, quote=False)
    found = [
        f"<url><loc>{escape(permalink(base_url, item.url))}</loc><news:news><news:publication>"
        f"<news:name>{name}</news:name><news:language>ar</news:language></news:publication>"
        f"<news:publication_date>{w3c_date(item.published)}</news:publication_date>"
        f"<news:title>{escape(item.heading, quote=False)}</news:title></news:news></url>\n"
        for item in items
    ]
    space = f'xmlns="{_NAMESPACE}" xmlns:news="{_NEWS}"'
    return f"{_HEAD}<urlset {space}>\n{''.join(found)}</urlset>\n".encode()
