"""The command line on a terminal: a progress bar, and tables that can be read."""

from __future__ import annotations

import os
import pty
import re
import subprocess
from pathlib import Path

import pytest
from cli_project import OVEN, PATIENCE, clean_environment, command_line

pytest_plugins = ["cli_fixtures"]

_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def on_terminal(*arguments: str, cwd: Path, columns: int = 100) -> tuple[int, str]:
    """Run a command on a terminal of its own: its status, and all that it sends there."""
    ours, theirs = pty.openpty()
    environment = clean_environment() | {"COLUMNS": str(columns)}
    with subprocess.Popen(
        command_line(*arguments), cwd=cwd, env=environment, stdin=theirs, stdout=theirs, stderr=theirs
    ) as command:
        os.close(theirs)
        sent = bytearray()
        try:
            while piece := os.read(ours, 65536):
                sent += piece
        except OSError:
            pass  # How Linux says that the other side is closed.
        os.close(ours)
        return command.wait(PATIENCE), sent.decode().replace("\r\n", "\n")


def test_a_build_shows_a_bar_and_takes_it_away(project: Path) -> None:
    status, sent = on_terminal("build", cwd=project)
    assert status == 0
    shown = _ESCAPES.sub("", sent)
    assert "Reading seeds" in shown
    assert "Writing pages" in shown
    assert "Reading seeds: " not in shown
    # Below the last of the bar, which is wiped, stands only the summary.
    left = _ESCAPES.sub("", sent.rsplit("\x1b[2K", 1)[1])
    assert [line.split()[0] for line in left.splitlines()] == [
        "documents",
        "articles",
        "files",
        "pages",
        "problems",
        "site",
    ]


def test_a_terminal_gets_its_cursor_back(project: Path) -> None:
    _, sent = on_terminal("build", cwd=project)
    assert sent.count("\x1b[?25h") >= sent.count("\x1b[?25l") == 1


@pytest.mark.parametrize("columns", [60, 100])
def test_a_document_is_shown_as_a_table_with_a_row_a_line(built: Path, columns: int) -> None:
    status, sent = on_terminal("inspect", "seeds/north/oven.txt", cwd=built, columns=columns)
    assert status == 0
    table, facts = _ESCAPES.sub("", sent).split("\n\n", 1)
    header, *rows = table.splitlines()
    assert header.split() == ["line", "taken", "for", "rule", "text"]
    assert [int(row.split()[0]) for row in rows] == [1, 2, 3, 4, 5, 6]
    assert all(len(row) <= columns for row in rows)
    assert "تاريخ النشر" in rows[1]
    assert facts.startswith(f"title      {OVEN.splitlines()[0]}\n")


def test_a_log_that_forces_colours_gets_no_bar(project: Path) -> None:
    done = subprocess.run(
        command_line("build"),
        cwd=project,
        env=clean_environment() | {"FORCE_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=True,
    )
    assert "\x1b" not in done.stderr + done.stdout
