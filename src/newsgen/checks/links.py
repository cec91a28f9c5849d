"""Links of the built site that lead nowhere."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A link in `file` (relative to the site), on `line`, whose target is not there."""

    file: str
    line: int
    target: str


class _Links(HTMLParser):
    """Collects the links and the anchors of one page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[tuple[int, str]] = []
        self.anchors: set[str] = set()
        self.base = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.base = self.base or tag == "base"
        anchors = (values.get("id"), values.get("name") if tag == "a" else None)
        self.anchors.update(anchor for anchor in anchors if anchor)
        for name in ("href", "src"):
            value = values.get(name)
            if value is not None and tag != "base" and values.get("rel") != "canonical":
                self.links.append((self.getpos()[0], value))


def broken_links(root: Path) -> Iterator[BrokenLink]:
    """Every link of the pages below `root` to a page, file or anchor of the site that does not exist."""
    for name in _pages(root):
        page = _parse(root / name)
        for line, target in page.links:
            if not _leads_somewhere(root, name, target, page):
                yield BrokenLink(name, line, target)


def _pages(root: Path) -> Iterator[str]:
    """The HTML files below `root`, folder by folder: a large site has more of them than should be listed."""
    for parent, folders, names in os.walk(root):
        folders.sort()
        for name in sorted(names):
            if name.endswith(".html"):
                yield Path(parent, name).relative_to(root).as_posix()


def _parse(file: Path) -> _Links:
    page = _Links()
    # A project's own static pages may be in any encoding; the names that matter here are ASCII.
    page.feed(file.read_text(encoding="utf-8", errors="replace"))
    return page


def _leads_somewhere(root: Path, name: str, target: str, page: _Links) -> bool:
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    if parts.scheme or parts.netloc:
        return True
    path = unquote(parts.path)
    if not path:
        return _has_anchor(page, parts.fragment)
    start = PurePosixPath("." if page.base else PurePosixPath(name).parent)
    joined = normpath((start / path).as_posix())
    if joined == ".." or joined.startswith(("../", "/")):
        return False
    file = _file_at(root / joined, as_folder=path.endswith("/"))
    if file is None:
        return False
    return not parts.fragment or _has_anchor(_parse(file), parts.fragment)


def _has_anchor(page: _Links, fragment: str) -> bool:
    # "#" and "#top" lead to the top of every page.
    return fragment.lower() in {"", "top"} or unquote(fragment) in page.anchors


def _file_at(place: Path, *, as_folder: bool) -> Path | None:
    """The file that a host sends for the address `place`; `as_folder`: it ends in a slash."""
    try:
        file = place / "index.html" if as_folder or place.is_dir() else place
        return file if file.is_file() else None
    except (OSError, ValueError):
        # Longer than a file's name can be, or with a null character: no such file.
        return None
