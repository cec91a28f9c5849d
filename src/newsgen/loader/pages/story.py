"""Where the article is in a page, and its lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from justhtml import Element, Node, Text

from newsgen.loader.pages.tree import attribute, elements, raw_text, walk
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
    headed: Node | None = None
    above_headline = _ancestors_of_headlines(root)
    around: Node | None = densest
    while around is not None and around is not root:
        if isinstance(around, Element) and _is_article(around):
            return around
        if headed is None and id(around) in above_headline:
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


def _ancestors_of_headlines(root: Node) -> set[int]:
    """The ids of all elements that an <h1> stands in."""
    found: set[int] = set()
    for headline in elements(root, "h1"):
        around: Node | None = headline
        while around is not None and id(around) not in found:
            found.add(id(around))
            around = around.parent
    return found


def _densest(root: Node) -> Node | None:
    """The element with the most running text in its own paragraphs, half of it counting for its parent."""
    scores: defaultdict[int, float] = defaultdict(float)
    held: dict[int, Node] = {}
    for block, lengths in _running_text(root):
        is_paragraph = len(lengths) == 1 or block.name in _PARAGRAPHS
        holder = block.parent if is_paragraph else block
        for share, node in ((1.0, holder), (0.5, holder.parent if holder else None)):
            if node is not None:
                scores[id(node)] += share * sum(lengths)
                held[id(node)] = node
    # The first of equals: a dict keeps the page's order.
    return held[max(scores, key=scores.__getitem__)] if scores else None


def _running_text(root: Node) -> list[tuple[Node, list[int]]]:
    """The blocks that text outside of links stands in, and the length of each run of it."""
    found: dict[int, tuple[Node, list[int]]] = {}
    blocks: list[Node] = [root]
    links = 0
    for node, entered in walk(root):
        if isinstance(node, Text):
            length = len(" ".join((node.data or "").split()))
            if entered and not links and length >= _LEAST_TELLING:
                found.setdefault(id(blocks[-1]), (blocks[-1], []))[1].append(length)
        elif node.name == "a":
            links += 1 if entered else -1
        elif node.name in _BLOCKS and entered:
            blocks.append(node)
        elif node.name in _BLOCKS:
            blocks.pop()
    return list(found.values())
