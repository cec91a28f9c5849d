"""Feeds: valid, read by a reader's library, stable, and no larger work than the change asks for."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import feedparser
import pytest
from lxml import etree
from site_driver import Project

BASE = "https://example.org/archive/"
SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
HONEY = "2021/03/04/موسم-العسل/"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Articles of two sources, one without a date, one written by hand with markup."""
    made = Project(tmp_path / "project", base_url=BASE, description="أخبار الوادي", title="أرشيف الوادي")
    made.seed("عسل", "موسم العسل", "2021-03-04", tags=["عسل"], source="صوت الوادي")
    made.seed("قارب", "قارب <جديد> & سريع", "2021-03-05", tags=["بحر"], source="صوت الوادي")
    made.seed("قطار", "عودة القطار", tags=["سكك"], source="صوت الوادي")
    text = "نص فيه ![صورة](images/a.png) و**قوة**.\n\n- أول\n- ثان"
    made.article("منارة", title="حديث المنارة", date="2021-03-06", tags=["بحر"], author="هدى", body=text)
    made.write("static/images/a.png", "صورة")
    made.build()
    return made


def atom(project: Project, url: str) -> Any:
    """A feed as a reader has it. It has to be valid, and the reader content."""
    file = project.output / url
    SCHEMA.assertValid(etree.parse(file))
    feed = feedparser.parse(file.read_bytes())
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def test_every_feed_is_valid_and_read_without_complaint(project: Project) -> None:
    urls = sorted(path.relative_to(project.output).as_posix() for path in project.output.rglob("feed.xml"))
    assert urls == [
        "feed.xml",
        "sources/صوت-الوادي/feed.xml",
        *(f"tags/{tag}/feed.xml" for tag in ("بحر", "سكك", "عسل")),
    ]
    for url in urls:
        atom(project, url)


def test_a_feed_has_the_newest_articles_first_and_none_without_a_date(project: Project) -> None:
    feed = atom(project, "feed.xml")
    assert [entry.title for entry in feed.entries] == ["حديث المنارة", "قارب <جديد> & سريع", "موسم العسل"]
    assert [entry.title for entry in atom(project, "sources/صوت-الوادي/feed.xml").entries] == [
        *("قارب <جديد> & سريع", "موسم العسل")
    ]
    assert atom(project, "tags/سكك/feed.xml").entries == []
    assert (feed.feed.title, feed.feed.subtitle, feed.feed.updated) == (
        "أرشيف الوادي",
        "أخبار الوادي",
        "2021-03-06T00:00:00Z",
    )


def test_an_entry_has_the_articles_facts_and_its_permalink(project: Project) -> None:
    entry = atom(project, "feed.xml").entries[2]
    assert entry.link == f"{BASE}2021/03/04/%D9%85%D9%88%D8%B3%D9%85-%D8%A7%D9%84%D8%B9%D8%B3%D9%84/"
    assert (entry.published, entry.updated) == ("2021-03-04T00:00:00Z", "2021-03-04T00:00:00Z")
    assert [tag.term for tag in entry.tags] == ["عسل"]
    assert entry.publisher == "صوت الوادي"
    assert "اجتمع أهالي القرية" in entry.summary
    assert "content" not in entry


