"""Verse: telling a poem's lines from headlines and from a paragraph broken at a width."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsgen.loader.reading import Line
from newsgen.text.fold import key

_LEAST_LINES = 4
_RHYME_LETTERS = 2
_RHYMED = 0.6


def is_verse(lines: Sequence[Line]) -> bool:
    """Whether most of `lines`, or of every second one, end alike: an Arabic poem keeps one rhyme."""
    return any(_rhyme(half) for half in (lines, lines[::2], lines[1::2]))


def _rhyme(lines: Sequence[Line]) -> bool:
    if len(lines) < _LEAST_LINES:
        return False
    endings = Counter(key(line.text)[-_RHYME_LETTERS:] for line in lines)
    return endings.most_common(1)[0][1] >= _RHYMED * len(lines)
