"""Which pages the site wants, and which of them are outdated and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsgen.archive import Archive
from newsgen.archive.pages import PendingArticle
from newsgen.build.composing import moved_pages, pages_of, single_pages
from newsgen.build.looks import Looks
from newsgen.build.syndicating import listing_files
from newsgen.model.pages import ArticlePage, Page
from newsgen.model.site import Site
from newsgen.plan import Reason, content_digest, first_outdated, page_digest, reason

# Who says which of its pages must go: each listing, by its address, for its own, and these.
_ARTICLES, _SINGLES, _MOVED = "articles", "singles", "moved"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page of the site with its digests, and its owner."""

    url: str
    owner: str
    look: str
    content: str
    shown: Page | PendingArticle


class Planning:
    """The plan of one build, as streams; `reasons` counts why pages are outdated."""

    def __init__(self, archive: Archive, site: Site, looks: Looks, *, social_card: bool) -> None:
        self._archive, self._site, self._looks, self._social_card = archive, site, looks, social_card
        self.reasons: Counter[Reason] = Counter()

    def articles(self) -> Iterator[Wanted]:
        """The articles' pages that are outdated."""
        return self._outdated(self._wanted_articles())

    def others(self) -> Iterator[Wanted]:
        """All other pages that are outdated. Notes on the way which written ones are no longer wanted.

        Not before the articles' pages are made: listings show the cards that are made with them. To be read
        within a transaction.
        """
        return self._outdated(self._wanted_others())

    def _outdated(self, pages: Iterable[Wanted]) -> Iterator[Wanted]:
        for page in pages:
            why = reason(self._archive.pages.written(page.url), page.look, page.content)
            if why is not None:
                self.reasons[why] += 1
                yield page

    def _wanted_articles(self) -> Iterator[Wanted]:
        look = self._looks[ArticlePage]
        for pending in self._archive.pages.pending_articles():
            content = content_digest(*pending._replace(id=0, record=b""))
            yield Wanted(pending.url, _ARTICLES, look, content, pending)

    def _wanted_others(self) -> Iterator[Wanted]:
        size = self._site.page_size
        for listing in self._archive.listings.pending():
            first = first_outdated(listing.unchanged, listing.count, size)
            spared = [f"{listing.url}page/{number}/" for number in range(1, first)] + listing_files(listing)
            yield from self._sweep(pages_of(self._archive, listing, size, first), listing.url, spared)
        if self._archive.documents.overview_outdated():
            single = single_pages(self._archive, search=self._site.search, social_card=self._social_card)
            yield from self._sweep(single, _SINGLES, [])
        yield from self._sweep(moved_pages(self._archive), _MOVED, [])

    def _sweep(self, pages: Iterable[Page], owner: str, kept: list[str]) -> Iterator[Wanted]:
        """The pages of an owner beside those `kept` as they are; all others that it once had have to go."""
        gone = self._archive.pages.addresses(owner).difference(kept)
        for page in pages:
            gone.discard(page.url)
            kept.append(page.url)
            yield Wanted(page.url, owner, self._looks[type(page)], page_digest(page), page)
        self._archive.pages.make_stale(gone)
        self._archive.pages.keep(kept)
