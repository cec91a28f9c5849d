"""The second half of a build: plan which pages are outdated, render and write them, prune the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import chain, islice
from pathlib import Path
from typing import Any, get_args

from newsgen.archive import Archive
from newsgen.archive.notices import Notice
from newsgen.archive.pages import PendingArticle
from newsgen.build.composing import article_page, card_of, moved_pages, pages_of, single_pages
from newsgen.build.executors import in_batches
from newsgen.build.exporting import Export
from newsgen.build.filing import Filing, in_turns
from newsgen.build.fingerprint import code_digest
from newsgen.build.hosting import Surroundings, hash_seeds
from newsgen.build.progress import Progress
from newsgen.build.syndicating import Syndication, listing_files, notice_of
from newsgen.config import Config
from newsgen.errors import TemplateError
from newsgen.model.pages import ArticlePage, ListingPage, Page
from newsgen.model.problem import Problem
from newsgen.model.site import Site
from newsgen.output import claim, file_of, has_all, original_of, prune, strays, url_of, write_with_twins
from newsgen.plan import Reason, content_digest, first_outdated, is_reserved, page_digest, reason
from newsgen.render import Renderer, Theme

_BATCH = 48

# Whose code has a say in what is written.
_ROOMS = (
    *("archive", "build", "hosting", "metadata", "model"),
    *("opendata", "plan", "render", "syndication", "text"),
)
# Who says which of its pages must go: each listing, by its address, for its own, and these.
_ARTICLES, _SINGLES, _MOVED, _STATIC = "articles", "singles", "moved", "static"


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


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A page of the site with its digests, and its owner."""

    url: str
    owner: str
    look: str
    content: str
    shown: Page | PendingArticle


@dataclass(frozen=True, slots=True)
class _Press:
    """What a worker needs to print pages; `edition` differs when any template does."""

    project: Path
    output: Path
    site: Site
    edition: str


# What is made of a page: whether its file was written, and the card and the notice of an article.
_Printed = tuple[bool, bytes | None, Notice | None]
_Work = Callable[[_Press, list[Any]], list[_Printed]]


