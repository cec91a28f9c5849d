"""JSON Feed, version 1.1: https://www.jsonfeed.org/version/1.1/"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from newsgen.metadata import article_id, permalink, rfc3339
from newsgen.model.article import Article
from newsgen.model.site import Site


def json_feed(site: Site, articles: Iterable[tuple[Article, str, str | None]]) -> bytes:
    """The site's feed: each article with its address in the site and its text as HTML, None for a summary.

    Addresses in a JSON feed are absolute: there are none where the site has no `base_url`.
    """
    feed: dict[str, Any] = {"version": "https://jsonfeed.org/version/1.1", "title": site.title}
    if site.base_url:
        feed |= {"home_page_url": site.base_url, "feed_url": f"{site.base_url}feed.json"}
    if site.description:
        feed["description"] = site.description
    feed |= {"language": "ar", "items": [_item(site, *each) for each in articles]}
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def _item(site: Site, article: Article, url: str, content: str | None) -> dict[str, Any]:
    item: dict[str, Any] = {"id": article_id(site, article.ident)}
    if site.base_url:
        item["url"] = permalink(site.base_url, url)
    if article.original_url:
        item["external_url"] = article.original_url
    item["title"] = article.heading
    item |= {"content_html": content} if content else {"content_text": article.summary or article.heading}
    if article.summary and content:
        item["summary"] = article.summary
    if article.published:
        item["date_published"] = rfc3339(article.published)
    if article.updated:
        item["date_modified"] = rfc3339(article.updated)
    if article.author:
        item["authors"] = [{"name": article.author}]
    if article.tags:
        item["tags"] = list(article.tags)
    return item
