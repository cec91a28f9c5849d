"""Article records as JSON in UTF-8, the form in which the catalogue keeps them.

Bytes, not text: a record passes through two processes and the catalogue, and nobody there reads it.
"""

from __future__ import annotations

import json
from operator import attrgetter

from newsgen.model.article import Article, Block, RelatedItem, SetAside

_FIELDS = (
    "path",
    "ident",
    "title",
    "published",
    "source",
    "author",
    "summary",
    "sha256",
    "encoding",
    "slug",
    "corrected_by",
    "original_url",
    "converted",
)
_facts = attrgetter(*_FIELDS)
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def article_to_json(article: Article) -> bytes:
    """The whole record as JSON; equal articles give equal bytes."""
    facts = _facts(article)
    body = [[block.kind, block.text, block.items, block.html] for block in article.body]
    related = [[item.title, item.source, item.text, item.url] for item in article.related]
    aside = [[line.line, line.role, line.text] for line in article.set_aside]
    values = [facts, article.categories, article.tags, body, related, aside]
    return _encode(values).encode()


def article_from_json(data: bytes) -> Article:
    """The record that `article_to_json` wrote."""
    facts, categories, tags, body, related, aside = json.loads(data)
    return Article(
        **dict(zip(_FIELDS, facts, strict=True)),
        categories=tuple(categories),
        tags=tuple(tags),
        body=tuple(Block(kind, text, tuple(items), html) for kind, text, items, html in body),
        related=tuple(RelatedItem(*item) for item in related),
        set_aside=tuple(SetAside(*line) for line in aside),
    )
