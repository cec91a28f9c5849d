"""`newsgen inspect`: how one document was read."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from newsgen.archive import entry_of
from newsgen.cli.options import in_project
from newsgen.config import load_hints
from newsgen.errors import ConfigError, printable
from newsgen.loader import (
    Correction,
    FileReport,
    LineReport,
    Piece,
    holds_several,
    iter_pieces,
    load_file,
    load_piece,
)
from newsgen.model.article import Article, article_as_dict


@click.command("inspect", short_help="Show how a document was read, line by line.")
@in_project
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the article record instead.")
def inspect_command(*, project: Path, file: Path, as_json: bool) -> None:
    """Show what each line of FILE was taken for and by which rule, and the facts that this gives.

    Below a line stands in brackets why other rules have not taken it.

    FILE is read by itself, as a seed or, if its name ends in .md, as Markdown; no correction is laid over it.
    Of a file of several articles, name one: rows.jsonl#3 is the third row of a table, pack.zip/a.txt a member
    of a pack. Without that, they are listed.
    """
    found, part = _found(project, file)
    if holds_several(found.name):
        path = Path(os.path.relpath(found, project)).as_posix()
        piece = _find_piece(path, found, part)
        if piece is None:
            _list_pieces(path, found, as_json=as_json)
            return
        report = load_piece(piece, load_hints(project))
    else:
        report = load_file(project, found, load_hints(project))
    if as_json:
        _print_record(report, file)
        return
    _print_lines(report.lines)
    own = () if report.article is None else entry_of(report.article).problems
    facts = [f"{name:<11}{value}" for name, value in _facts(report)]
    problems = [str(problem) for problem in (*report.problems, *own)]
    if report.lines and (facts or problems):
        click.echo()
    for line in (*facts, *problems):
        click.echo(line)


def _found(project: Path, file: Path) -> tuple[Path, str]:
    """The file that the user means, seen from here or from the project's folder, and the name of its part."""
    name = str(file)
    for end in [len(name), *(at for at, mark in enumerate(name) if mark in "/#")]:
        for candidate in (Path(name[:end]), project / name[:end]):
            if candidate.is_file() and (end == len(name) or holds_several(candidate.name)):
                return candidate, name[end:]
    what = "a folder, not a document" if (file.is_dir() or (project / file).is_dir()) else "no such file"
    raise ConfigError(what, where=file, hint="name a document of seeds/ or articles/")


def _find_piece(path: str, file: Path, part: str) -> Piece | None:
    """The piece that the user means; None where all are to be listed. Raises ConfigError."""
    for found in iter_pieces(path, file):
        if isinstance(found, Piece) and found.path == path + part:
            return found
    if part:
        hint = f"`newsgen inspect {path}` lists what is in it"
        raise ConfigError("it has no such part", where=path + part, hint=hint)
    return None


def _list_pieces(path: str, file: Path, *, as_json: bool) -> None:
    if as_json:
        raise ConfigError("it may hold several articles", where=path, hint=f"name one, as in {path}#1")
    for found in iter_pieces(path, file):
        click.echo(printable(found.path) if isinstance(found, Piece) else str(found))


def _print_record(report: FileReport, file: Path) -> None:
    if report.correction is not None:
        raise ConfigError(
            f"a correction of {report.correction.seed} has no record of its own",
            where=file,
            hint="inspect the seed, or see the corrected record with `newsgen export`",
        )
    if report.article is None:
        for problem in report.problems:
            click.echo(f"newsgen: {problem}", err=True)
        sys.exit(1)
    entry = entry_of(report.article)
    record = article_as_dict(report.article, f"{entry.stem}/", (*report.problems, *entry.problems))
    click.echo(json.dumps(record, ensure_ascii=False, indent=2))


def _print_lines(lines: tuple[LineReport, ...]) -> None:
    console = Console()
    if not console.is_terminal:
        for line in lines:
            click.echo(f"{line.number:>5}  {line.role or '-':<16}  {line.rule or '-':<16}  {line.text}")
            for reason in line.rejected:
                click.echo(f"{'':>5}  {'':<16}  {'':<16}  ({reason})")
        return
    table = Table(box=None, pad_edge=False)
    table.add_column("line", justify="right", style="dim", no_wrap=True)
    table.add_column("taken for", style="bold", no_wrap=True)
    table.add_column("rule", style="dim", no_wrap=True)
    # Only a column that may wrap gives way; its texts do not, so that each line has one row.
    table.add_column("text")
    for line in lines:
        text = Text(line.text, no_wrap=True, overflow="ellipsis")
        table.add_row(str(line.number), line.role or "-", line.rule or "-", text)
        for reason in line.rejected:
            table.add_row("", "", "", Text(f"({reason})", style="dim", no_wrap=True, overflow="ellipsis"))
    console.print(table)


def _facts(report: FileReport) -> Iterator[tuple[str, str]]:
    """What the document states, a name and a value each."""
    if report.draft:
        yield "draft", "built only with --drafts"
    if report.correction is not None:
        yield from _correction_facts(report.correction)
    if report.article is not None:
        yield from _article_facts(report.article)


def _correction_facts(correction: Correction) -> Iterator[tuple[str, str]]:
    names = ["date" if name == "published" else name for name in correction.stated]
    names += [name for name, stated in (("slug", correction.slug), ("text", correction.body)) if stated]
    yield "corrects", correction.seed
    yield "replaces", ", ".join(names) or "nothing"


def _article_facts(article: Article) -> Iterator[tuple[str, str]]:
    yield "title", article.title or "-"
    yield "date", article.published or "-"
    yield "source", article.source or "-"
    yield "author", article.author or "-"
    yield "categories", " | ".join(article.categories) or "-"
    yield "tags", " | ".join(article.tags) or "-"
    yield "related", " | ".join(item.title for item in article.related) or "-"
    yield "address", f"{entry_of(article).stem}/"
