"""The facts that a page states by itself, in the ways that pages have for it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from justhtml import Node

from newsgen.loader.pages.json_ld import find_article, name_of
from newsgen.loader.pages.tree import attribute, elements, raw_text
from newsgen.text.fold import key

_SEPARATOR = re.compile(r"\s+[-–—|«»:]\s+|\s*[|»]\s*")
_TAG_PROPERTIES = ("article:tag", "news_keywords", "keywords")
_DATE_PROPERTIES = ("article:published_time", "datepublished", "og:article:published_time", "dc.date.issued")


@dataclass(slots=True)
class _Marked:
    """What elements of a page state: by property, the values in their order."""

    values: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    headings: list[str] = field(default_factory=list)
    tag_links: list[str] = field(default_factory=list)

    def first(self, *properties: str) -> str:
        """The first value of the first of these properties that has one."""
        return next((self.values[name][0] for name in properties if name in self.values), "")


def stated_fields(root: Node, story: Node) -> dict[str, Any]:
    """The fields of an article (as `columns.FIELDS` has them) that the page states, without its body.

    JSON-LD comes before meta elements, these before elements of the page. The page's <title> counts only
    where no other title is stated. The outlet's name behind a title is no part of it.
    """
    article, marked = find_article(root), _marked(root, story)
    source = name_of(article.get("publisher")) or marked.first("og:site_name", "application-name")
    titles = [article.get("headline"), marked.first("og:title", "twitter:title"), *marked.headings[:1]]
    page_title = next((raw_text(title) for title in elements(root, "title")), "")
    title = next((text for text in titles if isinstance(text, str) and text.strip()), page_title)
    fields: dict[str, Any] = {
        "title": _without_outlet(" ".join(title.split()), source),
        "published": _text(article.get("datePublished")) or marked.first(*_DATE_PROPERTIES, "time"),
        "source": source,
        "author": name_of(article.get("author")) or marked.first("author", "article:author", "dc.creator"),
        "tags": _tags(article, marked),
        "categories": article.get("articleSection") or marked.first("article:section"),
        "url": marked.first("canonical", "og:url") or _text(article.get("url")),
    }
    return {name: value for name, value in fields.items() if value}


def _marked(root: Node, story: Node) -> _Marked:
    marked = _Marked()
    for node in elements(root, "meta", "link"):
        name = attribute(node, "property") or attribute(node, "name") or attribute(node, "itemprop")
        name = name or attribute(node, "rel")
        value = attribute(node, "content") or attribute(node, "href")
        if value:
            marked.values[name.lower()].append(value)
    for node in elements(story):
        words = attribute(node, "itemprop").lower().split()
        stated = attribute(node, "content") or attribute(node, "datetime")
        if "datepublished" in words and stated:
            marked.values["datepublished"].append(stated)
        elif node.name == "time" and attribute(node, "datetime"):
            marked.values["time"].append(attribute(node, "datetime"))
        elif node.name == "a" and "tag" in attribute(node, "rel").lower().split():
            marked.tag_links.append(raw_text(node))
    marked.headings = [text for node in elements(root, "h1") if (text := " ".join(raw_text(node).split()))]
    return marked


def _tags(article: dict[str, Any], marked: _Marked) -> list[str] | str:
    """Tags as first stated: one by one before those in one text, which search engines were to read."""
    listed = article.get("keywords")
    if marked.values.get("article:tag"):
        return marked.values["article:tag"]
    if isinstance(listed, list | str) and listed:
        return listed
    return marked.tag_links or marked.first(*_TAG_PROPERTIES)


def _without_outlet(title: str, source: str) -> str:
    """The title without the outlet's name behind or before its last separator."""
    breaks = list(_SEPARATOR.finditer(title))
    wanted = key(source)
    if not breaks or not wanted:
        return title
    last, first = breaks[-1], breaks[0]
    if key(title[last.end() :]) == wanted:
        return title[: last.start()].rstrip()
    return title[first.end() :].lstrip() if key(title[: first.start()]) == wanted else title


def _text(stated: object) -> str:
    return stated.strip() if isinstance(stated, str) else ""
