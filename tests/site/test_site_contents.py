"""The sample archive's pages hold what its documents state, no more and no less."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

import pytest
from sample_archive import Sample, having, words

from newsgen.text.fold import key

pytest_plugins = ["site_fixtures"]

KINDS = {
    "home": r"",
    "article": r"\d{4}/\d\d/\d\d/[^/]+/",
    "undated article": r"undated/[^/]+/",
    "year": r"\d{4}/",
    "month": r"\d{4}/\d\d/",
    "day": r"\d{4}/\d\d/\d\d/",
    "dates": r"dates/",
    "undated": r"undated/",
    "tags": r"tags/",
    "tag": r"tags/[^/]+/",
    "sources": r"sources/",
    "source": r"sources/[^/]+/",
    "authors": r"authors/",
    "author": r"authors/[^/]+/",
    "search": r"search/",
    "about": r"about/",
    "not found": r"404\.html",
}
NUMBERED = r"(?:\d{4}/\d\d/(?:\d\d/)?|undated/|(?:tags|sources|authors)/[^/]+/)page/\d+/"


def kind_of(url: str) -> str:
    return next((kind for kind, pattern in KINDS.items() if re.fullmatch(pattern, url)), "")


def cards(sample: Sample, listing: str) -> list[str]:
    """Where the cards of a listing lead, on all its pages, newest first."""
    pages = [url for url in sample.pages if re.fullmatch(re.escape(listing) + r"(?:page/\d+/)?", url)]
    newest_first = sorted(
        pages, key=lambda url: -int(url.split("page/")[-1].rstrip("/")) if url != listing else -999
    )
    found = []
    for url in newest_first:
        for title in having(sample.pages[url], "card-title"):
            (link,) = title.iter("a")
            found.append(link.get("href", "").replace("../", ""))
    return found


def grouped(sample: Sample, facts: str) -> dict[str, set[str]]:
    """The urls of the records by each value of a fact, its spellings taken together."""
    groups: dict[str, set[str]] = defaultdict(set)
    for record in sample.records:
        stated: Any = record[facts]
        for value in [stated] if isinstance(stated, str) else stated or []:
            groups[key(value)].add(record["url"])
    return dict(groups)


@pytest.mark.parametrize("kind", KINDS)
def test_the_sample_shows_every_kind_of_page(sample: Sample, kind: str) -> None:
    assert any(kind_of(url) == kind for url in sample.pages)


def test_there_is_no_page_of_another_kind(sample: Sample) -> None:
    others = [url for url in sample.pages if not kind_of(url)]
    assert all(re.fullmatch(NUMBERED, url) for url in others)
    assert others


def test_every_record_has_its_page_and_every_article_page_its_record(sample: Sample) -> None:
    articles = {url for url in sample.pages if kind_of(url) in {"article", "undated article"}}
    assert articles == {record["url"] for record in sample.records}
    assert len(articles) == len(sample.records)


def test_an_article_page_shows_its_record(sample: Sample) -> None:
    for record in sample.records:
        page = sample.pages[record["url"]]
        (title,) = having(page, "story-title")
        assert record["title"] is None or words(title) == " ".join(record["title"].split())
        shown = words(having(page, "story-body")[0])
        for block in record["body"]:
            for text in block.get("items") or [block["text"]]:
                assert " ".join(text.split()) in shown, record["path"]
        (digest,), (path,) = having(page, "sha256"), having(page, "path")
        assert (words(digest), words(path)) == (record["sha256"], record["path"])
        dates = [time.get("datetime") for time in having(page, "story-date")]
        assert dates == ([record["published"]] if record["published"] else [])
        for fact in ("source", "author"):
            assert [words(each) for each in having(page, f"story-{fact}")] == (
                [record[fact]] if record[fact] else []
            )
        assert len(having(page, "story-tags")) == bool(record["tags"])
        assert len(having(page, "story-related")) == bool(record["related"])


@pytest.mark.parametrize(
    ("folder", "facts"), [("tags", "tags"), ("sources", "source"), ("authors", "author")]
)
def test_every_term_has_one_page_with_its_articles(sample: Sample, folder: str, facts: str) -> None:
    listings = [url for url in sample.pages if re.fullmatch(rf"{folder}/[^/]+/", url)]
    shown = {frozenset(cards(sample, url)): url for url in listings}
    expected = grouped(sample, facts)
    assert len(listings) == len(expected)
    assert set(shown) == {frozenset(urls) for urls in expected.values()}
    for url in listings:
        assert key(words(next(sample.pages[url].iter("h1")))) in expected


@pytest.mark.parametrize("depth", [2, 3])
def test_months_and_days_list_the_articles_of_their_time(sample: Sample, depth: int) -> None:
    expected: dict[str, set[str]] = defaultdict(set)
    for record in sample.records:
        if record["published"]:
            folder = "/".join(record["url"].split("/")[:depth]) + "/"
            expected[folder].add(record["url"])
    listings = {url: set(cards(sample, url)) for url in sample.pages if kind_of(url) in {"month", "day"}}
    assert {url: found for url, found in listings.items() if url.count("/") == depth} == expected


def test_undated_lists_what_has_no_date(sample: Sample) -> None:
    undated = [record["url"] for record in sample.records if record["published"] is None]
    assert sorted(cards(sample, "undated/")) == sorted(undated)
    assert len(undated) > 1


def test_no_listing_shows_an_article_twice(sample: Sample) -> None:
    for url in sample.pages:
        if kind_of(url) in {"tag", "source", "author", "month", "day", "undated"}:
            found = cards(sample, url)
            assert len(found) == len(set(found)), url


def test_term_indexes_count_as_their_listings_do(plain_sample: Sample) -> None:
    for folder in ("tags", "sources", "authors"):
        for terms in having(plain_sample.pages[f"{folder}/"], "terms"):
            for link in terms.iter("a"):
                url = link.get("href", "").removeprefix("../")
                count = words(having(link, "term-count")[0]).split()[0]
                assert int(count) == len(cards(plain_sample, url)), url


def test_the_home_page_and_about_count_what_there_is(plain_sample: Sample) -> None:
    records = plain_sample.records
    expected = {
        "dates/": len(records),
        "sources/": len(grouped(plain_sample, "source")),
        "authors/": len(grouped(plain_sample, "author")),
        "tags/": len(grouped(plain_sample, "tags")),
        "undated/": sum(record["published"] is None for record in records),
    }
    for url in ("", "about/"):
        (holdings,) = having(plain_sample.pages[url], "holdings")
        counts = {
            re.sub(r"^\.{1,2}/", "", link.get("href", "")): int(words(link).split()[0])
            for link in holdings.iter("a")
        }
        assert counts == expected


def test_the_sample_has_a_story_by_two_outlets_and_documents_that_are_broken(plain_sample: Sample) -> None:
    titles = [record["title"] for record in plain_sample.records]
    assert len(set(titles)) < len(titles)
    assert {problem["code"] for record in plain_sample.records for problem in record["problems"]} >= {
        "body-missing",
        "date-impossible",
    }
