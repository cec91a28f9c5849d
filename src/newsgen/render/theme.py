"""The theme: which file stands behind each template and each static file."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, TemplateNotFound
from jinja2.meta import find_referenced_templates

import newsgen
from newsgen.errors import TemplateError
from newsgen.render.faults import template_fault

_VERSIONED = re.compile(r"""["']([^"'{}]+)["']\s*\|\s*versioned""")


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

    def versions(self) -> dict[str, str]:
        """The static files that templates name with a version (`"assets/style.css"|versioned`), with it.

        A version is a digest of the file's bytes, behind its name as a query: such a link can be kept for
        ever. A file that is not there has none. Raises TemplateError for one that cannot be read.
        """
        loader = FileSystemLoader(self.templates)
        sources = [_source(loader, name)[0] for name in _templates(loader)]
        names = sorted({name for source in sources for name in _VERSIONED.findall(source)})
        return {name: self._versioned(name) for name in names}

    def _versioned(self, name: str) -> str:
        file = next((file for folder in self.static if (file := folder / name).is_file()), None)
        if file is None:
            return name
        try:
            return f"{name}?v={sha256(file.read_bytes()).hexdigest()[:12]}"
        except OSError as error:
            hint = "mend its permissions or remove it"
            raise TemplateError(f"cannot read: {error.strerror}", where=file, hint=hint) from error

    def digest(self, template_name: str) -> str:
        """A digest over the sources of a template and all that it extends, includes or imports.

        A template that is named but missing counts by its name; one whose name is known only at run time
        makes every template count. Raises TemplateError where a source does not parse or cannot be read.
        """
        loader = FileSystemLoader(self.templates)
        sources: dict[str, str] = {}
        waiting = {template_name}
        while waiting:
            name = waiting.pop()
            try:
                sources[name], referenced = _source(loader, name)
            except Exception as error:
                raise template_fault(error, self.templates, f"reading {name}") from error
            named = frozenset(_templates(loader)) if None in referenced else referenced
            waiting |= {other for other in named if other is not None and other not in sources}
        return sha256("\0".join(f"{name}\0{sources[name]}" for name in sorted(sources)).encode()).hexdigest()


def _source(loader: FileSystemLoader, name: str) -> tuple[str, frozenset[str | None]]:
    try:
        source, file, _ = loader.get_source(Environment(autoescape=True), name)
    except TemplateNotFound:
        return "", frozenset()
    return source, _referenced(source, name, file)


# Eight kinds of pages share their parts, and a preview asks again at every build: parsing is the slow half.
@lru_cache(maxsize=256)
def _referenced(source: str, name: str, file: str) -> frozenset[str | None]:
    return frozenset(find_referenced_templates(Environment(autoescape=True).parse(source, name, file)))


def _templates(loader: FileSystemLoader) -> list[str]:
    """What the theme has of templates: editors and systems leave other files beside them."""
    return [name for name in loader.list_templates() if name.endswith(".html")]


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
