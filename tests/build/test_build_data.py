"""Open data: valid by the library that others read it with, complete, and made again part by part."""

from __future__ import annotations

import csv
import gzip
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import frictionless
import pyarrow.parquet
import pytest
from site_driver import Project

from newsgen.archive import article_from_json
from newsgen.model.article import article_as_dict

# Frictionless leaves compressed files open.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Articles of three months and one without a date, an empty seed, a table and a correction."""
    made = Project(
        tmp_path / "project",
        base_url="https://example.org/",
        license="https://creativecommons.org/licenses/by/4.0/",
    )
    made.seed("عسل", "موسم «العسل», في الجبل", "2021-03-04", tags=["عسل"], source="صوت الوادي")
    made.seed("قارب", "قارب جديد", "2021-03-04", tags=["عسل"], source="صوت الوادي")
    made.seed("قطار", "عودة القطار", "2022-01-01", tags=["سكك"])
    made.seed("بستان", "بستان المدرسة")
    made.write("seeds/فارغ.txt", "")
    rows = [
        {"title": f"خبر {n}", "body": "نص الخبر في سطر واحد طويل.", "published": f"2021-05-0{n}"}
        for n in (1, 2)
    ]
    made.write("seeds/rows.jsonl", "\n".join(json.dumps(row, ensure_ascii=False) for row in rows))
    made.article("تصويب", seed="قطار.txt", author="هدى الصفصافي", body="")
    made.build()
    return made


