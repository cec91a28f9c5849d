from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from cli_project import FERRY, NO_SUCH_DAY, OVEN, OVEN_URL, RECORD_KEYS, newsgen, newsgen_process, write_files

pytest_plugins = ["cli_fixtures"]

CORRECTION = """---
# خطأ في العنوان
seed: seeds/north/oven.txt
title: فرن الحي يعود
tags:
- حي الرمان
- الخبز
---
"""


def lines_of(out: str) -> list[tuple[int, str, str, str]]:
    """The lines of the report: number, role, rule, text."""
    lines = out.split("\n\n", maxsplit=1)[0].splitlines()
    return [(int(x[:5]), x[7:23].strip(), x[25:41].strip(), x[43:]) for x in lines]


def test_every_line_stands_beside_its_role_and_rule(built: Path) -> None:
    done = newsgen_process("inspect", "seeds/north/oven.txt", cwd=built)
    assert done.status == 0
    assert done.err == ""
    lines = lines_of(done.out)
    assert [(number, role) for number, role, _, _ in lines] == [
        (1, "title"),
        (2, "date"),
        (3, "paragraph"),
        (4, "paragraph"),
        (5, "source"),
        (6, "tags"),
    ]
    assert all(rule not in {"", "-"} for _, _, rule, _ in lines)
    assert [text for *_, text in lines] == OVEN.splitlines()


def test_the_facts_that_the_lines_give_follow_them(built: Path) -> None:
    facts = newsgen("-C", built, "inspect", "seeds/north/oven.txt").facts
    assert facts["date"] == "2021-03-04"
    assert facts["source"] == "نشرة الرمان"
    assert facts["author"] == "-"
    assert facts["tags"] == "حي الرمان | كبير الخبازين"
    assert facts["address"] == OVEN_URL


def test_the_file_is_found_from_the_projects_folder_and_from_the_current_one(built: Path) -> None:
    from_project = newsgen("-C", built, "inspect", "seeds/north/oven.txt")
    from_here = newsgen("inspect", "-C", built, built / "seeds/north/oven.txt")
    assert from_project.status == 0
    assert from_project.out == from_here.out


def test_problems_come_last(project: Path) -> None:
    write_files(project, {"bus.txt": NO_SUCH_DAY})
    done = newsgen("-C", project, "inspect", "bus.txt")
    assert done.status == 0
    assert done.out.splitlines()[-1].startswith("bus.txt:2: date-impossible: ")


def test_the_record_is_the_contract(built: Path) -> None:
    record: dict[str, Any] = json.loads(newsgen("-C", built, "inspect", "--json", "seeds/north/oven.txt").out)
    assert list(record) == RECORD_KEYS
    assert record == {
        **record,
        "path": "seeds/north/oven.txt",
        "url": OVEN_URL,
        "title": OVEN.splitlines()[0],
        "published": "2021-03-04",
        "source": "نشرة الرمان",
        "author": None,
        "categories": [],
        "tags": ["حي الرمان", "كبير الخبازين"],
        "body": [{"kind": "paragraph", "text": text} for text in OVEN.splitlines()[2:4]],
        "related": [],
        "problems": [],
        "sha256": hashlib.sha256(OVEN.encode()).hexdigest(),
        "encoding": "utf-8",
    }
    assert OVEN.splitlines()[2].startswith(record["summary"][:40])


def test_the_record_is_the_one_that_is_exported(built: Path) -> None:
    exported = map(json.loads, newsgen("-C", built, "export").out.splitlines())
    for record in exported:
        inspected = newsgen("-C", built, "inspect", "--json", record["path"]).out
        assert json.loads(inspected) == record


def test_the_record_of_a_seed_with_problems_has_them(project: Path) -> None:
    write_files(project, {"bus.txt": NO_SUCH_DAY})
    record = json.loads(newsgen("-C", project, "inspect", "--json", "bus.txt").out)
    assert record["published"] is None
    assert [(problem["code"], problem["line"]) for problem in record["problems"]] == [("date-impossible", 2)]
    assert list(record["problems"][0]) == ["code", "line", "message"]


def test_related_items_and_lists_are_as_the_contract_has_them(project: Path) -> None:
    text = FERRY + "اقرأ أيضا:\nسوق السمك ينتقل إلى الضفة الشرقية\n"
    own = "---\ntitle: قائمة\n---\n\n- رغيف\n- ملح\n\n> قول\n\n## عنوان\n"
    write_files(project, {"ferry.txt": text, "list.md": own})
    record = json.loads(newsgen("-C", project, "inspect", "--json", "ferry.txt").out)
    expected = {"title": "سوق السمك ينتقل إلى الضفة الشرقية", "source": None, "text": None, "url": None}
    assert record["related"] == [expected]
    body = json.loads(newsgen("-C", project, "inspect", "--json", "list.md").out)["body"]
    assert body == [
        {"kind": "list", "items": ["رغيف", "ملح"]},
        {"kind": "quote", "text": "قول"},
        {"kind": "heading", "text": "عنوان"},
    ]


