from __future__ import annotations

import os
import pickle
import sys
from pathlib import Path

import pytest
from render_samples import ABOUT, NOWHERE, SITE, TAG_LISTING, one, parsed, words

from newsgen.errors import TemplateError
from newsgen.model.pages import AboutPage, ArticlePage
from newsgen.render import Theme
from newsgen.render.references import template_digest
from newsgen.render.renderer import Renderer

OWN_ABOUT = '{% extends "base.html" %}{% block main %}<h1>صفحتنا</h1>{% endblock %}'


def _write(project: Path, **files: str) -> Theme:
    for name, text in files.items():
        file = project / "templates" / f"{name}.html"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    return Theme.find(project)


def test_a_projects_template_replaces_the_default_one_and_no_other(tmp_path: Path) -> None:
    renderer = Renderer(SITE, _write(tmp_path, about=OWN_ABOUT))
    assert words(one(parsed(renderer.render(ABOUT)), ".//h1")) == "صفحتنا"
    assert words(one(parsed(renderer.render(TAG_LISTING)), ".//h1")) == "الكتب"


def test_a_project_that_holds_the_default_theme_has_each_folder_once() -> None:
    default = Theme.find(NOWHERE)
    assert Theme.find(default.templates[0].parent) == default
    assert len(default.templates) == len(default.static) == 1


def test_a_template_edit_changes_the_look_of_its_pages_only(tmp_path: Path) -> None:
    before = Renderer(SITE, Theme.find(tmp_path))
    after = Renderer(SITE, _write(tmp_path, about=OWN_ABOUT))
    assert after.look(AboutPage) != before.look(AboutPage)
    assert after.look(ArticlePage) == before.look(ArticlePage)


@pytest.mark.parametrize("name", ["base", "partials/provenance"])
def test_an_edit_of_what_a_template_extends_or_includes_changes_its_look(tmp_path: Path, name: str) -> None:
    before = Renderer(SITE, Theme.find(tmp_path)).look(ArticlePage)
    (tmp_path / "templates" / "partials").mkdir(parents=True)
    assert Renderer(SITE, _write(tmp_path, **{name: "شيء آخر"})).look(ArticlePage) != before


def test_the_look_depends_on_the_sites_facts() -> None:
    theme = Theme.find(NOWHERE)
    other = Renderer(pickle.loads(pickle.dumps(SITE)), pickle.loads(pickle.dumps(theme)))  # noqa: S301
    assert other.look(ArticlePage) == Renderer(SITE, theme).look(ArticlePage)
    moved = Renderer(type(SITE)(SITE.title, "", "", "LB", "arabic", 20), theme)
    assert moved.look(ArticlePage) != other.look(ArticlePage)


def test_a_template_whose_name_is_known_only_at_run_time_makes_all_templates_count(tmp_path: Path) -> None:
    theme = _write(tmp_path, about="{% include page.url %}", other="1")
    before = template_digest(theme, "about.html")
    _write(tmp_path, other="2")
    assert template_digest(theme, "about.html") != before


def test_a_template_that_does_not_parse_has_no_digest(tmp_path: Path) -> None:
    theme = _write(tmp_path, about="{% if %}")
    with pytest.raises(TemplateError, match=r"about\.html:1: syntax error"):
        template_digest(theme, "about.html")


def test_a_projects_static_file_replaces_the_default_one_in_the_sorted_list(
    tmp_path: Path,
) -> None:
    own = tmp_path / "static" / "assets" / "style.css"
    own.parent.mkdir(parents=True)
    own.write_text("body {}")
    (own.parent / "a.txt").write_text("")
    files = dict(Theme.find(tmp_path).static_files())
    assert files["assets/style.css"] == own.resolve()
    assert list(files) == sorted(files)
    assert {"assets/a.txt", "assets/site.js", "favicon.svg"} <= files.keys()


def test_hidden_files_and_links_that_lead_outside_are_no_static_files(tmp_path: Path) -> None:
    static, outside = tmp_path / "project" / "static", tmp_path / "secret"
    (static / ".git").mkdir(parents=True)
    outside.mkdir()
    for file in (static / ".hidden", static / ".git" / "config", static / "kept.txt", outside / "key"):
        file.write_text("")
    (static / "key").symlink_to(outside / "key")
    (static / "folder").symlink_to(outside)
    (static / "again.txt").symlink_to(static / "kept.txt")
    own = [name for name, file in Theme.find(static.parent).static_files() if file.is_relative_to(tmp_path)]
    assert own == ["again.txt", "kept.txt"]


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="these systems have no such names")
def test_a_static_file_whose_name_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/static/\xe3.png")).touch()
    with pytest.raises(TemplateError, match=r"static/\\udce3\.png: the file's name is no text; rename it"):
        list(Theme.find(tmp_path).static_files())
