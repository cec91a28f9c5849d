from __future__ import annotations

import csv
import io
import json
import subprocess
from pathlib import Path

from cli_project import (
    FERRY,
    NO_SUCH_DAY,
    OVEN,
    OVEN_URL,
    PATIENCE,
    RECORD_KEYS,
    clean_environment,
    command_line,
    newsgen,
    newsgen_process,
    write_files,
)

pytest_plugins = ["cli_fixtures"]


def test_every_article_is_one_json_object_a_line(built: Path) -> None:
    done = newsgen_process("export", "--format", "jsonl", cwd=built)
    assert done.status == 0
    records = [json.loads(line) for line in done.out.splitlines()]
    assert [list(record) for record in records] == [RECORD_KEYS] * 4
    assert [record["path"] for record in records] == sorted(record["path"] for record in records)
    assert {record["path"]: record["published"] for record in records} == {
        "articles/how.md": "2021-03-06",
        "seeds/north/oven.txt": "2021-03-04",
        "seeds/south/ferry.txt": "2021-03-05",
        "seeds/south/orchard.txt": None,
    }
    assert all((built / "site" / record["url"] / "index.html").is_file() for record in records)


def test_json_lines_are_the_default_and_arabic_stands_in_them_as_it_is(built: Path) -> None:
    done = newsgen("-C", built, "export")
    assert done.out == newsgen("-C", built, "export", "--format", "jsonl").out
    assert "فرن الحي القديم" in done.out


def test_the_table_reads_back_as_the_records(project: Path) -> None:
    odd = 'سوق "الورق" يفتح، ويغلق; عند الظهر\n' + OVEN.split("\n", 1)[1]
    write_files(project, {"seeds/odd.txt": odd, "seeds/bus.txt": NO_SUCH_DAY})
    records = [json.loads(line) for line in newsgen("-C", project, "export").out.splitlines()]
    table = newsgen("-C", project, "export", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    assert list(rows[0]) == RECORD_KEYS
    assert len(rows) == len(records) == 6
    for row, record in zip(rows, records, strict=True):
        for name in ("path", "id", "url", "title", "published", "source", "author", "summary", "sha256"):
            assert row[name] == (record[name] or "")
        assert row["tags"] == " | ".join(record["tags"])
        assert row["body"] == "\n".join(block["text"] for block in record["body"])
        assert row["problems"] == " | ".join(problem["code"] for problem in record["problems"])


def test_drafts_are_exported_only_when_asked_for(project: Path) -> None:
    assert len(newsgen("-C", project, "export").out.splitlines()) == 4
    assert len(newsgen("-C", project, "export", "--drafts").out.splitlines()) == 5


def test_an_export_writes_no_site(project: Path) -> None:
    assert newsgen("-C", project, "export").out.count(OVEN_URL) == 1
    assert not (project / "site").exists()


def test_a_closed_pipe_ends_an_export_quietly(project: Path) -> None:
    # More than a pipe holds, so that the command is still writing when nobody reads.
    long = FERRY + ("ووقف المسافرون على الرصيف ينتظرون العبّارة التالية حتى ساعة متأخرة من الليل.\n" * 60)
    write_files(project, {f"seeds/long/{number}.txt": long for number in range(40)})
    with subprocess.Popen(
        command_line("export"),
        cwd=project,
        env=clean_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as export:
        assert export.stdout is not None
        assert export.stderr is not None
        first = export.stdout.readline()
        export.stdout.close()
        noise = export.stderr.read().decode()
        export.wait(PATIENCE)
    assert json.loads(first)["path"] == "articles/how.md"
    assert [line for line in noise.splitlines() if not line.startswith("Reading ")] == []
