"""Listings: numbered pages stay as they are, and terms are named by their most frequent spelling."""

from __future__ import annotations

from pathlib import Path

from site_driver import Project


def honey(project: Project, day: int, *, tags: list[str]) -> str:
    return project.seed(f"{day:02d}", f"خبر العسل {day}", f"2021-03-{day:02d}", tags=tags)


def with_articles(tmp_path: Path, count: int) -> Project:
    """A project with an article a day, all of one tag, built once."""
    project = Project(tmp_path / "project")
    for day in range(1, count + 1):
        honey(project, day, tags=["عسل"])
    project.build()
    return project


def below(urls: set[str], prefix: str) -> set[str]:
    return {url.removeprefix(prefix) for url in urls if url.startswith(prefix)}


def test_a_new_article_leaves_all_numbered_pages_but_the_last_alone(tmp_path: Path) -> None:
    project = with_articles(tmp_path, 9)
    assert below(project.build().left, "tags/عسل/") == {"", "page/1/", "page/2/", "page/3/"}
    honey(project, 10, tags=["عسل"])
    assert below(project.build().written, "tags/عسل/") == {"", "page/3/", "page/4/"}
    honey(project, 11, tags=["عسل"])
    assert below(project.build().written, "tags/عسل/") == {""}
    project.assert_as_clean()


def test_a_new_article_writes_no_more_pages_in_a_larger_archive(tmp_path: Path) -> None:
    written = []
    for count in (5, 15):
        project = with_articles(tmp_path / str(count), count)
        honey(project, count + 1, tags=["عسل"])
        written.append(len(project.build().written))
    assert written[0] == written[1]


def test_an_edit_writes_no_more_pages_in_a_larger_archive(tmp_path: Path) -> None:
    written = []
    for count in (8, 24):
        project = with_articles(tmp_path / str(count), count)
        honey(project, 5, tags=["عسل", "زيت"])
        written.append(len(project.build().written))
    assert written[0] == written[1]


def test_a_numbered_page_goes_when_its_articles_go(tmp_path: Path) -> None:
    project = with_articles(tmp_path, 6)
    for day in (5, 6):
        project.delete(f"seeds/{day:02d}.txt")
    assert below(project.build().removed, "tags/عسل/") == {"page/2/"}
    project.assert_as_clean()


def test_a_listing_that_goes_takes_its_numbered_pages_with_it(tmp_path: Path) -> None:
    project = with_articles(tmp_path, 4)
    for day in range(1, 5):
        honey(project, day, tags=["زيت"])
    assert below(project.build().removed, "tags/عسل/") == {"", "page/1/"}
    assert not (project.output / "tags/عسل").exists()
    project.assert_as_clean()


def test_a_listing_that_went_unseen_and_came_back_still_loses_its_old_numbered_pages(tmp_path: Path) -> None:
    # Its pages stay as they are: what they belong to must not hang on the catalogue's row, which is another.
    project = with_articles(tmp_path, 4)
    for day in range(1, 5):
        honey(project, day, tags=["زيت"])
    project.read()
    for day in range(1, 5):
        honey(project, day, tags=["عسل"])
    assert project.build().removed == set()
    for day in (3, 4):
        honey(project, day, tags=["زيت"])
    assert below(project.build().removed, "tags/عسل/") == {"page/1/"}
    project.assert_as_clean()


def test_a_tag_has_one_page_for_all_its_spellings(tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    honey(project, 1, tags=["إيران"])
    honey(project, 2, tags=["ايران"])
    honey(project, 3, tags=["ایران"])
    changes = project.build()
    assert below(changes.written, "tags/") == {"", "ايران/"}


def test_a_spelling_that_becomes_more_frequent_renames_the_tag_and_keeps_its_address(tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    honey(project, 1, tags=["إيران"])
    project.build()
    assert "<h1>إيران</h1>" in project.page("tags/ايران/")
    for day in (2, 3):
        honey(project, day, tags=["ايران"])
    changes = project.build()
    assert below(changes.removed, "tags/") == set()
    assert "<h1>ايران</h1>" in project.page("tags/ايران/")
    assert "ايران" in project.page("tags/")
    project.assert_as_clean()


def test_of_two_equally_frequent_spellings_the_one_with_more_hamzas_is_shown(tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    honey(project, 1, tags=["ايران"])
    honey(project, 2, tags=["إيران"])
    project.build()
    assert "<h1>إيران</h1>" in project.page("tags/ايران/")
