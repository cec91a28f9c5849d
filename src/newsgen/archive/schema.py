"""The catalogue's tables. The file is a cache: a catalogue of another version is dropped and made anew."""

from __future__ import annotations

VERSION = 14

SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- Every file that was read, with the stamp by which a later build knows it unchanged, and the digest of the
-- correction that was laid over it.
CREATE TABLE document (
    path TEXT PRIMARY KEY, kind TEXT NOT NULL, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
    correction TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE TABLE correction (path TEXT PRIMARY KEY, seed TEXT NOT NULL, content TEXT NOT NULL) WITHOUT ROWID;
-- origin: the stage that found the problem and replaces it when it runs again. document: the file that it was
-- found in by reading; path names a part of that file where it is one of several.
CREATE TABLE problem (
    path TEXT NOT NULL, line INTEGER, code TEXT NOT NULL, message TEXT NOT NULL, hint TEXT NOT NULL,
    origin TEXT NOT NULL, document TEXT
);
CREATE INDEX problem_by_path ON problem (path, origin);
CREATE INDEX problem_by_origin ON problem (origin);
CREATE INDEX problem_by_document ON problem (document);

-- path: the document, or a part of it. stem: the wished address without its slash; url: the address given, or
-- wished for until the next settling. terms: kind, key and spelling of its listings, a line each.
-- place orders the archive in time.
CREATE TABLE article (
    id INTEGER PRIMARY KEY, document TEXT NOT NULL, path TEXT NOT NULL UNIQUE, ident TEXT NOT NULL,
    place TEXT NOT NULL, day TEXT NOT NULL, stem TEXT NOT NULL, pinned INTEGER NOT NULL, url TEXT NOT NULL,
    heading TEXT NOT NULL, title_key TEXT NOT NULL, title_stated INTEGER NOT NULL, source TEXT,
    published TEXT, summary TEXT NOT NULL, encoding TEXT NOT NULL, corrected INTEGER NOT NULL,
    digest TEXT NOT NULL, terms TEXT NOT NULL
);
-- Apart, as it is ten times as large as all the rest: listings and neighbours are found without it.
CREATE TABLE record (article INTEGER PRIMARY KEY, json BLOB NOT NULL);
-- Made with the article's page, and as old as that.
CREATE TABLE card (article INTEGER PRIMARY KEY, html BLOB NOT NULL);
-- What the search index needs, made with the article's page as well.
CREATE TABLE searchable (article INTEGER PRIMARY KEY, made BLOB NOT NULL);
-- An article's notice in three tables: who reads one of them does not read past the others.
CREATE TABLE fact (
    article INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, lastmod TEXT NOT NULL, size INTEGER NOT NULL,
    row BLOB NOT NULL
);
CREATE TABLE citation (article INTEGER PRIMARY KEY, bibtex BLOB NOT NULL, csl BLOB NOT NULL);
CREATE TABLE entry (article INTEGER PRIMARY KEY, lastmod TEXT NOT NULL, xml BLOB NOT NULL);
-- The address that a corrected article would have without its correction, without its slash.
CREATE TABLE moved (article INTEGER PRIMARY KEY, stem TEXT NOT NULL);
CREATE UNIQUE INDEX article_by_place ON article (place);
-- Those that may open a segment of the search index, see `Searchables.openings`.
CREATE INDEX article_opening ON article (place, ident) WHERE substr(ident, -2) = 'aa';
CREATE INDEX article_by_stem ON article (stem);
CREATE INDEX article_by_title ON article (title_key);
-- For counting alone: the articles themselves are large.
CREATE INDEX article_by_encoding ON article (encoding);
CREATE INDEX article_corrected ON article (corrected) WHERE corrected;
CREATE TABLE mention (
    article INTEGER NOT NULL, title_key TEXT NOT NULL, PRIMARY KEY (article, title_key)
) WITHOUT ROWID;
CREATE INDEX mention_by_title ON mention (title_key);

CREATE TABLE listing (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, url TEXT NOT NULL, name TEXT NOT NULL,
    sort TEXT NOT NULL, count INTEGER NOT NULL, UNIQUE (kind, key)
);
CREATE TABLE member (
    listing INTEGER NOT NULL, place TEXT NOT NULL, article INTEGER NOT NULL, spelling TEXT NOT NULL,
    PRIMARY KEY (listing, place)
) WITHOUT ROWID;

-- undated/ is there even while it is empty.
INSERT INTO listing (kind, key, url, name, sort, count) VALUES ('undated', '', 'undated/', 'undated', '', 0);

-- What the last builds wrote. owner: who says which of its pages must go, see build.planning. look and
-- content: digests of what it was made with and of. Of the search index's files, of what it was made and what
-- it is.
CREATE TABLE page (
    url TEXT PRIMARY KEY, owner TEXT NOT NULL, look TEXT NOT NULL, content TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX page_by_owner ON page (owner);
-- Of the written files those that are data: what the list of them has to say.
CREATE TABLE data_file (
    url TEXT PRIMARY KEY, articles INTEGER NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL,
    lastmod TEXT NOT NULL
) WITHOUT ROWID;
-- The digests of seeds that are not one article's document as it is: packs, tables, what cannot be read.
CREATE TABLE fixity (
    path TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, sha256 TEXT NOT NULL
) WITHOUT ROWID;

-- What changed and is not settled yet, and what is settled but not yet on the pages. Both survive a killed
-- build, so that the next one finishes its work.
CREATE TABLE touched_stem (stem TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE touched_place (place TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE touched_title (title_key TEXT PRIMARY KEY) WITHOUT ROWID;
-- An article of a term that comes, goes or changes: the articles beside it in the term's listing show it.
CREATE TABLE touched_member (
    listing INTEGER NOT NULL, place TEXT NOT NULL, PRIMARY KEY (listing, place)
) WITHOUT ROWID;
-- since: what the listing holds before this place is as it was.
CREATE TABLE touched_listing (listing INTEGER PRIMARY KEY, since TEXT NOT NULL);
CREATE TABLE pending_article (article INTEGER PRIMARY KEY);
CREATE TABLE pending_place (place TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE pending_listing (listing INTEGER PRIMARY KEY, since TEXT NOT NULL);
CREATE TABLE stale (url TEXT PRIMARY KEY) WITHOUT ROWID;
"""

# Behind an INSERT into touched_listing or pending_listing.
EARLIEST = "ON CONFLICT (listing) DO UPDATE SET since = min(since, excluded.since)"
# In the place of a place: before and after those of all articles.
FIRST_PLACE, LAST_PLACE = "", "~"
