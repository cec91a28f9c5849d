"""One document from disk: read, decode, parse, and lay its correction over it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from pathlib import Path

from newsgen.loader.correction import Correction
from newsgen.loader.decode import MAX_BYTES, Decoded, decode
from newsgen.loader.flaw import Flaw
from newsgen.loader.handwritten import HandWritten, Unusable, read_markdown
from newsgen.loader.overlay import overlay
from newsgen.loader.parse import parse
from newsgen.loader.summary import summarize
from newsgen.model.article import Article
from newsgen.model.problem import Problem
from newsgen.text.slugs import IDENT_LENGTH, short_digest

_MARKUP = re.compile(r"\s*<(?:!doctype\s+html|html|head|body|\?xml)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of a seed: its article, or None where there is no text to make one of, and its problems."""

    article: Article | None
    problems: tuple[Problem, ...]


def load_seed(path: str, file: Path, correction: Correction | None = None) -> Loaded:
    """The article of the seed in `file`, with `correction` laid over it. Never raises for a bad document.

    `path` is the seed's path relative to the project. Problem codes beside those of parsing and decoding:
    "unreadable", "huge", "markup".
    """
    data = read_bytes(file)
    if isinstance(data, Flaw):
        return Loaded(None, (data.at(path),))
    decoded = decode(data)
    problems = [flaw.at(path) for flaw in decoded.problems]
    if not decoded.text or not decoded.text.strip():
        return Loaded(None, tuple(problems))
    if _MARKUP.match(decoded.text):
        message, hint = "the document is a web page's source", "copy the page's text into a file"
        return Loaded(None, (*problems, Problem(path, 1, "markup", message, hint)))
    article, flaws = _article(path, data, decoded.text, decoded)
    if correction is not None:
        article = overlay(article, correction)
        flaws = [flaw for flaw in flaws if not _mended(flaw, article)]
    return Loaded(article, (*problems, *(flaw.at(path) for flaw in flaws)))


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


def read_bytes(file: Path) -> bytes | Flaw:
    """The file's bytes, or why it is not read."""
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return Flaw("unreadable", None, f"cannot read: {error.strerror}", "mend its permissions or remove it")
    if len(data) > MAX_BYTES:
        size = MAX_BYTES // 1024 // 1024
        return Flaw("huge", None, f"the document is larger than {size} MiB", "divide it into articles")
    return data


def _article(path: str, data: bytes, text: str, decoded: Decoded) -> tuple[Article, list[Flaw]]:
    parsed = parse(text)
    article = Article(
        path=path,
        ident=short_digest(path, IDENT_LENGTH),
        title=parsed.title,
        published=parsed.published,
        source=parsed.source,
        author=parsed.author,
        categories=parsed.categories,
        tags=parsed.tags,
        summary=summarize(parsed.body),
        body=parsed.body,
        related=parsed.related,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=decoded.encoding or "",
    )
    return article, list(parsed.flaws)


def _mended(flaw: Flaw, article: Article) -> bool:
    """Whether the correction has made the flaw good."""
    return (
        (flaw.code == "title-missing" and article.title is not None)
        or (flaw.code == "date-impossible" and article.published is not None)
        or (flaw.code == "body-missing" and bool(article.body))
    )
