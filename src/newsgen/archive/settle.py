"""Settling a set of changes: addresses, counts and names, and which other pages each change reaches.

Everything here depends only on what the archive holds afterwards, never on the order of the changes: an
incremental build has to leave what a clean one leaves.
"""

from __future__ import annotations

import sqlite3

from newsgen.archive.entries import leave_address, taken_address, terms_of
from newsgen.archive.kindred import NEIGHBOURLY, mark_listing_neighbours
from newsgen.archive.schema import EARLIEST, FIRST_PLACE, LAST_PLACE
from newsgen.archive.spelling import displayed
from newsgen.text.collation import collation_key
from newsgen.text.slugs import IDENT_LENGTH, SUFFIX_MARK

# CROSS: SQLite would rather walk through all articles than look up the few that are touched.
_ARTICLES_TOUCHED = "FROM touched_stem t CROSS JOIN article a ON a.stem = t.stem"
_LISTED = "SELECT id, ? FROM listing WHERE kind = ? AND key = ?"
_TOUCH_LISTING = f"INSERT INTO touched_listing {_LISTED} {EARLIEST}"
_TOUCH_MEMBER = f"INSERT OR IGNORE INTO touched_member {_LISTED}"
_TOUCHED = ("touched_stem", "touched_place", "touched_title", "touched_listing", "touched_member")


def settle(db: sqlite3.Connection) -> None:
    """Give addresses, mend listings, and mark as pending all that the touched articles reach."""
    _give_addresses(db)
    if not _everything_is_pending(db):
        _mark_neighbours(db)
        _touch_members(db)
        mark_listing_neighbours(db)
    db.execute(
        "INSERT OR IGNORE INTO pending_article SELECT m.article FROM mention m"
        " JOIN touched_title t ON t.title_key = m.title_key"
    )
    _mend_listings(db)
    # WHERE: without one, SQLite would take ON for the beginning of a join.
    db.execute(f"INSERT INTO pending_listing SELECT * FROM touched_listing WHERE true {EARLIEST}")  # noqa: S608
    db.execute("INSERT OR IGNORE INTO pending_place SELECT place FROM touched_place")
    for table in _TOUCHED:
        db.execute(f"DELETE FROM {table}")  # noqa: S608 - our own table names


def touch_all(db: sqlite3.Connection) -> None:
    """Have everything settled again, as other code or a distrustful user wants it."""
    db.execute("INSERT OR IGNORE INTO touched_stem SELECT stem FROM article")
    db.execute("INSERT OR REPLACE INTO touched_listing SELECT id, ? FROM listing", (FIRST_PLACE,))


def _give_addresses(db: sqlite3.Connection) -> None:
    """The first article by path has the wished address, a hand-written one first; others add their id."""
    # What one article has with its id of twelve letters behind it, a hand-written slug may wish for.
    db.execute(
        "INSERT OR IGNORE INTO touched_stem WITH RECURSIVE bare (stem) AS ("
        "SELECT stem FROM touched_stem UNION SELECT substr(stem, 1, length(stem) - ?1) FROM bare"
        " WHERE substr(stem, -?1, ?2) = ?3) SELECT stem FROM bare",
        (len(SUFFIX_MARK) + IDENT_LENGTH, len(SUFFIX_MARK), SUFFIX_MARK),
    )
    db.execute(
        "DELETE FROM problem WHERE origin = 'address'"  # noqa: S608 - as above
        f" AND path IN (SELECT a.path {_ARTICLES_TOUCHED})"
    )
    # Most articles are alone in wishing for what they have.
    rows = db.execute(
        f"SELECT a.stem, a.id, a.path, a.ident, a.url {_ARTICLES_TOUCHED}"  # noqa: S608 - as above
        " WHERE a.url <> t.stem || '/'"
        " OR EXISTS (SELECT 1 FROM article o WHERE o.stem = t.stem AND o.id <> a.id)"
        " ORDER BY a.stem, a.pinned DESC, a.path"
    )
    holder_stem, holder_path = "", ""
    for stem, article, path, ident, url in rows:
        if stem != holder_stem:
            holder_stem, holder_path, wanted = stem, path, f"{stem}/"
        else:
            wanted = f"{_free(db, stem, ident)}/"
            problem = taken_address(path, holder_path, wanted)
            db.execute(
                "INSERT INTO problem VALUES (?, ?, ?, ?, ?, 'address', NULL)",
                (problem.path, problem.line, problem.code, problem.message, problem.hint),
            )
        if url != wanted:
            _move(db, article, url, wanted)
    db.execute(f"DELETE FROM stale WHERE url IN (SELECT a.url {_ARTICLES_TOUCHED})")  # noqa: S608 - as above


