"""`newsgen export`: the article records, for other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newsgen.archive import Archive, article_from_json, public_record
from newsgen.cli.options import archive_of, in_project, read_folders, working
from newsgen.opendata import RECORD, csv_head, csv_row


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
    write = _print_jsonl if form == "jsonl" else _print_csv
    with archive_of(project, seeds, articles, jobs, drafts=drafts) as (_, archive):
        write(archive)


def _print_jsonl(archive: Archive) -> None:
    for path, url, record in archive.entries.records():
        line = public_record(record, url, archive.documents.problems_of(path))
        sys.stdout.write(f"{line.decode()}\n")


def _print_csv(archive: Archive) -> None:
    sys.stdout.write(csv_head(RECORD))
    for path, url, record in archive.entries.records():
        problems = archive.documents.problems_of(path)
        sys.stdout.write(csv_row(article_from_json(record), url, problems, RECORD))
