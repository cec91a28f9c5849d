"""Records as rows of a table: a column for each key of the record, lists joined by " | "."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence

from newsgen.model.article import Article
from newsgen.model.problem import Problem

_Cell = Callable[[Article, str, tuple[Problem, ...]], str | None]

_CELLS: dict[str, _Cell] = {
    "path": lambda a, _, __: a.path,
    "id": lambda a, _, __: a.ident,
    "url": lambda _, url, __: url,
    "title": lambda a, _, __: a.title,
    "published": lambda a, _, __: a.published,
    "source": lambda a, _, __: a.source,
    "author": lambda a, _, __: a.author,
    "categories": lambda a, _, __: " | ".join(a.categories),
    "tags": lambda a, _, __: " | ".join(a.tags),
    "summary": lambda a, _, __: a.summary,
    "body": lambda a, _, __: "\n".join(block.plain for block in a.body),
    "related": lambda a, _, __: " | ".join(item.title for item in a.related),
    "problems": lambda _, __, problems: " | ".join(problem.code for problem in problems),
    "sha256": lambda a, _, __: a.sha256,
    "encoding": lambda a, _, __: a.encoding,
    "original_url": lambda a, _, __: a.original_url,
    "inferred": lambda a, _, __: "published" if a.converted else None,
    "set_aside": lambda a, _, __: " | ".join(line.text for line in a.set_aside),
    "updated": lambda a, _, __: a.updated,
    "corrected_by": lambda a, _, __: a.corrected_by,
    "corrected": lambda a, _, __: " | ".join(field.field for field in a.corrected),
}
RECORD = tuple(_CELLS)
# The texts are in the JSON lines: a table of facts is small enough to be opened whole.
FACTS = tuple(name for name in RECORD if name not in {"body", "related", "problems", "set_aside"})


def csv_head(columns: Sequence[str]) -> str:
    """The first line of a table with these columns."""
    return csv_lines([columns])


def csv_row(article: Article, url: str, problems: tuple[Problem, ...], columns: Sequence[str]) -> str:
    """The article's line of a table with these columns of the record. null is an empty cell."""
    return _line([_CELLS[name](article, url, problems) or "" for name in columns])


def csv_lines(rows: Iterable[Sequence[object]]) -> str:
    r"""Rows as RFC 4180 has them, but for their line ends: these are \n, as in all files of newsgen."""
    return "".join(map(_line, rows))


class _Echo:
    """Gives back what a writer writes: `writerow` returns that."""

    def write(self, line: str) -> str:
        """Give back the line."""
        return line


_line: Callable[[Sequence[object]], str] = csv.writer(_Echo(), lineterminator="\n").writerow
