"""Faults of feeds and sitemaps, in files made for it: what newsgen writes has none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsgen.checks import check_atom, check_json_feed, check_sitemap

ENTRY = "<entry><id>tag:a,2026:{0}</id><title>ع</title><updated>{1}</updated></entry>"
MOMENT = "2021-03-04T00:00:00Z"


def atom(folder: Path, inside: str) -> list[str]:
    head = f"<id>tag:a,2026:</id><title>ع</title><updated>{MOMENT}</updated>"
    text = f'<feed xmlns="http://www.w3.org/2005/Atom">{head}{inside}</feed>'
    (folder / "feed.xml").write_text(text, encoding="utf-8")
    return [finding.message for finding in check_atom(folder, "feed.xml")]


AUTHOR = "<author><name>ع</name></author>"


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        (AUTHOR + ENTRY.format("1", MOMENT) + ENTRY.format("2", MOMENT), None),
        (AUTHOR + ENTRY.format("1", MOMENT) * 2, "2 entries have the id tag:a,2026:1"),
        (
            AUTHOR + ENTRY.format("1", "2021-03-04"),
            "entry 1 has 2021-03-04 as updated, which is no RFC 3339 date",
        ),
        (AUTHOR + "<entry/>", "entry 1 has no id, or several"),
        (ENTRY.format("1", MOMENT), "an entry has no author, nor has the feed"),
        ("<title>ب</title>" + AUTHOR, "the feed has no title, or several"),
    ],
)
def test_a_fault_of_an_atom_feed_is_told(tmp_path: Path, inside: str, message: str | None) -> None:
    found = atom(tmp_path, inside)
    assert (found == []) if message is None else (message in found)


def test_a_broken_feed_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text("<feed>\n<entry></feed>", encoding="utf-8")
    (finding,) = check_atom(tmp_path, "feed.xml")
    assert (finding.line, finding.code) == (2, "feed-invalid")


def test_faults_of_a_json_feed_are_told(tmp_path: Path) -> None:
    items = [
        {"id": "1", "content_text": "ع"},
        {"id": "1"},
        {"id": "2", "content_text": "ع", "date_published": "أمس"},
        {},
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "ع", "items": items}
    (tmp_path / "feed.json").write_text(json.dumps(feed), encoding="utf-8")
    assert [finding.message for finding in check_json_feed(tmp_path, "feed.json")] == [
        "item 2 has no content",
        "item 3 has أمس as date_published, which is no RFC 3339 date",
        "item 4 has no id",
        "2 items have the id 1",
    ]
    (tmp_path / "feed.json").write_text("{}", encoding="utf-8")
    assert len(list(check_json_feed(tmp_path, "feed.json"))) == 1


def test_faults_of_a_sitemap_are_told(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text("", encoding="utf-8")
    entries = [
        ("https://a.example/a/", "2021-03-04"),
        ("https://a.example/b/", "2021-03-04"),
        ("https://b.example/a/", "أمس"),
    ]
    urls = "".join(f"<url><loc>{loc}</loc><lastmod>{day}</lastmod></url>" for loc, day in entries)
    text = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'
    (tmp_path / "sitemap.xml").write_text(text, encoding="utf-8")
    found = [(f.code, f.message) for f in check_sitemap(tmp_path, "sitemap.xml", "https://a.example/")]
    assert found == [
        ("sitemap-dead", "there is no page at https://a.example/b/"),
        ("sitemap-invalid", "https://b.example/a/ is not below https://a.example/"),
        ("sitemap-invalid", "أمس is no date by W3C-DTF"),
    ]


def test_a_sitemap_of_too_many_addresses_is_told(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("", encoding="utf-8")
    urls = "<url><loc>https://a.example/</loc></url>" * 50_001
    text = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'
    (tmp_path / "sitemap.xml").write_text(text, encoding="utf-8")
    (finding,) = check_sitemap(tmp_path, "sitemap.xml", "https://a.example/")
    assert "50,001 addresses" in finding.message
