"""What is wrong with a project is one line and status 2, as a user sees it; nothing else is printed."""

from __future__ import annotations

import contextlib
import signal
import subprocess
from pathlib import Path

import pytest
from cli_project import (
    FERRY,
    PATIENCE,
    clean_environment,
    command_line,
    newsgen,
    newsgen_process,
    write_files,
)

pytest_plugins = ["cli_fixtures"]


def test_an_unknown_setting_is_told_with_the_nearest_right_one(project: Path) -> None:
    write_files(project, {"newsgen.yaml": "title: أرشيف\ncuontry: LB\n"})
    done = newsgen_process("build", cwd=project)
    assert (done.status, done.out) == (2, "")
    assert done.error == "newsgen: newsgen.yaml:2: unknown key `cuontry`; did you mean `country`?"


def test_broken_yaml_is_told_with_its_line(project: Path) -> None:
    write_files(project, {"newsgen.yaml": "title: أرشيف\npage_size: [20\ndigits: latin\n"})
    done = newsgen_process("build", cwd=project)
    assert (done.status, done.out) == (2, "")
    assert done.error.startswith("newsgen: newsgen.yaml:3: not valid YAML: ")


def test_a_fault_in_a_template_is_told_with_its_file_and_line(project: Path) -> None:
    write_files(project, {"templates/about.html": '{% extends "base.html" %}\n{% block main %}\n{% if %}\n'})
    done = newsgen_process("build", cwd=project)
    assert (done.status, done.out) == (2, "")
    assert done.error.startswith(f"newsgen: {project}/templates/about.html:3: syntax error: ")


def test_a_folder_without_a_project_is_told(tmp_path: Path) -> None:
    done = newsgen_process("build", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert "no newsgen project" in done.error
    assert "newsgen init DIR" in done.error
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["build", "serve", "check", "export", "new", "correct"])
def test_every_command_that_needs_a_project_says_so(command: str, tmp_path: Path) -> None:
    arguments = ["x"] if command in {"new", "correct"} else []
    done = newsgen("-C", tmp_path, command, *arguments)
    assert (done.status, done.out) == (2, "")
    assert done.error.startswith(f"newsgen: {tmp_path}: no newsgen project")


@pytest.mark.parametrize("option", ["-C", "--seeds", "--articles"])
def test_a_folder_that_is_not_there_is_told(project: Path, option: str) -> None:
    done = newsgen("build", "-C", project, option, project / "nowhere")
    assert (done.status, done.out) == (2, "")
    assert done.error.startswith(f"newsgen: {project / 'nowhere'}: no such folder")


def test_an_output_folder_with_other_files_is_left_alone(project: Path) -> None:
    write_files(project, {"mine/letter.txt": "رسالة"})
    done = newsgen("-C", project, "build", "--output", project / "mine")
    assert (done.status, done.out) == (2, "")
    assert done.error.startswith(f"newsgen: {project / 'mine'}: the output folder has files")
    assert [file.name for file in (project / "mine").iterdir()] == ["letter.txt"]


def test_an_output_folder_that_cannot_be_written_is_told(project: Path) -> None:
    # A file in the way stops root too, on whose machines permissions do not.
    done = newsgen("-C", project, "build", "--output", project / "seeds/north/oven.txt/site")
    assert (done.status, done.out) == (2, "")
    assert "seeds" in done.error
    write_files(project, {"in-the-way": ""})
    done = newsgen("-C", project, "build", "--output", project / "in-the-way/site")
    assert (done.status, done.out) == (2, "")
    assert done.error.endswith("cannot use the output folder: Not a directory")


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["build", "--ful"], "Did you mean '--full'?"),
        (["biuld"], "Did you mean 'build'?"),
        (["build", "--jobs", "0"], "0 is not in the range x>=1"),
        (["export", "--format", "xml"], "'xml' is not one of 'jsonl', 'csv'"),
        (["inspect"], "Missing argument 'FILE'"),
    ],
)
def test_a_wrong_use_is_told_with_advice(project: Path, arguments: list[str], advice: str) -> None:
    done = newsgen("-C", project, *arguments)
    assert (done.status, done.out) == (2, "")
    assert advice in done.err
    assert "Usage: newsgen" in done.err


def test_an_interrupted_build_ends_with_one_line_and_the_next_one_mends_it(project: Path) -> None:
    write_files(project, {f"seeds/many/{n}.txt": FERRY.replace("تستأنف", f"تستأنف {n}") for n in range(400)})
    with subprocess.Popen(
        command_line("build", "--jobs", "2"),
        cwd=project,
        env=clean_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as build:
        assert build.stderr is not None
        told = [build.stderr.readline(), build.stderr.readline()]
        build.send_signal(signal.SIGINT)
        out, err = build.communicate(timeout=PATIENCE)
    assert told == ["Reading articles and corrections: 2\n", "Reading seeds: 403\n"]
    assert (build.returncode, out) == (130, "")
    assert err.splitlines()[-1] == "newsgen: stopped"
    assert "Traceback" not in err
    again = newsgen("-C", project, "build")
    assert (again.status, again.facts["articles"]) == (0, "404")


def test_an_error_in_newsgen_itself_is_not_hidden(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("newsgen.cli.building.build", broken)
    with contextlib.suppress(SystemExit), pytest.raises(ZeroDivisionError):
        newsgen("-C", project, "build")
