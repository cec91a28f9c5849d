"""A built archive to search, and Chromium to search it in: a plugin."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from search_sites import build_site, invented, write_articles

from newsgen.plan import segments
from newsgen.search import segment


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Chromium; without it the tests are skipped, but not in CI, where nothing may pass unseen."""
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next((path for name in names if (path := shutil.which(name))), None)
    if program is None:
        if "CI" in os.environ:
            pytest.fail("the browser tests need Chromium")
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Page]:
    """A tab in which nothing may fail."""
    page = chromium.new_page()
    page.set_default_timeout(10_000)
    faults: list[str] = []
    # A view transition that comes too late is nothing that a reader sees.
    page.on("pageerror", lambda error: None if "Transition" in str(error) else faults.append(str(error)))
    yield page
    page.close()
    assert faults == []


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of four hundred invented articles over two years."""
    project = tmp_path_factory.mktemp("archive")
    write_articles(project, map(invented, range(400)))
    return build_site(project)


@pytest.fixture
def short_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    """Segments of ten articles in sixteen shards, directories of three segments."""
    monkeypatch.setattr(segments, "LEAST", 4)
    monkeypatch.setattr(segments, "MOST", 10)
    monkeypatch.setattr(segments, "_MOST_TOGETHER", 3)
    monkeypatch.setattr(segment, "_ARTICLES_A_SHARD", 1)
