"""Where the article is in a page, and its lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from justhtml import Element, Node, Text

from newsgen.loader.pages.tree import attribute, raw_text, walk
from newsgen.model.article import BlockKind

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(_HEADINGS, "heading"),
    "li": "list",
    "figcaption": "caption",
    "caption": "caption",
    "blockquote": "quote",
}
_BLOCK_NAMES = """
address article blockquote body br caption center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4
h5 h6 header hr html legend li main ol p pre section summary table tbody tfoot thead time tr ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_PARAGRAPHS = frozenset({"p", "blockquote", "li"})
_CELLS = frozenset({"td", "th"})
# Shorter runs of text are labels, links and captions and do not show where the article is.
_LEAST_TELLING = 40
_MOST_AROUND = 2


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of the article; `kind` where the page says that it is no plain paragraph."""

    text: str
    kind: BlockKind | None


def find_story(root: Node) -> Node:
    """The element that holds the article: with most running text in its paragraphs, widened to its head.

    It is widened to the <article>, <main> or articleBody around it, else to what holds an <h1> as well if
    that is not much longer. The root where there is no running text.
    """
    densest = _densest(root)
    if densest is None:
        return root
    around: Node | None = densest
    headed: Node | None = None
    while around is not None and around is not root:
        if isinstance(around, Element) and _is_article(around):
            return around
        if headed is None and any(isinstance(n, Element) and n.name == "h1" for n, _ in walk(around)):
            headed = around
        around = around.parent
    if headed is not None and len(raw_text(headed)) <= _MOST_AROUND * len(raw_text(densest)):
        return headed
    return densest


def iter_lines(story: Node) -> Iterator[PageLine]:
    """The lines of the article: block elements and <br> end them, spaces are single."""
    parts: list[str] = []
    kinds: list[BlockKind] = []
    for node, entered in walk(story):
        if isinstance(node, Text):
            if entered:
                parts.append(node.data or "")
            continue
        if node.name in _CELLS:
            parts.append(" ")
        if node.name not in _BLOCKS:
            continue
        if text := " ".join("".join(parts).split()):
            yield PageLine(text, kinds[-1] if kinds else None)
        parts = []
        if (kind := _KINDS.get(node.name)) is not None:
            if entered:
                kinds.append(kind)
            else:
                kinds.pop()
    if text := " ".join("".join(parts).split()):
        yield PageLine(text, None)


def _is_article(node: Element) -> bool:
    return (
        node.name in {"article", "main"}
        or attribute(node, "role") in {"article", "main"}
        or "articleBody" in attribute(node, "itemprop").split()
    )


def _densest(root: Node) -> Node | None:
    """The element with the most running text in its own paragraphs, half of it counting for its parent."""
    scores: defaultdict[int, float] = defaultdict(float)
    held: dict[int, Node] = {}
    links = 0
    for node, entered in walk(root):
        if isinstance(node, Text):
            length = len(" ".join((node.data or "").split()))
            if not entered or links or length < _LEAST_TELLING:
                continue
            block = _block_around(node)
            holds = block.parent if block is not None and block.name in _PARAGRAPHS else block
            for share, holder in ((1.0, holds), (0.5, holds.parent if holds else None)):
                if holder is not None:
                    scores[id(holder)] += share * length
                    held[id(holder)] = holder
        elif node.name == "a":
            links += 1 if entered else -1
    # The first of equals: a dict keeps the page's order.
    return held[max(scores, key=scores.__getitem__)] if scores else None


def _block_around(node: Text) -> Node | None:
    around = node.parent
    while around is not None and around.name not in _BLOCKS and around.parent is not None:
        around = around.parent
    return around
