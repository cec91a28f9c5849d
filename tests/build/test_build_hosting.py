"""Sitemaps, redirects, compressed twins, and the files that hosts read."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from urllib.parse import quote

import brotli
import pytest
from lxml import etree
from site_driver import Project

BASE = "https://example.org/archive/"
SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).with_name("sitemap.xsd")))
HONEY = "2021/03/04/موسم-العسل/"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path / "project", base_url=BASE)
    made.seed("عسل", "موسم العسل", "2021-03-04", tags=["عسل"], source="صوت الوادي")
    made.seed("قارب", "قارب جديد", "2021-03-05")
    made.seed("قطار", "عودة القطار")
    made.build()
    return made


def sitemap(project: Project, name: str) -> dict[str, str | None]:
    """Address and date of each entry; the file has to keep to the protocol."""
    tree = etree.parse(project.output / name)
    SCHEMA.assertValid(tree)
    found = {}
    for entry in tree.getroot():
        texts = {etree.QName(child).localname: child.text for child in entry}
        found[texts["loc"] or ""] = texts.get("lastmod")
    return found


def test_a_sitemap_names_every_article_with_its_date(project: Project) -> None:
    found = sitemap(project, "sitemap.xml")
    assert found[BASE + quote(HONEY)] == "2021-03-04"
    assert found[BASE + quote("undated/عودة-القطار/")] is None
    assert {BASE, f"{BASE}about/", f"{BASE}2021/03/"} <= found.keys()
    robots = (project.output / "robots.txt").read_text(encoding="utf-8")
    assert robots.splitlines() == ["User-agent: *", "Allow: /", f"Sitemap: {BASE}sitemap.xml"]


def test_a_large_archive_has_an_index_of_sitemaps(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    for room in ("exporting", "hosting"):
        monkeypatch.setattr(f"newsgen.build.{room}.PART", 2)
    project.build(full=True)
    assert sitemap(project, "sitemap.xml") == {
        f"{BASE}sitemap-pages.xml": None,
        f"{BASE}sitemap-2021-03.xml": "2021-03-05",
        f"{BASE}sitemap-undated.xml": None,
    }
    assert sitemap(project, "sitemap-2021-03.xml") == {
        BASE + quote(HONEY): "2021-03-04",
        BASE + quote("2021/03/05/قارب-جديد/"): "2021-03-05",
    }
    assert sitemap(project, "sitemap-pages.xml")[f"{BASE}2021/"] is None
    project.assert_as_clean()


def test_without_a_sites_address_there_is_no_sitemap(project: Project) -> None:
    project.settings(news_sitemap="true")
    project.build()
    assert list(project.output.glob("*sitemap*")) == []
    assert "Sitemap" not in (project.output / "robots.txt").read_text(encoding="utf-8")
    project.assert_as_clean()


def test_a_news_sitemap_has_the_last_two_days_counted_from_the_newest_article(project: Project) -> None:
    project.seed("قديم", "خبر قديم", "2021-03-03")
    project.settings(base_url=BASE, news_sitemap="true", title='أرشيف "الوادي"')
    project.build()
    assert sitemap(project, "news-sitemap.xml").keys() == {
        BASE + quote(HONEY),
        BASE + quote("2021/03/05/قارب-جديد/"),
    }
    text = (project.output / "news-sitemap.xml").read_text(encoding="utf-8")
    assert '<news:name>أرشيف "الوادي"</news:name><news:language>ar</news:language>' in text
    assert f"Sitemap: {BASE}news-sitemap.xml" in (project.output / "robots.txt").read_text(encoding="utf-8")
    project.assert_as_clean()


# Corrections that move an article


def test_a_former_address_leads_to_the_present_one(project: Project) -> None:
    project.article("تصويب", seed="عسل.txt", title="موسم العسل في الجبل", body="")
    changes = project.build()
    new = "2021/03/04/موسم-العسل-في-الجبل/"
    assert {HONEY, new} <= changes.written
    assert f'content="0; url=../../../../{new}"' in project.page(HONEY)
    assert f'href="{BASE}{quote(new)}"' in project.page(HONEY)
    redirects = (project.output / "_redirects").read_text(encoding="utf-8")
    assert redirects == f"/archive/{quote(HONEY)} /archive/{quote(new)} 301\n"
    project.assert_as_clean()
    project.article("تصويب", seed="عسل.txt", date="2021-04-01", body="")
    changes = project.build()
    assert new in changes.removed
    assert "2021/04/01/موسم-العسل/" in project.page(HONEY)
    project.delete("articles/تصويب.md")
    project.build()
    assert "اجتمع أهالي القرية" in project.page(HONEY)
    assert not (project.output / "_redirects").exists()
    project.assert_as_clean()


def test_a_former_address_that_another_article_has_now_is_that_articles(project: Project) -> None:
    project.article("تصويب", seed="عسل.txt", title="موسم العسل في الجبل", body="")
    project.build()
    project.seed("آخر", "موسم العسل", "2021-03-04", body="نص الخبر الآخر الذي له العنوان نفسه.")
    project.build()
    assert "نص الخبر الآخر" in project.page(HONEY)
    old = re.findall(r"^/archive/(\S+) ", (project.output / "_redirects").read_text(encoding="utf-8"))
    assert [re.fullmatch(rf"{quote(HONEY[:-1])}--\w{{12}}/", address) is not None for address in old] == [
        True
    ]
    project.assert_as_clean()
    project.delete("seeds/آخر.txt")
    project.build()
    assert "موسم-العسل-في-الجبل" in project.page(HONEY)
    project.assert_as_clean()


def test_a_slug_that_keeps_the_address_makes_no_redirect(project: Project) -> None:
    project.article("تصويب", seed="عسل.txt", title="عنوان مصحح", slug="موسم-العسل", body="")
    project.build()
    assert "عنوان مصحح" in project.page(HONEY)
    assert not (project.output / "_redirects").exists()


# Hosts


def test_headers_have_a_strict_policy_and_keep_versioned_files_for_ever(project: Project) -> None:
    headers = (project.output / "_headers").read_text(encoding="utf-8")
    rules: dict[str, dict[str, str]] = {}
    for line in headers.splitlines():
        if line.startswith("/"):
            rule = rules.setdefault(line, {})
        else:
            name, value = line.strip().split(": ", 1)
            rule[name] = value
    policy = rules["/archive/*"]["Content-Security-Policy"].split("; ")
    assert {"default-src 'none'", "script-src 'self'", "style-src 'self'"} <= set(policy)
    assert "unsafe" not in headers
    kept = {path for path, rule in rules.items() if "immutable" in rule.get("Cache-Control", "")}
    assert {"/archive/assets/style.css", "/archive/assets/site.js", "/archive/assets/cite.js"} <= kept
    for path in kept:
        assert re.search(
            rf"{path.removeprefix('/archive/')}\?v=\w{{12}}",
            project.page(HONEY) + project.page("") + project.page("search/"),
        )
    assert (project.output / ".nojekyll").read_bytes() == b""


def test_a_projects_own_file_for_a_host_stands_for_newsgens(project: Project) -> None:
    project.write("static/robots.txt", "User-agent: *\nDisallow: /\n")
    project.write("static/_headers", "/*\n  X-Own: 1\n")
    project.build()
    assert "Disallow" in (project.output / "robots.txt").read_text(encoding="utf-8")
    assert "X-Own" in (project.output / "_headers").read_text(encoding="utf-8")
    project.delete("static/robots.txt")
    project.build()
    assert "Sitemap" in (project.output / "robots.txt").read_text(encoding="utf-8")
    project.assert_as_clean()


def test_text_files_have_compressed_twins_where_they_are_wanted(project: Project) -> None:
    project.settings(base_url=BASE, precompress="[gz, br]")
    project.build()
    texts = (".html", ".css", ".js", ".svg", ".xml", ".json", ".txt", ".bib")
    files = [file for file in project.output.rglob("*") if file.is_file()]
    # Neither data, which are fetched to be kept, nor the search's own files.
    others = (project.output / "data", project.output / "search")
    originals = [file for file in files if file.suffix in texts and not set(others) & set(file.parents)]
    twins = [file for file in files if file.suffix in {".gz", ".br"} and others[1] not in file.parents]
    assert len(twins) == 2 * len(originals) > 40
    for file in originals:
        assert gzip.decompress(file.with_name(f"{file.name}.gz").read_bytes()) == file.read_bytes()
        assert brotli.decompress(file.with_name(f"{file.name}.br").read_bytes()) == file.read_bytes()
    project.assert_as_clean()


def test_twins_come_and_go_with_their_pages_and_with_the_setting(project: Project) -> None:
    project.settings(base_url=BASE, precompress="[gz]")
    project.build()
    project.delete("seeds/عسل.txt")
    project.build()
    assert not (project.output / "2021/03/04").exists()
    project.assert_as_clean()
    (project.output / "about/index.html.gz").unlink()
    (project.output / "dates/index.html.gz").write_bytes(b"of another page")
    project.build(full=True)
    project.assert_as_clean()
    project.settings(base_url=BASE)
    project.build()
    assert list(project.output.rglob("*.gz")) == []
    project.assert_as_clean()
