"""An article's summary: the beginning of its own text."""

from __future__ import annotations

from collections.abc import Sequence

from newsgen.model.article import Block, BlockKind

_LONGEST = 240
_ENOUGH = 2 * _LONGEST


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
    """The beginning, longer than a summary, of the first text in a block of these kinds, on one line."""
    texts = (_one_line(block.plain) for block in body if block.kind in kinds)
    return next(filter(None, texts), "")


def _one_line(text: str) -> str:
    beginning = " ".join(text[:_ENOUGH].split())
    return beginning if len(beginning) > _LONGEST else " ".join(text.split())
