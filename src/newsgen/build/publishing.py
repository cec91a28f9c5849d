"""The second half of a build: have the outdated pages rendered and written, and the rest pruned."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from newsgen.archive import Archive
from newsgen.archive.notices import Notice
from newsgen.archive.pages import PendingArticle
from newsgen.build.beside import write_beside
from newsgen.build.executors import in_batches
from newsgen.build.hosting import hash_seeds
from newsgen.build.indexing import update_index
from newsgen.build.looks import Looks, find_looks
from newsgen.build.planning import Planning, Wanted
from newsgen.build.progress import Progress
from newsgen.config import Config
from newsgen.model.pages import SOCIAL_CARD, ArticlePage, ListingPage, Page
from newsgen.model.problem import Problem
from newsgen.model.site import Site
from newsgen.output import (
    claim,
    file_of,
    has_all,
    original_of,
    prune,
    prune_folders,
    strays,
    url_of,
    write_with_twins,
)
from newsgen.plan import Reason, content_digest, is_reserved
from newsgen.render import Theme, static_bytes, versions

# Listings' pages carry many cards along.
_BATCH, _BATCH_OF_LISTINGS = 48, 16
# So many batches are planned ahead in one transaction; what workers have under way is of that order.
_PLANNED = 8

# Who owns these files, see `build.planning`.
_STATIC = "static"


@dataclass(slots=True)
class Published:
    """How many files a build wrote, found as they should be, and removed; and why pages were outdated."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0
    reasons: Counter[Reason] = field(default_factory=Counter)

    def note(self, written: bool) -> None:
        """Count a file that was written, or found as it should be."""
        self.written += written


class Press(NamedTuple):
    """What a worker needs to print pages; `edition` differs when any template does."""

    project: Path
    output: Path
    site: Site
    edition: str


class Printed(NamedTuple):
    """What is made of a page: whether its file was written, and of an article what other files need of it."""

    written: bool
    card: bytes | None = None
    searchable: bytes | None = None
    notice: Notice | None = None


