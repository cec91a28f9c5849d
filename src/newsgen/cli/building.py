"""`newsgen build`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newsgen.build import Workers, build, spare_the_collector
from newsgen.cli.options import in_project, read_folders, site_folder, strict_option, working
from newsgen.cli.screen import screen, summary
from newsgen.config import load_config


@click.command("build", short_help="Build the site, or bring it up to date.")
@in_project
@read_folders
@site_folder("Write the site into this folder.")
@working
@strict_option
@click.option("--full", is_flag=True, help="Read every document and make every page again.")
def build_command(
    *,
    project: Path,
    seeds: tuple[Path, ...],
    articles: Path | None,
    output: Path | None,
    jobs: int,
    drafts: bool,
    strict: bool,
    full: bool,
) -> None:
    """Build the site, or bring it up to date with what has changed.

    Prints what was read and written, and the problems by kind; `newsgen check` lists them one by one.
    """
    config = load_config(project, seeds=seeds, articles=articles, output=output)
    spare_the_collector()
    with Workers(jobs) as workers, screen() as progress:
        built = build(config, workers, progress, full=full, drafts=drafts)
    click.echo(summary(built, config.output, full=full))
    if strict and built.problems:
        sys.exit(1)
