"""The articles beside an article in the listings of its source and its tags.

A page shows only neighbours: whatever comes, goes or changes in a listing is shown by the pages of a few
articles beside it, however long the listing is.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import lru_cache

from newsgen.model.pages import Headline, Link

# The kinds of listings in which articles show their neighbours, and how far on either side they look.
NEIGHBOURLY = frozenset({"tag", "source"})
_REACH = 2

_EARLIER = "SELECT id FROM article WHERE place < ? ORDER BY place DESC LIMIT 1"
_LATER = "SELECT id FROM article WHERE place > ? ORDER BY place LIMIT 1"
_EARLIER_MEMBERS = "SELECT article FROM member WHERE listing = ? AND place < ? ORDER BY place DESC LIMIT ?"
_LATER_MEMBERS = "SELECT article FROM member WHERE listing = ? AND place > ? ORDER BY place LIMIT ?"


class Kindred:
    """Finds the articles beside an article. Ask in the order of time: what it has looked up serves again."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._listing = lru_cache(maxsize=4096)(self._find_listing)
        self._headline = lru_cache(maxsize=8192)(self._find_headline)

    def in_time(self, place: str) -> tuple[Link | None, Link | None]:
        """The articles before and after the `place` in the archive."""
        return self._link(_EARLIER, place, place), self._link(_LATER, place, place)

    def of_source(self, source: str, place: str) -> tuple[Link | None, Link | None]:
        """The articles before and after the `place` in the listing of the source with this key."""
        listing = self._listing("source", source)
        return (
            self._link(_EARLIER_MEMBERS, place, listing, place, 1),
            self._link(_LATER_MEMBERS, place, listing, place, 1),
        )

    def of_tags(self, tags: Sequence[str], place: str) -> tuple[Headline, ...]:
        """Articles beside the `place` in the listing of the first of these tags with any, newest first."""
        for tag in tags:
            asked = (self._listing("tag", tag), place, _REACH)
            later = self._db.execute(_LATER_MEMBERS, asked).fetchall()
            earlier = self._db.execute(_EARLIER_MEMBERS, asked).fetchall()
            if later or earlier:
                return tuple([self._headline(article) for (article,) in (*reversed(later), *earlier)])
        return ()

    def _link(self, sql: str, place: str, *asked: int | str) -> Link | None:
        """A link to the article that is found there; dated and undated ones are no neighbours."""
        found = self._db.execute(sql, asked).fetchone()
        if found is None:
            return None
        headline = self._headline(found[0])
        return Link(headline.heading, headline.url) if (headline.published is None) == (place < " ") else None

    def _find_headline(self, article: int) -> Headline:
        row = self._db.execute(
            "SELECT url, heading, title_stated, source, published FROM article WHERE id = ?", (article,)
        )
        return Headline(*row.fetchone())

    def _find_listing(self, kind: str, key: str) -> int:
        row = self._db.execute("SELECT id FROM listing WHERE kind = ? AND key = ?", (kind, key)).fetchone()
        return int(row[0])


def mark_listing_neighbours(db: sqlite3.Connection) -> None:
    """The articles beside each touched place of a listing show what was there, or is there now."""
    for comparison, order in (("<", "DESC"), (">", "ASC")):
        db.execute(
            "INSERT OR IGNORE INTO pending_article SELECT m.article FROM touched_member t CROSS JOIN member m"  # noqa: S608
            " ON m.listing = t.listing AND m.place IN (SELECT place FROM member WHERE listing = t.listing"
            f" AND place {comparison} t.place ORDER BY place {order} LIMIT {_REACH})"
        )
