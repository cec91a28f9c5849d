"""The theme's fonts: what the repository has is what fonts/subset.py makes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

REPOSITORY = Path(__file__).parents[2]
WEB = "static/assets/fonts"
FONTS = (
    *(f"{WEB}/{name}.woff2" for name in ("naskh-400", "naskh-700", "sans-400")),
    "src/newsgen/render/naskh-700.ttf",
)
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئىةپچژگکیڤ"

every_font = pytest.mark.parametrize("name", FONTS)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fonts")
    command = (sys.executable, REPOSITORY / "fonts/subset.py", folder)
    subprocess.run(command, check=True, capture_output=True)
    return folder


def test_the_repository_has_the_fonts_that_the_script_makes_and_no_other(made: Path) -> None:
    kinds = {file.relative_to(made).as_posix() for file in made.rglob("*.*")}
    assert kinds == {*FONTS, f"{WEB}/licences.txt"}
    assert {file.name for file in (REPOSITORY / WEB).iterdir()} == {Path(name).name for name in kinds} - {
        "naskh-700.ttf"
    }
    assert (made / WEB / "licences.txt").read_bytes() == (REPOSITORY / WEB / "licences.txt").read_bytes()


@every_font
def test_a_font_is_what_the_script_makes_of_its_source(made: Path, name: str) -> None:
    with TTFont(REPOSITORY / name) as kept, TTFont(made / name) as again:
        assert kept.getBestCmap() == again.getBestCmap()
        assert kept["maxp"].numGlyphs == again["maxp"].numGlyphs
        assert kept["head"].modified == again["head"].modified


@every_font
def test_a_font_has_the_letters_marks_and_digits_and_joins_them(name: str) -> None:
    with TTFont(REPOSITORY / name) as font:
        assert {ord(letter) for letter in f"{LETTERS}ًٌٍَُِّْٰ٠٩۰۹09؟،؛«»…"} <= set(font.getBestCmap())
        features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
        assert {"init", "medi", "fina", "rlig"} <= features
        assert "mark" in {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}


@every_font
def test_a_font_bears_no_reserved_name_and_tells_its_copyright(name: str) -> None:
    with TTFont(REPOSITORY / name) as font:
        names = [str(font["name"].getDebugName(number)).lower() for number in (1, 3, 4, 6)]
        assert all("newsgen" in given for given in names)
        assert not any(reserved in given for given in names for reserved in ("plex", "amiri", "ibm"))
        assert "Copyright" in font["name"].getDebugName(0)


def test_the_licences_of_all_fonts_are_beside_them() -> None:
    told = (REPOSITORY / WEB / "licences.txt").read_text(encoding="utf-8")
    assert told.count("SIL OPEN FONT LICENSE Version 1.1") == 2
