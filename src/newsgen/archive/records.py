"""Article records as JSON in UTF-8, the form in which the catalogue keeps them and the site publishes them.

Bytes, not text: a record passes through two processes and the catalogue, and nobody there reads it. A kept
record is two lines: what is newsgen's own affair, and the record of the contract without what only the whole
archive knows, its address and problems. So a line of open data is cut out of it, not made of it.
"""

from __future__ import annotations

import json
from typing import Any

from newsgen.model.article import (
    Article,
    Block,
    CorrectedField,
    RelatedItem,
    SetAside,
    article_as_dict,
)
from newsgen.model.problem import Problem

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
# No text holds these: in one, a quotation mark would have a backslash before it.
_BEHIND_ID, _BEHIND_RELATED = b',"title":', b',"sha256":'


def article_to_json(article: Article) -> bytes:
    """The whole record; equal articles give equal bytes."""
    record = article_as_dict(article, None, ())
    del record["url"], record["problems"]
    html = [block.html for block in article.body]
    own = [article.slug, html if any(html) else None]
    return f"{_encode(own)}\n{_encode(record)}".encode()


def article_from_json(data: bytes) -> Article:
    """The record that `article_to_json` wrote."""
    own, _, public = data.partition(b"\n")
    record: dict[str, Any] = json.loads(public)
    slug, html = json.loads(own)
    body = tuple(
        Block("list", "", tuple(block["items"])) if "items" in block else Block(block["kind"], block["text"])
        for block in record["body"]
    )
    if html:
        body = tuple(Block(b.kind, b.text, b.items, markup) for b, markup in zip(body, html, strict=True))
    return Article(
        path=record["path"],
        ident=record["id"],
        title=record["title"],
        published=record["published"],
        source=record["source"],
        author=record["author"],
        categories=tuple(record["categories"]),
        tags=tuple(record["tags"]),
        summary=record["summary"],
        body=body,
        related=tuple(RelatedItem(**item) for item in record["related"]),
        sha256=record["sha256"],
        encoding=record["encoding"],
        slug=slug,
        corrected_by=record["corrected_by"],
        original_url=record["original_url"],
        converted=bool(record["inferred"]),
        set_aside=tuple(SetAside(line["line"], line["role"], line["text"]) for line in record["set_aside"]),
        updated=record["updated"],
        corrected=tuple(CorrectedField(**field) for field in record["corrected"]),
    )


def public_record(data: bytes, url: str, problems: tuple[Problem, ...]) -> bytes:
    """The record of the contract, `article_as_dict`, as one line of JSON without its line end."""
    start = data.index(b"\n") + 1
    head, tail = data.index(_BEHIND_ID, start), data.rindex(_BEHIND_RELATED)
    listed = [{"code": p.code, "line": p.line, "message": p.message} for p in problems]
    found = _encode(listed).encode() if listed else b"[]"
    address = _encode(url).encode()
    return b"".join(
        (data[start:head], b',"url":', address, data[head:tail], b',"problems":', found, data[tail:])
    )
