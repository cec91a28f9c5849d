"""Make the theme's web fonts of the fonts that the packages fontpkg-… carry: `make fonts`.

    python fonts/subset.py [FOLDER]    the folder to make them in, a checkout of newsgen; by default this one

The results are part of the repository, so that whoever builds a site needs none of this. Subsetting modifies
a font, and a modified font may not bear a reserved name (SIL Open Font License 1.1, clause 3; "Plex" is one),
so all are renamed.
"""

from __future__ import annotations

import sys
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from fontTools.subset import Options, Subsetter, load_font, save_font
from fontTools.ttLib import TTFont

_WEB = "static/assets/fonts"

# What Arabic and Persian newspapers print, with the letters that Arabic uses for foreign sounds (ڤ پ چ ڭ ڨ).
_ARABIC = [
    *(0x60C, 0x61B, 0x61F, *range(0x621, 0x63B), *range(0x640, 0x656), *range(0x660, 0x66D), 0x670, 0x671),
    *(0x67E, 0x686, 0x698, 0x6A4, 0x6A8, 0x6A9, 0x6AD, 0x6AF, 0x6C0, 0x6CC, *range(0x6F0, 0x6FA)),
]
_PUNCTUATION = [*range(0x20, 0x41), 0x5B, 0x5D, 0x5F, 0xA0, 0xAB, 0xB7, 0xBB, 0xD7, 0x200C, 0x200D]
_PUNCTUATION += [ord(sign) for sign in "–—‘’“”•…‹›←→"]
_LATIN = [*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xC0, 0xD7), *range(0xD8, 0xF7), *range(0xF8, 0x100)]
_LATIN += [0x152, 0x153, 0x178]
# What joins letters, places marks on them and keeps their distances; no old forms, no stylistic sets.
_FEATURES = ["init", "medi", "fina", "isol", "rlig", "liga", "calt", "ccmp", "mark", "mkmk", "kern", "curs"]


class Face(NamedTuple):
    """A font to make: of which package's file, with which letters, under which name and where."""

    package: str
    source: str
    letters: list[int]
    family: str
    target: str


_AMIRI, _PLEX = "fontpkg_amiri", "fontpkg_ibm_plex_sans_arabic"
_PLEX_REGULAR = "IBMPlexSansArabic-Regular"
FACES = (
    Face(_AMIRI, "Amiri-Regular", _ARABIC + _PUNCTUATION, "Newsgen Naskh", f"{_WEB}/naskh-400.woff2"),
    Face(_AMIRI, "Amiri-Bold", _ARABIC + _PUNCTUATION, "Newsgen Naskh", f"{_WEB}/naskh-700.woff2"),
    Face(_PLEX, _PLEX_REGULAR, _ARABIC + _PUNCTUATION, "Newsgen Sans", f"{_WEB}/sans-400.woff2"),
    # The social card is drawn while a site is built, by a library that reads no compressed fonts.
    Face(
        _AMIRI,
        "Amiri-Bold",
        _ARABIC + _PUNCTUATION + _LATIN,
        "Newsgen Naskh",
        "src/newsgen/render/naskh-700.ttf",
    ),
)


def make(face: Face, file: Path) -> None:
    """Make the face's font, with nothing but its letters."""
    options = Options()
    options.flavor = "woff2" if file.suffix == ".woff2" else None
    options.layout_features = _FEATURES
    options.hinting = False
    options.glyph_names = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += ["DSIG", "FFTM", "meta"]
    options.recalc_timestamp = False
    with load_font(str(files(face.package) / "files" / f"{face.source}.ttf"), options) as font:
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=face.letters)
        subsetter.subset(font)
        _rename(font, face.family)
        file.parent.mkdir(parents=True, exist_ok=True)
        save_font(font, str(file), options)


def _rename(font: TTFont, family: str) -> None:
    style = font["name"].getDebugName(2)
    full = f"{family} {style}"
    names = {1: family, 3: f"{full} (a subset made for newsgen)", 4: full, 6: full.replace(" ", "")}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]


def main(folder: Path) -> None:
    """Make all fonts below `folder`, and the file with their licences."""
    for face in FACES:
        file = folder / face.target
        make(face, file)
        print(f"{face.target}: {file.stat().st_size:,} bytes")
    licences = {
        face.family: (files(face.package) / "LICENSE").read_text(encoding="utf-8").strip() for face in FACES
    }
    told = [f"{family}, a subset of a font that is\n{text}\n" for family, text in licences.items()]
    (folder / _WEB / "licences.txt").write_text("\n\n".join(told), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[1])
