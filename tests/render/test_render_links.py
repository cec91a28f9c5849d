from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import urljoin

import pytest
from render_samples import NOT_FOUND, NUMBERED_LISTING, PAGES, STORY, having, links, one, shown

from newsgen.metadata import base_path, permalink
from newsgen.render.links import is_web_address, root_from


@pytest.mark.parametrize(
    ("url", "root"),
    [
        ("", "./"),
        ("404.html", "./"),
        ("tags/", "../"),
        ("a/b/", "../../"),
        ("2023/12/08/خبر/", "../../../../"),
    ],
)
def test_the_way_to_the_root_depends_on_the_pages_depth(url: str, root: str) -> None:
    assert root_from(url) == root


@pytest.mark.parametrize("name", [name for name in PAGES if name != "404"])
def test_every_link_leads_inside_the_site_at_every_depth(name: str) -> None:
    page = PAGES[name]
    html = shown(page)
    address = "https://host/below/a/path/" + page.url
    # An article's own Markdown may lead outside; the samples have none.
    references = [link.get("href", "") for link in html.iter("a")]
    references += [link.get("href", "") for link in html.iter("link") if link.get("rel") != "canonical"]
    references += [script.get("src", "") for script in html.iter("script")]
    for reference in references:
        assert not reference.startswith("/")
        assert urljoin(address, reference).startswith("https://host/below/a/path/")


def test_arabic_addresses_stay_readable_in_links() -> None:
    assert links(shown(STORY))["الكتب"] == "../../../../tags/الكتب/"


def test_the_canonical_link_is_absolute_and_percent_encoded() -> None:
    link = one(shown(NUMBERED_LISTING), ".//link[@rel='canonical']")
    assert link.get("href") == "https://example.org/archive/tags/%D8%A7%D9%84%D9%83%D8%AA%D8%A8/page/2/"
    assert permalink("https://example.org/", "") == "https://example.org/"


def test_there_is_no_canonical_link_where_the_sites_address_is_not_known() -> None:
    assert shown(STORY, base_url="").findall(".//link[@rel='canonical']") == []


@pytest.mark.parametrize(
    ("base_url", "path"),
    [("", "/"), ("https://example.org/", "/"), ("https://example.org/news/archive/", "/news/archive/")],
)
def test_the_not_found_page_counts_its_links_from_the_sites_root(base_url: str, path: str) -> None:
    html = shown(NOT_FOUND, base_url=base_url)
    assert base_path(base_url) == path
    assert one(html, "head/base").get("href") == path
    assert {PurePosixPath(href).parts[0] for href in links(html).values() if href != "./"} == {
        "dates", "sources", "tags", "authors", "about",
    }  # fmt: skip
    assert having(html, "skip") == []


@pytest.mark.parametrize("url", ["https://example.com/a?b#c", "HTTP://example.com"])
def test_web_addresses_may_be_linked(url: str) -> None:
    assert is_web_address(url)


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.com",
        "/path",
        "https:",
        "http://[",
    ],
)
def test_nothing_but_web_addresses_may_be_linked(url: str | None) -> None:
    assert not is_web_address(url)
