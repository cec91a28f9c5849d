"""The repository's sample archive, built, and its pages as parsed HTML."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib

REPOSITORY = Path(__file__).parents[2]


@dataclass
class Sample:
    """A built site and what `newsgen export` says of the same documents."""

    project: Path
    root: Path
    base_url: str

    @cached_property
    def pages(self) -> dict[str, Element]:
        """Each page's <html> element by its url. Any fault in the HTML's syntax is an error."""
        return {url: page for url, page in self._all.items() if not _leads_elsewhere(page)}

    @cached_property
    def moved(self) -> dict[str, Element]:
        """The pages at addresses that articles had before they were corrected."""
        return {url: page for url, page in self._all.items() if _leads_elsewhere(page)}

    @cached_property
    def _all(self) -> dict[str, Element]:
        return {url: parsed(self.root / name) for url, name in self._names()}

    @cached_property
    def records(self) -> list[dict[str, Any]]:
        """The article records."""
        out = run("-C", str(self.project), "export")
        return [json.loads(line) for line in out.splitlines()]

    def _names(self) -> Iterator[tuple[str, str]]:
        for file in sorted(self.root.rglob("*.html")):
            name = file.relative_to(self.root).as_posix()
            yield name.removesuffix("index.html"), name


def _leads_elsewhere(page: Element) -> bool:
    return page.find("head/meta[@http-equiv='refresh']") is not None


def build_sample(folder: Path, settings: str = "", base_url: str = "") -> Sample:
    """Build the sample archive in `folder`, with further lines of settings."""
    project = folder / "project"
    for name in ("seeds", "articles"):
        shutil.copytree(REPOSITORY / name, project / name)
    own = (REPOSITORY / "newsgen.yaml").read_text(encoding="utf-8")
    (project / "newsgen.yaml").write_text(f"{own}\n{settings}", encoding="utf-8")
    run("-C", str(project), "build")
    return Sample(project, project / "site", base_url)


def run(*arguments: str, patience: float = 60) -> str:
    """What a command prints; it has to succeed within so many seconds."""
    command = [sys.executable, "-m", "newsgen", *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=patience, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def parsed(file: Path) -> Element:
    """The <html> element of a page, read by the standard's algorithm, strictly."""
    parser = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(file.read_text(encoding="utf-8"))
    for element in root.iter():
        if isinstance(element.tag, str):  # a comment's is a function
            element.tag = element.tag.rpartition("}")[2]  # links in drawings are links
    return root


def having(root: Element, css_class: str) -> list[Element]:
    """The elements of a class, in order."""
    return [element for element in root.iter() if css_class in element.get("class", "").split()]


def words(element: Element) -> str:
    """The element's text with single spaces."""
    return " ".join("".join(element.itertext()).split())


def references(root: Element) -> Iterator[str]:
    """Where the page's links, pictures, styles and scripts lead inside the site; not its permalink."""
    outward = {id(element) for element in outward_links(root)}
    for element in root.iter():
        if element.tag != "base" and element.get("rel") != "canonical" and id(element) not in outward:
            values = (element.get(name) for name in ("href", "src", "action"))
            yield from (value for value in values if value is not None)


def outward_links(root: Element) -> list[Element]:
    """The links to other sites that a page may have: of related items, and in a text written by hand."""
    links = [link for body in having(root, "story-body") for link in body.iter("a")]
    links += [link for link in root.iter("a") if "external" in link.get("rel", "").split()]
    return [link for link in links if link.get("href", "").startswith(("https://", "http://"))]
