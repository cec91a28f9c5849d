"""The theme: which file stands behind each template and each static file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import newsgen
from newsgen.errors import TemplateError


@dataclass(frozen=True, slots=True)
class Theme:
    """Folders of templates and of static files, the first that has a name deciding what it is."""

    templates: tuple[Path, ...]
    static: tuple[Path, ...]

    @classmethod
    def find(cls, project: Path) -> Theme:
        """The theme of the project in the folder `project`: its own files, else the default theme's."""
        default = _default_theme()
        return cls(_folders(project, default, "templates"), _folders(project, default, "static"))

    def static_files(self) -> Iterator[tuple[str, Path]]:
        """Each static file, (name relative to the site's root with slashes, file), sorted by name.

        Hidden files, linked folders, and links to files outside the static folder are left out. Raises
        TemplateError for a file whose name is no text: it could have no address.
        """
        chosen: dict[str, Path] = {}
        for folder in self.static:
            for file in _files(folder):
                name = file.relative_to(folder).as_posix()
                readable = name.encode(errors="backslashreplace").decode()
                if readable != name:
                    raise TemplateError(
                        "the file's name is no text", where=folder / readable, hint="rename it"
                    )
                chosen.setdefault(name, file)
        yield from sorted(chosen.items())

    def template_sources(self) -> Iterator[tuple[str, bytes]]:
        """Whatever lies in the folders of templates: (path, bytes), in a fixed order."""
        for folder in self.templates:
            for parent, folders, names in os.walk(folder):
                folders.sort()
                for name in sorted(names):
                    file = Path(parent, name)
                    try:
                        yield str(file), file.read_bytes()
                    except OSError:  # Jinja2 says so, should a page need it
                        yield str(file), b""


def _default_theme() -> Path:
    package = Path(newsgen.__file__).resolve().parent
    installed = package / "theme"
    # A checkout keeps the one copy of the theme at its top; the wheel carries it inside the package.
    return installed if installed.is_dir() else package.parents[1]


def _folders(project: Path, default: Path, name: str) -> tuple[Path, ...]:
    own, shipped = (project / name).resolve(), (default / name).resolve()
    return (own, shipped) if own.is_dir() and own != shipped else (shipped,)


def _files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            file = Path(parent, name)
            if not name.startswith(".") and file.is_file() and file.resolve().is_relative_to(folder):
                yield file
