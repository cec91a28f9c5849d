from __future__ import annotations

import re
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest
from render_samples import (
    ABOUT,
    EMPTY_HOME,
    HOME,
    PAGES,
    having,
    links,
    one,
    only,
    renderer,
    shown,
    story,
    words,
)

from newsgen import __version__
from newsgen.model.pages import Page
from newsgen.model.site import Face, Font

every_page = pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)


@every_page
def test_every_page_is_an_arabic_document_with_its_frame(page: Page) -> None:
    html = shown(page)
    assert (html.get("lang"), html.get("dir")) == ("ar", "rtl")
    for landmark in ("header", "main", "footer"):
        one(html, f"body/{landmark}")
    assert words(one(html, "head/title"))
    assert one(html, "head/meta[@name='description']").get("content")
    assert one(html, "head/meta[@name='generator']").get("content") == f"newsgen {__version__}"
    one(html, "head/meta[@name='viewport']")


@every_page
def test_every_page_has_one_style_sheet_two_scripts_and_nothing_inline(page: Page) -> None:
    html = shown(page)
    assert re.search(r"assets/style\.css\?v=\w{12}$", one(html, ".//link[@rel='stylesheet']").get("href", ""))
    scripts = [
        (script.get("src", "").rsplit("/", 1)[-1].split("?v=")[0], script.text, script.get("defer"))
        for script in html.iter("script")
        if script.get("type") != "application/ld+json"  # data, which runs nowhere
    ]
    # The first, of a few lines, has to run before anything is drawn.
    assert scripts == [("look.js", None, None), ("site.js", None, "")]
    assert list(html.iter("style")) == []
    assert not [
        name for element in html.iter() for name in element.attrib if name == "style" or name[:2] == "on"
    ]


@pytest.mark.parametrize(
    ("font", "files"),
    [("naskh", ["naskh-400", "naskh-700", "sans-400"]), ("sans", ["sans-400"]), ("system", [])],
)
def test_a_page_asks_early_for_the_fonts_of_its_face(font: Font, files: list[str]) -> None:
    html = shown(ABOUT, face=Face(font=font))
    preloads = [link.get("href") for link in html.findall("head/link[@rel='preload']")]
    assert preloads == [f"../assets/fonts/{name}.woff2" for name in files]


def test_a_site_whose_address_is_not_known_has_a_script_ask_for_fonts() -> None:
    html = shown(ABOUT, base_url="")
    assert html.findall("head/link[@rel='preload']") == []
    assert html.findall("head/script")[0].get("data-fonts") == "naskh-400 naskh-700 sans-400"


@every_page
def test_headings_begin_with_one_h1_and_skip_no_level(page: Page) -> None:
    levels = [
        int(element.tag[1]) for element in shown(page).iter() if re.fullmatch("h[1-6]", str(element.tag))
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@every_page
def test_ids_are_unique_and_every_reference_to_one_has_its_target(page: Page) -> None:
    html = shown(page)
    ids = [element.get("id") for element in html.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    references = {link.get("href", "")[1:] for link in html.iter("a") if link.get("href", "").startswith("#")}
    references |= {element.get("aria-labelledby", "") for element in html.iter()} - {""}
    assert references <= set(ids)


@every_page
def test_every_landmark_of_navigation_has_a_name(page: Page) -> None:
    names = [nav.get("aria-label") for nav in shown(page).iter("nav")]
    assert all(names)
    assert len(names) == len(set(names))


@every_page
def test_the_same_page_renders_to_the_same_text(page: Page) -> None:
    assert renderer().render(page) == renderer().render(page)


def _interface(html: Element) -> str:
    for code in html.iter("code"):
        code.text = ""
    return words(one(html, "body"))


@every_page
def test_an_interface_in_arabic_digits_prints_no_latin_ones(page: Page) -> None:
    terms_with_digits = "2023" if page is PAGES["tags"] or page is PAGES["home"] else ""
    text = _interface(shown(page, digits="arabic")).replace("SHA-256", "")
    assert set(re.findall("[0-9]+", text)) <= {terms_with_digits}


def test_the_section_of_the_page_is_marked_in_the_navigation() -> None:
    current = [link.get("href") for link in shown(ABOUT).iter("a") if link.get("aria-current") == "page"]
    assert current == ["../about/"]


def test_a_long_summary_is_cut_for_the_description() -> None:
    page = story(summary="كلمة " * 100)
    content = one(shown(page), "head/meta[@name='description']").get("content", "")
    assert len(content) <= 206
    assert content.endswith("…")


def test_the_home_page_shows_the_holdings_and_the_newest_articles_by_day() -> None:
    html = shown(HOME)
    assert [words(item) for item in only(html, "holdings").iter("li")] == [
        "11 خبرًا", "3 مصادر", "كاتب واحد", "100 وسم", "خبران بلا تاريخ",
    ]  # fmt: skip
    assert words(only(html, "span")) == "من 3 يناير 2019 إلى 8 ديسمبر 2023"
    assert len(having(html, "day")) == 2
    ways = links(only(html, "ways")).values()
    assert {"./dates/", "./sources/", "./tags/", "./2023/", "./tags/unesco/"} <= set(ways)
    assert links(html)["عن الأرشيف"] == "./about/"


def test_an_empty_archive_says_what_to_do() -> None:
    html = shown(EMPTY_HOME)
    assert [words(code) for code in only(html, "empty").iter("code")] == ["seeds/", "newsgen build"]
    assert having(html, "listing") == having(html, "holdings") == []


def test_the_about_page_tells_how_the_documents_were_read() -> None:
    html = shown(ABOUT)
    facts = [words(fact) for fact in only(html, "reading-facts").iter("li")]
    assert facts == ["لم تُقرأ: لا وثائق", "صُحّحت باليد: تصحيح واحد", "سُجّلت عند القراءة: مشكلتان"]
    rows = [(words(one(row, "th")), words(one(row, "td"))) for row in html.iter("tr")]
    assert rows == [("utf-8", "9"), ("no-date", "2")]
