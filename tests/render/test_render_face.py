from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.model.site import Face
from newsgen.render.face import PAPER, STYLESHEET, contrast, dressed, fonts, readable

STYLE = (Path(__file__).parents[2] / "static" / STYLESHEET).read_bytes()
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_a_project_without_wishes_has_the_themes_style_sheet() -> None:
    assert dressed(STYLESHEET, STYLE, Face()) == STYLE


def test_no_other_file_is_dressed() -> None:
    assert dressed("assets/site.js", b"1", Face("#aa3311", "sans", "compact")) == b"1"


def test_the_grounds_are_those_of_the_style_sheet() -> None:
    papers = re.findall(rb"--paper: (#[0-9a-f]{6})", STYLE)
    assert [paper.decode() for paper in papers] == [PAPER["light"], PAPER["dark"], PAPER["dark"]]


def test_an_accent_is_there_in_the_light_in_the_dark_and_by_the_switch() -> None:
    css = dressed(STYLESHEET, b"", Face("#b3261e")).decode()
    assert ":root{--accent:#b3261e;}" in css
    dark = readable("#b3261e", PAPER["dark"])
    assert dark != "#b3261e"
    assert css.count(f"--accent:{dark};") == 2
    assert ":root:not([data-look=light])" in css
    assert ":root[data-look=dark]" in css


@given(COLOURS, st.sampled_from(sorted(PAPER.values())))
def test_any_accent_becomes_readable(colour: str, ground: str) -> None:
    assert contrast(readable(colour, ground), ground) >= 5.5


@given(COLOURS, st.sampled_from(sorted(PAPER.values())))
def test_an_accent_that_is_readable_stays_as_it_is(colour: str, ground: str) -> None:
    assert contrast(colour, ground) < 5.5 or readable(colour, ground) == colour


@pytest.mark.parametrize(
    ("face", "rule"),
    [
        (Face(font="sans"), "--reading:var(--interface)"),
        (Face(font="system"), "--interface:var(--system)"),
        (Face(density="compact"), "--space:.72"),
    ],
)
def test_a_font_or_density_is_a_matter_of_custom_properties(face: Face, rule: str) -> None:
    css = dressed(STYLESHEET, b"", face).decode()
    assert rule in css
    assert "@media" not in css


def test_a_face_of_the_systems_fonts_asks_for_no_file() -> None:
    assert fonts(Face(font="system")) == ()


def test_black_on_white_has_the_contrast_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
