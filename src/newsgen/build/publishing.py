"""The second half of a build: plan which pages are outdated, render and write them, prune the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from pathlib import Path

from newsgen.archive import Archive
from newsgen.archive.pages import PendingArticle
from newsgen.build.composing import article_page, pages_of, single_pages
from newsgen.build.executors import in_batches
from newsgen.build.fingerprint import code_digest
from newsgen.build.progress import Progress
from newsgen.config import Config
from newsgen.model.pages import (
    AboutPage,
    ArticlePage,
    DatesPage,
    HomePage,
    ListingPage,
    NotFoundPage,
    Page,
    TermIndexPage,
    YearPage,
)
from newsgen.model.problem import Problem
from newsgen.model.site import Site
from newsgen.output import claim, file_of, prune, strays, url_of, write
from newsgen.plan import Reason, content_digest, is_reserved, reason
from newsgen.render import Renderer, Theme

_BATCH = 48
_STATIC = "static"
_SINGLE_KINDS = (HomePage, TermIndexPage, DatesPage, YearPage, ListingPage, AboutPage, NotFoundPage)


@dataclass(slots=True)
class Published:
    """How many files a build wrote, found as they should be, and removed; and why pages were outdated."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0
    reasons: Counter[Reason] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A page of the site with its digests. `owner` is the listing that it belongs to, 0 for all others."""

    url: str
    kind: str
    owner: int
    look: str
    content: str
    shown: Page | PendingArticle


@dataclass(frozen=True, slots=True)
class _Task:
    """A page to render and write in a worker."""

    press: _Press
    url: str
    shown: Page | PendingArticle


@dataclass(frozen=True, slots=True)
class _Press:
    """What a worker needs to print pages; `edition` differs when any template does."""

    project: Path
    output: Path
    site: Site
    edition: str


class Publication:
    """One run of the second half of a build."""

    def __init__(self, config: Config, archive: Archive, executor: Executor, progress: Progress) -> None:
        self._config, self._archive = config, archive
        self._executor, self._progress = executor, progress
        self._theme = Theme.find(config.project)
        self._renderer = Renderer(config.site, self._theme)
        self._count = Published()
        self._looks: dict[type, str] = {}

    def publish(self, *, full: bool) -> Published:
        """Bring the output folder up to date; with `full`, take nothing in it for known.

        Raises TemplateError and OutputError.
        """
        fresh = self._begin(full=full)
        self._write_static()
        self._progress.stage("write", None)
        self._write(self._outdated(self._wanted()))
        self._progress.stage("prune", None)
        self._prune(fresh=fresh)
        return self._count

    def _begin(self, *, full: bool) -> bool:
        """Find out what the output folder still has of the last build; True if nothing in it is known."""
        folder = claim(self._config.output)
        with self._archive.transaction():
            fresh = full or self._archive.meta("output") != folder
            if fresh:
                self._archive.pages.forget_written()
                self._archive.remember("output", folder)
            articles = fresh or self._archive.meta("look article") != self._look(ArticlePage)
            listings = fresh or self._archive.meta("look listing") != self._look(ListingPage)
            self._archive.pages.all_pending(articles=articles, listings=listings)
        return fresh

    def _look(self, kind: type[Page]) -> str:
        if kind not in self._looks:
            self._looks[kind] = content_digest(
                self._renderer.look(kind), code_digest("render", "model", "text")
            )
        return self._looks[kind]

    # Planning

    def _wanted(self) -> Iterator[_Wanted]:
        """Every page that may be outdated. Notes on the way which written pages are no longer wanted."""
        look = self._look(ArticlePage)
        for pending in self._archive.pages.pending_articles():
            content = content_digest(pending.digest, pending.previous, pending.next, pending.related)
            yield _Wanted(pending.url, "article", 0, look, content, pending)
        for listing in self._archive.listings.pending():
            pages = pages_of(self._archive, listing, self._config.site.page_size)
            yield from self._sweep(pages, "listing", listing.id)
        singles = list(single_pages(self._archive))
        for kind in _SINGLE_KINDS:
            found = [page for page in singles if isinstance(page, kind)]
            yield from self._sweep(found, kind.__name__, 0)

    def _sweep(self, pages: Iterable[Page], kind: str, owner: int) -> Iterator[_Wanted]:
        """All pages of a kind and owner; those written once and not among them now have to go."""
        gone = self._archive.pages.addresses(owner, kind)
        kept = []
        for page in pages:
            gone.discard(page.url)
            kept.append(page.url)
            yield _Wanted(page.url, kind, owner, self._look(type(page)), content_digest(page), page)
        with self._archive.transaction():
            self._archive.pages.make_stale(gone)
            self._archive.pages.keep(kept)

    def _outdated(self, pages: Iterable[_Wanted]) -> Iterator[_Wanted]:
        for page in pages:
            why = reason(self._archive.pages.written(page.url), page.look, page.content)
            if why is not None:
                self._count.reasons[why] += 1
                yield page

    # Writing

    def _write(self, pages: Iterable[_Wanted]) -> None:
        press = _Press(
            self._config.project,
            self._config.output,
            self._config.site,
            content_digest(sorted((kind.__name__, look) for kind, look in self._looks.items())),
        )
        noted: dict[str, _Wanted] = {}

        def tasks() -> Iterator[_Task]:
            stream = iter(pages)
            while batch := list(islice(stream, _BATCH)):
                with self._archive.transaction():
                    self._archive.pages.writing((page.url, page.kind, page.owner) for page in batch)
                for page in batch:
                    noted[page.url] = page
                    yield _Task(press, page.url, page.shown)

        for batch, outcomes in in_batches(self._executor, print_pages, tasks(), _BATCH):
            done = [noted.pop(task.url) for task in batch]
            with self._archive.transaction():
                self._archive.pages.wrote((page.look, page.content, page.url) for page in done)
            self._count.written += sum(outcomes)
            self._progress.advance(len(batch))

    def _write_static(self) -> None:
        """Copy the theme's and the project's static files, but for those in the place of newsgen's pages."""
        problems, kept = [], []
        for name, file in self._theme.static_files():
            if is_reserved(name):
                message = "newsgen writes a page of its own here; the file is not copied"
                problems.append(
                    Problem(f"static/{name}", None, "static-reserved", message, "rename the file")
                )
                continue
            kept.append(name)
            self._count.written += write(self._config.output, name, file.read_bytes())
        with self._archive.transaction():
            self._archive.documents.replace_problems("static", problems)
            self._archive.pages.make_stale(self._archive.pages.addresses(0, _STATIC).difference(kept))
            self._archive.pages.keep(kept)
            self._archive.pages.writing((name, _STATIC, 0) for name in kept)

    def _prune(self, *, fresh: bool) -> None:
        output = self._config.output
        self._count.removed = prune(output, map(file_of, self._archive.pages.stale()))
        if fresh:
            unknown = strays(output, lambda name: self._archive.pages.written(url_of(name)) is not None)
            self._count.removed += prune(output, unknown)
        with self._archive.transaction():
            self._archive.pages.finish()
            for kind, look in ((ArticlePage, "look article"), (ListingPage, "look listing")):
                self._archive.remember(look, self._look(kind))
            self._count.unchanged = self._archive.pages.count() - self._count.written


# What the workers do


def print_pages(tasks: list[_Task]) -> list[bool]:
    """Render pages and write those that differ; True for each that was written."""
    return [_print(task) for task in tasks]


def _print(task: _Task) -> bool:
    page = article_page(task.shown) if isinstance(task.shown, PendingArticle) else task.shown
    html = _renderer(task.press).render(page)
    return write(task.press.output, file_of(task.url), html.encode())


@lru_cache(maxsize=1)
def _renderer(press: _Press) -> Renderer:
    return Renderer(press.site, Theme.find(press.project))
