"""A Markdown file of articles/: an article of its own, or a correction laid over a seed."""

from __future__ import annotations

from dataclasses import dataclass

from newsgen.loader.correction import Correction, Written
from newsgen.loader.flaw import Flaw
from newsgen.loader.front_matter import FrontMatter, read_front_matter, split_front_matter
from newsgen.loader.markdown import MarkdownBody, read_body
from newsgen.loader.summary import summarize
from newsgen.model.article import Article, Block
from newsgen.model.problem import Problem
from newsgen.text.fold import key
from newsgen.text.slugs import IDENT_LENGTH, short_digest


@dataclass(frozen=True, slots=True)
class HandWritten:
    """An article written by hand, and whether it is still a draft."""

    article: Article
    draft: bool
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Unusable:
    """A file of which it cannot be told what it is: neither an article nor a correction is made of it."""

    problems: tuple[Problem, ...]


def read_markdown(path: str, text: str, *, encoding: str, sha256: str) -> HandWritten | Correction | Unusable:
    """What the Markdown file at `path` holds, from its cleaned `text` (text.letters.clean). Never raises.

    A first heading "# …" is the title where none is stated, and is left out of the body where it repeats the
    stated one; in a correction it states the title in the same way. Problem codes: "front-matter" (and
    nothing is made of the file), "front-matter-key", "front-matter-type", "date-impossible", "slug-empty",
    "slug-long", "markdown-nesting", and for an article of its own "title-missing" and "body-missing".
    `encoding` and `sha256` go into the article as they are.
    """
    try:
        header, first_line, rest = split_front_matter(text)
    except ValueError as unclosed:
        flaw = Flaw(
            "front-matter", unclosed.args[0], "the front matter is not closed", 'end it with a line "---"'
        )
        return Unusable((flaw.at(path),))
    front = (
        FrontMatter({}, None, None, False, ()) if header is None else read_front_matter(header, first_line)
    )
    if isinstance(front, Flaw):
        return Unusable((front.at(path),))
    body = read_body(rest)
    stated, blocks = _with_title(front, body)
    problems = tuple(flaw.at(path) for flaw in (*front.flaws, *body.flaws))
    if front.seed is not None:
        return Correction(path, front.seed, stated, blocks or None, front.slug, front.draft, problems)
    article = _article(path, stated, blocks, front.slug, encoding=encoding, sha256=sha256)
    return HandWritten(article, front.draft, problems if front.draft else problems + _missing(article))


def _with_title(front: FrontMatter, body: MarkdownBody) -> tuple[Written, tuple[Block, ...]]:
    """What is stated, the title by the body's first heading if need be, and the body without that heading."""
    stated, blocks = front.stated, body.blocks
    if not body.opens_with_title or not blocks[0].text:
        return stated, blocks
    title = stated.get("title")
    says_untitled = front.seed is not None and "title" in stated
    if title is None and not says_untitled:
        return {**stated, "title": blocks[0].text}, blocks[1:]
    repeats_title = title is not None and key(title) == key(blocks[0].text)
    return stated, blocks[1:] if repeats_title else blocks


def _article(
    path: str, stated: Written, body: tuple[Block, ...], slug: str | None, *, encoding: str, sha256: str
) -> Article:
    return Article(
        path=path,
        ident=short_digest(path, IDENT_LENGTH),
        title=stated.get("title"),
        published=stated.get("published"),
        source=stated.get("source"),
        author=stated.get("author"),
        categories=stated.get("categories", ()),
        tags=stated.get("tags", ()),
        summary=summarize(body),
        body=body,
        related=stated.get("related", ()),
        sha256=sha256,
        encoding=encoding,
        slug=slug,
        updated=stated.get("updated"),
    )


def _missing(article: Article) -> tuple[Problem, ...]:
    problems = []
    if article.title is None:
        flaw = Flaw("title-missing", None, "the article has no title", 'write "title: …" in its front matter')
        problems.append(flaw.at(article.path))
    if not article.body:
        flaw = Flaw("body-missing", None, "the article has no text", "write it below the front matter")
        problems.append(flaw.at(article.path))
    return tuple(problems)
