from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from render_samples import ABOUT, SITE

from newsgen.errors import TemplateError
from newsgen.render import Theme
from newsgen.render.renderer import Renderer


def _fault(project: Path, source: str, name: str = "about.html") -> TemplateError:
    (project / "templates").mkdir(exist_ok=True)
    (project / "templates" / name).write_text(source, "utf-8")
    with pytest.raises(TemplateError) as caught:
        Renderer(SITE, Theme.find(project)).render(ABOUT)
    return caught.value


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("<p>\n{{ page.nothing }}</p>", "has no attribute 'nothing'"),
        ("<p>\n{{ nothing }}</p>", "'nothing' is undefined"),
        ("<p>\n{% if %}", "syntax error: Expected an expression"),
        ("<p>\n{{ 1|nofilter }}", "syntax error: No filter named 'nofilter'"),
        ("<p>\n{{ 1 // 0 }}", "ZeroDivisionError"),
        ("<p>\n{{ 3|counted('apple') }}", "KeyError: 'apple'"),
        ('<p>\n{% include "gone.html" %}', "no template gone.html in"),
    ],
)
def test_a_fault_names_the_templates_file_and_line(tmp_path: Path, source: str, what: str) -> None:
    fault = _fault(tmp_path, source)
    assert (fault.where, fault.line) == (tmp_path.resolve() / "templates" / "about.html", 2)
    assert what in fault.what
    assert "about/" in fault.what
    assert fault.hint


def test_a_fault_in_an_included_template_names_that_one(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "about.html").write_text('{% include "inner.html" %}')
    fault = _fault(tmp_path, "\n\n{{ nothing }}", "inner.html")
    assert (Path(str(fault.where)).name, fault.line) == ("inner.html", 3)


def test_a_fault_is_told_on_one_line_and_survives_pickling(tmp_path: Path) -> None:
    fault = _fault(tmp_path, "{{ nothing }}")
    again = pickle.loads(pickle.dumps(fault))  # noqa: S301
    assert str(again) == str(fault)
    assert "\n" not in str(fault)


def test_a_theme_without_the_template_of_a_page_is_a_fault() -> None:
    theme = Theme((Path("/nonexistent"),), ())
    with pytest.raises(TemplateError, match=r"no template about\.html in /nonexistent"):
        Renderer(SITE, theme).render(ABOUT)


def test_a_template_that_is_not_utf8_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "about.html").write_bytes(b"\xc7\xe1")
    with pytest.raises(TemplateError, match="UnicodeDecodeError"):
        Renderer(SITE, Theme.find(tmp_path)).render(ABOUT)
