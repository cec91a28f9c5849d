"""`newsgen check`: what is wrong with the documents, and with the links of the built site."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from newsgen.cli.options import archive_of, in_project, read_folders, site_folder, strict_option, working
from newsgen.cli.screen import counted_kinds
from newsgen.config import load_config
from newsgen.errors import printable
from newsgen.model.pages import Tally
from newsgen.checks.links import broken_links

# Fewer may be a column's name or chance; more than these nobody reads at once.
_LEAST_REPEATED, _MOST_REPEATED = 10, 20


@click.command("check", short_help="List problems of the documents and broken links of the site.")
@in_project
@read_folders
@site_folder("Check the links of the site in this folder.")
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
    """List the problems of every document, and the links of the built site that lead nowhere.

    A problem is one line: file, line, kind, what is wrong, and what to do about it. Then come the articles
    without title, date or source, and lines that many of them share: probably their pages' own, to be named
    under `ignore` in newsgen.yaml. Nothing is written.
    """
    site = load_config(project, seeds=seeds, articles=articles, output=output).output
    with archive_of(project, seeds, articles, jobs, drafts=drafts) as (_, archive):
        for problem in archive.documents.problems():
            click.echo(str(problem))
        tallies = archive.documents.problem_tallies()
        missing = archive.entries.missing_facts()
        repeated = archive.entries.repeated_lines(_LEAST_REPEATED, _MOST_REPEATED)
    is_built = site.is_dir()
    broken = _print_broken_links(site) if is_built else 0
    click.echo(f"problems   {counted_kinds(tallies)}")
    click.echo(f"missing    {', '.join(f'{tally.name} {tally.count}' for tally in missing) or 'nothing'}")
    _print_repeated(repeated)
    links = f"{broken or 'none'} broken" if is_built else "not checked: the site is not built yet"
    click.echo(f"links      {links}")
    if strict and (tallies or broken):
        sys.exit(1)


def _print_repeated(repeated: tuple[Tally, ...]) -> None:
    """Lines that probably belong to the pages, as they are written into newsgen.yaml."""
    if repeated:
        click.echo(
            "repeated   lines that many articles share; if they are the pages' own, set them aside with:"
        )
        click.echo("ignore:")
    for line in repeated:
        click.echo(f"  - {json.dumps(printable(line.name), ensure_ascii=False)}  # {line.count} articles")


def _print_broken_links(site: Path) -> int:
    broken = 0
    for broken, link in enumerate(broken_links(site), start=1):  # noqa: B007  the last number is the count
        click.echo(f"{site / link.file}:{link.line}: link-dead: {printable(link.target)} leads nowhere")
    return broken
