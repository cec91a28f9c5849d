"""`newsgen build`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newsgen.build import Workers, build
from newsgen.cli.options import in_project, read_folders, strict_option, working, written_folder
from newsgen.cli.screen import screen, summary
from newsgen.config import load_config


@click.command("build")
@in_project
@read_folders
@written_folder
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
    """Build the site, or bring it up to date with what has changed."""
    config = load_config(project, seeds=seeds, articles=articles, output=output)
    with Workers(jobs) as workers, screen() as progress:
        built = build(config, workers, progress, full=full, drafts=drafts)
    click.echo(summary(built, config.output))
    if strict and built.problems:
        sys.exit(1)
