"""One document changes: exactly the pages that show it are written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from site_driver import BODY, Project

from newsgen.build import looks, reading
from newsgen.plan import Reason

HONEY, BOAT, TRAIN = "2021/03/04/موسم-العسل/", "2021/03/05/قارب-جديد/", "2022/01/01/عودة-القطار/"
# The pages that tell how much the archive holds, or when.
OVERVIEW = {"", "about/", "dates/", "search/"}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Three articles of three days, built once."""
    made = Project(tmp_path / "project")
    made.seed("عسل", "موسم العسل", "2021-03-04", tags=["عسل"], source="صوت الوادي")
    made.seed("قارب", "قارب جديد", "2021-03-05", tags=["بحر"], source="صوت الوادي")
    made.seed("قطار", "عودة القطار", "2022-01-01", tags=["سكك"])
    made.build()
    return made


def test_the_first_build_writes_every_page_of_the_site(tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    project.seed("عسل", "موسم العسل", "2021-03-04", tags=["عسل"], source="صوت الوادي")
    fonts = {"naskh-400.woff2", "naskh-700.woff2", "sans-400.woff2", "licences.txt"}
    scripts = ("cite.js", "look.js", "search.js", "site.js")
    assets = {"favicon.svg", *(f"assets/{name}" for name in (*scripts, "style.css"))}
    assert project.build().written == {
        *OVERVIEW,
        *("2021/", "2021/03/", "2021/03/04/", HONEY, "undated/"),
        *("tags/", "tags/عسل/", "sources/", "sources/صوت-الوادي/", "authors/", "search/", "404.html"),
        *assets,
        *(f"assets/fonts/{name}" for name in fonts),
    }


def test_an_empty_project_has_its_empty_pages(tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    project.build()
    project.assert_as_clean()
    assert "لا أخبار هنا" in project.page("undated/")


def test_a_build_without_a_change_writes_nothing(project: Project) -> None:
    changes = project.build()
    assert (changes.written, changes.removed, changes.built.documents.read) == (set(), set(), 0)
    assert (changes.beside, changes.built.files.written) == (set(), 0)


def test_a_touched_document_is_read_again_and_writes_nothing(project: Project) -> None:
    project.touch("seeds/عسل.txt")
    changes = project.build()
    assert (changes.written, changes.built.documents.read) == (set(), 1)


def test_a_full_build_reads_everything_and_writes_nothing_that_is_right(project: Project) -> None:
    changes = project.build(full=True)
    assert (changes.written, changes.removed, changes.built.documents.read) == (set(), set(), 3)


def test_another_newsgen_reads_and_renders_everything_again_and_writes_what_differs(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    for stage in (looks, reading):
        monkeypatch.setattr(stage, "code_digest", lambda *_rooms: "of another version")
    changes = project.build()
    assert (changes.written, changes.built.documents.read) == (set(), 3)
    assert (
        changes.built.files.reasons[Reason.LOOK]
        == len([url for url in changes.left if "assets" not in url]) - 1
    )


def test_a_later_paragraph_rewrites_the_articles_own_page_only(project: Project) -> None:
    project.seed(
        "عسل",
        "موسم العسل",
        "2021-03-04",
        tags=["عسل"],
        source="صوت الوادي",
        body=f"{BODY}\nزيدت هذه الفقرة بعد النشر.",
    )
    assert project.build().written == {HONEY}
    project.assert_as_clean()


def test_a_new_summary_rewrites_the_pages_that_show_it(project: Project) -> None:
    project.seed(
        "عسل",
        "موسم العسل",
        "2021-03-04",
        tags=["عسل"],
        source="صوت الوادي",
        body="بدأ القطاف في القرى العليا هذا الأسبوع.",
    )
    listings = {"2021/03/", "2021/03/04/", "tags/عسل/", "sources/صوت-الوادي/"}
    assert project.build().written == {"", HONEY, *listings}
    project.assert_as_clean()


def test_a_new_article_rewrites_its_listings_its_neighbours_and_the_overviews(project: Project) -> None:
    project.seed("رصيف", "ترميم الرصيف", "2022-01-02", tags=["بحر"])
    changes = project.build()
    assert changes.written == {
        *OVERVIEW,
        *("2022/01/02/ترميم-الرصيف/", "2022/01/02/", "2022/01/", "2022/", "tags/بحر/", "tags/"),
        *(TRAIN, "2022/01/01/"),
        BOAT,  # it has the tag as well, and shows what else has
    }
    assert changes.removed == set()
    project.assert_as_clean()


def test_an_article_that_goes_takes_its_pages_and_folders_with_it(project: Project) -> None:
    project.delete("seeds/قطار.txt")
    changes = project.build()
    assert changes.removed == {TRAIN, "2022/01/01/", "2022/01/", "2022/", "tags/سكك/"}
    assert changes.written == {*OVERVIEW, BOAT, "2021/", "2021/03/", "2021/03/05/", "tags/"}
    assert not (project.output / "2022").exists()
    project.assert_as_clean()


def test_an_article_that_went_unseen_and_came_back_is_in_all_that_is_published(project: Project) -> None:
    text = (project.root / "seeds/عسل.txt").read_bytes()
    project.delete("seeds/عسل.txt")
    project.read()
    project.write("seeds/عسل.txt", text)
    project.build()
    project.assert_as_clean()


def test_a_renamed_document_changes_where_it_was_read_from_and_nothing_else(project: Project) -> None:
    (project.root / "seeds/قطار.txt").rename(project.root / "seeds/سفر.txt")
    changes = project.build()
    assert (changes.written, changes.removed) == ({TRAIN}, set())
    assert "seeds/سفر.txt" in project.page(TRAIN)
    project.assert_as_clean()


def test_a_new_title_moves_the_article_and_mends_its_neighbours_links(project: Project) -> None:
    project.seed("قارب", "سفينة جديدة", "2021-03-05", tags=["بحر"], source="صوت الوادي")
    changes = project.build()
    moved = "2021/03/05/سفينة-جديدة/"
    listings = {"2021/03/", "2021/03/05/", "tags/بحر/", "sources/صوت-الوادي/"}
    assert changes.written == {"", moved, HONEY, TRAIN, *listings}
    assert changes.removed == {BOAT}
    assert f'href="../../../../{moved}"' in project.page(HONEY)
    assert not (project.output / BOAT).exists()
    project.assert_as_clean()


def test_a_new_date_moves_the_article_to_its_new_day(project: Project) -> None:
    project.seed("عسل", "موسم العسل", "2022-01-02", tags=["عسل"], source="صوت الوادي")
    changes = project.build()
    assert changes.removed == {HONEY, "2021/03/04/"}
    assert changes.written == {
        *OVERVIEW - {"search/"},  # as many articles, of the same years
        *("2022/01/02/موسم-العسل/", "2022/01/02/", "2022/01/01/", "2022/01/", "2022/"),
        *("2021/", "2021/03/", "2021/03/05/", BOAT, TRAIN),
        *("tags/عسل/", "sources/صوت-الوادي/"),
    }
    project.assert_as_clean()


def test_an_article_without_a_date_goes_to_undated(project: Project) -> None:
    project.seed("قطار", "عودة القطار", tags=["سكك"])
    changes = project.build()
    assert changes.removed == {TRAIN, "2022/01/01/", "2022/01/", "2022/"}
    assert changes.written == {
        *OVERVIEW,
        *("undated/عودة-القطار/", "undated/", "tags/سكك/"),
        *(BOAT, "2021/", "2021/03/", "2021/03/05/"),
    }
    project.assert_as_clean()


def test_undated_is_there_before_between_and_after_undated_articles(project: Project) -> None:
    project.seed("قديم", "خبر قديم")
    assert "undated/" in project.build().written
    assert "خبر قديم" in project.page("undated/")
    project.delete("seeds/قديم.txt")
    changes = project.build()
    assert "undated/" in changes.written
    assert changes.removed == {"undated/خبر-قديم/"}
    project.assert_as_clean()


def test_other_tags_touch_the_tags_that_come_and_go_only(project: Project) -> None:
    project.seed("قارب", "قارب جديد", "2021-03-05", tags=["سكك"], source="صوت الوادي")
    changes = project.build()
    assert changes.written == {"", "about/", BOAT, TRAIN, "tags/", "tags/سكك/"}
    assert changes.removed == {"tags/بحر/"}
    project.assert_as_clean()


def test_a_document_that_becomes_empty_takes_its_article_with_it(project: Project) -> None:
    project.write("seeds/قطار.txt", "")
    changes = project.build()
    assert TRAIN in changes.removed
    assert [tally.name for tally in changes.built.problems] == ["empty"]
    project.assert_as_clean()


def test_a_document_that_could_not_be_opened_is_tried_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening = Path.open

    def refuse(self: Path, *arguments: Any, **options: Any) -> Any:
        if self.name == "قطار.txt":
            raise PermissionError(13, "Permission denied")
        return opening(self, *arguments, **options)

    project.touch("seeds/قطار.txt")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", refuse)
        changes = project.build()
        assert TRAIN in changes.removed
        assert [tally.name for tally in changes.built.problems] == ["unreadable"]
    assert TRAIN in project.build().written
    project.assert_as_clean()
