from __future__ import annotations

from pathlib import Path

import pytest

from newsgen.config import load_config
from newsgen.errors import ConfigError
from newsgen.model.site import Face, Site


def project(folder: Path, settings: str | bytes | None) -> Path:
    (folder / "seeds").mkdir()
    if settings is not None:
        data = settings if isinstance(settings, bytes) else settings.encode()
        (folder / "newsgen.yaml").write_bytes(data)
    return folder


def told(folder: Path, settings: str | bytes) -> str:
    """The one line that a user reads, from the settings file's name on."""
    with pytest.raises(ConfigError) as raised:
        load_config(project(folder, settings))
    assert "\n" not in str(raised.value)
    return str(raised.value).removeprefix(f"{folder}/")


@pytest.mark.parametrize("settings", [None, "", "# only a remark\n", "{}\n"])
def test_a_project_without_settings_has_the_defaults(tmp_path: Path, settings: str | None) -> None:
    for folder in ("raw", "more/raw", "texts"):
        (tmp_path / folder).mkdir(parents=True)
    config = load_config(project(tmp_path, settings))
    assert config.site == Site("أرشيف الأخبار", "", "", "EG", "latin", 50)
    assert (config.seeds, config.articles) == ((tmp_path / "seeds",), tmp_path / "articles")
    assert (config.output, config.cache) == (tmp_path / "site", tmp_path / ".newsgen")


def test_every_setting_is_taken(tmp_path: Path) -> None:
    settings = """
title: "  أرشيف\\n القرية "
description: ١٩٩٠ وما بعدها
base_url: https://example.org/archive
country: ma
digits: arabic
page_size: 7
seeds: [raw, more/raw]
articles: texts
output: public
"""
    for folder in ("raw", "more/raw", "texts"):
        (tmp_path / folder).mkdir(parents=True)
    config = load_config(project(tmp_path, settings))
    assert config.site == Site(
        "أرشيف القرية", "١٩٩٠ وما بعدها", "https://example.org/archive/", "MA", "arabic", 7
    )
    assert config.seeds == (tmp_path / "raw", tmp_path / "more/raw")
    assert (config.articles, config.output) == (tmp_path / "texts", tmp_path / "public")


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    assert load_config(project(tmp_path, "\ufefftitle: قرية\n")).site.title == "قرية"


def test_folders_given_by_hand_come_before_the_settings(tmp_path: Path) -> None:
    root = project(tmp_path, "seeds: raw\noutput: public\n")
    for name in ("mine", "texts"):
        (root / name).mkdir()
    config = load_config(root, seeds=[root / "mine"], articles=root / "texts", output=root / "out")
    assert (config.seeds, config.articles, config.output) == ((root / "mine",), root / "texts", root / "out")


def test_an_unknown_key_is_told_with_its_line_and_the_nearest_right_one(tmp_path: Path) -> None:
    assert told(tmp_path, "title: قرية\n\npagesize: 20\n") == (
        "newsgen.yaml:3: unknown key `pagesize`; did you mean `page_size`?"
    )


@pytest.mark.parametrize("key", ["zzz", "1", "true"])
def test_a_key_like_no_other_is_told_with_all_there_are(tmp_path: Path, key: str) -> None:
    line = told(tmp_path, f"title: قرية\n{key}: 20\n")
    assert line.startswith("newsgen.yaml:2: unknown key `")
    assert "the keys are title, description, base_url" in line


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("title:", "`title` must be a text, not None"),
        ("title: ''", "`title` must be a text, not ''"),
        ("title: [a]", "`title` must be a text, not ['a']"),
        ("title: true", "`title` must be a text, not True"),
        ("page_size: many", "`page_size` must be a whole number from 1 to 1000, not 'many'"),
        ("page_size: 0", "`page_size` must be a whole number from 1 to 1000, not 0"),
        ("page_size: 1.5", "`page_size` must be a whole number from 1 to 1000, not 1.5"),
        ("page_size: true", "`page_size` must be a whole number from 1 to 1000, not True"),
        ("digits: hindi", "`digits` must be one of latin, arabic, not 'hindi'"),
        ("language: de", "`language` must be one of ar, en, fa, fr, not 'de'"),
        ("hijri: often", "`hijri` must be true or false, not 'often'"),
        ("digits: [latin]", "`digits` must be one of latin, arabic, not ['latin']"),
        ("country: Egypt", "`country` must be a country's two letters, as in EG, LB or MA, not 'Egypt'"),
        ("country: xx", "`country` must be a country's two letters, as in EG, LB or MA, not 'xx'"),
        ("country: no", "`country` must be a country's two letters, as in EG, LB or MA, not False"),
        ("seeds: []", "`seeds` must be a folder or a list of folders, not []"),
        ("seeds: [a, 1]", "`seeds` must be a folder or a list of folders, not ['a', 1]"),
        ("output: ' '", "`output` must be a folder, not ' '"),
    ],
)
def test_a_wrong_value_is_told_with_its_line_and_what_it_must_be(
    tmp_path: Path, setting: str, message: str
) -> None:
    assert told(tmp_path, f"description: قرية\n{setting}\n") == f"newsgen.yaml:2: {message}"


