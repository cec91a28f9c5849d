"""Measure the search of newsgen, and beside it Pagefind's where a Python that has it is named.

    python tests/benchmarks/searching.py 10000 --pagefind /path/to/python --golden pairs.json

Both index the same invented articles in one run: newsgen out of its catalogue, Pagefind out of the pages that
newsgen built of them. Then both are asked in Chromium: printed is what a first query of each transfers, the
page itself, its styles and fonts not counted. `--golden` names a list of {"text", "query", "match"}: how many
of these pairs each gets right, on a site of their texts.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sqlite3
import statistics
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from bench_corpus import texts
from bench_measure import Figures, measure
from bench_peers import newsgen_project
from playwright.sync_api import Page, Request, sync_playwright

from newsgen.archive import Archive, article_from_json
from newsgen.build import Workers
from newsgen.build.indexing import update_index
from newsgen.build.progress import Silent
from newsgen.config import load_config
from newsgen.search import searchable

_NEWSGEN = str(Path(sys.executable).with_name("newsgen"))
_PAGEFIND_ASKS = """async ([root, query]) => {
  const pagefind = await import(root + "pagefind/pagefind.js");
  const found = await pagefind.search(query);
  return Promise.all(found.results.slice(0, 10).map(async (result) => (await result.data()).url));
}"""
_QUERIES = 5
_NOT_COUNTED = re.compile(r"\.(css|woff2|svg)(\?|$)|/404\.html$")


def index_alone(project: Path, output: Path) -> None:
    """Make the index of a project's catalogue from its records on, in this process alone, below `output`."""
    config = load_config(project, output=output)
    copy = project / "records.db"
    shutil.copy(config.cache / "archive.db", copy)
    rows = sqlite3.connect(copy).execute(
        "SELECT a.id, a.url, r.json FROM article a JOIN record r ON r.article = a.id"
    )
    with Archive(config.cache) as archive:
        with archive.transaction():
            archive.pages.forget_written()
            archive.searchables.keep(
                (number, searchable(article_from_json(record), url)) for number, url, record in rows
            )
        update_index(config, archive, Workers(1), Silent())


class Side:
    """One of the two: its site, its index, and how it is asked in a tab."""

    def __init__(self, name: str, site: Path, folder: str) -> None:
        self.name, self.site, self.folder = name, site, folder
        self.figures: Figures | None = None

    def files(self) -> list[int]:
        """The sizes of the index's files, the page that asks it not counted."""
        return [
            f.stat().st_size
            for f in (self.site / self.folder).rglob("*")
            if f.is_file() and f.suffix != ".html"
        ]

    def ask(self, tab: Page, host: str, query: str) -> list[str]:
        """The addresses of what is found."""
        if self.folder == "search":
            tab.goto(f"{host}search/?q={quote(query)}")
            tab.wait_for_selector("#search-status[data-state=done]", state="attached")
            links = tab.locator("#search-results a")
            return [
                unquote(url.removeprefix("../"))
                for url in links.evaluate_all("e => e.map(a => a.getAttribute('href'))")
            ]
        tab.goto(f"{host}404.html")
        return [unquote(url.removeprefix("/")) for url in tab.evaluate(_PAGEFIND_ASKS, [host, query])]

    def transfer(self, tab: Page, host: str, query: str) -> tuple[int, int]:
        """How many bytes and files the first query asks for."""
        asked: list[Request] = []
        tab.on("requestfinished", lambda request: asked.append(request))  # noqa: PLW0108  it is marked
        self.ask(tab, host, query)
        counted = [request for request in asked if not _NOT_COUNTED.search(request.url)]
        return sum(len(got.body()) for request in counted if (got := request.response())), len(counted)


