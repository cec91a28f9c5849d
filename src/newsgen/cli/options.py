"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from newsgen.archive import Archive
from newsgen.build import Workers, open_archive, usable_cores
from newsgen.cli.screen import screen
from newsgen.config import Config, load_config

F = TypeVar("F", bound=Callable[..., Any])

_FOLDER = click.Path(file_okay=False, path_type=Path)


def in_project(command: F) -> F:
    """-C, also behind the command's name; the command gets `project`."""

    def chosen(context: click.Context, _: click.Parameter, value: Path | None) -> Path:
        return value if value is not None else context.find_object(Path) or Path()

    return click.option(
        "-C",
        "project",
        type=_FOLDER,
        callback=chosen,
        metavar="DIR",
        help="Work in this project's folder instead of the current one.",
    )(command)


def read_folders(command: F) -> F:
    """--seeds and --articles."""
    command = click.option(
        "--articles", type=_FOLDER, metavar="DIR", help="Read hand-written articles and corrections here."
    )(command)
    return click.option(
        "--seeds",
        type=_FOLDER,
        multiple=True,
        metavar="DIR",
        help="Read seeds from this folder; may be given several times.",
    )(command)


def site_folder(purpose: str) -> Callable[[F], F]:
    """--output, with what the command does with that folder."""
    return click.option("--output", type=_FOLDER, metavar="DIR", help=purpose)


def working(command: F) -> F:
    """--jobs and --drafts."""
    command = click.option("--drafts", is_flag=True, help="Take drafts in articles/ as finished.")(command)
    return click.option(
        "--jobs",
        "-j",
        type=click.IntRange(min=1),
        default=usable_cores,
        metavar="N",
        help="How many processes work at once; by default, one for each processor.",
    )(command)


def strict_option(command: F) -> F:
    """--strict."""
    return click.option("--strict", is_flag=True, help="End with status 1 if there is any problem.")(command)


@contextmanager
def archive_of(
    project: Path, seeds: tuple[Path, ...], articles: Path | None, jobs: int, *, drafts: bool
) -> Iterator[tuple[Config, Archive]]:
    """The project's settings and its archive, brought up to date with its folders."""
    config = load_config(project, seeds=seeds, articles=articles)
    with (
        Workers(jobs) as workers,
        screen() as progress,
        open_archive(config, workers, progress, drafts=drafts) as archive,
    ):
        progress.close()
        yield config, archive