def test_of_an_empty_file_there_is_no_record(project: Path) -> None:
    write_files(project, {"empty.txt": ""})
    done = newsgen("-C", project, "inspect", "--json", "empty.txt")
    assert (done.status, done.out) == (1, "")
    assert done.error.startswith("newsgen: empty.txt: empty: ")
    assert newsgen("-C", project, "inspect", "empty.txt").out.startswith("empty.txt: empty: ")


def test_a_markdown_article_is_shown_by_its_keys_and_body(built: Path) -> None:
    done = newsgen("-C", built, "inspect", "articles/how.md")
    assert [line[:3] for line in lines_of(done.out)] == [
        (1, "front matter", "front-matter"),
        (2, "title", "front-matter"),
        (3, "date", "front-matter"),
        (4, "tags", "front-matter"),
        (5, "front matter", "front-matter"),
        (7, "body", "markdown"),
    ]
    assert done.facts["title"] == "كيف جُمعت هذه الأخبار"
    assert "draft" not in done.facts


def test_a_draft_says_that_it_is_one(built: Path) -> None:
    done = newsgen("-C", built, "inspect", "articles/unfinished.md")
    assert done.facts["draft"].startswith("built only with --drafts")


def test_a_correction_says_what_it_corrects_and_what_it_replaces(project: Path) -> None:
    write_files(project, {"articles/oven.md": CORRECTION, "articles/text.md": CORRECTION + "\nنص آخر\n"})
    done = newsgen("-C", project, "inspect", "articles/oven.md")
    assert [role for _, role, _, _ in lines_of(done.out)] == [
        "front matter",
        "remark",
        "seed",
        "title",
        "tags",
        "tags",
        "tags",
        "front matter",
    ]
    assert done.facts["corrects"] == "seeds/north/oven.txt"
    assert done.facts["replaces"] == "title, tags"
    assert newsgen("-C", project, "inspect", "articles/text.md").facts["replaces"] == "title, tags, text"


def test_a_correction_has_no_record_of_its_own(project: Path) -> None:
    write_files(project, {"articles/oven.md": CORRECTION})
    done = newsgen("-C", project, "inspect", "--json", "articles/oven.md")
    assert (done.status, done.out) == (2, "")
    assert "a correction of seeds/north/oven.txt has no record of its own" in done.error


def test_front_matter_that_is_not_closed_is_shown_with_its_problem(project: Path) -> None:
    write_files(project, {"articles/open.md": "---\ntitle: بلا نهاية\n\nنص\n"})
    done = newsgen("-C", project, "inspect", "articles/open.md")
    assert {role for _, role, _, _ in lines_of(done.out)} == {"-"}
    assert "articles/open.md:1: front-matter: " in done.out


@pytest.mark.parametrize(
    ("name", "what"), [("nothing.txt", "no such file"), ("seeds", "a folder, not a document")]
)
def test_what_is_no_file_is_told_on_one_line(built: Path, name: str, what: str) -> None:
    done = newsgen_process("inspect", name, cwd=built)
    assert done.status == 2
    assert done.error == f"newsgen: {name}: {what}; name a document of seeds/ or articles/"


def test_a_file_of_several_articles_is_listed_and_each_is_inspected(project: Path) -> None:
    row = json.dumps({"title": "عودة القطار", "date": "2021-03-04", "text": "عاد القطار إلى العمل."})
    write_files(project, {"seeds/rows.jsonl": f"{row}\n{{broken\n{row}\n"})
    listed = newsgen("-C", project, "inspect", "seeds/rows.jsonl").out.splitlines()
    assert listed == ["seeds/rows.jsonl#1", "seeds/rows.jsonl#2", "seeds/rows.jsonl#3"]
    assert "date       2021-03-04" in newsgen("-C", project, "inspect", "seeds/rows.jsonl#3").out
    assert "row-broken" in newsgen("-C", project, "inspect", "seeds/rows.jsonl#2").out
    assert "no such part" in newsgen("-C", project, "inspect", "seeds/rows.jsonl#4").err


def test_a_row_is_corrected_by_its_name(project: Path) -> None:
    row = json.dumps({"title": "عودة القطار", "text": "عاد القطار إلى العمل."})
    write_files(project, {"seeds/rows.jsonl": row})
    file = Path(newsgen("-C", project, "correct", "rows.jsonl#1").out.strip())
    assert "seed: seeds/rows.jsonl#1" in file.read_text(encoding="utf-8")
    assert newsgen("-C", project, "check").out.count("correction-") == 0
