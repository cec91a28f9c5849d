"""The `newsgen` command: its subcommands, and how errors end it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

import newsgen
from newsgen.cli.building import build_command
from newsgen.cli.preview import serve_command
from newsgen.cli.reports import check_command, export_command, inspect_command
from newsgen.cli.writing import correct_command, init_command, new_command
from newsgen.errors import NewsgenError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-C",
    "project",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    metavar="DIR",
    help="Work in this project's folder instead of the current one.",
)
@click.version_option(newsgen.__version__, message="newsgen %(version)s")
@click.pass_context
def cli(context: click.Context, project: Path) -> None:
    """Turn a folder of collected Arabic news text into a static archive.

    newsgen init DIR makes a project; newsgen build in it builds the site; newsgen serve shows it.

    Exit status: 0 done, 1 problems under --strict, 2 wrong usage or settings.
    """
    context.obj = project


for command in (
    init_command,
    build_command,
    serve_command,
    check_command,
    inspect_command,
    export_command,
    new_command,
    correct_command,
):
    cli.add_command(command)


def main() -> None:
    """Run the command line. What is wrong with the project is told on one line, with exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        # Arabic has to come out whole on every platform, and a file's odd name must not end a run.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]
    try:
        cli(prog_name="newsgen")
    except NewsgenError as error:
        click.echo(f"newsgen: {error}", err=True)
        sys.exit(2)
