"""The reload script in a real browser."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest
from playwright.sync_api import Error, Page, expect, sync_playwright
from serve_client import PATIENCE, wait_until

from newsgen.errors import TemplateError
from newsgen.serve import Preview

pytestmark = pytest.mark.browser

# The strictest policy that a site's own pages may set and still be reloaded.
_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'"
_PAGE = (
    '<!DOCTYPE html><meta http-equiv="Content-Security-Policy" content="{policy}">'
    "<body><h1>{seed}</h1><pre>{lines}</pre></body>"
)


@pytest.fixture
def page() -> Iterator[Page]:
    """Open a page in Chromium."""
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        except Error:
            if "CI" in os.environ:
                raise
            pytest.skip("Chromium is not installed")
        yield browser.new_page()
        browser.close()


def test_the_browser_reloads_and_keeps_its_place_even_over_a_failed_build(page: Page, tmp_path: Path) -> None:
    seed, output, urls = tmp_path / "seed.txt", tmp_path / "site", Queue[str]()
    seed.write_text("الأول")

    def build() -> None:
        if seed.read_text() == "":
            raise TemplateError("the seed is empty")
        output.mkdir(exist_ok=True)
        content = _PAGE.format(policy=_POLICY, seed=seed.read_text(), lines="\n" * 500)
        (output / "index.html").write_text(content)

    def start(port: int) -> tuple[Preview, threading.Thread, str]:
        preview = Preview(output, [seed], build, port=port, announce=lambda _: None)
        runner = threading.Thread(target=preview.run, args=(urls.put,))
        runner.start()
        return preview, runner, urls.get(timeout=PATIENCE)

    heading = page.locator("h1")
    preview, runner, url = start(0)
    try:
        page.goto(url)
        page.evaluate("scrollTo(0, 2000)")
        seed.write_text("الثاني")
        expect(heading).to_have_text("الثاني")
        wait_until(lambda: page.evaluate("scrollY") == 2000)
        seed.write_text("")
        expect(heading).to_have_text("تعذّر بناء الموقع")
        seed.write_text("الثالث")
        expect(heading).to_have_text("الثالث")
        wait_until(lambda: page.evaluate("scrollY") == 2000)
    finally:
        preview.stop()
        runner.join(PATIENCE)
    seed.write_text("الرابع")
    preview, runner, _ = start(int(url.rstrip("/").rpartition(":")[2]))
    try:
        expect(heading).to_have_text("الرابع")
    finally:
        preview.stop()
        runner.join(PATIENCE)
