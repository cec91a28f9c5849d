"""A project's own rules change: what they change is read and written again, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from site_driver import BODY, Project

HONEY, BOAT = "2021/03/04/موسم-العسل/", "2021/03/05/قارب-جديد/"
ISSUE = "نسخة رقم 218 من النشرة."


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Two articles, built once; one has a line of its page below the text."""
    made = Project(tmp_path / "project")
    made.seed("عسل", "موسم العسل", "2021-03-04", body=f"{BODY}\n{ISSUE}")
    made.seed("قارب", "قارب جديد", "2021-03-05")
    made.build()
    assert ISSUE in made.page(HONEY)
    return made


def test_a_line_to_ignore_rewrites_only_the_pages_that_it_stood_on(project: Project) -> None:
    project.settings(ignore="نسخة رقم *")
    changes = project.build()
    assert HONEY in changes.written
    assert BOAT in changes.left
    assert changes.removed == set()
    project.assert_as_clean()


def test_a_hint_that_changes_no_article_writes_nothing(project: Project) -> None:
    project.settings(ignore="سطر لا يوجد", outlets="إشراقة", labels="{tags: خيوط الخبر}")
    assert project.build().written == set()
    project.assert_as_clean()


def test_a_hint_that_is_taken_back_gives_the_first_site_again(project: Project) -> None:
    before = project.page(HONEY)
    project.settings(ignore="نسخة رقم *")
    project.build()
    assert project.page(HONEY) != before
    project.settings()
    changes = project.build()
    assert project.page(HONEY) == before
    assert BOAT in changes.left


def test_a_label_makes_pages_of_what_it_states(project: Project) -> None:
    project.seed("قارب", "قارب جديد", "2021-03-05", body=f"{BODY}\nخيوط الخبر: ميناء اللؤلؤ")
    project.build()
    project.settings(labels="{tags: خيوط الخبر}")
    changes = project.build()
    assert "tags/ميناء/" in changes.written
    assert HONEY in changes.left
    project.assert_as_clean()


def test_a_hijri_date_alone_is_marked_as_converted_until_a_correction_gives_the_date(
    project: Project,
) -> None:
    mark = "(محوَّل من التاريخ الهجري)"
    project.write("seeds/نخل.txt", f"موسم النخل\nتاريخ النشر: 5 رمضان 1442\n{BODY}\n")
    project.build()
    palm = "2021/04/17/موسم-النخل/"
    assert mark in project.page(palm)
    assert mark not in project.page(HONEY)
    project.article("تصويب", seed="نخل.txt", published=None, date="2021-04-17", body="")
    project.build()
    assert mark not in project.page(palm)
    project.assert_as_clean()
