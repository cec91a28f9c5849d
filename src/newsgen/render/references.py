"""What a template depends on: all that it extends, includes or imports."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256

from jinja2 import Environment, FileSystemLoader, TemplateNotFound
from jinja2.meta import find_referenced_templates

from newsgen.render.faults import template_fault
from newsgen.render.theme import Theme


def template_digest(theme: Theme, template_name: str) -> str:
    """A digest over the sources of a template and all that it extends, includes or imports.

    A template that is named but missing counts by its name; one whose name is known only at run time
    makes every template count. Raises TemplateError where a source does not parse or cannot be read.
    """
    loader = FileSystemLoader(theme.templates)
    sources: dict[str, str] = {}
    waiting = {template_name}
    while waiting:
        name = waiting.pop()
        try:
            sources[name], referenced = _source(loader, name)
        except Exception as error:
            raise template_fault(error, theme.templates, f"reading {name}") from error
        named = frozenset(_templates(loader)) if None in referenced else referenced
        waiting |= {other for other in named if other is not None and other not in sources}
    return sha256("\0".join(f"{name}\0{sources[name]}" for name in sorted(sources)).encode()).hexdigest()


def _source(loader: FileSystemLoader, name: str) -> tuple[str, frozenset[str | None]]:
    try:
        source, file, _ = loader.get_source(Environment(autoescape=True), name)
    except TemplateNotFound:
        return "", frozenset()
    return source, _referenced(source, name, file)


# Eight kinds of pages share their parts: parsing is the slow half.
@lru_cache(maxsize=256)
def _referenced(source: str, name: str, file: str) -> frozenset[str | None]:
    return frozenset(find_referenced_templates(Environment(autoescape=True).parse(source, name, file)))


def _templates(loader: FileSystemLoader) -> list[str]:
    """What the theme has of templates: editors and systems leave other files beside them."""
    return [name for name in loader.list_templates() if name.endswith(".html")]
