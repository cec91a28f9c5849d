"""Links of the built site that lead nowhere."""

from __future__ import annotations

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
        self.anchors.update(value for name in ("id", "name") if (value := values.get(name)))
        for name in ("href", "src"):
            value = values.get(name)
            if value is not None and tag != "base" and values.get("rel") != "canonical":
                self.links.append((self.getpos()[0], value))


def broken_links(root: Path) -> Iterator[BrokenLink]:
    """Every link of the pages below `root` to a page, file or anchor of the site that does not exist."""
    for file in sorted(root.rglob("*.html")):
        name = file.relative_to(root).as_posix()
        page = _parse(file)
        for line, target in page.links:
            if not _leads_somewhere(root, name, target, page):
                yield BrokenLink(name, line, target)


def _parse(file: Path) -> _Links:
    page = _Links()
    page.feed(file.read_text(encoding="utf-8"))
    return page


def _leads_somewhere(root: Path, name: str, target: str, page: _Links) -> bool:
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return True
    path = unquote(parts.path)
    if not path:
        return not parts.fragment or unquote(parts.fragment) in page.anchors
    start = PurePosixPath("." if page.base else PurePosixPath(name).parent)
    joined = normpath((start / path).as_posix())
    if joined.startswith(("../", "/")):
        return False
    file = root / joined
    if path.endswith("/") or path in {".", ".."} or file.is_dir():
        file = file / "index.html"
    if not file.is_file():
        return False
    return not parts.fragment or unquote(parts.fragment) in _parse(file).anchors
