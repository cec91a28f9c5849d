"""Lines that many articles share: what stands on the pages of an outlet rather than in its articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from newsgen.archive.records import article_from_json
from newsgen.model.article import Article
from newsgen.model.pages import Tally

_LONGEST_LINE_WORDS = 20
# A page's own lines stand above its article or below it.
_FIRST, _LAST = 3, 4


def repeated_lines(db: sqlite3.Connection, least: int, most: int) -> tuple[Tally, ...]:
    """Short lines, first or last in the bodies of `least` articles or more, the most frequent first.

    At most `most` of them. Reads every record; memory does not grow with them.
    """
    db.execute("CREATE TEMP TABLE IF NOT EXISTS edge_line (text TEXT NOT NULL)")
    db.execute("DELETE FROM edge_line")
    records = db.execute("SELECT json FROM record")
    edges = (line for (record,) in records for line in _edges(article_from_json(record)))
    db.executemany("INSERT INTO edge_line VALUES (?)", ((line,) for line in edges))
    rows = db.execute(
        "SELECT text, count(*) FROM edge_line GROUP BY text HAVING count(*) >= ? ORDER BY 2 DESC, 1 LIMIT ?",
        (least, most),
    )
    return tuple(Tally(*row) for row in rows)


def _edges(article: Article) -> Iterator[str]:
    lines = [block.text for block in article.body if block.kind != "list"]
    edges = lines if len(lines) <= _FIRST + _LAST else (*lines[:_FIRST], *lines[-_LAST:])
    return (line for line in dict.fromkeys(edges) if len(line.split()) <= _LONGEST_LINE_WORDS)
