"""A page's tree, walked without recursion: elements nest as deep as whoever wrote the page likes."""

from __future__ import annotations

from collections.abc import Iterator

from justhtml import Element, JustHTML, Node, Text

# What belongs to the page and not to its article, wherever it stands.
_LEFT_OUT_NAMES = """
aside audio button canvas dialog embed footer form iframe input math menu nav noscript object script select
style svg template textarea title video
"""
_LEFT_OUT = frozenset(_LEFT_OUT_NAMES.split())
_LEFT_OUT_ROLES = frozenset({"navigation", "complementary", "search", "banner", "contentinfo", "form"})


def parse_html(html: str) -> Node:
    """The root of the page's tree, by the rules of HTML 5. Never raises: browsers read any text too."""
    root: Node = JustHTML(html, sanitize=False).root
    return root


def walk(root: Node | Text, *, everything: bool = False) -> Iterator[tuple[Node | Text, bool]]:
    """`root` and every node below in the page's order, with True, and again when it is left, with False.

    Menus, forms, scripts and what else is no article's text is passed over, unless `everything` is wanted.
    """
    pending: list[tuple[Node | Text, bool]] = [(root, False), (root, True)]
    while pending:
        node, entered = pending.pop()
        yield node, entered
        if not entered:
            continue
        for child in reversed(node.children or ()):
            if everything or not _is_left_out(child):
                pending += [(child, False), (child, True)]


def elements(root: Node, *names: str) -> Iterator[Element]:
    """The elements of these names below `root`, all where none is named, those of menus too."""
    for node, entered in walk(root, everything=True):
        if entered and isinstance(node, Element) and (not names or node.name in names):
            yield node


def attribute(node: Element, name: str) -> str:
    """An attribute's value without spaces around it; "" where it is not there."""
    return (node.attrs.get(name) or "").strip()


def raw_text(root: Node) -> str:
    """All text below `root` as it stands, that of a script too."""
    return "".join(
        node.data or "" for node, entered in walk(root, everything=True) if entered and isinstance(node, Text)
    )


def _is_left_out(node: Node | Text) -> bool:
    if not isinstance(node, Element):
        return False
    return (
        node.name in _LEFT_OUT
        or "hidden" in node.attrs
        or attribute(node, "aria-hidden") == "true"
        or attribute(node, "role") in _LEFT_OUT_ROLES
    )
