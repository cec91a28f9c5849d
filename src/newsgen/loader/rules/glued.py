"""A sub-heading that ran together with its paragraph, divided from it."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from newsgen.loader.phrasebook.words import PARAGRAPH_OPENERS
from newsgen.loader.reading import Line, Reading, Role
from newsgen.text.fold import fold
from newsgen.text.phrases import SpellingPattern, any_of

_OPENER = SpellingPattern(rf"[وف]?{any_of(PARAGRAPH_OPENERS)}(?!\w)")
# The openers' own words, for what is glued behind another word.
_GLUED_OPENERS = frozenset(f"{clitic}{fold(word)}" for word in PARAGRAPH_OPENERS for clitic in ("", "و", "ف"))
_LEAST_LETTERS, _LEAST_FRONT_LETTERS, _LEAST_OPENER_LETTERS = 4, 3, 2
# No two words have more letters; a run of them without end is not searched for its seam.
_MOST_LETTERS = 40
_MOST_WORDS = 8
_WORD = re.compile(r"\w+")
_NOT_IN_HEADING = re.compile(r"[.،؛:!]")
# A language's words return in every document.
_REMEMBERED = 16384


class _Suspect(NamedTuple):
    """A word that may be two, and its place in its line."""

    word: str
    place: int


def glued_headings(reading: Reading) -> None:
    """Divide a line whose first words are a sub-heading that ran together with the paragraph.

    The seam is inside a word: its front is a word of the document, its back opens a paragraph (a verb of
    reporting, a connective), and the whole is no word that the document uses elsewhere.
    """
    suspects = {place: found for place, line in reading.unclaimed() if (found := _suspect(line))}
    if not suspects:
        return
    lines = (line.content for _, line in reading.unclaimed())
    text = fold("\n".join((reading.facts.title or "", *lines)))
    vocabulary = _vocabulary(text, [suspect.word for suspect in suspects.values()])
    # From the last one upwards: dividing a line moves only those below it.
    for place, suspect in reversed(suspects.items()):
        if seam := _seam(suspect.word, vocabulary):
            reading.claim(reading.split(place, suspect.place + seam), Role.HEADING)


def _suspect(line: Line) -> _Suspect | None:
    """The first word in the line's beginning that may be two, if what stands before it may be a heading."""
    if not line.is_prose or line.content != line.text:
        return None
    words = line.text.split(" ", _MOST_WORDS)
    for count, word in enumerate(words[:_MOST_WORDS]):
        seams = _seams(word)
        if seams is None:
            return None
        if seams and 0 < count < len(words) - 1:
            opens = _OPENER.match(line.text[:_MOST_LETTERS])
            return None if opens else _Suspect(word, len(" ".join(words[:count])) + 1)
    return None


@lru_cache(_REMEMBERED)
def _seams(word: str) -> tuple[int, ...] | None:
    """The places in `word` behind which a paragraph may begin, the last first; None if it ends any heading."""
    if not word.isalpha():
        return None if _NOT_IN_HEADING.search(word) else ()
    if len(word) > _MOST_LETTERS:
        return ()
    places = range(len(word) - _LEAST_OPENER_LETTERS, _LEAST_LETTERS - 1, -1)
    return tuple(at for at in places if fold(word[at:]) in _GLUED_OPENERS)


def _vocabulary(text: str, suspects: list[str]) -> set[str]:
    """The words of the folded `text`, without those that occur as suspects alone.

    Empty where no suspect's front is a word: finding that out takes a tenth of the time.
    """
    fronts = (_bare(fold(word[:at])) for word in suspects for at in _seams(word) or ())
    if not any(len(front) >= _LEAST_FRONT_LETTERS and _ends_a_word(front, text) for front in fronts):
        return set()
    found = Counter(_WORD.findall(text))
    found.subtract(map(fold, suspects))
    return {word for word, count in found.items() if count > 0}


def _ends_a_word(front: str, text: str) -> bool:
    at = text.find(front)
    while at >= 0:
        if not _WORD.match(text, at + len(front)):
            return True
        at = text.find(front, at + 1)
    return False


def _seam(word: str, vocabulary: set[str]) -> int | None:
    """The place in `word` where a heading ends and a paragraph begins, or None if it is one word."""
    if fold(word) in vocabulary:
        return None
    return next((at for at in _seams(word) or () if _known(fold(word[:at]), vocabulary)), None)


def _known(word: str, vocabulary: set[str]) -> bool:
    """Whether the document has the word, with or without the article and a conjunction before it."""
    bare = _bare(word)
    return len(bare) >= _LEAST_FRONT_LETTERS and bool(
        {word, bare, f"ال{bare}", f"وال{bare}", f"و{bare}"} & vocabulary
    )


def _bare(word: str) -> str:
    return word.removeprefix("و").removeprefix("ال")
