"""What newsgen.yaml tells the loader: labels, outlets, lines to ignore."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsgen.config import load_hints
from newsgen.errors import ConfigError
from newsgen.model.hints import NO_HINTS, Hints

KINDS = "date, source, author, tags, category, related"
LABELS = f"`labels` must be lists of phrases by what they stand before, of {KINDS}"
IGNORE = "`ignore` must be a line or a list of lines, in which * stands for anything"


def hints(folder: Path, settings: str) -> Hints:
    (folder / "newsgen.yaml").write_text(settings, encoding="utf-8")
    return load_hints(folder)


def test_a_project_without_hints_has_none(tmp_path: Path) -> None:
    assert load_hints(tmp_path) == hints(tmp_path, "title: قرية\n") == NO_HINTS


def test_every_hint_is_taken(tmp_path: Path) -> None:
    settings = """
labels:
  tags: [خيوط الخبر, " أبواب\\n الخبر "]
  date: يوم الخبر
outlets: [إشراقة, نشرة الحي]
ignore:
  - حديث الصباح
  - "نسخة رقم *"
"""
    assert hints(tmp_path, settings) == Hints(
        labels=(("date", "يوم الخبر"), ("tags", "خيوط الخبر"), ("tags", "أبواب الخبر")),
        outlets=("إشراقة", "نشرة الحي"),
        ignore=("حديث الصباح", "نسخة رقم *"),
    )


def test_one_text_needs_no_list_and_may_be_a_number(tmp_path: Path) -> None:
    assert hints(tmp_path, "outlets: إشراقة\nignore: 218\n") == Hints(outlets=("إشراقة",), ignore=("218",))


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("labels: {editor: كتب}", f"{LABELS}, not {{'editor': 'كتب'}}"),
        ("labels: [المصدر]", f"{LABELS}, not ['المصدر']"),
        ("labels: {date: ''}", f"{LABELS}, not {{'date': ''}}"),
        ("labels: {date: []}", f"{LABELS}, not {{'date': []}}"),
        ("labels: {date: [يوم, '']}", f"{LABELS}, not {{'date': ['يوم', '']}}"),
        ("labels: {date: {a: b}}", f"{LABELS}, not {{'date': {{'a': 'b'}}}}"),
        ("labels: {date: '::'}", f"{LABELS}, not {{'date': '::'}}"),
        ("labels:", f"{LABELS}, not None"),
        ("outlets: ['']", "`outlets` must be a name or a list of names, not ['']"),
        ("outlets: []", "`outlets` must be a name or a list of names, not []"),
        ("outlets: {a: b}", "`outlets` must be a name or a list of names, not {'a': 'b'}"),
        ("outlets: [true]", "`outlets` must be a name or a list of names, not [True]"),
        ("ignore: ['سطر', '*']", f"{IGNORE}, not ['سطر', '*']"),
        ("ignore: [[سطر]]", f"{IGNORE}, not [['سطر']]"),
        ("ignored: سطر", "unknown key `ignored`; did you mean `ignore`?"),
        ("label: {date: يوم}", "unknown key `label`; did you mean `labels`?"),
    ],
)
def test_a_wrong_hint_is_one_line_with_file_line_and_key(tmp_path: Path, setting: str, message: str) -> None:
    with pytest.raises(ConfigError) as raised:
        hints(tmp_path, f"title: قرية\n{setting}\n")
    assert str(raised.value) == f"{tmp_path}/newsgen.yaml:2: {message}"
