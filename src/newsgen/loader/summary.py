"""An article's summary: the beginning of its own text."""

from __future__ import annotations

from collections.abc import Sequence

from newsgen.model.article import Block

_LONGEST = 240


def summarize(body: Sequence[Block]) -> str:
    """The first paragraph of `body` as one line of plain text, cut between words to 240 characters and "…".

    Where there is no paragraph, a quote's or list's text; "" where there is none of these.
    """
    told = [block for block in body if block.kind in {"paragraph", "quote", "list"} and block.plain.strip()]
    if not told:
        return ""
    first = next((block for block in told if block.kind == "paragraph"), told[0])
    text = " ".join(first.plain.split())
    if len(text) <= _LONGEST:
        return text
    cut = text[:_LONGEST]
    if not text[_LONGEST].isspace() and " " in cut:
        cut = cut.rsplit(" ", 1)[0]
    return cut.rstrip(" ،,؛;:.-–—") + "…"