@pytest.fixture
def divided(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """The same archive, large enough to be divided: two articles are a part already."""
    monkeypatch.setattr("newsgen.build.exporting.PART", 2)
    monkeypatch.setattr("newsgen.build.hosting.PART", 2)
    project.build(full=True)
    return project


def package(project: Project) -> dict[str, Any]:
    """The descriptor, valid with all data that it names by Frictionless."""
    file = project.output / "data/datapackage.json"
    report = frictionless.validate(str(file))
    assert report.valid, report.flatten(["name", "type", "message"])
    described: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return described


def paths(project: Project) -> set[str]:
    """The data files that the descriptor names."""
    return {resource["path"] for resource in package(project)["resources"]}


def records(project: Project) -> Iterator[dict[str, Any]]:
    """The records in all JSON lines."""
    for file in sorted((project.output / "data").glob("articles*.jsonl*")):
        data = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        yield from map(json.loads, data.decode().splitlines())


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_package_is_valid_and_says_what_it_is(project: Project) -> None:
    described = package(project)
    assert described["licenses"][0]["path"] == "https://creativecommons.org/licenses/by/4.0/"
    assert described["sources"] == [
        {
            "title": "صوت الوادي",
            "path": "https://example.org/sources/%D8%B5%D9%88%D8%AA-%D8%A7%D9%84%D9%88%D8%A7%D8%AF%D9%8A/",
        }
    ]
    assert (described["id"], described["articles"]) == ("tag:example.org,2026:/data", 6)
    assert paths(project) == {"articles.csv", "articles.jsonl", "daily-counts.csv", "manifest-sha256.txt"}


def test_json_lines_are_the_records_that_export_prints(project: Project) -> None:
    found = {record["path"]: record for record in records(project)}
    with project.archive() as archive:
        for path, url, record in archive.entries.records():
            problems = archive.documents.problems_of(path)
            assert found.pop(path) == article_as_dict(article_from_json(record), url, problems)
    assert found == {}


def test_the_table_has_the_facts_of_each_article(project: Project) -> None:
    table = {row["path"]: row for row in rows(project.output / "data/articles.csv")}
    assert table.keys() == {record["path"] for record in records(project)}
    assert table["seeds/عسل.txt"]["title"] == "موسم «العسل», في الجبل"
    assert table["seeds/قطار.txt"]["corrected"] == "author"
    assert table["seeds/قطار.txt"]["corrected_by"] == "articles/تصويب.md"
    assert table["seeds/بستان.txt"]["published"] == ""


def test_a_corrected_record_says_which_fields_and_what_the_document_has(project: Project) -> None:
    project.article(
        "تصويب", seed="عسل.txt", title="موسم العسل", tags=["عسل", "جبل"], body="نص صححه المحرر كله."
    )
    project.build()
    record = next(record for record in records(project) if record["path"] == "seeds/عسل.txt")
    assert record["corrected_by"] == "articles/تصويب.md"
    assert record["corrected"] == [
        {"field": "title", "before": "موسم «العسل», في الجبل"},
        {"field": "tags", "before": "عسل"},
        {"field": "body", "before": None},
    ]


def test_daily_counts_are_by_source_and_tag(project: Project) -> None:
    counts = [tuple(row.values()) for row in rows(project.output / "data/daily-counts.csv")]
    assert counts == [
        ("2021-03-04", "source", "صوت الوادي", "sources/صوت-الوادي/", "2"),
        ("2021-03-04", "tag", "عسل", "tags/عسل/", "2"),
        ("2022-01-01", "tag", "سكك", "tags/سكك/", "1"),
    ]


def test_the_manifest_verifies_every_seed(project: Project) -> None:
    manifest = project.output / "data/manifest-sha256.txt"
    lines = manifest.read_text(encoding="utf-8").splitlines()
    assert [line.split("  ", 1)[1] for line in lines] == sorted(
        f"seeds/{name}" for name in ("rows.jsonl", "بستان.txt", "عسل.txt", "فارغ.txt", "قارب.txt", "قطار.txt")
    )

    def verify() -> int:
        command = ["sha256sum", "--check", "--strict", "--quiet", str(manifest)]
        return subprocess.run(command, cwd=project.root, capture_output=True, check=False).returncode

    assert verify() == 0
    (project.root / "seeds/rows.jsonl").write_text("تغيّر", encoding="utf-8")
    assert verify() == 1


def test_a_renamed_seed_is_in_the_manifest_under_its_new_name(project: Project) -> None:
    (project.root / "seeds/فارغ.txt").rename(project.root / "seeds/خال.txt")
    project.build()
    assert "seeds/خال.txt" in (project.output / "data/manifest-sha256.txt").read_text(encoding="utf-8")
    project.assert_as_clean()


def test_parquet_is_read_back_with_its_texts(project: Project) -> None:
    project.settings(data="[parquet]")
    project.build()
    data = project.output / "data"
    assert {file.name for file in data.iterdir()} == {
        "articles.parquet",
        "datapackage.json",
        "manifest-sha256.txt",
    }
    table = {row["path"]: row for row in pyarrow.parquet.read_table(data / "articles.parquet").to_pylist()}
    assert len(table) == 6
    assert table["seeds/قارب.txt"]["tags"] == ["عسل"]
    assert "اجتمع أهالي القرية" in table["seeds/قارب.txt"]["text"]
    project.assert_as_clean()


def test_no_data_are_published_where_none_are_wanted(project: Project) -> None:
    project.settings(data="[]")
    project.build()
    assert not (project.output / "data").exists()
    project.assert_as_clean()


# Divided archives


def test_a_large_archive_has_a_part_for_each_month_and_one_for_the_undated(divided: Project) -> None:
    csvs = {path for path in paths(divided) if path.startswith("articles") and path.endswith(".csv")}
    assert csvs == {f"articles-{part}.csv" for part in ("2021-03", "2021-05", "2022-01", "undated")}
    assert len(list(records(divided))) == 6


def test_a_change_rewrites_the_part_that_it_is_in(divided: Project) -> None:
    divided.seed("قطار", "عودة القطار الليلي", "2022-01-01", tags=["سكك"])
    written = {url for url in divided.build().beside if url.startswith(("data/", "sitemap"))}
    assert written == {
        *("data/articles-2022-01.csv", "data/articles-2022-01.jsonl", "sitemap-2022-01.xml"),
        *("data/datapackage.json", "data/manifest-sha256.txt"),
    }
    divided.seed("بستان", "بستان المدرسة", body="نص آخر لهذا الخبر الذي بلا تاريخ.")
    written = {url for url in divided.build().beside if url.startswith(("data/articles", "sitemap"))}
    assert written == {f"data/articles-undated.{kind}" for kind in ("csv", "jsonl")}


def test_a_month_that_is_too_large_is_divided_into_days_and_a_day_by_its_idents(divided: Project) -> None:
    for number in range(5):
        divided.seed(f"يوم{number}", f"خبر اليوم {number}", "2021-03-05")
    divided.build()
    names = {path for path in paths(divided) if path.endswith(".jsonl") and "2021-03" in path}
    assert "articles-2021-03-04.jsonl" in names
    assert {name[:19] for name in names} == {"articles-2021-03-04", "articles-2021-03-05"}
    assert "articles-2021-03.jsonl" not in names
    assert len(list(records(divided))) == 11
    # What a clean build makes, divided alike.
    divided.assert_as_clean()
    for number in range(5):
        divided.delete(f"seeds/يوم{number}.txt")
    divided.build()
    assert "articles-2021-03.jsonl" in paths(divided)
    divided.assert_as_clean()


def test_large_parts_are_compressed(divided: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsgen.build.exporting._LARGE", 100)
    divided.build(full=True)
    assert "articles-2021-03.jsonl.gz" in paths(divided)
    assert len(list(records(divided))) == 6
    divided.assert_as_clean()


def test_a_terms_new_name_stands_in_the_counts_of_all_its_months(divided: Project) -> None:
    divided.seed("أ", "خبر أول", "2021-03-20", source="صوت الوادى")
    divided.seed("ب", "خبر ثان", "2022-01-20", source="صوت الوادى")
    divided.build()
    for number in range(4):
        divided.seed(f"جديد{number}", f"خبر جديد {number}", f"2022-02-0{number + 1}", source="صوت الوادى")
    divided.build()
    divided.assert_as_clean()


def test_an_archive_that_grows_and_shrinks_again_leaves_no_part_behind(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsgen.build.exporting.PART", 6)
    monkeypatch.setattr("newsgen.build.hosting.PART", 6)
    project.build()
    assert "articles.csv" in paths(project)
    project.seed("سابع", "خبر سابع", "2021-03-09")
    project.build()
    assert "articles-2021-03.csv" in paths(project)
    assert "articles.csv" not in paths(project)
    project.assert_as_clean()
    project.delete("seeds/سابع.txt")
    project.build()
    assert "articles.csv" in paths(project)
    project.assert_as_clean()