def test_the_json_feed_has_what_its_specification_asks(project: Project) -> None:
    feed = json.loads((project.output / "feed.json").read_text(encoding="utf-8"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert (feed["home_page_url"], feed["feed_url"], feed["language"]) == (BASE, f"{BASE}feed.json", "ar")
    assert [item["title"] for item in feed["items"]] == ["حديث المنارة", "قارب <جديد> & سريع", "موسم العسل"]
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert item["url"].startswith(BASE)
        assert ("content_html" in item) != ("content_text" in item)
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", item["date_published"])
    assert feed["items"][0]["authors"] == [{"name": "هدى"}]
    assert feed["items"][2]["tags"] == ["عسل"]


def test_full_texts_stand_in_feeds_where_the_setting_says_so(project: Project) -> None:
    project.settings(base_url=BASE, feed_text="full")
    project.build()
    content = atom(project, "tags/بحر/feed.xml").entries[0].content[0]
    assert content.type == "text/html"
    assert f'src="{BASE}images/a.png"' in content.value
    assert "<strong>قوة</strong>" in content.value
    feed = json.loads((project.output / "feed.json").read_text(encoding="utf-8"))
    assert "<li>أول</li>" in feed["items"][0]["content_html"]
    project.assert_as_clean()


def test_without_a_sites_address_links_count_from_its_root(project: Project) -> None:
    project.settings()
    project.build()
    file = project.output / "tags/بحر/feed.xml"
    SCHEMA.assertValid(etree.parse(file))
    feed = feedparser.parse(
        file.read_bytes(), response_headers={"content-location": "http://localhost/site/tags/x/feed.xml"}
    )
    assert feed.entries[0].link.startswith("http://localhost/site/2021/03/06/")
    items = json.loads((project.output / "feed.json").read_text(encoding="utf-8"))["items"]
    assert "url" not in items[0]


def test_identifiers_stay_when_a_site_moves_that_states_its_own(project: Project) -> None:
    def ids() -> list[str]:
        return [atom(project, "feed.xml").feed.id, *(entry.id for entry in atom(project, "feed.xml").entries)]

    before = ids()
    assert before[0] == "tag:example.org,2026:/archive/"
    assert len(set(before)) == 4
    project.settings(base_url="https://other.example/", identifier="tag:example.org,2026:/archive")
    project.build()
    assert ids() == before


def test_an_update_is_what_the_document_states_never_the_day_of_the_build(project: Project) -> None:
    project.article("تصويب", seed="عسل.txt", author="سامر", updated="2024-02-01T09:30+03:00", body="")
    project.build()
    entry = atom(project, "tags/عسل/feed.xml").entries[0]
    assert (entry.published, entry.updated) == ("2021-03-04T00:00:00Z", "2024-02-01T09:30:00+03:00")
    assert atom(project, "feed.xml").feed.updated == "2024-02-01T09:30:00+03:00"
    project.assert_as_clean()


def test_a_change_writes_the_feeds_that_it_is_in_and_no_other(project: Project) -> None:
    project.seed(
        "عسل",
        "موسم العسل",
        "2021-03-04",
        tags=["عسل"],
        source="صوت الوادي",
        body="نص جديد كل الجدة لهذا الخبر.",
    )
    feeds = {url for url in project.build().beside if "feed" in url}
    assert feeds == {"feed.xml", "feed.json", "tags/عسل/feed.xml", "sources/صوت-الوادي/feed.xml"}
    project.delete("seeds/قطار.txt")
    changes = project.build()
    assert not (project.output / "tags/سكك").exists()
    assert {url for url in changes.beside if "feed" in url} == set()
    project.assert_as_clean()


def test_a_listings_articles_are_one_list_of_citations(project: Project) -> None:
    folder = project.output / "sources/صوت-الوادي"
    items = json.loads((folder / "citations.json").read_text(encoding="utf-8"))
    assert [item["title"] for item in items] == ["عودة القطار", "موسم العسل", "قارب <جديد> & سريع"]
    assert (folder / "citations.bib").read_text(encoding="utf-8").count("@article{") == 3
    assert 'href="../../sources/صوت-الوادي/citations.bib"' in project.page("sources/صوت-الوادي/")
    # A single article has its citation on its own page.
    assert not (project.output / "tags/عسل/citations.bib").exists()


def test_long_lists_of_citations_are_divided_from_the_oldest(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsgen.plan.lists.CITATIONS", 2)
    monkeypatch.setattr("newsgen.build.syndicating.CITATIONS", 2)
    for day in range(10, 15):
        project.seed(f"يوم{day}", f"خبر اليوم {day}", f"2021-04-{day}", source="صوت الوادي")
    project.build(full=True)
    folder = project.output / "sources/صوت-الوادي"

    def titles(name: str) -> list[str]:
        return [item["title"] for item in json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))]

    assert titles("citations-1") == ["عودة القطار", "موسم العسل"]
    assert titles("citations-3") == ["خبر اليوم 11", "خبر اليوم 12"]
    assert titles("citations") == ["خبر اليوم 13", "خبر اليوم 14"]
    project.seed("يوم20", "خبر اليوم 20", "2021-04-20", source="صوت الوادي")
    written = {url for url in project.build().beside if "citations" in url}
    assert written == {f"sources/صوت-الوادي/citations.{kind}" for kind in ("bib", "json")}
    for day in (12, 13, 14):
        project.delete(f"seeds/يوم{day}.txt")
    project.build()
    assert not (folder / "citations-3.bib").exists()
    project.assert_as_clean()
