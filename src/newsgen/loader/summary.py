"""An article's summary: the beginning of its own text."""

from __future__ import annotations

from collections.abc import Sequence

from newsgen.model.article import Block, BlockKind

_LONGEST = 240


def summarize(body: Sequence[Block]) -> str:
    """The first paragraph of `body` as one line of plain text, cut between words to 240 characters and "…".

    Where there is no paragraph, a quote's or list's text; "" where there is none of these.
    """
    text = _first(body, "paragraph") or _first(body, "quote", "list")
    if len(text) <= _LONGEST:
        return text
    cut = text[:_LONGEST]
    if not text[_LONGEST].isspace() and " " in cut:
        cut = cut.rsplit(" ", 1)[0]
    return cut.rstrip(" ،,؛;:.-–—") + "…"


def _first(body: Sequence[Block], *kinds: BlockKind) -> str:
    """The first text on one line of a block of these kinds."""
    return next(
        (text for block in body if block.kind in kinds and (text := " ".join(block.plain.split()))), ""
    )
