"""A project's own rules on the command line: tried with inspect, proposed by check, told by export."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cli_project import newsgen, write_files

TITLE = "مدينة الملح تفتح أول مكتبة عائمة على القناة"
PROSE = "افتتحت مدينة الملح صباح أمس أول مكتبة عائمة على القناة، ودعت سكان الضفتين إلى زيارتها."
MORE = "وقالت أمينة المكتبة إن القوارب ستنقل الكتب إلى القرى البعيدة مرتين في الأسبوع على الأقل."
SETTINGS = """labels:
  source: وارد من
  tags: خيوط الخبر
outlets: إشراقة
ignore: "نسخة رقم *"
"""
SEED = f"""{TITLE}
محمد الياقوتي - إشراقة
{PROSE}
{MORE}
خيوط الخبر: مدينة الملح، القناة
نسخة رقم 218
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one seed and no settings."""
    return write_files(tmp_path / "project", {"seeds/library.txt": SEED})


def set_hints(project: Path, settings: str = SETTINGS) -> None:
    write_files(project, {"newsgen.yaml": settings})


def records(project: Path) -> list[dict[str, Any]]:
    done = newsgen("-C", project, "export")
    assert done.status == 0
    return [json.loads(line) for line in done.out.splitlines()]


def test_inspect_reads_by_the_settings(project: Path) -> None:
    before = newsgen("-C", project, "inspect", "seeds/library.txt").facts
    assert (before["source"], before["tags"]) == ("-", "-")
    set_hints(project)
    done = newsgen("-C", project, "inspect", "seeds/library.txt")
    assert done.facts["source"] == "إشراقة"
    assert done.facts["tags"] == "مدينة الملح | القناة"
    assert "    6  page furniture    ignored           نسخة رقم 218" in done.out.splitlines()


def test_a_changed_setting_holds_for_documents_that_were_read_before(project: Path) -> None:
    assert [record["source"] for record in records(project)] == [None]
    set_hints(project)
    assert [record["source"] for record in records(project)] == ["إشراقة"]
    set_hints(project, "title: قرية\n")
    assert [record["source"] for record in records(project)] == [None]


@pytest.mark.parametrize("command", [["build"], ["inspect", "seeds/library.txt"], ["check"], ["export"]])
def test_a_wrong_hint_is_told_on_one_line(project: Path, command: list[str]) -> None:
    set_hints(project, "title: قرية\nlabels: {editor: كتب}\n")
    done = newsgen("-C", project, *command)
    assert (done.status, done.out) == (2, "")
    assert "newsgen.yaml:2: `labels` must be lists of phrases" in done.error


def test_inspect_tells_why_a_rule_has_not_taken_a_line(project: Path) -> None:
    dated = "18 نيسان 2020 كان يوم الافتتاح الأول الذي لم يكتمل بعد"
    seed = "\n".join([dated, TITLE, PROSE, MORE])
    write_files(project, {"seeds/why.txt": seed})
    lines = newsgen("-C", project, "inspect", "seeds/why.txt").out.splitlines()
    reasons = [line.strip() for line in lines if line.strip().startswith("(")]
    assert "(not date: too much stands beside the date)" in reasons
    assert all(reason.startswith("(not ") and reason.endswith(")") for reason in reasons)
    # A reason stands below the line that it tells of.
    at = next(at for at, line in enumerate(lines) if "not date" in line)
    assert lines[at - 1].startswith("    1  ") or lines[at - 2].startswith("    1  ")


def pages_lines(count: int) -> dict[str, str]:
    """Seeds that share two lines of their page and nothing else."""
    shared = 'نشرة الحي «كل صباح» \\ على "الهواء".\nحديث الناس في كل مكان.\n'
    return {f"seeds/{n}.txt": f"{TITLE} {n}\n{PROSE} {n}.\n{MORE} {n}.\n{shared}" for n in range(count)}


def test_check_proposes_lines_that_many_articles_share_ready_to_paste(tmp_path: Path) -> None:
    project = write_files(tmp_path / "many", pages_lines(12))
    out = newsgen("-C", project, "check").out
    proposed = out[out.index("ignore:") : out.index("links  ")]
    assert "حديث الناس في كل مكان." in proposed
    assert "# 12 articles" in proposed
    set_hints(project, proposed)
    after = newsgen("-C", project, "check").out
    assert "repeated" not in after
    assert "ignore:" not in after


def test_check_proposes_nothing_that_only_a_few_articles_share(tmp_path: Path) -> None:
    project = write_files(tmp_path / "few", pages_lines(9))
    assert "ignore:" not in newsgen("-C", project, "check").out


def test_export_tells_what_was_set_aside_line_by_line(project: Path) -> None:
    set_hints(project)
    (record,) = records(project)
    assert record["set_aside"] == [
        {"line": 2, "role": "byline", "text": "محمد الياقوتي - إشراقة"},
        {"line": 5, "role": "tags", "text": "خيوط الخبر: مدينة الملح، القناة"},
        {"line": 6, "role": "page furniture", "text": "نسخة رقم 218"},
    ]
    assert record["inferred"] == []


def test_a_dateline_that_was_cut_off_is_set_aside(project: Path) -> None:
    write_files(project, {"seeds/library.txt": f"{TITLE}\nالقاهرة - رويترز: {PROSE}\n{MORE}\n"})
    (record,) = records(project)
    assert record["body"][0]["text"] == PROSE
    assert record["set_aside"] == [{"line": 2, "role": "byline", "text": "القاهرة - رويترز:"}]
