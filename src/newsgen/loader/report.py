"""How one file was read, line by line: what `newsgen inspect` shows."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from newsgen.loader.decode import decode
from newsgen.loader.flaw import Flaw
from newsgen.loader.handwritten import HandWritten
from newsgen.loader.load import load_markdown, load_seed, read_bytes
from newsgen.loader.parse import read
from newsgen.loader.scan import suffix
from newsgen.model.article import Article
from newsgen.model.problem import Problem


@dataclass(frozen=True, slots=True)
class LineReport:
    """A line, what it was taken for, and the rule that took it."""

    number: int
    role: str
    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class FileReport:
    """What was made of a file; `article` is None where nothing was, and for a correction."""

    article: Article | None
    problems: tuple[Problem, ...]
    lines: tuple[LineReport, ...]


def load_file(project: Path, file: Path) -> FileReport:
    """Read `file` by itself, as a seed or, by its suffix, as a Markdown article."""
    path = Path(os.path.relpath(file, project)).as_posix()
    if suffix(file.name) in {"md", "markdown"}:
        made = load_markdown(path, file)
        article = made.article if isinstance(made, HandWritten) else None
        return FileReport(article, made.problems, ())
    loaded = load_seed(path, file)
    data = read_bytes(file)
    text = None if isinstance(data, Flaw) else decode(data).text
    return FileReport(loaded.article, loaded.problems, _lines(text or ""))


def _lines(text: str) -> tuple[LineReport, ...]:
    return tuple(
        LineReport(line.number, str(line.role or ""), line.rule, line.text) for line in read(text).lines
    )
