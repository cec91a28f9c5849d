"""Every kind of page, by the checkers that others have written: axe-core, the Nu HTML checker, Lighthouse.

They come from npm, see tests/checkers/package.json; `make test` puts them there where npm is installed.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from itertools import product
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser
from sample_archive import REPOSITORY, Sample, build_sample
from site_host import browser_program, hosted, skip

pytest_plugins = ["site_fixtures", "browser_fixtures"]
pytestmark = pytest.mark.browser

CHECKERS = REPOSITORY / "tests/checkers/node_modules"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FOUND = """async tags => {
  const runOnly = { type: "tag", values: tags };
  const { violations } = await axe.run({ runOnly, resultTypes: ["violations"] });
  return violations.map(v => `${v.id}: ${v.help}: ${v.nodes.map(n => n.html.slice(0, 120))}`);
}"""
# Rules of style sheets that are younger than the checker.
YOUNGER = ("Unrecognized at-rule “@view-transition”",)
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def checker(path: str) -> Path:
    """A checker's file; where it is not installed the test is skipped, but not in CI."""
    file = CHECKERS / path
    return file if file.exists() else skip("the checkers are not installed: make tests/checkers/node_modules")


def test_axe_finds_nothing_on_any_kind_of_page(browser: Browser, served: str, urls: dict[str, str]) -> None:
    axe = checker("axe-core/axe.min.js").read_text(encoding="utf-8")
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    with browser.new_page(reduced_motion="reduce") as tab:
        for kind, url in urls.items():
            tab.goto(served + quote(url))
            tab.evaluate(axe)
            for width, scheme in product((360, 1280), schemes):
                tab.set_viewport_size({"width": width, "height": 800})
                tab.emulate_media(color_scheme=scheme)
                assert tab.evaluate(FOUND, WCAG) == [], (kind, width, scheme)


def test_the_html_checker_finds_no_error_in_any_page_picture_or_style(published_sample: Sample) -> None:
    jar = checker("vnu-jar/build/dist/vnu.jar")
    java = shutil.which("java") or skip("the Nu HTML checker needs Java")
    root = published_sample.root
    files = [file for ending in ("html", "svg", "css") for file in sorted(root.rglob(f"*.{ending}"))]
    command: list[str | Path] = [
        java,
        "-jar",
        jar,
        "--errors-only",
        "--also-check-css",
        "--also-check-svg",
        "--format",
        "json",
    ]
    checked = subprocess.run([*command, *files], capture_output=True, encoding="utf-8", check=False)
    errors = [
        f"{message['url']}:{message.get('lastLine')}: {message['message']}"
        for message in json.loads(checked.stderr)["messages"]
        if not message["message"].endswith(YOUNGER)
    ]
    assert errors == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["home", "article", "dates"])
def test_lighthouse_gives_the_highest_marks(published: tuple[str, Sample], kind: str) -> None:
    address, sample = published
    articles = [record["url"] for record in sample.records if record["published"] and record["tags"]]
    url = {"home": "", "dates": "dates/", "article": max(articles, key=len)}[kind]
    # The best of three: what else a machine does shows in its times.
    marks = [lighthouse(address + quote(url)) for _ in range(3)]
    assert max(marks, key=lambda mark: sum(mark.values())) == dict.fromkeys(CATEGORIES, 1)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The sample archive, published at the address at which it is served."""
    folder = tmp_path_factory.mktemp("published")
    root = folder / "project/site"
    with hosted(root) as address:
        yield address, build_sample(folder, f"base_url: {address}\n", address)


def lighthouse(address: str) -> dict[str, float]:
    """Lighthouse's marks for a page as a telephone sees it, from 0 to 1."""
    program = checker("lighthouse/cli/index.js")
    node = shutil.which("node") or skip("Lighthouse needs Node.js")
    chromium = browser_program() or skip("Lighthouse needs Chromium")
    flags = "--headless --no-sandbox --disable-gpu --disable-background-networking --no-first-run"
    done = subprocess.run(
        [node, program, address, "--quiet", "--output=json", f"--chrome-flags={flags}",
         f"--only-categories={','.join(CATEGORIES)}"],
        capture_output=True, encoding="utf-8", check=True, env={**os.environ, "CHROME_PATH": chromium},
    )  # fmt: skip
    categories = json.loads(done.stdout)["categories"]
    return {name: categories[name]["score"] for name in CATEGORIES}
