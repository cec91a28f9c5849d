"""The files of the index: which are written when, and how much they hold."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from search_sites import build_site, found, index_of, invented, write_articles

from newsgen.archive.schema import LAST_PLACE
from newsgen.build import index_files
from newsgen.plan import segments
from newsgen.plan.segments import segment_borders
from newsgen.search import directory_slice
from newsgen.search.files import IndexFiles
from newsgen.search.shards import read_shard, shard

pytest_plugins = ["search_fixtures"]


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def numbers(site: Path, query: str) -> list[int]:
    return [int(shown.heading.split()[1]) for shown in found(site, query)]


@pytest.mark.usefixtures("short_segments")
def test_a_new_article_leaves_old_segments_as_they_are(tmp_path: Path) -> None:
    write_articles(tmp_path, map(invented, range(95)))
    before = index_of(build_site(tmp_path))
    write_articles(tmp_path, [*map(invented, range(95)), "منطاد فوق البحر"])
    site = build_site(tmp_path)
    written = changed(before, index_of(site))
    newest = IndexFiles(lambda name: (site / name).read_bytes()).manifest().segments[-1].name
    assert all(name.startswith(f"search/{newest}/") or name == "search/index.json" for name in written)
    assert numbers(site, "منطاد") == [95]


@pytest.mark.usefixtures("short_segments")
def test_of_a_directory_no_more_is_made_again_than_a_changed_article_has_words(tmp_path: Path) -> None:
    texts = list(map(invented, range(60)))
    write_articles(tmp_path, texts)
    files = (build_site(tmp_path) / "search").glob("*-words/*.bin")
    before = {file: file.stat().st_mtime_ns for file in files}
    made: list[int] = []

    def counting(number: int, *rest: Any) -> Iterator[tuple[str, bytes]]:
        made.append(number)
        return directory_slice(number, *rest)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(index_files, "directory_slice", counting)
        write_articles(tmp_path, [*texts[:7], f"{texts[7]} منطاد", *texts[8:]])
        site = build_site(tmp_path)
    assert len(made) == 1
    written = {file for file, time in before.items() if file.stat().st_mtime_ns != time}
    assert len(written) == 1
    assert numbers(site, "منطاد") == [7]
    (tmp_path / ".newsgen/archive.db").unlink()
    after = index_of(site)
    assert index_of(build_site(tmp_path)) == after


@pytest.mark.usefixtures("short_segments")
def test_the_index_is_the_same_however_it_came_about(tmp_path: Path) -> None:
    texts = list(map(invented, range(60)))
    write_articles(tmp_path / "a", texts[:50])
    build_site(tmp_path / "a")
    write_articles(tmp_path / "a", ["حديقة جديدة", *texts[1:]])
    (tmp_path / "a/articles/0033.md").unlink()
    write_articles(tmp_path / "b", ["حديقة جديدة", *texts[1:]])
    (tmp_path / "b/articles/0033.md").unlink()
    assert index_of(build_site(tmp_path / "a")) == index_of(build_site(tmp_path / "b"))


@pytest.mark.usefixtures("short_segments")
def test_a_word_is_found_in_whichever_segment_it_is(tmp_path: Path) -> None:
    texts = [f"{invented(number)} نادر{'ابتثجحخدذر'[number // 10 % 10]}{number}" for number in range(100)]
    write_articles(tmp_path, texts)
    site = build_site(tmp_path)
    manifest = IndexFiles(lambda name: (site / name).read_bytes()).manifest()
    assert len(manifest.directories) > 1
    assert sum(row.members for row in manifest.directories) == len(manifest.segments) - 1
    for number in range(0, 100, 7):
        assert numbers(site, texts[number].split()[-1]) == [number]
    assert numbers(site, "المدرسة") == [n for n in reversed(range(100)) if "المدرسة" in texts[n]]


def test_an_index_that_is_not_wanted_goes(tmp_path: Path) -> None:
    write_articles(tmp_path, map(invented, range(5)))
    site = build_site(tmp_path)
    assert (site / "search/index.json").exists()
    (tmp_path / "newsgen.yaml").write_text("search: false\n")
    build_site(tmp_path)
    assert not (site / "search").exists()
    assert "site-search" not in (site / "index.html").read_text(encoding="utf-8")
    (tmp_path / "newsgen.yaml").write_text("search: true\n")
    assert numbers(build_site(tmp_path), "المدرسة")


def test_an_empty_archive_finds_nothing(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    assert found(build_site(tmp_path), "المدرسة") == []


def test_a_site_that_lost_its_index_has_it_again(tmp_path: Path) -> None:
    write_articles(tmp_path, map(invented, range(5)))
    before = index_of(build_site(tmp_path))
    for file in (tmp_path / "site/search").rglob("*.bin"):
        file.unlink()
    (tmp_path / ".newsgen/archive.db").unlink()
    assert index_of(build_site(tmp_path)) == before


def test_a_shard_gives_back_what_was_put_in() -> None:
    entries = {
        b"a": [0],
        b"b": [3, 4 | 1 << 16, 4095],
        b"c": list(range(0, 60_000, 7)),
        b"d": [65_535 | 9 << 16],
    }
    assert read_shard(shard(list(entries), list(entries.values()))) == entries
    assert read_shard(shard([], [])) in ({}, {b"": []})


PLACES = [f"2020\t{number:05}" for number in range(20_000)]
OPENINGS = PLACES[::700]


def borders(places: list[str], openings: list[str]) -> list[segments.Border]:
    def count(first: str, end: str) -> int:
        return sum(first <= place < end for place in places)

    def find(first: str, number: int) -> tuple[str, str]:
        return [(place, place[-5:]) for place in places if place >= first][number]

    return list(segment_borders([(o, o[-5:]) for o in openings], count, find, LAST_PLACE))


def test_segments_hold_every_article_once_and_are_of_the_length_that_is_wanted() -> None:
    made = borders(PLACES, OPENINGS)
    assert sum(border.articles for border in made) == len(PLACES)
    assert all(one.end == other.first for one, other in pairwise(made))
    assert all(segments.LEAST <= border.articles <= segments.MOST for border in made[:-1])
    without = borders(PLACES, [])
    assert {border.articles for border in without[:-1]} == {segments.MOST}


def test_an_article_of_the_past_moves_no_other_borders() -> None:
    before = borders(PLACES, OPENINGS)
    after = borders(sorted([*PLACES, "2020\t05000x"]), OPENINGS)
    moved = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    assert len(moved) == 1
