"""One document: read, decode, parse, and lay what it states by itself and its correction over it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from newsgen.loader.correction import Correction
from newsgen.loader.decode import decode
from newsgen.loader.flaw import Flaw
from newsgen.loader.handwritten import HandWritten, Unusable, read_markdown
from newsgen.loader.material import Material, read_piece
from newsgen.loader.overlay import overlay
from newsgen.loader.parse import parse
from newsgen.loader.piece import Piece, read_bytes
from newsgen.loader.stating import with_stated
from newsgen.loader.summary import summarize
from newsgen.model.article import Article
from newsgen.model.hints import Hints
from newsgen.model.problem import Problem
from newsgen.text.slugs import IDENT_LENGTH, short_digest


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of a piece: its article, None where there is no text to make one of, and its problems.

    `uncorrected` is the article as the document has it, where a correction was laid over it.
    """

    article: Article | None
    problems: tuple[Problem, ...]
    uncorrected: Article | None = None


def load_seed(piece: Piece, hints: Hints, correction: Correction | None = None) -> Loaded:
    """The article of `piece`, with `correction` laid over it. Never raises for a bad document.

    `hints` are the project's. Problem codes: those of `read_piece` and `parse`. A row
    that is no article is a problem of its table, with the line in it.
    """
    material = read_piece(piece, dict(hints.columns))
    if not material.text.strip():
        table = piece.path.rpartition("#")[0] if piece.form == "row" else piece.path
        placed = (replace(flaw, line=flaw.line or piece.line) for flaw in material.flaws)
        if piece.form == "row":  # rows of one line are told apart by their numbers
            number = piece.path.rpartition("#")[2]
            placed = (replace(flaw, message=f"row {number}: {flaw.message}") for flaw in placed)
        return Loaded(None, tuple(flaw.at(table) for flaw in placed))
    article, flaws = _article(piece, material, hints)
    uncorrected = None
    if correction is not None:
        uncorrected, article = article, overlay(article, correction)
        flaws = tuple(flaw for flaw in flaws if not _is_mended(flaw, article))
    return Loaded(article, tuple(flaw.at(piece.path) for flaw in flaws), uncorrected)


def load_markdown(path: str, file: Path) -> HandWritten | Correction | Unusable:
    """What the Markdown file of articles/ holds. Never raises for a bad document."""
    data = read_bytes(file)
    if isinstance(data, Flaw):
        return Unusable((data.at(path),))
    decoded = decode(data)
    problems = tuple(flaw.at(path) for flaw in decoded.problems)
    if not decoded.text or not decoded.text.strip():
        return Unusable(problems)
    sha256 = hashlib.sha256(data).hexdigest()
    made = read_markdown(path, decoded.text, encoding=decoded.encoding or "", sha256=sha256)
    return replace(made, problems=(*problems, *made.problems))


def _article(piece: Piece, material: Material, hints: Hints) -> tuple[Article, tuple[Flaw, ...]]:
    read = parse(material.text, hints, titled=material.is_titled, is_plain=material.is_plain)
    parsed = with_stated(read, material)
    if any(flaw.code == "pdf-text" for flaw in material.flaws):
        parsed = replace(
            parsed, title=material.facts.stated.get("title")
        )  # its letters stand in a wrong order
    article = Article(
        path=piece.path,
        ident=short_digest(piece.path, IDENT_LENGTH),
        title=parsed.title,
        published=parsed.published,
        source=parsed.source,
        author=parsed.author,
        categories=parsed.categories,
        tags=parsed.tags,
        summary=summarize(parsed.body),
        body=parsed.body,
        related=parsed.related,
        sha256=material.sha256,
        encoding=material.encoding,
        original_url=material.facts.url,
        converted=parsed.converted,
        set_aside=parsed.set_aside,
    )
    return article, (*material.flaws, *parsed.flaws)


def _is_mended(flaw: Flaw, article: Article) -> bool:
    """Whether the correction has made the flaw good."""
    return (
        (flaw.code == "title-missing" and article.title is not None)
        or (flaw.code in {"date-impossible", "date-unread"} and article.published is not None)
        or (flaw.code == "body-missing" and bool(article.body))
    )
