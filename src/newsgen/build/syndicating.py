"""Feeds and lists of citations, put together out of what was made with the articles' pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from newsgen.archive import Archive, article_from_json
from newsgen.archive.listings import Listing
from newsgen.build.filing import Filing
from newsgen.model.article import Article
from newsgen.model.site import Site
from newsgen.plan import CITATIONS, citation_lists, content_digest, feed_of, first_outdated_list
from newsgen.syndication import AtomFeed, atom_feed, json_feed

# So many articles are in a feed: who looks once a day misses none.
NEWEST = 30
_OWNER = "feeds"


class Syndication:
    """The feeds and lists of one build."""

    def __init__(self, archive: Archive, filing: Filing, site: Site, look: str) -> None:
        self._archive, self._filing, self._site, self._look = archive, filing, site, look

    def write_site_feeds(self) -> None:
        """feed.xml and feed.json, if any of the newest articles has changed."""
        urls = ("feed.xml", "feed.json")
        digests = (self._look, content_digest(self._archive.notices.newest(NEWEST)))
        if not self._filing.is_as(urls, digests):
            with self._filing.making(urls, _OWNER, digests):
                self._put_site_feeds()

    def _put_site_feeds(self) -> None:
        site, newest = self._site, list(self._archive.notices.newest_entries(NEWEST))
        articles = [(article_from_json(record), url) for url, record, _ in newest]
        stated = [article.updated or article.published or "" for article, _ in articles]
        entries = [entry for _, _, entry in newest]
        feed = atom_feed(AtomFeed("feed.xml", "", site.title), site, max(stated, default=None), entries)
        self._filing.put("feed.xml", _OWNER, feed)
        items = [(article, url, _content(article, site)) for article, url in articles]
        self._filing.put("feed.json", _OWNER, json_feed(site, items))

    def write_listings(self) -> Iterator[None]:
        """The feed and the citations of each listing that may have changed; one listing a step."""
        for listing in self._archive.listings.pending():
            self._write_feed(listing)
            self._write_citations(listing)
            yield

    def _write_feed(self, listing: Listing) -> None:
        url = feed_of(listing.kind, listing.url)
        if url is None:
            return
        newest = self._archive.notices.entries(listing, NEWEST)
        updated = max((lastmod for lastmod, _ in newest), default=None)
        feed = AtomFeed(url, listing.url, f"{listing.name} — {self._site.title}")
        made = atom_feed(feed, self._site, updated, [entry for _, entry in newest])
        self._filing.put(url, listing.url, made)

    def _write_citations(self, listing: Listing) -> None:
        lists = citation_lists(listing.kind, listing.url, listing.count)
        if not lists:
            return
        first = first_outdated_list(listing.unchanged, listing.count)
        cited = self._archive.notices.citations(listing, CITATIONS * (first - 1))
        # The oldest articles stand in the numbered lists, the rest in the one without a number.
        for name in reversed(lists[1:][: len(lists) - first]):
            self._write_list(name, listing.url, islice(cited, CITATIONS))
        self._write_list(lists[0], listing.url, cited)

    def _write_list(self, name: str, owner: str, cited: Iterable[tuple[bytes, bytes]]) -> None:
        found = list(cited)
        self._filing.put(f"{name}.bib", owner, b"\n".join([bibtex for bibtex, _ in found]))
        items = b",\n".join([csl for _, csl in found])
        self._filing.put(f"{name}.json", owner, b"[\n" + items + b"\n]\n")


def listing_files(listing: Listing) -> list[str]:
    """The addresses of all files beside a listing's pages."""
    feed = feed_of(listing.kind, listing.url)
    lists = citation_lists(listing.kind, listing.url, listing.count)
    return [*([feed] if feed else []), *(f"{name}{suffix}" for name in lists for suffix in (".bib", ".json"))]


def _content(article: Article, site: Site) -> str | None:
    if site.feed_text == "summary":
        return None
    from newsgen.render.story import feed_html  # noqa: PLC0415  brings Jinja2 with it

    return feed_html(article, site.base_url)
