"""Atom feeds, RFC 4287."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

import newsgen
from newsgen.metadata import archive_id, article_id, permalink, rfc3339
from newsgen.model.article import Article
from newsgen.model.site import Site

# When a feed without entries was last changed: before there was any.
_NEVER = "1970-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class AtomFeed:
    """A feed of the page at `home` ("" or "tags/x/"), whose own address is `url`. `title` is the feed's."""

    url: str
    home: str
    title: str


def atom_entry(article: Article, url: str, site: Site, content: str | None) -> str:
    """The article's entry, "" for one without a date: nobody can say when it was new.

    With `content`, its text as HTML, the entry holds that beside the summary. Where the site has no address,
    links count from the site's root: the feed has the way there as its xml:base.
    """
    if not article.published:
        return ""
    address = permalink(site.base_url, url)
    parts = [
        f"<entry>\n<id>{escape(article_id(site, article.ident))}</id>\n",
        f"<title>{escape(article.heading, quote=False)}</title>\n",
        f'<link href="{escape(address)}"/>\n',
        f"<published>{rfc3339(article.published)}</published>\n",
        f"<updated>{rfc3339(article.updated or article.published)}</updated>\n",
    ]
    if article.author:
        parts.append(f"<author><name>{escape(article.author, quote=False)}</name></author>\n")
    if article.source:
        parts.append(f"<dc:publisher>{escape(article.source, quote=False)}</dc:publisher>\n")
    parts += [f'<category term="{escape(tag)}"/>\n' for tag in article.tags]
    if article.summary:
        parts.append(f"<summary>{escape(article.summary, quote=False)}</summary>\n")
    if content:
        parts.append(f'<content type="html">{escape(content, quote=False)}</content>\n')
    return "".join([*parts, "</entry>\n"])


def atom_feed(feed: AtomFeed, site: Site, updated: str | None, entries: Iterable[bytes]) -> bytes:
    """The whole document. `updated` is when the newest of its entries was changed, an ISO 8601 date."""
    base = site.base_url or "../" * feed.url.count("/") or "./"
    name = f"{archive_id(site)}/{quote(feed.home)}"
    address, home = permalink(site.base_url, feed.url), permalink(site.base_url, feed.home) or "./"
    head = [
        '<?xml version="1.0" encoding="utf-8"?>\n',
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        f' xml:lang="ar" xml:base="{escape(base)}">\n',
        f"<id>{escape(name)}</id>\n<title>{escape(feed.title, quote=False)}</title>\n",
        f"<updated>{rfc3339(updated) if updated else _NEVER}</updated>\n",
        f'<link rel="self" type="application/atom+xml" href="{escape(address)}"/>\n',
        f'<link rel="alternate" type="text/html" href="{escape(home)}"/>\n',
        f"<author><name>{escape(site.title, quote=False)}</name></author>\n",
        f'<generator version="{newsgen.__version__}">newsgen</generator>\n',
    ]
    if site.description and not feed.home:
        head.append(f"<subtitle>{escape(site.description, quote=False)}</subtitle>\n")
    if site.license:
        head.append(f'<link rel="license" href="{escape(site.license)}"/>\n')
    return b"".join(["".join(head).encode(), *entries, b"</feed>\n"])
