"""An article as the catalogue enters it: its record, its address, and the listings that it belongs to."""

from __future__ import annotations

import hashlib
import json
from dataclasses import astuple
from functools import lru_cache
from typing import NamedTuple

from newsgen.archive.records import article_to_json
from newsgen.model.article import Article
from newsgen.model.pages import ListingKind, TermKind
from newsgen.model.problem import Problem
from newsgen.text.fold import key
from newsgen.text.letters import proper
from newsgen.text.slugs import FILE_NAME_LIMIT, natural_slug, shorten, term_slug

TERM_FOLDERS: dict[TermKind, str] = {"tag": "tags", "source": "sources", "author": "authors"}
UNDATED: ListingKind = "undated"


class Membership(NamedTuple):
    """A listing that an article belongs to: `key` is one for all spellings, `spelling` this article's."""

    kind: ListingKind
    key: str
    url: str
    spelling: str


class Entry(NamedTuple):
    """An article's row. `place` sorts all articles by time, undated ones before all others, then by path.

    `former` is the address, as `stem` is, that the article would have without its correction; "" where that
    is the same or there is none. `digest` is one of all the others: what newsgen makes of a record may change
    though the record does not.
    """

    path: str
    ident: str
    place: str
    day: str
    stem: str
    pinned: bool
    heading: str
    title_key: str
    title_stated: bool
    source: str | None
    published: str | None
    summary: str
    encoding: str
    corrected: bool
    digest: str
    record: bytes
    memberships: tuple[Membership, ...]
    mentions: tuple[str, ...]
    former: str
    problems: tuple[Problem, ...]


# What stands in an entry before its digest.
_NUMBER_OF_FACTS = Entry._fields.index("digest")
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def entry_of(article: Article, uncorrected: Article | None = None) -> Entry:
    """The article's row. Pure: it is made where the article is read, in a worker."""
    published = article.published or ""
    day = published[:10]
    stem, problems = _stem(article)
    former = _stem(uncorrected)[0] if uncorrected else ""
    entry = Entry(
        path=article.path,
        ident=article.ident,
        place=f"{published:<25}\t{article.path}" if published else f"\t{article.path}",
        day=day,
        stem=stem,
        pinned=article.slug is not None,
        heading=article.heading,
        title_key=key(article.title or ""),
        title_stated=article.title is not None,
        source=article.source,
        published=article.published,
        summary=article.summary,
        encoding=article.encoding,
        corrected=article.corrected_by is not None,
        digest="",
        record=b"",
        memberships=_memberships(article, day),
        mentions=tuple(dict.fromkeys(k for item in article.related if (k := key(item.title)))),
        former=former if former != stem else "",
        problems=problems,
    )
    record = article_to_json(article)
    told = [astuple(problem) for problem in problems]
    facts = _encode([entry[:_NUMBER_OF_FACTS], entry.memberships, entry.mentions, entry.former, told])
    digest = hashlib.blake2b(facts.encode(errors="surrogatepass"), digest_size=16)
    digest.update(record)
    return entry._replace(digest=digest.hexdigest(), record=record)


def _stem(article: Article) -> tuple[str, tuple[Problem, ...]]:
    folder = (article.published or "")[:10].replace("-", "/") or UNDATED
    slug, problems = _slug(article)
    return f"{folder}/{slug}", problems


def _slug(article: Article) -> tuple[str, tuple[Problem, ...]]:
    if article.slug:
        return article.slug, ()
    slug = natural_slug(article.heading)
    if not slug:
        message = "the title has no letters or digits to make an address of"
        hint = "its address is made from its identifier; write another with `slug` in a correction"
        return article.ident, (Problem(article.path, None, "slug-empty", message, hint),)
    if len(slug.encode()) > FILE_NAME_LIMIT:
        message = f"the title makes an address of {len(slug.encode())} bytes; it is cut"
        hint = "write a shorter one with `slug` in a correction"
        return shorten(slug), (Problem(article.path, None, "slug-shortened", message, hint),)
    return shorten(slug), ()


def _memberships(article: Article, day: str) -> tuple[Membership, ...]:
    found = [_term("tag", tag) for tag in article.tags] + [
        _term("source", article.source),
        _term("author", article.author),
    ]
    if day:
        month = day[:7].replace("-", "/")
        date = day.replace("-", "/")
        found += [Membership("month", month, f"{month}/", month), Membership("day", date, f"{date}/", date)]
    else:
        found.append(Membership(UNDATED, "", f"{UNDATED}/", UNDATED))
    unique = {(membership.kind, membership.key): membership for membership in reversed(found) if membership}
    return tuple(reversed(unique.values()))


# A few names are in most articles, and each is asked for twice: when it is read, and for its page.
@lru_cache(maxsize=4096)
def _term(kind: TermKind, name: str | None) -> Membership | None:
    slug = term_slug(name) if name else ""
    if not name or not slug:
        return None
    return Membership(kind, key(name), f"{TERM_FOLDERS[kind]}/{slug}/", " ".join(proper(name).split()))


def term_url(kind: TermKind, name: str | None) -> str | None:
    """The address of the term's page, or None where `name` is no term."""
    membership = _term(kind, name)
    return membership.url if membership else None
