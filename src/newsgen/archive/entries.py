"""Articles in the catalogue: entering and removing them, and what there is of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from newsgen.archive.entry import Entry, Membership
from newsgen.archive.kindred import NEIGHBOURLY
from newsgen.archive.repeats import repeated_lines
from newsgen.archive.schema import EARLIEST
from newsgen.model.pages import Tally
from newsgen.model.problem import Problem
from newsgen.text.slugs import SUFFIX_MARK

_COLUMNS = (
    "id, document, path, ident, place, day, stem, pinned, heading, title_key, title_stated, source,"
    " published, summary, encoding, corrected, digest, terms, url"
)
_PUT = f"INSERT OR REPLACE INTO article ({_COLUMNS}) VALUES ({', '.join('?' * 19)})"  # noqa: S608 - our own
_TOUCH_LISTING = f"INSERT INTO touched_listing VALUES (?, ?) {EARLIEST}"  # noqa: S608 - as above
_TOUCH_MEMBER = "INSERT OR IGNORE INTO touched_member VALUES (?, ?)"
# A document's articles have its path or longer ones: they are found by the index of paths.
_HELD = "FROM article WHERE document = ?1 AND path >= ?1 AND path < ?1 || char(1114111)"


class _Batch:
    """The rows of some articles, gathered to be entered table by table: that costs a fifth of row by row."""

    def __init__(self) -> None:
        self.articles: list[tuple[object, ...]] = []
        self.records: list[tuple[int, bytes]] = []
        self.moved: list[tuple[int, str]] = []
        self.mentions: list[tuple[int, str]] = []
        self.members: list[tuple[int, str, int, str]] = []
        self.changed: list[tuple[str, str, str]] = []
        self.since: dict[int, str] = {}

    def add(self, article: int, entry: Entry, document: str, url: str) -> None:
        """Gather the rows of one article, but for those of its listings."""
        self.articles.append(_row(article, entry, document, url))
        self.records.append((article, entry.record))
        self.changed.append((entry.place, entry.stem, entry.title_key))
        self.mentions += ((article, title) for title in entry.mentions)
        if entry.former:
            self.moved.append((article, entry.former))

    def add_to_listing(self, listing: int, article: int, place: str, membership: Membership) -> None:
        """Gather one of an article's listings, and the earliest place at which that listing changes."""
        self.members.append((listing, place, article, membership.spelling))
        self.since[listing] = min(place, self.since.get(listing, place))


