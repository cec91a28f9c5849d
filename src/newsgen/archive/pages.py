"""The pages: which are pending, what was written with which digests, and which are stale."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsgen.archive.entries import terms_of
from newsgen.archive.kindred import Kindred
from newsgen.archive.schema import FIRST_PLACE
from newsgen.archive.settle import settle, touch_all
from newsgen.model.pages import Headline, Link

_PENDING_ARTICLE = (
    "SELECT a.url, a.digest, r.json, a.place, a.terms FROM article a JOIN record r ON r.article = a.id"
    " WHERE a.id = ?"
)


class PendingArticle(NamedTuple):
    """An article whose page may be outdated, with all that its page shows beside its record."""

    id: int
    url: str
    digest: str
    record: bytes
    previous: Link | None
    next: Link | None
    source_previous: Link | None
    source_next: Link | None
    kindred: tuple[Headline, ...]
    related: tuple[tuple[str, str], ...]


class Pages:
    """The catalogue's pages."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def resettle(self) -> None:
        """Have the next settling go over everything, not only over what has changed."""
        touch_all(self._db)

    def settle(self) -> None:
        """Work out what the changes since the last settling mean for addresses, listings and other pages."""
        settle(self._db)

    def all_pending(self, *, articles: bool, listings: bool) -> None:
        """Have all articles' or all listings' pages looked at again."""
        if articles:
            self._db.execute("INSERT OR IGNORE INTO pending_article SELECT id FROM article")
        if listings:
            self._db.execute(
                "INSERT OR REPLACE INTO pending_listing SELECT id, ? FROM listing", (FIRST_PLACE,)
            )

    def pending_articles(self) -> Iterator[PendingArticle]:
        """The articles whose pages may be outdated, in the order of their numbers.

        So what is made of them lies in the catalogue as it comes: in the order of time it would not.
        """
        # Anew each time: listings may have got other rows since.
        kindred = Kindred(self._db)
        in_order = self._db.execute("SELECT article FROM pending_article ORDER BY article")
        for (article,) in in_order:
            url, digest, record, place, terms = self._db.execute(_PENDING_ARTICLE, (article,)).fetchone()
            listed = terms_of(terms)
            source = next((key for kind, key, _ in listed if kind == "source"), None)
            yield PendingArticle(
                article,
                url,
                digest,
                record,
                *kindred.in_time(place),
                *(kindred.of_source(source, place) if source is not None else (None, None)),
                kindred.of_tags([key for kind, key, _ in listed if kind == "tag"], place),
                self._related(article),
            )

    def _related(self, article: int) -> tuple[tuple[str, str], ...]:
        """(folded title, url) of the archive's articles that the article's related items name."""
        rows = self._db.execute(
            "SELECT m.title_key, a.url FROM mention m JOIN article a ON a.title_key = m.title_key"
            " WHERE m.article = ?1 AND a.id <> ?1 ORDER BY m.title_key, a.place",
            (article,),
        )
        return tuple(dict(rows).items())

    # What was written

    def written(self, url: str) -> tuple[str, str] | None:
        """The digests (look, content) of the page as it was last written, or None."""
        row: tuple[str, str] | None = self._db.execute(
            "SELECT look, content FROM page WHERE url = ?", (url,)
        ).fetchone()
        return row

    def writing(self, pages: Iterable[tuple[str, str]]) -> None:
        """Note (url, owner) of pages that are about to be written: until then they count as outdated."""
        self._db.executemany("INSERT OR REPLACE INTO page VALUES (?, ?, '', '')", pages)

    def wrote(self, pages: Iterable[tuple[str, str, str]]) -> None:
        """Note (look, content, url) of pages whose files are now as they should be."""
        self._db.executemany("UPDATE page SET look = ?, content = ? WHERE url = ?", pages)

    def count(self) -> int:
        """The number of written pages and files."""
        count: int = self._db.execute("SELECT count(*) FROM page").fetchone()[0]
        return count

    def tops(self) -> Iterator[str]:
        """The addresses and folders at the top of the site that written pages and files have or lie in."""
        # From one to the next: those in between, nearly all, are not looked at. Behind a folder come first
        # names that it begins, as "2023-x" (marks that are before "/"); at "0", behind "/", all others.
        first = "SELECT substr(url, 1, instr(url || '/', '/') - 1) FROM page {} ORDER BY url LIMIT 1"
        named = first.format("WHERE url > found.top AND url < found.top || '/'")
        others = first.format("WHERE url >= found.top || '0'")
        rows = self._db.execute(
            f"WITH RECURSIVE found (top) AS (SELECT * FROM ({first.format('')})"  # noqa: S608 - our own
            f" UNION SELECT ({named}) FROM found WHERE found.top IS NOT NULL"
            f" UNION SELECT ({others}) FROM found WHERE found.top IS NOT NULL)"
            " SELECT top FROM found WHERE top IS NOT NULL"
        )
        return (top for (top,) in rows)

    def addresses(self, owner: str) -> set[str]:
        """The written pages of an owner."""
        return {url for (url,) in self._db.execute("SELECT url FROM page WHERE owner = ?", (owner,))}

    def written_by(self, owner: str) -> dict[str, tuple[str, str]]:
        """The digests (look, content) of an owner's pages, by their addresses."""
        rows = self._db.execute("SELECT url, look, content FROM page WHERE owner = ?", (owner,))
        return {url: (look, content) for url, look, content in rows}

    def owners(self, prefix: str) -> set[str]:
        """The owners of written files whose names begin with `prefix`."""
        rows = self._db.execute("SELECT DISTINCT owner FROM page WHERE owner GLOB ?", (f"{prefix}*",))
        return {owner for (owner,) in rows}

    def forget(self, urls: Iterable[str]) -> None:
        """Take nothing for known where these pages were written."""
        self._db.executemany("DELETE FROM page WHERE url = ?", ((url,) for url in urls))

    def forget_written(self) -> None:
        """Take nothing in the output folder for known."""
        self._db.execute("DELETE FROM page")

    # Pages that must go

    def stale(self) -> Iterator[str]:
        """Addresses whose files must go."""
        return (url for (url,) in self._db.execute("SELECT url FROM stale ORDER BY url"))

    def is_stale(self, url: str) -> bool:
        """Whether the page at this address has to go."""
        return self._db.execute("SELECT 1 FROM stale WHERE url = ?", (url,)).fetchone() is not None

    def make_stale(self, urls: Iterable[str]) -> None:
        """Have these pages removed."""
        self._db.executemany("INSERT OR IGNORE INTO stale VALUES (?)", ((url,) for url in urls))

    def keep(self, urls: Iterable[str]) -> None:
        """Take back that these pages have to go: they are wanted again."""
        self._db.executemany("DELETE FROM stale WHERE url = ?", ((url,) for url in urls))

    def finish(self) -> None:
        """All is written and pruned: nothing is pending any more."""
        for table in ("stale", "pending_article", "pending_place", "pending_listing"):
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608 - our own table names
