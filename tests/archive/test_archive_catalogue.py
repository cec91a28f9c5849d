from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from newsgen.archive import Archive, article_from_json, article_to_json, entry_of
from newsgen.errors import ArchiveError
from newsgen.model.article import Article, Block, RelatedItem
from newsgen.model.pages import Tally
from newsgen.model.problem import Problem

HONEY = Article(
    path="seeds/عسل.txt",
    ident="abcdefghijkl",
    title="موسم العسل",
    published="2021-03-04",
    source="صوت الوادي",
    author=None,
    categories=("ريف",),
    tags=("إيران", "ایران", "عسل"),
    summary="بدأ القطاف.",
    body=(Block("paragraph", "بدأ القطاف."), Block("list", items=("شهد", "شمع"), html="<ul></ul>")),
    related=(RelatedItem("قارب جديد", "الميناء", None, "https://example.org/"),),
    sha256="0" * 64,
    encoding="utf-8",
)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path) as opened:
        yield opened


def test_a_record_survives_its_json() -> None:
    assert article_from_json(article_to_json(HONEY)) == HONEY


def test_an_entry_knows_its_wished_address_and_its_place_in_time() -> None:
    entry = entry_of(HONEY)
    assert (entry.stem, entry.day, entry.pinned) == ("2021/03/04/موسم-العسل", "2021-03-04", False)
    undated = entry_of(replace(HONEY, published=None, slug="honey"))
    assert (undated.stem, undated.day, undated.pinned) == ("undated/honey", "", True)
    assert undated.place < entry.place < entry_of(replace(HONEY, published="2021-03-04T09:00")).place


def test_an_entry_belongs_to_each_of_its_listings_once() -> None:
    assert [(m.kind, m.url, m.spelling) for m in entry_of(HONEY).memberships] == [
        ("tag", "tags/ايران/", "إيران"),
        ("tag", "tags/عسل/", "عسل"),
        ("source", "sources/صوت-الوادي/", "صوت الوادي"),
        ("month", "2021/03/", "2021/03"),
        ("day", "2021/03/04/", "2021/03/04"),
    ]


def test_entering_the_same_entry_again_changes_nothing(archive: Archive) -> None:
    assert archive.entries.put([(entry_of(HONEY), HONEY.path)])
    assert not archive.entries.put([(entry_of(HONEY), HONEY.path)])
    assert archive.entries.put([(entry_of(replace(HONEY, author="هدى الصفصافي")), HONEY.path)])


def test_an_entry_that_newsgen_makes_otherwise_of_the_same_record_is_a_change(archive: Archive) -> None:
    now = entry_of(HONEY)
    assert now.digest != entry_of(replace(HONEY, slug="موسم-العسل")).digest
    before = now._replace(title_key="as an older newsgen folded it", digest="as it had it then")
    archive.entries.put([(before, HONEY.path)])
    assert archive.entries.put([(now, HONEY.path)])


def test_an_article_that_is_removed_leaves_no_trace(archive: Archive) -> None:
    archive.entries.put([(entry_of(HONEY), HONEY.path)])
    archive.pages.settle()
    assert archive.listings.holdings().articles == 1
    archive.entries.remove(HONEY.path)
    archive.pages.settle()
    assert archive.listings.holdings().articles == 0
    assert archive.listings.terms("tag") == ()
    assert list(archive.pages.stale()) == ["2021/03/04/موسم-العسل/"]


def test_a_transaction_that_fails_leaves_nothing(archive: Archive) -> None:
    def fail() -> None:
        with archive.transaction():
            archive.entries.put([(entry_of(HONEY), HONEY.path)])
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert archive.listings.holdings().articles == 0


def test_what_is_remembered_outlives_the_process(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        assert archive.meta("output") == ""
        archive.remember("output", "site")
    with Archive(tmp_path) as archive:
        assert archive.meta("output") == "site"


def test_problems_are_replaced_by_the_stage_that_found_them(archive: Archive) -> None:
    first, second = (
        Problem("a", None, "empty", "nothing in it"),
        Problem("b", 3, "date-impossible", "no such day"),
    )
    archive.documents.add_problems("a", [first])
    archive.documents.add_problems("b", [second])
    archive.documents.replace_problems("scan", [first])
    archive.documents.replace_problems("scan", [replace(first, code="kind-unknown")])
    archive.documents.begin(["a"])
    assert list(archive.documents.problems()) == [replace(first, code="kind-unknown"), second]
    assert archive.documents.problem_tallies() == (Tally("date-impossible", 1), Tally("kind-unknown", 1))


def test_a_seed_is_found_by_its_path_or_by_its_name(archive: Archive) -> None:
    paths = ["seeds/a.txt", "seeds/x/a.txt", "seeds/b.txt", "seeds/A.txt", "seeds/aXb.txt", "seeds/a_b.txt"]
    archive.documents.scanned([(path, "seed", 1, 1) for path in paths])

    def found(name: str) -> list[str]:
        return [path for _, path in archive.documents.find_seeds(name)]

    assert found("b.txt") == ["seeds/b.txt"]
    assert found("a.txt") == ["seeds/a.txt", "seeds/x/a.txt"]
    assert found("x/a.txt") == ["seeds/x/a.txt"]
    assert found("seeds/a.txt") == ["seeds/a.txt"]
    assert found("a_b.txt") == ["seeds/a_b.txt"]
    assert found("%.txt") == []


def test_a_part_of_a_seed_is_found_by_the_name_of_its_file(archive: Archive) -> None:
    paths = ["seeds/rows.jsonl", "seeds/x/pack.zip"]
    archive.documents.scanned([(path, "seed", 1, 1) for path in paths])
    find = archive.documents.find_seeds
    assert find("rows.jsonl#3") == [("seeds/rows.jsonl", "seeds/rows.jsonl#3")]
    assert find("seeds/rows.jsonl#3") == [("seeds/rows.jsonl", "seeds/rows.jsonl#3")]
    assert find("pack.zip/a/b.csv#1") == [("seeds/x/pack.zip", "seeds/x/pack.zip/a/b.csv#1")]
    assert find("rows.json#3") == []


def test_a_catalogue_in_use_is_refused_until_it_is_free(tmp_path: Path) -> None:
    with Archive(tmp_path), pytest.raises(ArchiveError, match="another newsgen is at work in this project"):
        Archive(tmp_path)
    with Archive(tmp_path):
        pass


def test_a_full_disk_is_told_on_one_line(tmp_path: Path) -> None:
    with pytest.raises(
        ArchiveError, match=r"archive\.db: cannot use the catalogue: database or disk is full"
    ):
        fill(tmp_path)
    with Archive(tmp_path) as archive:
        assert archive.listings.holdings().articles == 0


def fill(folder: Path) -> None:
    with Archive(folder) as archive:
        archive._db.execute("PRAGMA max_page_count = 40")
        with archive.transaction():
            for number in range(10_000):
                path = f"seeds/{number}.txt"
                archive.entries.put([(entry_of(replace(HONEY, path=path)), path)])


def test_a_fault_of_newsgens_own_stays_what_it_is(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"), Archive(tmp_path) as archive:
        archive._db.execute("SELECT * FROM nonsense")
