"""Corrections laid over seeds, and drafts: arriving, changing, leaving."""

from __future__ import annotations

from pathlib import Path

import pytest
from site_driver import Changes, Project

HONEY, BOAT = "2021/03/04/موسم-العسل/", "2021/03/05/قارب-جديد/"
CORRECTED = "2021/03/04/عنوان-مصحح/"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Two articles, built once."""
    made = Project(tmp_path / "project")
    made.seed("صحف/عسل", "موسم العسل", "2021-03-04")
    made.seed("قارب", "قارب جديد", "2021-03-05")
    made.build()
    return made


def problems(changes: Changes) -> list[tuple[str, int]]:
    return [(tally.name, tally.count) for tally in changes.built.problems]


def test_a_correction_changes_its_article_and_says_so_in_about(project: Project) -> None:
    project.article("تصويب", seed="seeds/صحف/عسل.txt", source="صوت الوادي", body="")
    changes = project.build()
    assert changes.written == {
        *("", "about/", "sources/", "sources/صوت-الوادي/"),
        *(HONEY, "2021/03/", "2021/03/04/"),
    }
    assert "صوت الوادي" in project.page(HONEY)
    project.assert_as_clean()


def test_a_correction_may_name_its_seed_by_the_files_name_alone(project: Project) -> None:
    project.article("تصويب", seed="عسل.txt", author="هدى الصفصافي", body="")
    project.build()
    assert "هدى الصفصافي" in project.page(HONEY)


def test_a_name_that_only_ends_alike_or_has_other_capitals_is_another_seed(project: Project) -> None:
    project.seed("Honey", "خبر العسل الأول", "2021-03-06")
    project.seed("sub/honey", "خبر العسل الثاني", "2021-03-07")
    project.seed("sub/not_honey", "خبر العسل الثالث", "2021-03-08")
    project.article("تصويب", seed="honey.txt", author="هدى الصفصافي", body="")
    assert problems(project.build()) == []
    assert "هدى الصفصافي" in project.page("2021/03/07/خبر-العسل-الثاني/")


def test_a_changed_correction_changes_its_article_again(project: Project) -> None:
    project.article("تصويب", seed="عسل.txt", author="هدى الصفصافي", body="")
    project.build()
    project.article("تصويب", seed="عسل.txt", author="سامر الياقوتي", body="هذا نص صححه المحرر.")
    changes = project.build()
    assert changes.removed == {"authors/هدي-الصفصافي/"}
    assert "هذا نص صححه المحرر" in project.page(HONEY)
    project.assert_as_clean()


def test_a_correction_that_goes_leaves_the_article_as_its_seed_has_it(project: Project) -> None:
    before = project.page(HONEY)
    project.article("تصويب", seed="عسل.txt", title="عنوان مصحح", body="")
    assert CORRECTED in project.build().written
    project.delete("articles/تصويب.md")
    changes = project.build()
    assert HONEY in changes.written
    assert CORRECTED in changes.removed
    assert project.page(HONEY) == before
    project.assert_as_clean()


def test_a_correction_may_come_before_its_seed(project: Project) -> None:
    project.article("تصويب", seed="زيت.txt", title="موسم الزيت", body="")
    assert problems(project.build()) == [("correction-lost", 1)]
    project.seed("زيت", "عنوان قديم", "2021-03-09")
    changes = project.build()
    assert "2021/03/09/موسم-الزيت/" in changes.written
    assert problems(changes) == []
    project.assert_as_clean()


def test_a_correction_of_a_seed_that_goes_is_lost(project: Project) -> None:
    project.article("تصويب", seed="عسل.txt", title="عنوان مصحح", body="")
    project.build()
    project.delete("seeds/صحف/عسل.txt")
    assert problems(project.build()) == [("correction-lost", 1)]
    project.assert_as_clean()


def test_of_two_corrections_of_one_seed_the_first_by_path_holds(project: Project) -> None:
    project.article("ب", seed="عسل.txt", author="سامر الياقوتي", body="")
    project.build()
    project.article("أ", seed="seeds/صحف/عسل.txt", author="هدى الصفصافي", body="")
    assert problems(project.build()) == [("correction-twice", 1)]
    assert "هدى الصفصافي" in project.page(HONEY)
    project.assert_as_clean()
    project.delete("articles/أ.md")
    assert problems(project.build()) == []
    assert "سامر الياقوتي" in project.page(HONEY)
    project.assert_as_clean()


def test_a_name_that_two_seeds_have_corrects_neither(project: Project) -> None:
    project.article("تصويب", seed="عسل.txt", author="هدى الصفصافي", body="")
    project.build()
    project.seed("مجلات/عسل", "عسل آخر", "2021-03-09")
    assert problems(project.build()) == [("correction-unclear", 1)]
    assert "هدى الصفصافي" not in project.page(HONEY)
    project.assert_as_clean()


def test_a_correction_that_becomes_an_article_is_no_correction_any_more(project: Project) -> None:
    project.article("تصويب", seed="عسل.txt", title="عنوان مصحح", body="")
    project.build()
    project.article("تصويب", title="مقال مستقل", date="2021-03-05")
    changes = project.build()
    assert changes.removed == {"2021/03/04/عنوان-مصحح/"}
    assert {HONEY, "2021/03/05/مقال-مستقل/"} <= changes.written
    project.assert_as_clean()


def test_drafts_are_articles_only_where_drafts_are_built(project: Project) -> None:
    project.article("مسودة", title="خبر لم يكتمل", date="2021-03-05", draft=True)
    assert project.build().written == set()
    draft = "2021/03/05/خبر-لم-يكتمل/"
    assert draft in project.build(drafts=True).written
    project.assert_as_clean(drafts=True)
    assert draft in project.build().removed
    project.assert_as_clean()


def test_a_draft_correction_is_laid_over_its_seed_only_where_drafts_are_built(project: Project) -> None:
    project.article("تصويب", seed="عسل.txt", title="عنوان مصحح", draft=True, body="")
    assert project.build().written == set()
    assert CORRECTED in project.build(drafts=True).written
    project.assert_as_clean(drafts=True)
    assert HONEY in project.build().written
    project.assert_as_clean()