class Publication:
    """One run of the second half of a build."""

    def __init__(self, config: Config, archive: Archive, executor: Executor, progress: Progress) -> None:
        self._config, self._archive = config, archive
        self._executor, self._progress = executor, progress
        self._theme = Theme.find(config.project)
        self._renderer = Renderer(config.site, self._theme)
        self._count = Published()
        self._looks: dict[type, str] = {}
        self._twins = config.site.precompress
        self._every = False

    def publish(self, *, full: bool) -> Published:
        """Bring the output folder up to date; with `full`, take nothing in it for known.

        Raises TemplateError and OutputError.
        """
        known = self._begin(full=full)
        self._write_static()
        self._progress.stage("write", None)
        self._write(self._outdated(self._wanted_articles()), print_articles)
        # Not before: listings show the cards that are made with the articles' pages.
        self._write(self._outdated(self._wanted_pages()), print_pages)
        self._write_beside()
        self._progress.stage("prune", None)
        self._prune(known=known)
        return self._count

    def _begin(self, *, full: bool) -> bool:
        """Find out what the output folder still has of the last build; True if all that is in it is known."""
        folder = claim(self._config.output)
        with self._archive.transaction():
            fresh = full or self._archive.meta("output") != folder
            # Somebody may have emptied the folder, or deleted a part; each single file is not looked at.
            twins = repr(self._config.site.precompress)
            fresh = fresh or self._archive.meta("twins") != twins
            self._archive.remember("twins", twins)
            fresh = fresh or not has_all(self._config.output, map(file_of, self._archive.pages.tops()))
            # A killed build may have left parts of files, and strays that it had yet to prune.
            known = not fresh and self._archive.meta("finished") == "yes"
            known = known or next(strays(self._config.output, lambda _: False), None) is None
            self._archive.remember("finished", "no")
            if fresh:
                self._archive.pages.forget_written()
                self._archive.remember("output", folder)
            articles = fresh or self._archive.meta("look article") != self._look(ArticlePage)
            listings = fresh or self._archive.meta("look listing") != self._look(ListingPage)
            self._archive.pages.all_pending(articles=articles, listings=listings)
            self._every = articles or listings
        return known

    def _look(self, kind: type[Page]) -> str:
        if kind not in self._looks:
            self._looks[kind] = content_digest(self._renderer.look(kind), code_digest(*_ROOMS))
        return self._looks[kind]

    # Planning

    def _wanted_articles(self) -> Iterator[_Wanted]:
        """Every article's page that may be outdated."""
        look = self._look(ArticlePage)
        for pending in self._archive.pages.pending_articles():
            content = content_digest(pending.digest, pending.previous, pending.next, pending.related)
            yield _Wanted(pending.url, _ARTICLES, look, content, pending)

    def _wanted_pages(self) -> Iterator[_Wanted]:
        """Every other page that may be outdated. Notes on the way which written ones are no longer wanted."""
        size = self._config.site.page_size
        for listing in self._archive.listings.pending():
            first = first_outdated(listing.unchanged, listing.count, size)
            spared = [f"{listing.url}page/{number}/" for number in range(1, first)] + listing_files(listing)
            yield from self._sweep(pages_of(self._archive, listing, size, first), listing.url, spared)
        yield from self._sweep(single_pages(self._archive), _SINGLES, [])
        yield from self._sweep(moved_pages(self._archive), _MOVED, [])

    def _sweep(self, pages: Iterable[Page], owner: str, kept: list[str]) -> Iterator[_Wanted]:
        """The pages of an owner beside those `kept` as they are; all others that it once had have to go.

        Within a transaction.
        """
        gone = self._archive.pages.addresses(owner).difference(kept)
        for page in pages:
            gone.discard(page.url)
            kept.append(page.url)
            yield _Wanted(page.url, owner, self._look(type(page)), page_digest(page), page)
        self._archive.pages.make_stale(gone)
        self._archive.pages.keep(kept)

    def _outdated(self, pages: Iterable[_Wanted]) -> Iterator[_Wanted]:
        for page in pages:
            why = reason(self._archive.pages.written(page.url), page.look, page.content)
            if why is not None:
                self._count.reasons[why] += 1
                yield page

    # Writing

    def _write(self, pages: Iterable[_Wanted], work: _Work) -> None:
        press = _Press(
            self._config.project,
            self._config.output,
            self._config.site,
            content_digest(*map(self._look, get_args(Page))),
        )
        noted: dict[str, _Wanted] = {}

        def shown() -> Iterator[Page | PendingArticle]:
            stream = iter(pages)
            while True:
                with self._archive.transaction():
                    batch = list(islice(stream, _BATCH))
                    self._archive.pages.writing((page.url, page.owner) for page in batch)
                if not batch:
                    return
                for page in batch:
                    noted[page.url] = page
                    yield page.shown

        with closing(in_batches(self._executor, partial(work, press), shown(), _BATCH)) as batches:
            for batch, printed in batches:
                done = [noted.pop(page.url) for page in batch]
                made = [
                    (page.id, card, notice)
                    for page, (_, card, notice) in zip(batch, printed, strict=True)
                    if isinstance(page, PendingArticle)
                ]
                with self._archive.transaction():
                    self._archive.listings.keep_cards((article, card) for article, card, _ in made if card)
                    self._archive.notices.keep((article, notice) for article, _, notice in made if notice)
                    self._archive.pages.wrote((page.look, page.content, page.url) for page in done)
                self._count.written += sum(written for written, _, _ in printed)
                self._progress.advance(len(batch))

    def _write_beside(self) -> None:
        """Feeds, lists of citations, data, sitemaps, and what hosts read."""
        site, archive, look = self._config.site, self._archive, self._look(ListingPage)
        filing = Filing(archive, self._config.output, site, self._count.note)
        hash_seeds(self._config.project, archive, self._executor)
        syndication = Syndication(archive, filing, site, look)
        export = Export(archive, filing, site, look, every=self._every)
        for steps in in_turns(archive, chain(syndication.write_listings(), export.write_parts())):
            self._progress.advance(steps)
        own = (name for name, _ in self._theme.static_files())
        with archive.transaction():
            syndication.write_site_feeds()
            Surroundings(archive, filing, site, look, own).write(self._versioned())

    def _versioned(self) -> list[str]:
        return [name for name, link in self._renderer.versions.items() if name != link]

    def _write_static(self) -> None:
        """Copy the theme's and the project's static files, but for those in the place of newsgen's pages."""
        message, hint = "newsgen writes a page of its own here; the file is not copied", "rename the file"
        files = dict(self._theme.static_files())
        reserved = [name for name in files if is_reserved(name)]
        problems = [Problem(f"static/{name}", None, "static-reserved", message, hint) for name in reserved]
        kept = {url_of(name): file for name, file in files.items() if name not in reserved}
        gone = self._archive.pages.addresses(_STATIC) - kept.keys()
        # Before the others come: a folder may take a file's place, or a file a folder's.
        self._count.removed += prune(self._config.output, map(file_of, gone))
        with self._archive.transaction():
            self._archive.documents.replace_problems("static", problems)
            self._archive.pages.forget(gone)
            self._archive.pages.writing((url, _STATIC) for url in kept)
        for url, file in kept.items():
            data = _static_bytes(file)
            self._count.written += write_with_twins(self._config.output, file_of(url), data, self._twins)

    def _prune(self, *, known: bool) -> None:
        output = self._config.output
        # Before their files go: if the build dies now and one is wanted again, it is not taken for there.
        with self._archive.transaction():
            self._archive.pages.forget(self._archive.pages.stale())
        self._count.removed += prune(output, map(file_of, self._archive.pages.stale()))
        if not known:
            self._count.removed += prune(output, strays(output, self._is_wanted))
        with self._archive.transaction():
            self._archive.pages.finish()
            self._archive.remember("finished", "yes")
            for kind, look in ((ArticlePage, "look article"), (ListingPage, "look listing")):
                self._archive.remember(look, self._look(kind))
            self._count.unchanged = self._archive.pages.count() - self._count.written

    def _is_wanted(self, name: str) -> bool:
        original = original_of(name, self._twins) or name
        return self._archive.pages.written(url_of(original)) is not None


def _static_bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        hint = "mend its permissions or remove it"
        raise TemplateError(f"cannot read: {error.strerror}", where=file, hint=hint) from error


# What the workers do


def print_articles(press: _Press, articles: list[PendingArticle]) -> list[_Printed]:
    """Render the articles' pages and write those that differ; makes their cards as well."""
    renderer = _renderer(press)
    pages = (article_page(article, press.site) for article in articles)
    return [
        (_print(press, renderer, page), renderer.card(card_of(page)), notice_of(page, press.site))
        for page in pages
    ]


def print_pages(press: _Press, pages: list[Page]) -> list[_Printed]:
    """Render other pages and write those that differ."""
    renderer = _renderer(press)
    return [(_print(press, renderer, page), None, None) for page in pages]


def _print(press: _Press, renderer: Renderer, page: Page) -> bool:
    html = renderer.render(page)
    return write_with_twins(press.output, file_of(page.url), html, press.site.precompress)


@lru_cache(maxsize=1)
def _renderer(press: _Press) -> Renderer:
    return Renderer(press.site, Theme.find(press.project))