class Publication:
    """One run of the second half of a build."""

    def __init__(self, config: Config, archive: Archive, executor: Executor, progress: Progress) -> None:
        self._config, self._archive = config, archive
        self._executor, self._progress = executor, progress
        self._theme = Theme.find(config.project)
        self._static = dict(self._theme.static_files())
        self._versions = versions(self._theme, config.site.face)
        self._looks: Looks = {}
        self._twins = config.site.precompress
        self._every = False
        self._count = Published()

    def publish(self, *, full: bool) -> Published:
        """Bring the output folder up to date; with `full`, take nothing in it for known.

        Raises TemplateError and OutputError.
        """
        known = self._begin(full=full)
        self._write_static()
        self._progress.stage("write", None)
        plan = self._planning()
        hash_seeds(self._config.project, self._archive, self._executor)
        _exhaust(self._write(plan.articles(), _print_articles, _BATCH))
        # Not before: they and the index hold what is made with the articles' pages.
        with closing(self._write_others(plan)) as others:
            indexed = update_index(self._config, self._archive, self._executor, self._progress, others)
            _exhaust(others)
        self._count.written += indexed
        self._count.reasons += plan.reasons
        self._progress.stage("prune", None)
        self._prune(known=known)
        return self._count

    def _begin(self, *, full: bool) -> bool:
        """Find out what the output folder still has of the last build; True if all that is in it is known."""
        folder = claim(self._config.output)
        with self._archive.transaction():
            fresh = full or self._archive.meta("output") != f"{folder} {self._twins}"
            # Somebody may have emptied the folder, or deleted a part; each single file is not looked at.
            fresh = fresh or not has_all(self._config.output, map(file_of, self._archive.pages.tops()))
            # A killed build may have left parts of files, and strays that it had yet to prune.
            known = not fresh and self._archive.meta("finished") == "yes"
            known = known or next(strays(self._config.output, lambda _: False), None) is None
            self._archive.remember("finished", "no")
            if fresh:
                self._archive.pages.forget_written()
                self._archive.remember("output", f"{folder} {self._twins}")
            self._looks = find_looks(self._archive, self._config.site, self._theme, self._versions)
            shown = {} if fresh else json.loads(self._archive.meta("shown looks") or "{}")
            other = {kind for kind, look in self._looks.items() if shown.get(kind.__name__) != look}
            self._every = bool(other & {ArticlePage, ListingPage})
            self._archive.pages.all_pending(articles=ArticlePage in other, listings=ListingPage in other)
            if other - {ArticlePage, ListingPage}:
                self._archive.documents.outdate_overview()
        if full and self._twins:
            # One that is there counts as right. Not before its file counts as not written.
            twins = strays(self._config.output, lambda name: not original_of(name, self._twins))
            prune(self._config.output, twins)
        return known

    def _planning(self) -> Planning:
        # A link to the card needs the site's address; a project's own picture takes its place.
        social_card = bool(self._config.site.base_url) and SOCIAL_CARD not in self._static
        return Planning(self._archive, self._config.site, self._looks, social_card=social_card)

    # Writing

    def _write_others(self, plan: Planning) -> Generator[None]:
        """All but the articles' pages and the index, step by step; between them no transaction is open."""
        beside = self._write_beside()
        yield from self._write(plan.others(), _print_pages, _BATCH_OF_LISTINGS, beside)
        yield from beside

    def _write(
        self,
        pages: Iterable[Wanted],
        work: Callable[[Press, list[Any]], list[Printed]],
        size: int,
        meanwhile: Iterable[None] = (),
    ) -> Generator[None]:
        """Have these pages printed, a batch a step."""
        planned: dict[str, Wanted] = {}
        printed: list[tuple[Wanted, Printed]] = []

        def shown() -> Iterator[Page | PendingArticle]:
            stream = iter(pages)
            while True:
                with self._archive.transaction():
                    self._note(printed)
                    printed.clear()
                    ahead = list(islice(stream, _PLANNED * size))
                    # Committed before any of their files is written: if the build dies, they are outdated.
                    self._archive.pages.writing((page.url, page.owner) for page in ahead)
                if not ahead:
                    return
                for page in ahead:
                    planned[page.url] = page
                    yield page.shown

        printing = partial(work, self._press())
        work_done = in_batches(self._executor, printing, shown(), size, meanwhile=meanwhile)
        with closing(work_done) as batches:
            for batch, outcomes in batches:
                for page, made in zip(batch, outcomes, strict=True):
                    printed.append((planned.pop(page.url), made))
                    self._count.note(made.written)
                self._progress.advance(len(batch))
                yield
        with self._archive.transaction():
            self._note(printed)

    def _press(self) -> Press:
        config = self._config
        return Press(config.project, config.output, config.site, content_digest(*self._looks.values()))

    def _note(self, printed: list[tuple[Wanted, Printed]]) -> None:
        """Remember pages that are written, and what else was made of articles."""
        self._archive.pages.wrote((page.look, page.content, page.url) for page, _ in printed)
        articles = [(p.shown.id, made) for p, made in printed if isinstance(p.shown, PendingArticle)]
        self._archive.listings.keep_cards((n, made.card) for n, made in articles if made.card is not None)
        self._archive.searchables.keep((n, made.searchable) for n, made in articles if made.searchable)
        self._archive.notices.keep((n, made.notice) for n, made in articles if made.notice)

    def _write_beside(self) -> Generator[None]:
        done = write_beside(
            self._config,
            self._archive,
            self._count.note,
            own=self._static,
            versioned=[name for name, link in self._versions.items() if name != link],
            look=self._looks[ListingPage],
            every=self._every,
        )
        for steps in done:
            self._progress.advance(steps)
            yield

    def _write_static(self) -> None:
        """Copy the theme's and the project's static files, but for those in the place of newsgen's pages."""
        message, hint = "newsgen writes a page of its own here; the file is not copied", "rename the file"
        reserved = [name for name in self._static if is_reserved(name)]
        problems = [Problem(f"static/{name}", None, "static-reserved", message, hint) for name in reserved]
        kept = {url_of(name): file for name, file in self._static.items() if name not in reserved}
        gone = self._archive.pages.addresses(_STATIC) - kept.keys()
        # Before the others come: a folder may take a file's place, or a file a folder's.
        self._count.removed += prune(self._config.output, map(file_of, gone))
        with self._archive.transaction():
            self._archive.documents.replace_problems("static", problems)
            self._archive.pages.forget(gone)
            self._archive.pages.writing((url, _STATIC) for url in kept)
        for url, file in kept.items():
            data = static_bytes(url, file, self._config.site.face)
            self._count.note(write_with_twins(self._config.output, file_of(url), data, self._twins))

    def _prune(self, *, known: bool) -> None:
        output = self._config.output
        # Before their files go: if the build dies now and one is wanted again, it is not taken for there.
        with self._archive.transaction():
            self._archive.pages.forget(self._archive.pages.stale())
        self._count.removed += prune(output, map(file_of, self._archive.pages.stale()))
        if not known:
            self._count.removed += prune(output, strays(output, self._is_wanted))
            prune_folders(output)
        with self._archive.transaction():
            self._archive.pages.finish()
            self._archive.remember("finished", "yes")
            shown = {kind.__name__: look for kind, look in self._looks.items()}
            self._archive.remember("shown looks", json.dumps(shown))
            self._archive.documents.overview_shown()
            self._count.unchanged = self._archive.pages.count() - self._count.written

    def _is_wanted(self, name: str) -> bool:
        original = original_of(name, self._twins) or name
        return self._archive.pages.written(url_of(original)) is not None


def _exhaust(steps: Iterable[None]) -> None:
    for _ in steps:
        pass


# What the workers do. Imported there: a build that has nothing to print needs no templates.


def _print_articles(press: Press, articles: list[PendingArticle]) -> list[Printed]:
    from newsgen.build.printing import print_articles  # noqa: PLC0415

    return print_articles(press, articles)


def _print_pages(press: Press, pages: list[Page]) -> list[Printed]:
    from newsgen.build.printing import print_pages  # noqa: PLC0415

    return print_pages(press, pages)
