"""Files of several articles in builds: what a change of them writes, what goes, and their corrections."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from site_driver import BODY, Project

from newsgen.archive import article_from_json

FIGS, GRAPES = f"تين الحديقة والبستان\n{BODY}", f"عنب الحديقة والبستان\n{BODY}"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "project")


def rows(*titles: str, day: str = "2021-03-04") -> str:
    return "".join(json.dumps({"title": title, "date": day, "content": BODY}) + "\n" for title in titles)


def packed(**members: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in members.items():
            archive.writestr(f"{name}.txt", text)
    return data.getvalue()


def articles_of(urls: set[str]) -> set[str]:
    return {url for url in urls if url.count("/") == 4 and "page" not in url}


def test_a_changed_table_writes_only_what_its_rows_change(project: Project) -> None:
    project.write("seeds/rows.jsonl", rows("توت الحديقة", "خوخ الحديقة", "تين الحديقة"))
    assert len(articles_of(project.build().written)) == 3
    project.touch("seeds/rows.jsonl")
    assert project.build().written == set()
    project.write("seeds/rows.jsonl", rows("توت الحديقة", "خوخ الحديقة", "تين الحديقة", "عنب الحديقة"))
    added = project.build()
    # The new article, and the one that it stands next to.
    assert articles_of(added.written) == {"2021/03/04/عنب-الحديقة/", "2021/03/04/تين-الحديقة/"}
    project.assert_as_clean()


def test_rows_and_members_that_are_gone_go_from_the_site(project: Project) -> None:
    project.write("seeds/rows.jsonl", rows("توت الحديقة", "خوخ الحديقة"))
    project.write("seeds/pack.zip", packed(a=FIGS, b=GRAPES))
    project.build()
    project.write("seeds/rows.jsonl", rows("توت الحديقة"))
    project.write("seeds/pack.zip", packed(b=GRAPES))
    removed = project.build().removed
    assert {"2021/03/04/خوخ-الحديقة/", "undated/تين-الحديقة-والبستان/"} <= removed
    project.assert_as_clean()
    project.delete("seeds/rows.jsonl")
    project.delete("seeds/pack.zip")
    project.build()
    project.assert_as_clean()


def test_a_large_table_gives_the_same_site_from_several_workers(project: Project) -> None:
    project.write("seeds/rows.jsonl", rows(*(f"خبر الحديقة رقم {number}" for number in range(300))))
    project.build(jobs=2)
    project.assert_as_clean()


def test_a_row_and_a_member_are_corrected(project: Project) -> None:
    project.write("seeds/rows.jsonl", rows("توت الحديقة", "خوخ الحديقة"))
    project.write("seeds/pack.zip", packed(a=FIGS))
    project.build()
    project.article("row", body="", seed="seeds/rows.jsonl#2", author="هدى الصفصافي")
    project.article("member", body="", seed="pack.zip/a.txt", title="تين آخر")
    project.build()
    with project.archive() as archive:
        found = {path: archive.entries.find(path) for path in ("seeds/rows.jsonl#2", "seeds/pack.zip/a.txt")}
        assert archive.entries.corrected() == 2
    row, member = (article_from_json(record[1]) for record in found.values() if record)
    assert (row.author, row.corrected_by) == ("هدى الصفصافي", "articles/row.md")
    assert (member.title, member.corrected_by) == ("تين آخر", "articles/member.md")
    project.assert_as_clean()


def test_a_correction_of_a_row_that_is_not_there_is_told(project: Project) -> None:
    project.write("seeds/rows.jsonl", rows("توت الحديقة"))
    project.article("row", body="", seed="seeds/rows.jsonl#2", author="هدى الصفصافي")
    assert project.problems() == [("correction-lost", 1)]
    project.write("seeds/rows.jsonl", rows("توت الحديقة", "خوخ الحديقة"))
    assert project.problems() == []


def test_other_names_of_columns_have_tables_read_again(project: Project) -> None:
    row = {"h": "توت الحديقة", "t": BODY}
    project.write("seeds/rows.jsonl", json.dumps(row))
    assert project.problems() == [("row-empty", 1)]
    project.settings(columns="{title: h, body: t}")
    assert project.problems() == []
    assert "توت الحديقة" in project.page("undated/توت-الحديقة/")


def test_markup_in_a_page_or_a_row_never_reaches_the_site(project: Project) -> None:
    evil = "<script>alert(1)</script>"
    escaped = "&lt;img src=x onerror=alert(1)&gt;"
    project.write("seeds/a.html", f"<h1>توت الحديقة {escaped}</h1><p>{BODY} {escaped}{evil}</p>")
    project.write(
        "seeds/b.csv", f'title,text,author,url\nخوخ {escaped},{BODY},"<b>x</b>",https://x.example/"><b>\n'
    )
    project.build()
    for page in project.output.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        assert "<img src=x" not in html
        assert "alert(1)</script>" not in html
        assert "<b>" not in html


def test_a_page_says_where_it_was_first_published(project: Project) -> None:
    row = {"title": "توت الحديقة", "text": BODY, "url": "https://bridge.example/a?b=1&c=2"}
    project.write("seeds/row.json", json.dumps(row))
    project.build()
    assert 'href="https://bridge.example/a?b=1&amp;c=2"' in project.page("undated/توت-الحديقة/")
    assert "seeds/row.json#1" in project.page("undated/توت-الحديقة/")
