"""Links of the built site that lead nowhere: to a page, a file or an anchor that is not there."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape
from pathlib import Path
from posixpath import normpath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from newsgen.checks.finding import Finding

# What is no link though it may look like one, and every other tag, whatever stands in its quotation marks. A
# parser that builds on Python's own takes ten times as long, and a large site has gigabytes of pages.
_TAG = re.compile(
    r"""<!--.*?-->|<(script|style)\b[^>]*>(?:.*?</\1\s*>)?|<[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>""",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"""[\s"'/](href|src|id|name|rel)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE
)
_NAME = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)")


class _Page(NamedTuple):
    """The links of a page, (line, target), its anchors, and whether its links count from the site's root."""

    links: list[tuple[int, str]]
    anchors: frozenset[str]
    has_base: bool


def pages_below(root: Path) -> Iterator[str]:
    """The HTML files below `root`, folder by folder: a large site has more of them than should be listed."""
    return files_below(root, ".html")


def files_below(root: Path, suffix: str) -> Iterator[str]:
    """The files below `root` whose names end in `suffix`, folder by folder, in order."""
    for parent, folders, names in os.walk(root):
        folders.sort()
        below = Path(parent).relative_to(root).as_posix()
        for name in sorted(names):
            if name.endswith(suffix):
                yield name if below == "." else f"{below}/{name}"


def broken_links(root: Path, pages: Iterable[str]) -> Iterator[Finding]:
    """Every link of these pages below `root` that leads nowhere, in order; files are relative to `root`."""
    site = _Site(root)
    for name in pages:
        page = _read(root, name)
        folder = "." if page.has_base else name.rpartition("/")[0] or "."
        for line, target in page.links:
            if not site.has(folder, target, page.anchors):
                yield Finding(name, line, "link-dead", f"{target} leads nowhere")


def _read(root: Path, name: str) -> _Page:
    # A project's own static pages may be in any encoding; the names that matter here are ASCII.
    text = (root / name).read_text(encoding="utf-8", errors="replace")
    links: list[tuple[int, str]] = []
    anchors: set[str] = set()
    has_base, line, counted = False, 1, 0
    for start, element, values in _elements(text):
        has_base |= element == "base"
        keys = ("id", "name") if element == "a" else ("id",)
        anchors.update(unescape(values[key]) for key in keys if key in values)
        if element == "base" or values.get("rel") == "canonical":
            continue
        for key in ("href", "src"):
            if key in values:
                line, counted = line + text.count("\n", counted, start), start
                links.append((line, unescape(values[key])))
    return _Page(links, frozenset(anchors), has_base)


def _elements(text: str) -> Iterator[tuple[int, str, dict[str, str]]]:
    """Where each tag with attributes begins, its element's name, and those attributes that matter here."""
    for found in _TAG.finditer(text):
        tag = found[0] if found[1] is None else found[0][: found[0].index(">") + 1]
        if "=" in tag and (name := _NAME.match(tag)):
            values = {a[1].lower(): a[2] or a[3] or a[4] or "" for a in _ATTRIBUTE.finditer(tag)}
            yield found.start(), name[1].lower(), values


class _Site:
    """What there is below a folder. What was looked up is remembered: most links are those to a few pages."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._file_at = lru_cache(maxsize=16384)(self._find_file)
        self._anchors = lru_cache(maxsize=256)(lambda name: _read(root, name).anchors)

    def has(self, folder: str, target: str, anchors: frozenset[str]) -> bool:
        """Whether a link to `target` in a page of `folder` that has these anchors leads somewhere."""
        try:
            parts = urlsplit(target)
        except ValueError:
            return False
        if parts.scheme or parts.netloc:
            return True
        path = unquote(parts.path)
        if not path:
            return _has_anchor(anchors, parts.fragment)
        joined = normpath(path if path.startswith("/") else f"{folder}/{path}")
        inside = joined != ".." and not joined.startswith(("../", "/"))
        file = self._file_at(joined, path.endswith("/")) if inside else None
        return file is not None and (not parts.fragment or _has_anchor(self._anchors(file), parts.fragment))

    def _find_file(self, place: str, as_folder: bool) -> str | None:
        """The file that a host sends for the address `place`; `as_folder`: it ends in a slash."""
        try:
            if as_folder or (self._root / place).is_dir():
                place = normpath(f"{place}/index.html")
            return place if (self._root / place).is_file() else None
        except (OSError, ValueError):
            # Longer than a file's name can be, or with a null character: no such file.
            return None


def _has_anchor(anchors: frozenset[str], fragment: str) -> bool:
    # "#" and "#top" lead to the top of every page.
    return fragment.lower() in {"", "top"} or unquote(fragment) in anchors
