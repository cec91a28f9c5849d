"""The article record: what newsgen knows of one document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from newsgen.errors import printable
from newsgen.model.problem import Problem

BlockKind = Literal["paragraph", "heading", "quote", "list", "caption"]


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a body. `items` is for lists only, `text` for all others.

    `html` is the piece as safe HTML where the document had markup of its own (Markdown in articles/);
    None means that `text` or `items` is all there is.
    """

    kind: BlockKind
    text: str = ""
    items: tuple[str, ...] = ()
    html: str | None = None

    @property
    def plain(self) -> str:
        """The piece as plain text, a list's items one a line."""
        return "\n".join(self.items) if self.kind == "list" else self.text


@dataclass(frozen=True, slots=True)
class RelatedItem:
    """An article that the document points to: its headline, outlet and text where the document gives them."""

    title: str
    source: str | None = None
    text: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class SetAside:
    """A line of the document that is in neither the body nor a related item.

    `line` is its number in the file, None where the text's lines are not the file's; `role` what it was taken
    for: a menu, a byline, a tag list.
    """

    line: int | None
    role: str
    text: str


@dataclass(frozen=True, slots=True)
class CorrectedField:
    """A field of a record that a correction has changed, and what the document says there.

    `before` is None where the document does not say, and for a body; names of a list are joined by " | ".
    """

    field: str
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article. None means that the document does not say: newsgen never guesses a fact.

    `path` is relative to the project, `ident` short and stable, `published` an ISO 8601 date or date-time
    as printed, `sha256` the digest of the document's bytes, `encoding` the one it was decoded with.
    `slug` is set where somebody wrote the address by hand. `corrected_by` is the path of the correction
    laid over the seed. `original_url` is the article's address at its outlet, as a page or a table states it.
    `converted`: only a Hijri date is printed, and `published` is inferred from it. `set_aside` has what is
    left of the document, so that nothing of it is lost. `updated` is when the article was last changed, as a
    front matter states it, ISO 8601 like `published`. `corrected` are the fields that the correction changed.
    """

    path: str
    ident: str
    title: str | None
    published: str | None
    source: str | None
    author: str | None
    categories: tuple[str, ...]
    tags: tuple[str, ...]
    summary: str
    body: tuple[Block, ...]
    related: tuple[RelatedItem, ...]
    sha256: str
    encoding: str
    slug: str | None = None
    corrected_by: str | None = None
    original_url: str | None = None
    converted: bool = False
    set_aside: tuple[SetAside, ...] = ()
    updated: str | None = None
    corrected: tuple[CorrectedField, ...] = ()

    @property
    def heading(self) -> str:
        """What stands above the article: its title, or else the summary's first words, or its file's name."""
        if self.title:
            return self.title
        words = self.summary.split()
        return " ".join(words[:8]) + "…" if words else printable(self.path.rsplit("/", 1)[-1])


def block_as_dict(block: Block) -> dict[str, Any]:
    """The block as the record contract has it: kind and text, or kind and items."""
    if block.kind == "list":
        return {"kind": "list", "items": list(block.items)}
    return {"kind": block.kind, "text": block.text}


def article_as_dict(article: Article, url: str | None, problems: tuple[Problem, ...]) -> dict[str, Any]:
    """The article record as `export` and `inspect --json` print it: the project's contract.

    `url` is the page's path in the site, None while the article has no place in an archive.
    """
    return {
        "path": article.path,
        "id": article.ident,
        "url": url,
        "title": article.title,
        "published": article.published,
        "source": article.source,
        "author": article.author,
        "categories": list(article.categories),
        "tags": list(article.tags),
        "summary": article.summary,
        "body": [block_as_dict(block) for block in article.body],
        "related": [
            {"title": item.title, "source": item.source, "text": item.text, "url": item.url}
            for item in article.related
        ],
        "problems": [{"code": p.code, "line": p.line, "message": p.message} for p in problems],
        "sha256": article.sha256,
        "encoding": article.encoding,
        "original_url": article.original_url,
        "inferred": ["published"] if article.converted else [],
        "set_aside": [{"line": s.line, "role": s.role, "text": s.text} for s in article.set_aside],
        "updated": article.updated,
        "corrected_by": article.corrected_by,
        "corrected": [{"field": c.field, "before": c.before} for c in article.corrected],
    }
