"""`newsgen export`: the article records, for other programs."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from newsgen.archive import Archive, article_from_json
from newsgen.cli.options import archive_of, in_project, read_folders, working
from newsgen.model.article import article_as_dict

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
    "original_url",
    "inferred",
    "set_aside",
)


@click.command("export", short_help="Print every article as JSON lines or CSV.")
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
    """Print every article record: all facts, the text, related items and problems of each article."""
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
    return " | ".join(item if isinstance(item, str) else _name(item) for item in value)


def _name(item: dict[str, Any]) -> str:
    """What stands for an item of a list: a related item's title, a problem's code, a line's text."""
    return str(item.get("title") or item.get("code") or item["text"])
