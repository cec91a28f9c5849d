"""Settings, templates and static files: what changes with them, and what stays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from site_driver import Project

from newsgen.errors import TemplateError

HONEY = "2021/03/04/موسم-العسل/"
NOT_FOUND = '<!doctype html><html lang="ar" dir="rtl"><body>{}</body></html>\n'


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Three articles of one tag, built once with two articles a page."""
    made = Project(tmp_path / "project")
    for day in (4, 5, 6):
        made.seed(f"{day}", "موسم العسل", f"2021-03-0{day}", tags=["عسل"])
    made.build()
    return made


def pages(project: Project) -> set[str]:
    return {url for url in project.build().left if url == "404.html" or not url or url.endswith("/")}


def test_a_new_title_of_the_site_writes_every_page_again_and_no_other_file(project: Project) -> None:
    everything = pages(project)
    project.settings(title="أرشيف القرية")
    assert project.build().written == everything
    project.assert_as_clean()


def test_other_digits_are_on_every_page(project: Project) -> None:
    project.settings(digits="arabic")
    project.build()
    assert "٤ مارس ٢٠٢١" in project.page(HONEY)
    project.assert_as_clean()


def test_settings_that_say_the_same_in_other_words_write_nothing(project: Project) -> None:
    project.write("newsgen.yaml", "# as before\npage_size: 0x2\n")
    assert project.build().written == set()


def test_a_smaller_page_makes_numbered_pages_and_a_larger_one_removes_them(project: Project) -> None:
    project.settings(page_size=1)
    numbered = {"tags/عسل/page/1/", "tags/عسل/page/2/", "2021/03/page/1/", "2021/03/page/2/"}
    assert {url for url in project.build().written if "page" in url} == numbered
    project.assert_as_clean()
    project.settings(page_size=50)
    assert project.build().removed == numbered
    project.assert_as_clean()


def test_a_template_of_the_projects_own_writes_the_pages_made_with_it(project: Project) -> None:
    file = project.write("templates/not_found.html", NOT_FOUND.format("لا صفحة هنا"))
    assert project.build().written == {"404.html"}
    project.assert_as_clean()

    # In the same process: what was compiled before must not stand for what the file says now.
    file.write_text(NOT_FOUND.format("ضاعت الصفحة"), encoding="utf-8")
    assert project.build().written == {"404.html"}
    assert "ضاعت الصفحة" in (project.output / "404.html").read_text(encoding="utf-8")

    file.unlink()
    assert project.build().written == {"404.html"}
    project.assert_as_clean()


def test_a_part_that_all_templates_include_writes_all_pages(project: Project) -> None:
    everything = pages(project)
    base = (Path(__file__).parents[2] / "templates/base.html").read_text(encoding="utf-8")
    project.write("templates/base.html", base.replace("<body>", '<body class="own">'))
    assert project.build().written == everything
    project.assert_as_clean()


def test_a_broken_template_ends_the_build_and_the_next_one_completes_it(project: Project) -> None:
    project.write(
        "templates/terms.html", "{% for term in page.terms %}\n{{ term.nonsense.more }}\n{% endfor %}"
    )
    project.seed("7", "موسم آخر", "2021-03-07", tags=["زيت"])
    with pytest.raises(TemplateError) as raised:
        project.build()
    assert raised.value.where == project.root / "templates/terms.html"
    assert raised.value.line == 2
    project.delete("templates/terms.html")
    project.build()
    project.assert_as_clean()


def test_static_files_come_change_and_go(project: Project) -> None:
    project.write("static/assets/map.svg", "<svg/>")
    assert project.build().written == {"assets/map.svg"}
    project.write("static/assets/map.svg", "<svg></svg>")
    assert project.build().written == {"assets/map.svg"}
    project.delete("static/assets/map.svg")
    assert project.build().removed == {"assets/map.svg"}
    project.assert_as_clean()


def test_a_static_file_of_the_projects_own_stands_for_the_themes_until_it_goes(project: Project) -> None:
    project.write("static/favicon.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    assert project.build().written == {"favicon.svg"}
    project.delete("static/favicon.svg")
    assert project.build().written == {"favicon.svg"}
    project.assert_as_clean()


def test_a_changed_style_sheet_has_another_address_on_every_page(project: Project) -> None:
    before = re.findall(r"style\.css\?v=\w+", project.page(""))
    project.write("static/assets/style.css", "body { color: black }")
    changes = project.build()
    assert {"assets/style.css", "", "404.html", HONEY} <= changes.written
    assert re.findall(r"style\.css\?v=\w+", project.page("")) != before
    project.assert_as_clean()


def test_a_static_page_with_a_folder_of_its_own_is_kept(project: Project) -> None:
    project.write("static/guide/index.html", "<!doctype html><title>دليل</title></html>")
    assert project.build().written == {"guide/"}
    assert project.build(full=True).removed == set()
    assert project.build().written == set()
    project.assert_as_clean()


def test_a_static_folder_takes_a_static_files_place_and_gives_it_back(project: Project) -> None:
    project.write("static/extra", "ملف")
    project.build()
    project.delete("static/extra")
    project.write("static/extra/more.txt", "ملف في مجلد")
    changes = project.build()
    assert (changes.written, changes.removed) == ({"extra/more.txt"}, {"extra"})
    project.delete("static/extra/more.txt")
    (project.root / "static/extra").rmdir()
    project.write("static/extra", "ملف")
    changes = project.build()
    assert (changes.written, changes.removed) == ({"extra"}, {"extra/more.txt"})
    project.assert_as_clean()


@pytest.mark.parametrize("name", ["index.html", "tags/own.html", "2021", "undated/index.html", "404.html"])
def test_a_static_file_in_the_place_of_newsgens_pages_is_a_problem(project: Project, name: str) -> None:
    project.write(f"static/{name}", "ملف في غير مكانه")
    changes = project.build()
    assert [(tally.name, tally.count) for tally in changes.built.problems] == [("static-reserved", 1)]
    assert changes.written == {"about/"}
    project.delete(f"static/{name}")
    assert project.build().built.problems == ()
    project.assert_as_clean()
