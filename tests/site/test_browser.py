"""The sample archive in Chromium: served and opened from disk, narrow and wide, light and dark."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal
from urllib.parse import quote, unquote

import pytest
from browser_probes import FAINT, FOR_THUMBS, ROOM_AT_THE_START, SMALL, STICKING_OUT, Watch
from playwright.sync_api import Browser, Page, expect
from sample_archive import Sample, run

pytest_plugins = ["site_fixtures", "browser_fixtures"]

pytestmark = pytest.mark.browser

PROSE = "قال حارس الحديقة إن أشجار التوت أثمرت هذا العام قبل موعدها بأسبوعين كاملين."
WIDTHS = (360, 768, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_sticks_out_and_nothing_fails(
    browser: Browser, served: str, urls: dict[str, str], width: int, scheme: Literal["light", "dark"]
) -> None:
    with browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 800}) as tab:
        watch = Watch(tab, served)
        for kind, url in urls.items():
            tab.goto(served + quote(url))
            tab.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
            assert tab.evaluate(STICKING_OUT) == [], (kind, width)
        assert watch.faults == []


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_fails_when_the_site_is_opened_from_disk(
    browser: Browser, plain_sample: Sample, urls: dict[str, str], width: int
) -> None:
    with browser.new_page(viewport={"width": width, "height": 800}) as tab:
        watch = Watch(tab, plain_sample.root.as_uri())
        for kind, url in urls.items():
            # For hosts alone: the page of an address that was not found, which counts from the host's root,
            # and the search page, which has its index sent.
            if kind not in {"404", "search"}:
                tab.goto(from_disk(plain_sample.root, url))
                assert tab.evaluate(STICKING_OUT) == [], (kind, width)
        assert watch.faults == []


def from_disk(root: Path, url: str) -> str:
    return (root / url / "index.html").as_uri()


def test_a_site_on_disk_is_walked_by_clicking(page: Page, plain_sample: Sample) -> None:
    page.goto(from_disk(plain_sample.root, ""))
    page.click(".site-nav a:text('الوسوم')")
    expect(page.locator("h1")).to_have_text("الوسوم")
    page.click(".terms a >> nth=0")
    expect(page.locator(".eyebrow")).to_have_text("وسم")
    headline = page.locator(".card-title a >> nth=0").inner_text()
    page.click(".card-title a >> nth=0")
    expect(page.locator("h1.story-title")).to_have_text(headline)
    page.click(".story-date")
    expect(page.locator(".eyebrow")).to_have_text("يوم")
    page.click(".site-title a")
    expect(page.locator(".hero")).to_be_visible()
    assert page.url == from_disk(plain_sample.root, "")


def test_a_served_site_is_walked_by_clicking(page: Page, served: str) -> None:
    page.goto(served)
    page.click(".holdings a[href$='dates/']")
    page.click(".year h2 a >> nth=0")
    page.click(".calendar a >> nth=0")
    assert re.fullmatch(served + r"\d{4}/\d\d/\d\d/", page.url)
    page.click(".card-title a >> nth=0")
    expect(page.locator("h1.story-title")).to_be_visible()
    page.click(".crumbs a >> nth=0")
    assert page.url == served


def test_text_runs_from_right_to_left_and_starts_at_the_right(
    page: Page, served: str, urls: dict[str, str]
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    for kind, url in urls.items():
        page.goto(served + quote(url))
        heading = page.locator("h1")
        style = heading.evaluate("e => [getComputedStyle(e).direction, getComputedStyle(e).textAlign]")
        assert style in (["rtl", "start"], ["rtl", "right"]), kind
        edge = heading.evaluate(ROOM_AT_THE_START)
        assert abs(edge) < 2, kind


def test_latin_runs_are_isolated_and_run_from_left_to_right(
    page: Page, served: str, urls: dict[str, str]
) -> None:
    styles: list[list[str]] = []
    for url in urls.values():
        page.goto(served + quote(url))
        styles += page.locator("main bdi:not([lang=en] bdi)").evaluate_all(
            "found => found.map(e => getComputedStyle(e)).map(style => [style.unicodeBidi, style.direction])"
        )
    assert len(styles) > 3
    assert all(style == ["isolate", "ltr"] for style in styles)


def test_the_keyboard_reaches_the_content_first(page: Page, served: str, urls: dict[str, str]) -> None:
    page.goto(served + quote(urls["article"]))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_what_is_folded_away_opens(page: Page, served: str, urls: dict[str, str]) -> None:
    page.goto(served + quote(urls["article"]))
    digest = page.locator(".sha256")
    expect(digest).to_be_hidden()
    page.click(".story-provenance summary")
    expect(digest).to_be_visible()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_stands_out_from_its_ground(
    browser: Browser, served: str, urls: dict[str, str], scheme: Literal["light", "dark"]
) -> None:
    """The contrast of all text is at least 4.5 to 1."""
    with browser.new_page(color_scheme=scheme) as tab:
        for kind, url in urls.items():
            tab.goto(served + quote(url))
            assert tab.evaluate(FAINT) == [], (kind, scheme)


@pytest.mark.parametrize("kind", ["home", "article", "tag", "tags", "year", "month", "dates", "about", "404"])
def test_links_are_large_enough_for_a_thumb(page: Page, served: str, urls: dict[str, str], kind: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(served + quote(urls[kind]))
    assert page.evaluate(SMALL, FOR_THUMBS) == []


def test_an_address_in_arabic_is_found_in_either_spelling(
    page: Page, served: str, urls: dict[str, str]
) -> None:
    for address in (served + urls["tag"], served + quote(urls["tag"])):
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200
        assert unquote(page.url) == served + urls["tag"]


def test_a_name_in_two_scripts_keeps_the_space_between_them(page: Page, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    tags = ["تطبيق Wi-Fi", "شركة Google الكبرى"]
    names = f"المصدر: BBC عربي\nكتب: أحمد Smith\n{PROSE}\nالوسوم: {'، '.join(tags)}"
    (tmp_path / "seeds/a.txt").write_text(f"حفل في القرية\n{names}\n", encoding="utf-8")
    run("-C", str(tmp_path), "build", "--jobs", "1")
    (story,) = (tmp_path / "site/undated").glob("*/index.html")
    page.goto(story.as_uri())
    expect(page.locator(".story-source")).to_have_text("BBC عربي", use_inner_text=True)
    expect(page.locator(".story-author")).to_have_text("أحمد Smith", use_inner_text=True)
    expect(page.locator(".story-tags a")).to_have_text(tags, use_inner_text=True)
