"""The `newsgen` command: its subcommands, and how errors end it."""

from __future__ import annotations

import sys
from collections import UserDict
from importlib import import_module
from pathlib import Path
from typing import Any

import click

import newsgen
from newsgen.errors import NewsgenError

_INTERRUPTED = 130
# In the order of a project's life. A build needs no preview's server: its import is slow.
_MODULES = {
    "init": "writing",
    "build": "building",
    "serve": "preview",
    "search": "searching",
    "check": "checking",
    "inspect": "inspecting",
    "correct": "writing",
    "new": "writing",
    "export": "exporting",
}


class _Fault(click.ClickException):
    """What is wrong with the project: one line, and status 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """Print the line."""
        click.echo(f"newsgen: {self.message}", file=file, err=file is None)


class _OnDemand(UserDict[str, Any]):
    """Commands by name, each imported when it is asked for."""

    def __getitem__(self, name: str) -> click.Command:
        command: click.Command = getattr(import_module(f"newsgen.cli.{self.data[name]}"), f"{name}_command")
        return command


class _Commands(click.Group):
    """Lists the commands in the order of a project's life, and ends them without a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """The commands' names."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except NewsgenError as error:
            raise _Fault(str(error)) from error
        except KeyboardInterrupt:
            # A terminal has printed ^C at the start of this line.
            click.echo("\nnewsgen: stopped" if sys.stderr.isatty() else "newsgen: stopped", err=True)
            ctx.exit(_INTERRUPTED)


@click.group(
    cls=_Commands, commands=_OnDemand(_MODULES), context_settings={"help_option_names": ["-h", "--help"]}
)
@click.option(
    "-C",
    "project",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    metavar="DIR",
    help="Work in this project's folder instead of the current one.",
)
@click.version_option(newsgen.__version__, message="newsgen %(version)s", help="Print the version.")
@click.pass_context
def cli(context: click.Context, project: Path) -> None:
    """Turn a folder of collected Arabic news text into a static archive.

    `newsgen init DIR` makes a project, `newsgen build` in it builds the site, `newsgen serve` shows it in the
    browser.

    Exit status: 0 done, 1 problems under --strict, 2 wrong usage or settings.
    """
    context.obj = project


def main() -> None:
    """Run the command line. What is wrong with the project is told on one line, with exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        # Arabic has to come out whole on every platform, and a file's odd name must not end a run.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]
    cli(prog_name="newsgen")