class Entries:
    """The catalogue's articles."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._last_id: int | None = None
        self._listings: dict[tuple[str, str], int] = {}

    def forget_listings(self) -> None:
        """Look up the numbers of listings again: a rollback or settling may have taken them back."""
        self._listings.clear()

    def put(self, entries: Iterable[tuple[Entry, str]]) -> int:
        """Enter articles, each with the document that holds it, in the place of what its path held before.

        Returns how many are not as they were before.
        """
        batch = _Batch()
        # The last of two with one path counts, as it would if they came in different batches.
        for entry, document in {entry.path: (entry, document) for entry, document in entries}.values():
            self._gather(batch, entry, document)
        self._enter(batch)
        return len(batch.articles)

    def _gather(self, batch: _Batch, entry: Entry, document: str) -> None:
        before = self._db.execute("SELECT id, digest FROM article WHERE path = ?", (entry.path,)).fetchone()
        if before is None:
            # The address that it wishes for: settling gives another where this one is taken.
            article, url = self._next_id(), f"{entry.stem}/"
        elif before[1] == entry.digest:
            return
        else:
            article = before[0]
            url = self._detach(article)
        batch.add(article, entry, document, url)
        for membership in entry.memberships:
            listing = self._listing(membership)
            batch.add_to_listing(listing, article, entry.place, membership)

    def _enter(self, batch: _Batch) -> None:
        many = self._db.executemany
        many(_PUT, batch.articles)
        many("INSERT OR REPLACE INTO record VALUES (?, ?)", batch.records)
        many("INSERT OR IGNORE INTO pending_article VALUES (?)", ((article,) for article, _ in batch.records))
        many("INSERT OR IGNORE INTO mention VALUES (?, ?)", batch.mentions)
        many("INSERT OR REPLACE INTO moved VALUES (?, ?)", batch.moved)
        many("INSERT OR REPLACE INTO member VALUES (?, ?, ?, ?)", batch.members)
        many(_TOUCH_LISTING, batch.since.items())
        self._touch(batch.changed)

    def remove(self, document: str) -> None:
        """Take all articles of `document` out."""
        self._remove(self._db.execute(f"SELECT id, path {_HELD}", (document,)))

    def remove_unseen(self, document: str) -> None:
        """Take those articles of `document` out that were not seen (`Documents.seen`)."""
        sql = f"SELECT id, path {_HELD} AND path NOT IN (SELECT path FROM seen)"  # noqa: S608 - as above
        self._remove(self._db.execute(sql, (document,)))

    def _remove(self, articles: sqlite3.Cursor) -> None:
        for article, path in articles.fetchall():
            url = self._detach(article)
            leave_address(self._db, url)
            self._db.execute("DELETE FROM article WHERE id = ?", (article,))
            for table in ("record", "card", "searchable", "fact", "citation", "entry", "pending_article"):
                self._db.execute(f"DELETE FROM {table} WHERE article = ?", (article,))  # noqa: S608 - ours
            self._db.execute("DELETE FROM problem WHERE path = ? AND origin = 'address'", (path,))

    def _detach(self, article: int) -> str:
        """Take the article out of all listings and mark what it leaves as touched; returns its address."""
        place, stem, title, url, terms = self._db.execute(
            "SELECT place, stem, title_key, url, terms FROM article WHERE id = ?", (article,)
        ).fetchone()
        self._touch([(place, stem, title)])
        for kind, key, _ in terms_of(terms):
            row = self._db.execute(
                "SELECT id FROM listing WHERE kind = ? AND key = ?", (kind, key)
            ).fetchone()
            self._db.execute("DELETE FROM member WHERE listing = ? AND place = ?", (row[0], place))
            self._db.execute(_TOUCH_LISTING, (row[0], place))
            if kind in NEIGHBOURLY:
                self._db.execute(_TOUCH_MEMBER, (row[0], place))
        for table in ("mention", "moved"):
            self._db.execute(f"DELETE FROM {table} WHERE article = ?", (article,))  # noqa: S608 - ours
        return str(url)

    def _touch(self, changed: list[tuple[str, str, str]]) -> None:
        """Mark (place, stem, title's key) of articles that come, go or change."""
        many = self._db.executemany
        many("INSERT OR IGNORE INTO touched_place VALUES (?)", ((place,) for place, _, _ in changed))
        many("INSERT OR IGNORE INTO touched_stem VALUES (?)", ((stem,) for _, stem, _ in changed))
        many("INSERT OR IGNORE INTO touched_title VALUES (?)", ((title,) for _, _, title in changed if title))

    def _next_id(self) -> int:
        if self._last_id is None:
            self._last_id = self._db.execute("SELECT coalesce(max(id), 0) FROM article").fetchone()[0]
        self._last_id += 1
        return self._last_id

    def _listing(self, membership: Membership) -> int:
        term = (membership.kind, membership.key)
        if (known := self._listings.get(term)) is not None:
            return known
        found = self._db.execute("SELECT id FROM listing WHERE kind = ? AND key = ?", term).fetchone()
        made = (
            found
            or self._db.execute(
                "INSERT INTO listing (kind, key, url, name, sort, count) VALUES (?, ?, ?, '', '', 0)"
                " RETURNING id",
                (*term, membership.url),
            ).fetchone()
        )
        self._listings[term] = int(made[0])
        return self._listings[term]

    # What the archive holds

    def records(self) -> Iterator[tuple[str, str, bytes]]:
        """Every article's path, address and record as JSON, by path."""
        return iter(
            self._db.execute(
                "SELECT a.path, a.url, r.json FROM article a JOIN record r ON r.article = a.id"
                " ORDER BY a.path"
            )
        )

    def find(self, path: str) -> tuple[str, bytes] | None:
        """The address and the record of the article read from `path`."""
        row: tuple[str, bytes] | None = self._db.execute(
            "SELECT a.url, r.json FROM article a JOIN record r ON r.article = a.id WHERE a.path = ?", (path,)
        ).fetchone()
        return row

    def has(self, path: str) -> bool:
        """Whether there is an article of `path`."""
        return self._db.execute("SELECT 1 FROM article WHERE path = ?", (path,)).fetchone() is not None

    def former_addresses(self) -> Iterator[tuple[str, str, str]]:
        """(former address, heading, present address) of the articles that a correction has moved.

        It is the address that the article would have without its correction; where that is another article's,
        the one that it would have beside it.
        """
        rows = self._db.execute(
            "SELECT m.stem, a.ident, a.heading, a.url,"
            " EXISTS (SELECT 1 FROM article o WHERE o.stem = m.stem),"
            " EXISTS (SELECT 1 FROM article o WHERE o.stem = m.stem || ?1 || a.ident)"
            " FROM moved m JOIN article a ON a.id = m.article ORDER BY m.stem, a.path",
            (SUFFIX_MARK,),
        )
        last = ""
        for stem, ident, heading, url, taken, beside_taken in rows:
            if not taken and stem != last:
                yield f"{stem}/", heading, url
            elif not beside_taken:
                yield f"{stem}{SUFFIX_MARK}{ident}/", heading, url
            last = stem

    def missing(self) -> Iterator[tuple[str, bool, bool]]:
        """(path, has no date, has no source) of each article without one of them, by path."""
        rows = self._db.execute(
            "SELECT path, published IS NULL, source IS NULL FROM article"
            " WHERE published IS NULL OR source IS NULL ORDER BY path"
        )
        return ((path, bool(undated), bool(unnamed)) for path, undated, unnamed in rows)

    def repeated_titles(self) -> Iterator[tuple[str, int, str]]:
        """(path, how many articles have its title, the first one's path) of each but the first, by path."""
        return iter(
            self._db.execute(
                "SELECT a.path, t.n, t.first FROM (SELECT title_key, count(*) AS n, min(path) AS first"
                " FROM article WHERE title_key <> '' GROUP BY title_key HAVING n > 1) t"
                " JOIN article a ON a.title_key = t.title_key AND a.path <> t.first ORDER BY a.path"
            )
        )

    def encodings(self) -> tuple[Tally, ...]:
        """How many articles were decoded from each encoding, the most frequent first."""
        rows = self._db.execute("SELECT encoding, count(*) FROM article GROUP BY encoding ORDER BY 2 DESC, 1")
        return tuple(Tally(*row) for row in rows)

    def repeated_lines(self, least: int, most: int) -> tuple[Tally, ...]:
        """Lines that many articles share, see `repeats.repeated_lines`."""
        return repeated_lines(self._db, least, most)

    def missing_facts(self) -> tuple[Tally, ...]:
        """How many articles have no title, date or source."""
        counts = self._db.execute(
            "SELECT sum(title_stated = 0), sum(published IS NULL), sum(source IS NULL) FROM article"
        ).fetchone()
        names = ("title", "date", "source")
        return tuple(Tally(name, count) for name, count in zip(names, counts, strict=True) if count)

    def corrected(self) -> int:
        """The number of articles with a correction laid over them."""
        count: int = self._db.execute("SELECT count(*) FROM article WHERE corrected").fetchone()[0]
        return count


def leave_address(db: sqlite3.Connection, url: str) -> None:
    """Have the page of an article go that is not at `url` any more.

    What was made with that page, as its card, goes too or is made anew with another one. So if the article
    comes back before the page is gone, it has to be made again.
    """
    db.execute("INSERT OR IGNORE INTO stale VALUES (?)", (url,))
    db.execute("UPDATE page SET look = '', content = '' WHERE url = ?", (url,))


def taken_address(path: str, other: str, url: str) -> Problem:
    """The problem of an article whose wished address another one has."""
    return Problem(
        path,
        None,
        "address-taken",
        f"{other} has the same title and day; this one is at {url}",
        "write another `slug` in a correction, or remove the duplicate",
    )


def _row(article: int, entry: Entry, document: str, url: str) -> tuple[object, ...]:
    return (
        *(article, document, entry.path, entry.ident, entry.place, entry.day, entry.stem, entry.pinned),
        *(entry.heading, entry.title_key, entry.title_stated, entry.source, entry.published),
        *(entry.summary, entry.encoding, entry.corrected, entry.digest),
        *("\n".join(f"{m.kind}\t{m.key}\t{m.spelling}" for m in entry.memberships), url),
    )


def terms_of(terms: str) -> list[list[str]]:
    """The kind, key and spelling of each listing that an article's row names."""
    return [term.split("\t") for term in terms.split("\n")]