@pytest.mark.parametrize(
    "address",
    ["example.org", "ftp://example.org/", "https:///x", "https://e.org/?a", "https://[bad/", "/archive/"],
)
def test_an_address_that_is_none_is_told(tmp_path: Path, address: str) -> None:
    assert told(tmp_path, f'base_url: "{address}"\n') == (
        "newsgen.yaml:1: `base_url` must be the site's address, as in https://example.org/archive/,"
        f" not {address!r}"
    )


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("title: قرية\ndescription: [a\n", "newsgen.yaml:3: not valid YAML: expected ',' or ']'"),
        ("title: قرية\n\tx: 1\n", "newsgen.yaml:2: not valid YAML: "),
        ("title: a: b\n", "newsgen.yaml:1: not valid YAML: mapping values are not allowed here"),
        ("- title\n", "newsgen.yaml:1: settings are `key: value` lines"),
        ("just a text\n", "newsgen.yaml:1: settings are `key: value` lines"),
        ("title: a\n--- \ntitle: b\n", "newsgen.yaml:2: not valid YAML: "),
        (
            "title: !!python/name:os.system\n",
            "newsgen.yaml:1: not valid YAML: could not determine a constructor",
        ),
        ("title: 2023-99-99\n", "newsgen.yaml: not valid YAML: month must be in 1..12"),
        (b"title: \xe3\n", "newsgen.yaml: the settings are not in UTF-8; save"),
        ("title: \x00\n", "newsgen.yaml"),
        ("title: " + "[" * 5000, "newsgen.yaml"),
    ],
)
def test_what_is_no_yaml_is_told_with_its_line(tmp_path: Path, settings: str | bytes, message: str) -> None:
    assert told(tmp_path, settings).startswith(message)


@pytest.mark.parametrize("settings", [None, "title: قرية\n"])
def test_a_folder_that_is_no_project_is_told(tmp_path: Path, settings: str | None) -> None:
    root = project(tmp_path, settings)
    (root / "seeds").rmdir()
    with pytest.raises(ConfigError, match=r"no newsgen project: neither a seeds .* is here; .*init"):
        load_config(root)


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"nowhere: no such folder; .*init"):
        load_config(tmp_path / "nowhere")


def test_a_seeds_folder_given_by_hand_must_exist(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="nowhere: no such folder"):
        load_config(project(tmp_path, None), seeds=[tmp_path / "nowhere"])


@pytest.mark.parametrize("settings", ["seeds: [sedes]\n", "articles: artikles\n"])
def test_a_mistyped_folder_in_the_settings_does_not_empty_the_archive(tmp_path: Path, settings: str) -> None:
    assert "no such folder to read" in told(tmp_path, settings)


@pytest.mark.parametrize(
    "output",
    ["seeds", "seeds/site", ".", "..", "articles/x", "templates", "static/out", ".newsgen", "a/../seeds"],
)
def test_an_output_folder_that_would_swallow_the_projects_own_is_refused(tmp_path: Path, output: str) -> None:
    line = told(tmp_path, f"output: {output}\n")
    assert "lie one in the other; name another folder with --output" in line


def test_an_output_folder_that_leads_into_seeds_by_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "public").symlink_to(tmp_path / "seeds")
    assert "lie one in the other" in told(tmp_path, "output: public\n")


def test_a_key_that_stands_twice_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, "title: قرية\ncountry: MA\ntitle: مدينة\n") == (
        "newsgen.yaml:3: `title` stands here again, after line 1; delete one of them"
    )


def test_a_face_is_read_in_part_or_whole(tmp_path: Path) -> None:
    whole = "theme: {accent: '#AA3311', font: sans, density: compact}\n"
    assert load_config(project(tmp_path, whole)).site.face == Face("#aa3311", "sans", "compact")
    (tmp_path / "newsgen.yaml").write_text("theme: {font: system}\n")
    assert load_config(tmp_path).site.face == Face(font="system")


@pytest.mark.parametrize(
    "face", ["dark", "{colour: red}", "{accent: red}", "{accent: '#12345'}", "{font: amiri}", "{density: 3}"]
)
def test_a_face_that_the_theme_does_not_have_is_told(tmp_path: Path, face: str) -> None:
    line = told(tmp_path, f"theme: {face}\n")
    assert line.startswith(
        "newsgen.yaml:1: `theme` must be accent: a colour as in '#0d5c63'; font: one of naskh,"
    )


def test_a_country_may_be_one_of_the_interfaces_other_languages(tmp_path: Path) -> None:
    site = load_config(project(tmp_path, "language: fr\ncountry: ca\nhijri: true\n")).site
    assert (site.language, site.country, site.hijri, site.direction) == ("fr", "CA", True, "ltr")
