"""`newsgen inspect`, `newsgen export` and `newsgen check`: what was read, and how well."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from newsgen.archive import Archive, article_from_json, entry_of
from newsgen.cli.options import archive_of, in_project, read_folders, strict_option, working, written_folder
from newsgen.cli.screen import tallied
from newsgen.config import load_config
from newsgen.loader import LineReport, load_file
from newsgen.model.article import article_as_dict
from newsgen.output import broken_links

_COLUMNS = (
    "path",
    "id",
    "url",
    "title",
    "published",
    "source",
    "author",
    "categories",
    "tags",
    "summary",
    "body",
    "related",
    "problems",
    "sha256",
    "encoding",
)


@click.command("inspect")
@in_project
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the article record instead.")
def inspect_command(*, project: Path, file: Path, as_json: bool) -> None:
    """Show what each line of FILE was taken for, and by which rule.

    FILE is shown as it is read by itself, without a correction laid over it.
    """
    report = load_file(project, file)
    if as_json:
        if report.article is None:
            for problem in report.problems:
                click.echo(f"newsgen: {problem}", err=True)
            sys.exit(1)
        url = f"{entry_of(report.article).stem}/"
        record = article_as_dict(report.article, url, report.problems)
        click.echo(json.dumps(record, ensure_ascii=False, indent=2))
        return
    _show_lines(report.lines)
    for problem in report.problems:
        click.echo(str(problem))


def _show_lines(lines: tuple[LineReport, ...]) -> None:
    console = Console()
    if not console.is_terminal:
        for line in lines:
            click.echo(f"{line.number:>5}  {line.role:<16}  {line.rule:<16}  {line.text}")
        return
    table = Table("line", "taken for", "rule", "text", box=None, pad_edge=False)
    for line in lines:
        table.add_row(
            str(line.number), line.role, line.rule, Text(line.text, no_wrap=True, overflow="ellipsis")
        )
    console.print(table)


@click.command("export")
@in_project
@read_folders
@working
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv"]),
    default="jsonl",
    show_default=True,
    help="One JSON object a line, or a table whose lists are joined by ' | '.",
)
def export_command(
    *, project: Path, seeds: tuple[Path, ...], articles: Path | None, jobs: int, drafts: bool, form: str
) -> None:
    """Print every article record."""
    write = _write_jsonl if form == "jsonl" else _write_csv
    with archive_of(project, seeds, articles, jobs, drafts=drafts) as (_, archive):
        write(_records(archive), sys.stdout.write)


def _records(archive: Archive) -> Iterator[dict[str, Any]]:
    for url, record in archive.entries.records():
        article = article_from_json(record)
        yield article_as_dict(article, url, archive.documents.problems_of(article.path))


def _write_jsonl(records: Iterator[dict[str, Any]], write: Callable[[str], object]) -> None:
    for record in records:
        write(json.dumps(record, ensure_ascii=False) + "\n")


def _write_csv(records: Iterator[dict[str, Any]], write: Callable[[str], object]) -> None:
    buffer = io.StringIO()
    table = csv.writer(buffer, lineterminator="\n")
    table.writerow(_COLUMNS)
    for record in records:
        table.writerow([_cell(record[column]) for column in _COLUMNS])
        write(buffer.getvalue())
        buffer.seek(0)
        buffer.truncate()
    write(buffer.getvalue())


def _cell(value: Any) -> str:
    """A value as a table's cell: a body as its text, other lists joined by " | ", null as nothing."""
    if value is None:
        return ""
    if not isinstance(value, list):
        return str(value)
    if value and isinstance(value[0], dict) and "kind" in value[0]:
        return "\n".join(block.get("text") or "\n".join(block.get("items", ())) for block in value)
    return " | ".join(item if isinstance(item, str) else item.get("title") or item["code"] for item in value)


@click.command("check")
@in_project
@read_folders
@written_folder
@working
@strict_option
def check_command(
    *,
    project: Path,
    seeds: tuple[Path, ...],
    articles: Path | None,
    output: Path | None,
    jobs: int,
    drafts: bool,
    strict: bool,
) -> None:
    """List the problems of every document, and links of the built site that lead nowhere."""
    site = load_config(project, seeds=seeds, articles=articles, output=output).output
    with archive_of(project, seeds, articles, jobs, drafts=drafts) as (_, archive):
        for problem in archive.documents.problems():
            click.echo(str(problem))
        tallies = archive.documents.problem_tallies()
        missing = archive.entries.missing_facts()
    broken = 0
    for link in broken_links(site) if site.is_dir() else ():
        broken += 1
        click.echo(f"{site / link.file}:{link.line}: link-broken: {link.target} leads nowhere")
    links = f"{broken} lead nowhere" if site.is_dir() else "the site is not built yet"
    click.echo(f"problems   {tallied(tallies).removesuffix('; `newsgen check` lists them')}")
    click.echo(f"missing    {', '.join(f'{tally.name} {tally.count}' for tally in missing) or 'nothing'}")
    click.echo(f"links      {links}")
    if strict and (tallies or broken):
        sys.exit(1)
