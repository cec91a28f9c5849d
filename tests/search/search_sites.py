"""Archives to search: writing, building, hosting and asking them."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Page, Request, Route

from newsgen.build import Workers, build
from newsgen.config import load_config
from newsgen.search.answer import Asked
from newsgen.search.files import IndexFiles, Shown
from newsgen.search.query import Query, parse_parts

SOURCES = ("صحيفة المرسى", "إذاعة الميناء", "وكالة الواحة")
TAGS = ("الطقس", "الرياضة", "المدارس", "السوق")
# Nothing but the site's own files, and none of the pages' own lines.
POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self'"


def write_articles(project: Path, texts: Iterable[str]) -> None:
    """One article a text, a day after another; its title is its number."""
    (project / "articles").mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(texts):
        day = f"{2015 + number // 336}-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
        source, tag = SOURCES[number % 3], TAGS[number % 4]
        front = f'title: "رقمه {number:04}"\ndate: {day}\nsource: {source}\ntags: [{tag}]\n'
        (project / f"articles/{number:04}.md").write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")


def build_site(project: Path) -> Path:
    """Bring the project's site up to date; its folder."""
    config = load_config(project)
    with Workers(1) as workers:
        build(config, workers)
    return config.output


def index_of(site: Path) -> dict[str, bytes]:
    """The files of a site's index by their addresses."""
    return {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in (site / "search").rglob("*.*")
        if file.suffix != ".html"
    }


def found(site: Path, query: str, **narrowed: Any) -> list[Shown]:
    """What the index of a built site answers, in order, without a browser."""
    asked = Asked(IndexFiles(lambda name: (site / name).read_bytes()), Query(parse_parts(query), **narrowed))
    return [asked.shown(hit) for hit in asked.hits()]


class _Host(SimpleHTTPRequestHandler):
    """A plain host; addresses that hold a word of `broken` fail."""

    def __init__(self, *arguments: Any, broken: set[str], **named: Any) -> None:
        self._broken = broken
        super().__init__(*arguments, **named)

    def do_GET(self) -> None:
        if any(word in self.path for word in self._broken):
            self.send_error(503)
        else:
            super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the base class's name
        pass


@contextmanager
def hosted(site: Path, broken: set[str] | None = None) -> Iterator[str]:
    """The address of a site on a host of this machine."""
    handler = partial(_Host, directory=str(site), broken=broken if broken is not None else set())
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def search(tab: Page, host: str, query: str, **narrowed: str) -> list[str]:
    """What the search page shows of a query: the titles on its first page."""
    tab.goto(f"{host}search/?{urlencode({'q': query, **narrowed})}")
    return titles(tab)


def ask(tab: Page, query: str) -> list[str]:
    """What the search page that is open shows of another query."""
    field = tab.locator("#search-form [name=q]")
    field.fill(query)
    # Whatever is shown from now on is of this query.
    tab.locator("#search-status").evaluate("status => status.dataset.state = ''")
    field.press("Enter")
    return titles(tab)


def titles(tab: Page) -> list[str]:
    """The titles of the results, once they are there."""
    tab.wait_for_selector("#search-status[data-state=done]", state="attached")
    return tab.locator("#search-results a").all_inner_texts()


def counts(request: Request) -> bool:
    """Whether a request is the search's own, rather than for the page's styles, fonts and icon."""
    return not request.url.partition("?")[0].endswith((".css", ".woff2", ".svg"))


def round_trips(tab: Page, address: str) -> int:
    """How often the search page at `address` has to wait for a host until its results are there.

    All that it has asked for comes at once, whenever it asks for no more: so it is with a host that takes any
    number of requests side by side.
    """
    held: list[Route] = []
    tab.route("**/*", lambda route: held.append(route))  # noqa: PLW0108  it is marked
    tab.evaluate("address => void setTimeout(() => location.assign(address))", address)
    tab.wait_for_timeout(500)
    trips = 0
    while held:
        trips += any(counts(route.request) for route in held)
        for _ in range(len(held)):
            held.pop(0).continue_()
        tab.wait_for_timeout(500)
    tab.unroute_all()
    assert titles(tab)
    return trips


_WORDS = (
    *("المنارة", "السوق", "المدرسة", "الوزير", "القرية", "البحر", "الطلاب", "القطار", "والميناء", "للبلدية"),
    *("معرض", "مطر", "كتاب", "شجرة"),
)


def invented(number: int) -> str:
    """A text of twelve words, another for each number."""
    return " ".join(_WORDS[(number * step + step * step) % len(_WORDS)] for step in range(1, 13))
