"""What a page states for search engines as JSON-LD: the object that is its article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from justhtml import Node

from newsgen.loader.pages.tree import attribute, elements, raw_text

_ARTICLES = ("Article", "BlogPosting")
_MOST_OBJECTS = 1000


def find_article(root: Node) -> dict[str, Any]:
    """The first object of a type like NewsArticle that the page states; {} where it states none."""
    for script in elements(root, "script"):
        if attribute(script, "type").lower() == "application/ld+json":
            try:
                stated = json.loads(raw_text(script), strict=False)
            except (ValueError, RecursionError):
                continue
            found = next((thing for thing in _objects(stated) if _is_article(thing)), None)
            if found is not None:
                return found
    return {}


def name_of(stated: object) -> str:
    """A person's or an outlet's name: as text, as an object with a name, or the first of several."""
    for thing in stated if isinstance(stated, list) else [stated]:
        name = thing.get("name") if isinstance(thing, dict) else thing
        if isinstance(name, str) and name.strip():
            return name.strip()
    return ""


def _objects(stated: object) -> Iterator[dict[str, Any]]:
    """The objects of a list, of a @graph, and of a page's mainEntity."""
    pending = [stated]
    for _ in range(_MOST_OBJECTS):
        if not pending:
            return
        thing = pending.pop(0)
        if isinstance(thing, list):
            pending = [*thing[:_MOST_OBJECTS], *pending]
        elif isinstance(thing, dict):
            yield thing
            pending += [thing[name] for name in ("@graph", "mainEntity") if name in thing]


def _is_article(thing: dict[str, Any]) -> bool:
    types = thing.get("@type")
    named = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and name.endswith(_ARTICLES) for name in named)
