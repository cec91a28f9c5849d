"""What a build shows: a progress bar on a terminal, plain lines elsewhere, and its summary."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

from newsgen.build import Built
from newsgen.model.pages import Tally

_STAGES = {
    "scan": "Looking through the folders",
    "read": "Reading documents",
    "settle": "Settling addresses and listings",
    "write": "Writing pages",
    "prune": "Removing what is gone",
}


class Screen:
    """Progress on standard error, so that standard output carries only what a command is asked for."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._bars = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
            transient=True,
        )
        if console.is_terminal:
            self._bars.start()

    def stage(self, name: str, total: int | None) -> None:
        """Show that a stage begins; one without work is not shown."""
        if total == 0:
            return
        if self._console.is_terminal:
            for task in self._bars.task_ids:
                self._bars.remove_task(task)
            self._bars.add_task(_STAGES[name], total=total)
        elif total:
            click.echo(f"{_STAGES[name]}: {total}", err=True)

    def advance(self, steps: int) -> None:
        """Move the bar on."""
        if self._bars.task_ids:
            self._bars.advance(self._bars.task_ids[-1], steps)

    def close(self) -> None:
        """Take the bar off the screen."""
        self._bars.stop()


@contextmanager
def screen() -> Iterator[Screen]:
    """A screen that is closed whatever happens."""
    shown = Screen(Console(stderr=True))
    try:
        yield shown
    finally:
        shown.close()


def summary(built: Built, output: Path) -> str:
    """What a build did, in a few lines."""
    documents, files = built.documents, built.files
    reasons = ", ".join(
        f"{count} because {why}"
        for why, count in sorted(files.reasons.items(), key=lambda item: item[0].name)
    )
    lines = [
        f"documents  {documents.read} read, {documents.unchanged} unchanged, {documents.gone} gone",
        f"articles   {built.articles}",
        f"files      {files.written} written, {files.unchanged} unchanged, {files.removed} removed",
        *([f"pages      {reasons}"] if reasons else []),
        f"problems   {tallied(built.problems)}",
        f"site       {output / 'index.html'}",
    ]
    return "\n".join(lines)


def tallied(problems: tuple[Tally, ...]) -> str:
    """Problems by kind on one line."""
    if not problems:
        return "none"
    total = sum(tally.count for tally in problems)
    kinds = ", ".join(f"{tally.name} {tally.count}" for tally in problems)
    return f"{total} ({kinds}); `newsgen check` lists them"
