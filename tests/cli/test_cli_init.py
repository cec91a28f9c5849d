from __future__ import annotations

from pathlib import Path

from cli_project import newsgen, newsgen_process

from newsgen.config import load_config


def test_a_new_project_builds_and_shows_its_sample(tmp_path: Path) -> None:
    made = newsgen_process("init", "my archive", cwd=tmp_path)
    assert made.status == 0
    assert made.err == ""
    assert "\n  newsgen -C 'my archive' build\n" in made.out
    built = newsgen_process("build", cwd=tmp_path / "my archive")
    assert built.status == 0
    assert built.facts["articles"] == "1"
    assert built.facts["problems"] == "none"
    assert "مكتبة الحي" in (tmp_path / "my archive/site/index.html").read_text(encoding="utf-8")


def test_the_settings_of_a_new_project_are_valid_when_every_remark_is_made_a_setting(tmp_path: Path) -> None:
    newsgen("init", tmp_path / "new")
    settings = tmp_path / "new/newsgen.yaml"
    lines = settings.read_text(encoding="utf-8").splitlines()
    remarks = [line.removeprefix("# ") for line in lines if line.startswith("# ") and ": " in line]
    plain = load_config(tmp_path / "new")
    settings.write_text("\n".join([*lines, *remarks]), encoding="utf-8")
    assert len(remarks) > 5
    assert load_config(tmp_path / "new") == plain


def test_an_existing_project_is_refused_and_left_alone(tmp_path: Path) -> None:
    newsgen("init", tmp_path / "new")
    settings = tmp_path / "new/newsgen.yaml"
    settings.write_text("title: لي\n", encoding="utf-8")
    refused = newsgen("init", tmp_path / "new")
    assert refused.status == 2
    assert refused.error == f"newsgen: {settings}: there is a project already"
    assert settings.read_text(encoding="utf-8") == "title: لي\n"


def test_a_folder_of_collected_files_becomes_a_project_and_keeps_them(tmp_path: Path) -> None:
    own = tmp_path / "seeds/mine.txt"
    own.parent.mkdir()
    own.write_text("نص", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("mine\n", encoding="utf-8")
    assert newsgen("init", tmp_path).status == 0
    assert own.read_text(encoding="utf-8") == "نص"
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "mine\n"
    assert not (tmp_path / "seeds/sample.txt").exists()


def test_a_file_in_the_place_of_the_new_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    assert newsgen("init", tmp_path / "taken").status == 2
    refused = newsgen("init", tmp_path / "taken/below")
    assert refused.status == 2
    assert "Not a directory" in refused.error


def test_a_project_in_the_current_folder_is_told_without_an_option(tmp_path: Path) -> None:
    made = newsgen_process("init", ".", cwd=tmp_path)
    assert made.status == 0
    assert "\n  newsgen build\n" in made.out
