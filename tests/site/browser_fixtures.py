"""Chromium, and the sample archive on a host for it: a plugin, as the other fixtures of this folder."""

from __future__ import annotations

import os
import re
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from sample_archive import Sample

_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


def browser_program() -> str | None:
    """Chromium as this machine has it."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if (found := shutil.which(name))), None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium; without it the tests are skipped, but not in CI, where nothing may pass unseen."""
    program = browser_program()
    if program is None:
        if "CI" in os.environ:
            pytest.fail("the browser tests need Chromium")
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=_ARGUMENTS)
        yield chromium
        chromium.close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the base class's name
        pass


@pytest.fixture(scope="module")
def served(plain_sample: Sample) -> Iterator[str]:
    """The site's address on a plain host of this machine."""
    handler = partial(_Quiet, directory=str(plain_sample.root))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


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
        "tags": "tags/",
        "year": longest(r"\d{4}/"),
        "month": longest(r"\d{4}/\d\d/"),
        "dates": "dates/",
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
