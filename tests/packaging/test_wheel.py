"""The wheel: what is in it, and that it works where the repository is not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
SOURCES = ("src", "templates", "static", "pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE")


def run(*command: str | Path, cwd: Path) -> str:
    """What a command prints, in an environment in which Python finds nothing of this repository."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built of a copy of the sources with the build backend that is installed."""
    folder = tmp_path_factory.mktemp("wheel")
    for name in SOURCES:
        source = REPOSITORY / name
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, folder / "sources" / name, ignore=ignored)
        elif source.exists():
            (folder / "sources").mkdir(exist_ok=True)
            shutil.copy(source, folder / "sources" / name)
    build = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder)
    run(*build, folder / "sources", cwd=folder)
    (built,) = folder.glob("newsgen-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment's scripts folder with the wheel installed; only its dependencies are this one's."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder / "venv", symlinks=os.name != "nt")
    scripts = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    pip = (sys.executable, "-m", "pip", "--python", scripts / "python", "install")
    run(*pip, "--no-deps", "--no-index", wheel, cwd=folder)
    site = run(scripts / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder)
    # A path behind its own: what the wheel brought comes first. The other's .pth files are not read here.
    Path(site.strip(), "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return scripts


def files_below(folder: Path) -> set[str]:
    """The files that git would see."""
    return {
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }


def test_the_wheel_holds_the_package_the_theme_and_the_starter_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if not name.endswith("/")}
    inside = {name for name in names if ".dist-info/" not in name}
    expected = {f"newsgen/{name}" for name in files_below(REPOSITORY / "src/newsgen")}
    expected |= {f"newsgen/theme/templates/{name}" for name in files_below(REPOSITORY / "templates")}
    expected |= {f"newsgen/theme/static/{name}" for name in files_below(REPOSITORY / "static")}
    assert inside == expected
    assert inside >= {
        "newsgen/py.typed",
        "newsgen/serve/reload.js",
        "newsgen/cli/starter/newsgen.yaml",
        "newsgen/cli/starter/sample.txt",
        "newsgen/theme/templates/base.html",
        "newsgen/theme/static/assets/style.css",
    }


def test_the_wheel_says_what_it_needs(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        metadata = archive.read(name).decode()
    assert "Requires-Python: >=3.11" in metadata
    needed = {
        line.split(":")[1].split(">")[0].strip() for line in metadata.splitlines() if "Requires-Dist" in line
    }
    assert needed >= {"babel", "click", "jinja2", "markdown-it-py", "pyyaml", "rich", "watchdog"}


def test_the_installed_command_makes_and_builds_a_project(installed: Path, tmp_path: Path) -> None:
    program = installed / "newsgen"
    where = run(installed / "python", "-c", "import newsgen; print(newsgen.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(installed.parent)
    run(program, "init", "archive", cwd=tmp_path)
    out = run(program, "build", "--strict", cwd=tmp_path / "archive")
    assert "articles   1\n" in out
    site = tmp_path / "archive/site"
    theme = REPOSITORY / "static"
    assert (site / "assets/style.css").read_bytes() == (theme / "assets/style.css").read_bytes()
    home = (site / "index.html").read_text(encoding="utf-8")
    assert 'dir="rtl"' in home
    assert "مكتبة الحي تفتح أبوابها" in home
    assert "none broken" in run(program, "check", "--strict", cwd=tmp_path / "archive")


def test_the_installed_command_uses_a_projects_own_templates(installed: Path, tmp_path: Path) -> None:
    program = installed / "newsgen"
    run(program, "init", ".", cwd=tmp_path)
    (tmp_path / "templates").mkdir()
    own = (
        '{% extends "base.html" %}{% block title %}لي{% endblock %}{% block main %}<h1>لي</h1>{% endblock %}'
    )
    (tmp_path / "templates/not_found.html").write_text(own, encoding="utf-8")
    run(program, "build", cwd=tmp_path)
    assert "<h1>لي</h1>" in (tmp_path / "site/404.html").read_text(encoding="utf-8")