def _free(db: sqlite3.Connection, stem: str, ident: str) -> str:
    """The address of an article that does not get the one it wishes: one that no other wishes for."""
    address = f"{stem}{SUFFIX_MARK}{ident}"
    while db.execute("SELECT 1 FROM article WHERE stem = ?", (address,)).fetchone():
        address += f"{SUFFIX_MARK}{ident}"
    return address


def _move(db: sqlite3.Connection, article: int, old: str, new: str) -> None:
    db.execute("UPDATE article SET url = ? WHERE id = ?", (new, article))
    leave_address(db, old)
    place, title, terms = db.execute(
        "SELECT place, title_key, terms FROM article WHERE id = ?", (article,)
    ).fetchone()
    db.execute("INSERT OR IGNORE INTO pending_article VALUES (?)", (article,))
    db.execute("INSERT OR IGNORE INTO touched_place VALUES (?)", (place,))
    if title:
        db.execute("INSERT OR IGNORE INTO touched_title VALUES (?)", (title,))
    for kind, term, _ in terms_of(terms):
        db.execute(_TOUCH_LISTING, (place, kind, term))


def _touch_members(db: sqlite3.Connection) -> None:
    """Where the touched articles are now in the listings whose articles show their neighbours."""
    rows = db.execute(
        "SELECT a.place, a.terms FROM touched_place t CROSS JOIN article a ON a.place = t.place"
    )
    for place, terms in rows:
        for kind, term, _ in terms_of(terms):
            if kind in NEIGHBOURLY:
                db.execute(_TOUCH_MEMBER, (place, kind, term))


def _everything_is_pending(db: sqlite3.Connection) -> bool:
    """As in a first build: nothing has to be looked for that is found already."""
    (everything,) = db.execute(
        "SELECT (SELECT count(*) FROM pending_article) = (SELECT count(*) FROM article)"
    ).fetchone()
    return bool(everything)


def _mark_neighbours(db: sqlite3.Connection) -> None:
    """The articles before and after each touched place link to it."""
    for comparison, order in (("<", "DESC"), (">", "ASC")):
        db.execute(
            "INSERT OR IGNORE INTO pending_article SELECT neighbour FROM (SELECT (SELECT a.id FROM article a"  # noqa: S608
            f" WHERE a.place {comparison} t.place ORDER BY a.place {order} LIMIT 1) AS neighbour"
            " FROM touched_place t) WHERE neighbour IS NOT NULL"
        )


def _mend_listings(db: sqlite3.Connection) -> None:
    """Count the members of touched listings, name them, and drop those that are empty."""
    touched = db.execute(
        "SELECT l.id, l.kind, l.key, l.url, l.name, l.count,"
        " (SELECT count(*) FROM member m WHERE m.listing = l.id)"
        " FROM touched_listing t CROSS JOIN listing l ON l.id = t.listing"
    )
    for listing, kind, term, url, name, before, count in touched:
        if (before == 0) != (count == 0) and kind in {"day", "month"}:
            _touch_listings_beside(db, kind, term)
        if count == 0 and kind != "undated":
            db.execute("INSERT OR IGNORE INTO stale SELECT url FROM page WHERE owner = ?", (url,))
            db.execute("DELETE FROM listing WHERE id = ?", (listing,))
            db.execute("DELETE FROM touched_listing WHERE listing = ?", (listing,))
            continue
        spellings = db.execute(
            "SELECT spelling, count(*) FROM member WHERE listing = ? GROUP BY spelling", (listing,)
        )
        display = displayed(spellings) or kind
        if display != name:
            db.execute("UPDATE touched_listing SET since = ? WHERE listing = ?", (FIRST_PLACE, listing))
        db.execute(
            "UPDATE listing SET count = ?, name = ?, sort = ? WHERE id = ?",
            (count, display, collation_key(display), listing),
        )


def _touch_listings_beside(db: sqlite3.Connection, kind: str, name: str) -> None:
    """A day or month that comes or goes changes the links of the days or months beside it."""
    for comparison, order in (("<", "DESC"), (">", "ASC")):
        db.execute(
            "INSERT OR IGNORE INTO touched_listing SELECT id, ? FROM (SELECT id FROM listing WHERE kind = ?"  # noqa: S608
            f" AND key {comparison} ? AND EXISTS (SELECT 1 FROM member m WHERE m.listing = listing.id)"
            f" ORDER BY key {order} LIMIT 1)",
            (LAST_PLACE, kind, name),
        )
