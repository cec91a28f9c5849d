"""Seed files of all kinds for the loader's tests, written and read back."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

from newsgen.loader import Loaded, Piece, iter_pieces, load_seed
from newsgen.model.article import Article
from newsgen.model.hints import Hints
from newsgen.model.problem import Problem

TITLE = "أشجار التوت تثمر قبل موعدها بأسبوعين"
PROSE = "قال حارس الحديقة إن أشجار التوت أثمرت هذا العام قبل موعدها بأسبوعين كاملين."
MORE = "وأضاف الحارس أن الزوار يقطفون التوت كل صباح قبل أن تشتد حرارة الشمس في الحديقة."


def pieces(file: Path) -> list[Piece | Problem]:
    """What is in the file."""
    return list(iter_pieces(f"seeds/{file.name}", file))


def load_all(file: Path, columns: Mapping[str, str] | None = None) -> list[Loaded]:
    """What is made of each piece of the file."""
    return [
        Loaded(None, (found,))
        if isinstance(found, Problem)
        else load_seed(found, Hints(tuple((columns or {}).items())))
        for found in pieces(file)
    ]


def articles(file: Path, columns: Mapping[str, str] | None = None) -> list[Article]:
    """The articles in the file."""
    return [loaded.article for loaded in load_all(file, columns) if loaded.article]


def problems(file: Path) -> list[tuple[str, int | None, str]]:
    """The problems of the file: path, line and code of each."""
    return [(p.path, p.line, p.code) for loaded in load_all(file) for p in loaded.problems]


def pack(file: Path, members: Mapping[str, bytes | str]) -> Path:
    """Write a ZIP of these members."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file
