"""The outlet beside a headline: "headline – outlet", "outlet | headline"."""

from __future__ import annotations

import re

from newsgen.loader.names import is_place, trim
from newsgen.loader.reading import BAR, SPACED_DASH, Reading
from newsgen.text.fold import key

_DASH = re.compile("[-–—|]")
_LEAST_WORDS = 3
_MANY_BREAKS = 4
_LONGEST_OUTLET_WORDS = 6


def without_outlet(reading: Reading, text: str) -> tuple[str, str | None]:
    """The headline and the outlet's name that stands behind or before its dash, if one does."""
    breaks = list(SPACED_DASH.finditer(text)) if _DASH.search(text) else []
    if not breaks:
        return text, None
    for at in breaks if len(breaks) < _MANY_BREAKS else breaks[-1:]:
        front, back = text[: at.start()], text[at.end() :]
        if len(front.split()) >= _LEAST_WORDS and (outlet := _outlet_in(reading, back)):
            return front.rstrip(), outlet
    front, back = text[: breaks[0].start()], text[breaks[0].end() :]
    if len(back.split()) >= _LEAST_WORDS and len(front.split()) <= 4 and reading.names.outlet_in(front):
        return back.lstrip(), reading.names.outlet_in(front)
    return text, None


def _outlet_in(reading: Reading, tail: str) -> str | None:
    """The outlet that `tail` names: as many of its first words as the body repeats, or the whole of it."""
    if key(tail) in {key(name) for name in (reading.facts.masthead, reading.facts.source) if name}:
        return trim(tail)
    words = tail.split()
    starts = [" ".join(words[:count]) for count in range(min(len(words), _LONGEST_OUTLET_WORDS), 1, -1)]
    outlets = [start for start in starts if reading.names.is_outlet(start)]
    if outlets and (repeated := _repeated_in_body(reading, outlets, tail)):
        return trim(repeated)
    if len(words) > _LONGEST_OUTLET_WORDS - 1 or is_place(tail):
        return None
    names = (reading.names.outlet_in(part) for part in (tail, *BAR.split(tail)))
    return next((name for name in names if name), None)


def _repeated_in_body(reading: Reading, names: list[str], tail: str) -> str | None:
    own = key(tail)
    body = [f" {text} " for text in reading.body_keys() if text != own and not text.endswith(f" {own}")]
    return next((name for name in names if any(f" {key(name)} " in text for text in body)), None)
