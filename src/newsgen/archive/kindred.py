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

_HEADLINE = "a.url, a.heading, a.title_stated, a.source, a.published"
_BESIDE = """
    SELECT {columns}, 0 AS later, m.place AS place FROM (
        SELECT article, place FROM member WHERE listing = ?1 AND place < ?2 ORDER BY place DESC LIMIT {reach}
    ) m JOIN article a ON a.id = m.article
    UNION ALL
    SELECT {columns}, 1, m.place FROM (
        SELECT article, place FROM member WHERE listing = ?1 AND place > ?2 ORDER BY place LIMIT {reach}
    ) m JOIN article a ON a.id = m.article
"""
_SOURCE_NEIGHBOURS = _BESIDE.format(columns="a.heading, a.url, a.day = ''", reach=1)
_KINDRED = _BESIDE.format(columns=_HEADLINE, reach=_REACH) + "ORDER BY place DESC"


class Kindred:
    """Finds the articles beside an article; its listings' rows are remembered, as many articles share them."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.listing = lru_cache(maxsize=4096)(self._listing)

    def of_source(self, source: str, place: str) -> tuple[Link | None, Link | None]:
        """The articles before and after the `place` in the listing of the source with this key."""
        found: list[Link | None] = [None, None]
        undated = place < " "
        for heading, url, is_undated, later, _ in self._db.execute(
            _SOURCE_NEIGHBOURS, (self.listing("source", source), place)
        ):
            if bool(is_undated) == undated:
                found[later] = Link(heading, url)
        return found[0], found[1]

    def of_tags(self, tags: Sequence[str], place: str) -> tuple[Headline, ...]:
        """Articles beside the `place` in the listing of the first of these tags that has any, newest first."""
        for tag in tags:
            rows = self._db.execute(_KINDRED, (self.listing("tag", tag), place)).fetchall()
            if rows:
                return tuple(Headline(*row[:5]) for row in rows)
        return ()

    def _listing(self, kind: str, key: str) -> int:
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
