"""How one file was read, line by line: what `newsgen inspect` shows."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsgen.loader.correction import Correction
from newsgen.loader.decode import decode
from newsgen.loader.flaw import Flaw
from newsgen.loader.forms import find_form, is_markdown
from newsgen.loader.front_matter import split_front_matter
from newsgen.loader.handwritten import HandWritten
from newsgen.loader.load import load_markdown, load_seed
from newsgen.loader.material import Material, read_piece
from newsgen.loader.parse import read
from newsgen.loader.piece import Piece, read_bytes
from newsgen.model.article import Article
from newsgen.model.hints import NO_HINTS, Hints
from newsgen.model.problem import Problem

_KEY = re.compile(r"([^\W\d][\w-]*)\s*:")
_FENCES = frozenset({"---", "..."})


@dataclass(frozen=True, slots=True)
class LineReport:
    """A line, what it was taken for, and the rule that took it; "" where nothing did.

    `rejected`: why other rules have not taken it, "not title: it is a date".
    """

    number: int
    role: str
    rule: str
    text: str
    rejected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileReport:
    """What was made of a file: an article, or a correction, or neither. `draft`: it says that it is one."""

    article: Article | None
    problems: tuple[Problem, ...]
    lines: tuple[LineReport, ...]
    correction: Correction | None = None
    draft: bool = False


def load_file(project: Path, file: Path, hints: Hints = NO_HINTS) -> FileReport:
    """Read `file`, which holds one document, by itself: as a seed or, by its suffix, as Markdown."""
    path = Path(os.path.relpath(file, project)).as_posix()
    if not is_markdown(file.name):
        return load_piece(Piece(path, "page" if find_form(file.name) == "page" else "text", file), hints)
    data = read_bytes(file)
    lines = tuple(_markdown_lines((None if isinstance(data, Flaw) else decode(data).text) or ""))
    match load_markdown(path, file):
        case HandWritten(article=article, draft=draft, problems=problems):
            return FileReport(article, problems, lines, draft=draft)
        case Correction() as correction:
            return FileReport(None, correction.problems, lines, correction, draft=correction.draft)
        case unusable:
            return FileReport(None, unusable.problems, lines)


def load_piece(piece: Piece, hints: Hints) -> FileReport:
    """Read one piece of a seed by itself; the lines are those of the text that its article is read from."""
    loaded = load_seed(piece, hints)
    return FileReport(
        loaded.article, loaded.problems, _seed_lines(read_piece(piece, dict(hints.columns)), hints)
    )


def _seed_lines(material: Material, hints: Hints) -> tuple[LineReport, ...]:
    reading = read(material.text, hints, titled=material.is_titled, is_plain=material.is_plain)
    return tuple(
        LineReport(
            line.number,
            str(line.role or ""),
            line.rule,
            line.text,
            tuple(reading.rejections.get(line.number, ())),
        )
        for line in reading.lines
    )


def _markdown_lines(text: str) -> Iterator[LineReport]:
    """Each line that is not empty: a front matter's with its key, all others as Markdown."""
    try:
        header, _, _ = split_front_matter(text)
    except ValueError:
        # It is not closed: nothing was made of any line.
        yield from (LineReport(number, "", "", line) for number, line in _filled(text))
        return
    fences, key = 2 if header is not None else 0, ""
    for number, line in _filled(text):
        if not fences:
            yield LineReport(number, "body", "markdown", line)
        elif line.rstrip() in _FENCES:
            fences -= 1
            yield LineReport(number, "front matter", "front-matter", line)
        else:
            found = _KEY.match(line)
            key = found[1] if found else key
            yield LineReport(number, "remark" if line.startswith("#") else key, "front-matter", line)


def _filled(text: str) -> Iterator[tuple[int, str]]:
    return ((number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip())