@contextmanager
def hosted(site: Path) -> Iterator[str]:
    """The address of a site on a host of this machine."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the base class's name
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,)).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def make_sides(work: Path, count: int, pagefind: str | None) -> list[Side]:
    """Build the site of so many articles, and index it in turn."""
    project = work / "newsgen"
    newsgen_project(project, count)
    measure([_NEWSGEN, "build"], project)
    side = Side("newsgen", project / "site", "search")
    side.figures = measure([sys.executable, __file__, "--alone", str(project), str(work / "alone")], work)
    return [side, *([_with_pagefind(project / "site", pagefind)] if pagefind else [])]


def _with_pagefind(site: Path, python: str) -> Side:
    side = Side("Pagefind", site, "pagefind")
    side.figures = measure([python, "-m", "pagefind", "--site", str(site)], site)
    return side


def make_golden(work: Path, pairs: list[dict[str, Any]], pagefind: str | None) -> list[Side]:
    """Build and index a site of the pairs' texts."""
    project = work / "golden"
    (project / "articles").mkdir(parents=True)
    for number, pair in enumerate(pairs):
        text = f"---\ntitle: {number}\nslug: text-{number}\n---\n\n{pair['text']}\n"
        (project / f"articles/{number}.md").write_text(text, encoding="utf-8")
    measure([_NEWSGEN, "build"], project)
    side = Side("newsgen", project / "site", "search")
    return [side, *([_with_pagefind(project / "site", pagefind)] if pagefind else [])]


def score(sides: list[Side], pairs: list[dict[str, Any]], tab: Page) -> dict[str, str]:
    """How many of the pairs each gets right."""
    scores = {}
    for side in sides:
        with hosted(side.site) as host:
            right = sum(_is_right(side, tab, host, number, pair) for number, pair in enumerate(pairs))
        scores[side.name] = f"{right}/{len(pairs)}"
    return scores


def _is_right(side: Side, tab: Page, host: str, number: int, pair: dict[str, Any]) -> bool:
    found = any(url.endswith(f"/text-{number}/") for url in side.ask(tab, host, pair["query"]))
    return found == bool(pair["match"])


def main() -> None:
    """Measure, and print a table in Markdown."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", type=int, nargs="?", help="how many articles the archive has")
    parser.add_argument("--pagefind", metavar="PYTHON", help="a Python that has pagefind[bin]")
    parser.add_argument("--golden", type=Path, help="a list of pairs to be found or not")
    parser.add_argument("--work", type=Path, help="work below this folder")
    parser.add_argument("--alone", nargs=2, type=Path, metavar=("PROJECT", "OUTPUT"), help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.alone:
        index_alone(*chosen.alone)
        return
    pairs = json.loads(chosen.golden.read_text(encoding="utf-8")) if chosen.golden else []
    queries = [text.title.split()[2] for text in texts(_QUERIES)]
    with tempfile.TemporaryDirectory(dir=chosen.work) as folder:
        sides = make_sides(Path(folder), chosen.articles, chosen.pagefind)
        golden = make_golden(Path(folder), pairs, chosen.pagefind)
        # Not before: what is measured waits for all that this process has started.
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox"]
            )
            scores = score(golden, pairs, browser.new_page())
            print("| | index s | CPU s | peak MB | index MB | files | first query kB | its files | golden |")
            print("|---|---:|---:|---:|---:|---:|---:|---:|---:|")
            for side in sides:
                with hosted(side.site) as host:
                    asked = [side.transfer(browser.new_context().new_page(), host, word) for word in queries]
                _print_row(side, asked, scores[side.name])
            browser.close()


def _print_row(side: Side, asked: list[tuple[int, int]], golden: str) -> None:
    figures, sizes = side.figures, side.files()
    if figures is None:
        return
    kilobytes = statistics.median(size for size, _ in asked) / 1000
    files = statistics.median(number for _, number in asked)
    measured = f"{figures.wall:.1f} | {figures.cpu:.1f} | {figures.peak_mb}"
    print(
        f"| {side.name} | {measured} | {sum(sizes) / 1e6:.1f} | {len(sizes)} | {kilobytes:.0f} | {files:.0f}"
        f" | {golden} |"
    )


if __name__ == "__main__":
    main()
