"""Addresses of articles that wish for the same one, and links between articles that name each other."""

from __future__ import annotations

from pathlib import Path

from site_driver import Project

from newsgen.text.slugs import short_digest

STEM = "2021/03/04/موسم-العسل"


def suffixed(path: str, stem: str = STEM) -> str:
    """The address of the document at `path` where another has the one that it wishes for."""
    return f"{stem}--{short_digest(path, 12)}/"


def honey(project: Project, name: str, body: str) -> str:
    return project.seed(name, "موسم العسل", "2021-03-04", body=body)


def test_of_two_articles_with_one_title_and_day_the_first_by_path_has_the_plain_address(
    tmp_path: Path,
) -> None:
    project = Project(tmp_path / "project")
    honey(project, "أ", "نشرت الصحيفة الأولى هذا الخبر.")
    second = honey(project, "ب", "ونشرت الصحيفة الثانية الخبر نفسه.")
    changes = project.build()
    assert {url for url in changes.written if url.startswith(STEM)} == {f"{STEM}/", suffixed(second)}
    assert "الأولى" in project.page(f"{STEM}/")
    assert [(tally.name, tally.count) for tally in changes.built.problems] == [("address-taken", 1)]


def test_the_order_of_arrival_changes_no_address(tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    second = honey(project, "ب", "ونشرت الصحيفة الثانية الخبر نفسه.")
    project.build()
    assert "الثانية" in project.page(f"{STEM}/")
    honey(project, "أ", "نشرت الصحيفة الأولى هذا الخبر.")
    project.build()
    assert "الأولى" in project.page(f"{STEM}/")
    assert "الثانية" in project.page(suffixed(second))
    project.assert_as_clean()


def test_when_the_first_goes_the_second_takes_its_address(tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    first = honey(project, "أ", "نشرت الصحيفة الأولى هذا الخبر.")
    second = honey(project, "ب", "ونشرت الصحيفة الثانية الخبر نفسه.")
    project.build()
    project.delete(first)
    changes = project.build()
    assert changes.removed == {suffixed(second)}
    assert "الثانية" in project.page(f"{STEM}/")
    assert changes.built.problems == ()
    project.assert_as_clean()


def test_when_the_second_becomes_empty_its_problem_goes_with_it(tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    honey(project, "أ", "نشرت الصحيفة الأولى هذا الخبر.")
    second = honey(project, "ب", "ونشرت الصحيفة الثانية الخبر نفسه.")
    project.build()
    project.write(second, "")
    changes = project.build()
    assert [tally.name for tally in changes.built.problems] == ["empty"]
    project.assert_as_clean()


def test_an_address_written_by_hand_comes_before_a_title(tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    first = honey(project, "أ", "نشرت الصحيفة الأولى هذا الخبر.")
    project.build()
    project.article("ب", title="خبر آخر", date="2021-03-04", slug="موسم-العسل", body="كتب المحرر هذا.")
    project.build()
    assert "كتب المحرر" in project.page(f"{STEM}/")
    assert "الأولى" in project.page(suffixed(first))
    project.assert_as_clean()


def test_an_address_with_an_identifier_that_another_wishes_for_loses_no_article(tmp_path: Path) -> None:
    # A correction that was copied for another seed and kept the slug that `newsgen correct` wrote.
    project = Project(tmp_path / "project")
    honey(project, "أ", "نشرت الصحيفة الأولى هذا الخبر.")
    second = honey(project, "ب", "ونشرت الصحيفة الثانية الخبر نفسه.")
    third = project.seed("ج", "خبر ثالث", "2021-03-04", body="وقالت الثالثة شيئا آخر.")
    project.build()
    project.article("تصويب", seed=third, slug=suffixed(second).split("/")[-2], body="")
    project.build()
    assert "الثالثة" in project.page(suffixed(second))
    assert "الثانية" in project.page(suffixed(second, suffixed(second).rstrip("/")))
    project.assert_as_clean()
    project.delete("articles/تصويب.md")
    project.build()
    assert "الثانية" in project.page(suffixed(second))
    project.assert_as_clean()


def test_a_related_headline_is_linked_once_the_archive_holds_its_article(tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    project.seed("قارب", "قارب جديد", "2020-01-05", related=["موسم العسل في الجبل"])
    project.seed("وسط", "خبر بينهما", "2020-06-05")
    project.build()
    link = 'href="../../../../2021/03/04/موسم-العسل-في-الجبل/"'
    assert link not in project.page("2020/01/05/قارب-جديد/")

    # Another spelling of the headline, and not beside the article in time.
    honey_path = project.seed("عسل", "موسم العسل فى الجبل", "2021-03-04")
    changes = project.build()
    assert "2020/01/05/قارب-جديد/" in changes.written
    assert link.replace("في", "فى") in project.page("2020/01/05/قارب-جديد/")
    project.assert_as_clean()

    project.delete(honey_path)
    assert "2020/01/05/قارب-جديد/" in project.build().written
    assert link not in project.page("2020/01/05/قارب-جديد/")
    project.assert_as_clean()


def test_a_related_link_follows_its_article_to_a_new_address(tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    project.seed("قارب", "قارب جديد", "2020-01-05", related=["موسم العسل في الجبل"])
    project.seed("وسط", "خبر بينهما", "2020-06-05")
    project.seed("عسل", "موسم العسل في الجبل", "2021-03-04")
    project.build()
    project.seed("عسل", "موسم العسل في الجبل", "2021-03-09")
    changes = project.build()
    assert "2020/01/05/قارب-جديد/" in changes.written
    assert 'href="../../../../2021/03/09/موسم-العسل-في-الجبل/"' in project.page("2020/01/05/قارب-جديد/")
    project.assert_as_clean()


def test_a_correction_with_todays_slug_moves_nothing_however_long_the_title(tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    title = "وزير الثقافة يفتتح معرض الكتاب الدولي في قصر المؤتمرات بمشاركة عشرات الدول من القارات كلها"
    for name in ("أ", "ب"):
        project.seed(name, title, "2021-03-04", body=f"نشرت الصحيفة {name} هذا الخبر في صفحتها الأولى أمس.")
    before = project.build().written
    second = next(url for url in before if "--" in url)
    project.article(
        "تصويب", seed="ب.txt", slug=second.rstrip("/").rsplit("/", 1)[-1], title="عنوان آخر", body=""
    )
    after = project.build()
    assert after.removed == set()
    assert "عنوان آخر" in project.page(second)


def test_a_slug_written_by_hand_is_taken_as_it_stands(tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    project.article("خبر", title="خبر", date="2021-03-04", slug="Honey_Season")
    assert "2021/03/04/Honey_Season/" in project.build().written


def test_tags_that_look_like_each_others_addresses_keep_their_own_pages(tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    project.seed("أ", "الخبر الأول", "2021-03-04", tags=["foo_bar"])
    made = next(url for url in project.build().written if url.startswith("tags/foo"))
    like = made.removeprefix("tags/").rstrip("/").replace("-", " ")
    project.seed("ب", "الخبر الثاني", "2021-03-05", tags=[like])
    project.build()
    project.assert_as_clean()
