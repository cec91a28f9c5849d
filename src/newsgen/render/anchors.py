"""Anchors: a stable id for each heading of a body, so that a part of an article can be cited."""

from __future__ import annotations

from newsgen.model.article import Block
from newsgen.text.fold import key
from newsgen.text.slugs import shorten

# Ids that the templates use themselves.
_TAKEN = frozenset({"main", "related"})


def anchored(body: tuple[Block, ...]) -> list[tuple[Block, str]]:
    """Each block with its id, made from the heading's words and unique in the page; "" for other blocks."""
    used = set(_TAKEN)
    return [(block, _anchor(block.text, used) if block.kind == "heading" else "") for block in body]


def _anchor(heading: str, used: set[str]) -> str:
    words = shorten(key(heading).replace(" ", "-")) or "section"
    anchor, number = words, 1
    while anchor in used:
        number += 1
        anchor = f"{words}-{number}"
    used.add(anchor)
    return anchor
