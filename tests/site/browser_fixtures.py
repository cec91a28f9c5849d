"""Chromium, and the sample archive on a host for it: a plugin, as the other fixtures of this folder."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from sample_archive import Sample
from site_host import browser_program, hosted, skip

_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium; without it the tests are skipped, but not in CI, where nothing may pass unseen."""
    program = browser_program() or skip("the browser tests need Chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=_ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def served(plain_sample: Sample) -> Iterator[str]:
    """The site's address on a host of this machine."""
    with hosted(plain_sample.root) as address:
        yield address


@pytest.fixture(scope="module")
def urls(plain_sample: Sample) -> dict[str, str]:
    """One page of each kind: that with most on it."""

    def longest(pattern: str) -> str:
        found = [url for url in plain_sample.pages if re.fullmatch(pattern, url)]
        return max(found, key=lambda url: (plain_sample.root / url / "index.html").stat().st_size)

    return {
        "home": "",
        "article": longest(r"\d{4}/\d\d/\d\d/[^/]+/"),
        "written by hand": next(r["url"] for r in plain_sample.records if r["path"].endswith(".md")),
        "undated article": longest(r"undated/[^/]+/"),
        "tag": longest(r"tags/[^/]+/"),
        "source": longest(r"sources/[^/]+/"),
        "author": longest(r"authors/[^/]+/"),
        "older page": longest(r"sources/[^/]+/page/\d+/"),
        "tags": "tags/",
        "sources": "sources/",
        "authors": "authors/",
        "year": longest(r"\d{4}/"),
        "month": longest(r"\d{4}/\d\d/"),
        "day": longest(r"\d{4}/\d\d/\d\d/"),
        "undated": "undated/",
        "dates": "dates/",
        "search": "search/",
        "about": "about/",
        "404": "404.html",
    }


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A tab."""
    tab = browser.new_page()
    tab.set_default_timeout(10_000)
    yield tab
    tab.close()
