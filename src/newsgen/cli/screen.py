"""What a build shows: a progress bar on a terminal, plain lines elsewhere, and its summary."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsgen.build import Built
from newsgen.model.pages import Tally
from newsgen.plan import Reason

if TYPE_CHECKING:
    from rich.progress import Progress

_STAGES = {
    "scan": "Looking through the folders",
    "read article": "Reading articles and corrections",
    "read seed": "Reading seeds",
    "settle": "Settling addresses and listings",
    "write": "Writing pages",
    "prune": "Removing what is gone",
}


# Why pages were made, as one says it behind their number.
_WHY = {
    Reason.NEW: "not there before",
    Reason.CONTENT: "with other content",
    Reason.LOOK: "with another template, settings or newsgen",
}


class Screen:
    """Progress on standard error, so that standard output carries only what a command is asked for."""

    def __init__(self, bars: Progress | None) -> None:
        self._bars = bars
        self._untold = ""
        if self._bars:
            self._bars.start()

    def stage(self, name: str, total: int | None) -> None:
        """Show that a stage begins; one without work is not shown."""
        self._untold = ""
        if total == 0:
            return
        if self._bars:
            for task in self._bars.task_ids:
                self._bars.remove_task(task)
            self._bars.add_task(_STAGES[name], total=total)
        elif total:
            click.echo(f"{_STAGES[name]}: {total}", err=True)
        else:
            self._untold = _STAGES[name]

    def advance(self, steps: int) -> None:
        """Move the bar on; where there is none, say that a stage of unknown length has something to do."""
        if self._bars and self._bars.task_ids:
            self._bars.advance(self._bars.task_ids[-1], steps)
        elif self._untold:
            click.echo(self._untold, err=True)
            self._untold = ""

    def close(self) -> None:
        """Take the bar off the screen."""
        if self._bars:
            self._bars.stop()


@contextmanager
def screen() -> Iterator[Screen]:
    """A screen that is closed whatever happens."""
    shown = Screen(_bars() if sys.stderr.isatty() else None)
    try:
        yield shown
    finally:
        shown.close()


def _bars() -> Progress | None:
    from newsgen.cli.bars import progress_bars  # noqa: PLC0415  rich is slow to import, and rarely has a terminal

    return progress_bars()


def summary(built: Built, output: Path, *, full: bool) -> str:
    """What a build did, in a few lines."""
    documents, files = built.documents, built.files
    lines = [
        f"documents  {documents.read} read, {documents.unchanged} unchanged, {documents.gone} gone",
        f"articles   {built.articles}",
        f"files      {files.written} written, {files.unchanged} unchanged, {files.removed} removed",
        *([f"pages      {_made(files.reasons, full=full)}"] if files.reasons else []),
        f"problems   {tallied(built.problems)}",
        f"site       {output / 'index.html'}",
    ]
    return "\n".join(lines)


def _made(reasons: Counter[Reason], *, full: bool) -> str:
    if full:
        return f"{reasons.total()} made again because of --full"
    return "made: " + ", ".join(f"{reasons[why]} {words}" for why, words in _WHY.items() if reasons[why])


def counted_kinds(problems: tuple[Tally, ...]) -> str:
    """Problems by kind on one line."""
    total = sum(tally.count for tally in problems)
    kinds = ", ".join(f"{tally.name} {tally.count}" for tally in problems)
    return f"{total} ({kinds})" if problems else "none"


def tallied(problems: tuple[Tally, ...]) -> str:
    """Problems by kind on one line, and how to see them one by one."""
    return counted_kinds(problems) + ("; `newsgen check` lists them" if problems else "")
