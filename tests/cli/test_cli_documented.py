"""Every command and every option is told to users: by --help, and in README.md."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from cli_project import newsgen, newsgen_process

import newsgen as package
from newsgen.cli.app import cli

README = Path(__file__).parents[2] / "README.md"
PARTS = [
    (command, parameter) for name, command in sorted(cli.commands.items()) for parameter in command.params
]


def readme_words() -> set[str]:
    """What the README sets as code: commands, options, arguments."""
    prose = re.sub(r"^```.*?^```", "", README.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    return set(re.findall(r"(?<![\w-])-{0,2}[A-Za-z][\w-]*", " ".join(re.findall(r"`[^`]+`", prose))))


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_the_readme_names_every_command(name: str) -> None:
    assert f"`newsgen {name}" in README.read_text(encoding="utf-8"), f"README.md does not tell of {name}"


@pytest.mark.parametrize(
    "option",
    sorted({max(part.opts, key=len) for _, part in PARTS if isinstance(part, click.Option)} | {"--version"}),
)
def test_the_readme_names_every_option(option: str) -> None:
    assert option in readme_words(), f"README.md does not tell of {option}"


def test_the_readme_names_no_option_that_there_is_not() -> None:
    known = {name for _, part in PARTS for name in part.opts} | {"--help", "--version"}
    table = [
        line for line in README.read_text(encoding="utf-8").splitlines() if line.startswith("| `newsgen")
    ]
    named = {word for line in table for word in re.findall(r"--[a-z-]+", line)}
    assert table
    assert named <= known


@pytest.mark.parametrize(
    ("command", "option"), [(c, p) for c, p in PARTS if isinstance(p, click.Option)], ids=str
)
def test_every_option_has_a_help_text(command: click.Command, option: click.Option) -> None:
    assert option.help, f"{command.name} {option.opts}"
    assert option.help.split("  [")[0].endswith(".")


def test_the_list_of_commands_is_whole_and_in_the_order_of_a_projects_life() -> None:
    done = newsgen_process("--help", cwd=Path())
    assert (done.status, done.err) == (0, "")
    commands = done.out.split("Commands:\n")[1]
    assert re.findall(r"^  (\w+)", commands, re.MULTILINE) == [
        "init",
        "build",
        "serve",
        "search",
        "check",
        "inspect",
        "correct",
        "new",
        "export",
    ]
    assert "..." not in commands


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_explains_itself(name: str) -> None:
    done = newsgen(name, "-h")
    assert done.status == 0
    assert done.out.startswith(f"Usage: newsgen {name} ")
    assert all(len(line) <= 80 for line in done.out.splitlines())


def test_the_version_is_printed() -> None:
    assert newsgen("--version").out == f"newsgen {package.__version__}\n"
