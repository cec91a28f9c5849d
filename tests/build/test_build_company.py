"""What pages show of other articles: neighbours, kindred, a term's course and company, anniversaries."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from site_driver import Project

from newsgen.archive import Archive
from newsgen.archive.listings import Listing


def article(project: Project, day: str, title: str, tags: list[str], source: str | None = None) -> None:
    project.article(title.replace(" ", "-"), title=title, date=day, tags=tags, source=source)


def part(project: Project, url: str, css_class: str) -> str:
    """The text of the element of a class in a page, up to the next section, navigation or aside."""
    found = re.search(
        rf'class="[^"]*\b{css_class}\b[^"]*".*?(?=</section>|</nav>|</aside>)', project.page(url), re.DOTALL
    )
    return found[0] if found else ""


def hrefs(html: str) -> list[str]:
    return [href.replace("../", "") for href in re.findall('href="([^"]+)"', html)]


def listing(archive: Archive, url: str) -> Listing:
    with archive.transaction():
        archive.pages.all_pending(articles=False, listings=True)
        return next(one for one in archive.listings.pending() if one.url == url)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Six articles of one tag, of two sources in turn."""
    made = Project(tmp_path / "project", page_size=2)
    for number in range(1, 7):
        source = "صوت الوادي" if number % 2 else "نشرة الجسر"
        article(made, f"202{number // 2}-03-0{number}", f"خبر رقم {number}", ["عسل", f"وسم {number}"], source)
    made.build()
    return made


def test_an_article_leads_to_two_before_and_two_after_it_of_its_first_shared_tag(project: Project) -> None:
    kindred = part(project, "2021/03/03/خبر-رقم-3/", "kindred")
    assert hrefs(kindred) == [f"202{number // 2}/03/0{number}/خبر-رقم-{number}/" for number in (5, 4, 2, 1)]


def test_a_tag_of_no_other_article_is_passed_over(project: Project) -> None:
    article(project, "2023-05-05", "وحيد", ["نادر", "عسل"])
    project.build()
    assert hrefs(part(project, "2023/05/05/وحيد/", "kindred"))[0] == "2023/03/06/خبر-رقم-6/"


def test_an_article_leads_to_its_neighbours_of_the_same_source(project: Project) -> None:
    neighbours = part(project, "2021/03/03/خبر-رقم-3/", "source-neighbours")
    assert hrefs(neighbours) == ["2020/03/01/خبر-رقم-1/", "2022/03/05/خبر-رقم-5/"]


def test_a_new_article_of_a_tag_writes_the_pages_beside_it_and_no_others(project: Project) -> None:
    article(project, "2021-03-03", "خبر جديد", ["عسل"])
    written = {url for url in project.build().written if re.fullmatch(r"\d{4}/\d\d/\d\d/[^/]+/", url)}
    assert written == {
        "2021/03/03/خبر-جديد/",
        *(f"202{number // 2}/03/0{number}/خبر-رقم-{number}/" for number in (2, 3, 4)),
        "2020/03/01/خبر-رقم-1/",
    }
    project.assert_as_clean()


def test_a_term_shows_its_years_each_with_the_page_on_which_it_ends(project: Project) -> None:
    years = part(project, "tags/عسل/", "by-year").split("</ul>")[0]
    assert re.findall(r'href="\.\./\.\./(tags/[^"]+)"', years) == [
        "tags/عسل/", "tags/عسل/", "tags/عسل/page/2/", "tags/عسل/page/1/",
    ]  # fmt: skip


def test_a_terms_company_is_named_as_its_own_articles_name_it(project: Project) -> None:
    for number in range(7, 10):
        article(project, f"2024-01-0{number}", f"آخر {number}", ["إيران"])
    article(project, "2024-02-02", "مشترك", ["عسل", "ايران"])
    project.build()
    with project.archive() as archive:
        beside = archive.listings.company(listing(archive, "tags/عسل/"))
    assert "ايران" in [term.name for term in beside.tags]
    assert {term.name for term in beside.sources} == {"صوت الوادي", "نشرة الجسر"}
    assert project.build().written == set()


def test_a_terms_course_counts_its_articles_by_month(project: Project) -> None:
    article(project, "2021-03-30", "آخر الشهر", ["عسل"])
    project.article("بلا", title="بلا تاريخ", tags=["عسل"])
    project.build()
    with project.archive() as archive:
        course = archive.listings.course(listing(archive, "tags/عسل/"))
        months = {stretch.month: stretch.articles for stretch in course}
    assert months == {"": 1, "2020-03": 1, "2021-03": 3, "2022-03": 2, "2023-03": 1}


def test_the_home_page_shows_the_newest_day_with_a_namesake_in_earlier_years(project: Project) -> None:
    assert part(project, "", "on-this-day") == ""
    article(project, "2019-03-05", "قبل ثلاث سنين", [])
    article(project, "2018-03-05", "قبل أربع", [])
    article(project, "2018-03-01", "أقدم", [])
    project.build()
    assert hrefs(part(project, "", "on-this-day")) == [
        "./2019/03/05/قبل-ثلاث-سنين/",
        "./2018/03/05/قبل-أربع/",
    ]
    project.assert_as_clean()
