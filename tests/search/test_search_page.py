"""The search page in Chromium, on a host with a strict policy."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect
from search_sites import SOURCES, TAGS, counts, found, hosted, round_trips, search, titles

pytest_plugins = ["search_fixtures"]
pytestmark = pytest.mark.browser
QUERIES = (
    "المنارة",
    "الميناء مطر",
    '"المدرسة الوزير"',
    "القطار -الطلاب",
    'البحر -"السوق المدرسة"',
    "بلدية",
    "كتب",
    "غيرموجود",
    "رقمه 0007",
)
SORTS = ("newest", "oldest", "relevance")


@pytest.fixture(scope="module")
def host(archive: Path) -> Iterator[str]:
    with hosted(archive) as address:
        yield address


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("query", QUERIES)
def test_browser_and_terminal_give_the_same_results_in_the_same_order(
    tab: Page, host: str, archive: Path, query: str, sort: str
) -> None:
    shown = search(tab, host, query, sort=sort)
    assert shown == [article.heading for article in found(archive, query, sort=sort)][:10]


def test_older_results_come_until_there_are_none(tab: Page, host: str, archive: Path) -> None:
    expected = [article.heading for article in found(archive, "المنارة")]
    shown = search(tab, host, "المنارة")
    older = tab.locator("#search-older")
    while older.is_visible():
        older.click()
        expect(tab.locator("#search-results a").nth(len(shown))).to_be_attached()
        shown = titles(tab)
    assert len(expected) > 30
    assert shown == expected
    expect(tab.locator("#search-status")).to_have_attribute("data-count", str(len(expected)))


def test_filters_narrow_a_search_down_and_stand_in_the_address(tab: Page, host: str, archive: Path) -> None:
    tab.goto(f"{host}search/?q=المنارة")
    titles(tab)
    source = tab.locator("select[name=source]")
    options = source.locator("option").all_inner_texts()
    assert sorted(text.rsplit(" ", 1)[0] for text in options[1:]) == sorted(SOURCES)
    source.select_option(SOURCES[1])
    tab.wait_for_url("**source=**")
    expected = found(archive, "المنارة", source=SOURCES[1])
    expect(tab.locator("#search-status")).to_have_attribute("data-count", str(len(expected)))
    assert f"({len(expected)})" in options[[text.rsplit(" ", 1)[0] for text in options].index(SOURCES[1])]
    narrowed = found(archive, "المنارة", tag=TAGS[2], first_year=2016, last_year=2016)
    assert 0 < len(narrowed) < len(found(archive, "المنارة"))
    shown = search(tab, host, "المنارة", **{"tag": TAGS[2], "from": "2016", "to": "2016"})
    assert shown == [article.heading for article in narrowed][:10]


def test_words_are_marked_whole_in_the_excerpt(tab: Page, host: str) -> None:
    search(tab, host, "مدرسة ميناء")
    marked = set(tab.locator("#search-results mark").all_inner_texts())
    assert marked == {"المدرسة", "والميناء"}


def test_results_come_while_typing_but_not_a_search_for_each_key(tab: Page, host: str) -> None:
    tab.goto(f"{host}search/")
    tab.evaluate(
        "window.states = []; new MutationObserver(() => states.push(document.querySelector('#search-status')"
        ".dataset.state)).observe(document.querySelector('#search-status'), { attributes: true })"
    )
    tab.locator("#search-query").press_sequentially("المنارة", delay=20)
    assert titles(tab)
    assert (
        tab.evaluate("states.filter((state, at) => state === 'loading' && states[at - 1] !== state).length")
        == 1
    )
    assert "q=" in tab.url


def test_keys_lead_to_the_field_and_through_the_results(tab: Page, host: str) -> None:
    search(tab, host, "المنارة")
    tab.locator("main").focus()
    tab.keyboard.press("/")
    expect(tab.locator("#search-query")).to_be_focused()
    expect(tab.locator("#search-query")).to_have_value("المنارة")
    links = tab.locator("#search-results a")
    for key, place in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0)):
        tab.keyboard.press(key)
        expect(links.nth(place)).to_be_focused()
    title = links.nth(0).inner_text()
    tab.keyboard.press("Enter")
    expect(tab.locator("h1")).to_have_text(title)


def test_the_query_survives_the_way_back(tab: Page, host: str) -> None:
    shown = search(tab, host, "المنارة", sort="oldest")
    tab.locator("#search-results a").first.click()
    expect(tab.locator("h1")).to_have_text(shown[0])
    tab.go_back()
    assert titles(tab) == shown
    expect(tab.locator("#search-query")).to_have_value("المنارة")
    tab.locator("#search-query").fill("البحر")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**?q=%D8%A7%D9%84%D8%A8%D8%AD%D8%B1**")
    tab.go_back()
    expect(tab.locator("#search-query")).to_have_value("المنارة")
    expect(tab.locator("#search-results a").first).to_have_text(shown[0])


def test_the_field_on_every_page_leads_to_the_results(tab: Page, host: str) -> None:
    tab.goto(f"{host}tags/")
    tab.keyboard.press("/")
    tab.keyboard.type("المنارة")
    tab.keyboard.press("Enter")
    assert titles(tab)
    assert tab.locator(".site-search").count() == 0


def test_what_cannot_be_loaded_is_told_and_tried_again(tab: Page, archive: Path) -> None:
    broken = {".bin"}
    with hosted(archive, broken) as host:
        tab.goto(f"{host}search/?q=المنارة")
        status = tab.locator("#search-status[data-state=error]")
        expect(status).to_contain_text("أعد المحاولة")
        broken.clear()
        tab.locator("#search-retry").click()
        assert titles(tab)
        expect(tab.locator("#search-retry")).to_be_hidden()


def test_nothing_found_and_nothing_asked_are_told_apart(tab: Page, host: str) -> None:
    assert search(tab, host, "غيرموجود") == []
    expect(tab.locator("#search-status")).to_contain_text("لا نتائج")
    expect(tab.locator("#search-status")).to_have_attribute("role", "status")
    tab.goto(f"{host}search/")
    expect(tab.locator("#search-status")).to_have_attribute("data-state", "idle")


def test_without_scripts_other_ways_are_offered(chromium: Browser, host: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{host}search/")
        for way in ("dates/", "tags/", "sources/"):
            expect(page.locator(f"noscript a[href='../{way}']")).to_be_visible()


def test_a_page_opened_from_disk_says_why_it_cannot_search(tab: Page, archive: Path) -> None:
    tab.goto((archive / "search/index.html").as_uri())
    expect(tab.locator("#search-status[data-state=error]")).to_contain_text("newsgen serve")


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_sticks_out_of_the_results(chromium: Browser, host: str, width: int) -> None:
    with chromium.new_page(viewport={"width": width, "height": 800}) as page:
        assert search(page, host, "المنارة")
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_first_query_asks_for_little_in_four_round_trips(tab: Page, host: str) -> None:
    asked: list[Request] = []
    tab.on("request", lambda request: asked.append(request))  # noqa: PLW0108  it is marked
    # The page; script and manifest; words and contents; texts.
    assert round_trips(tab, f"{host}search/?q=المنارة مطر") == 4
    tab.wait_for_load_state("networkidle")
    sizes = [len(got.body()) for request in asked if counts(request) and (got := request.response())]
    assert sum(sizes) < 120_000


def test_the_terminal_prints_what_is_found(archive: Path) -> None:
    command = [sys.executable, "-m", "newsgen", "-C", str(archive.parent), "search", "--limit", "3"]
    done = subprocess.run(
        [*command, "--", "المنارة", "-الطلاب"], capture_output=True, encoding="utf-8", check=True
    )
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    expected = found(archive, "المنارة -الطلاب")[:3]
    assert [line[2:] for line in lines] == [[shown.heading, shown.url] for shown in expected]
    lost = subprocess.run(
        [*command, "--output", "elsewhere", "x"], capture_output=True, encoding="utf-8", check=False
    )
    assert lost.returncode == 2
    assert "newsgen build" in lost.stderr
