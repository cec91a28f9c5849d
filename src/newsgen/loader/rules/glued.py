"""A sub-heading that ran together with its paragraph, divided from it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from newsgen.loader.phrasebook.words import PARAGRAPH_OPENERS
from newsgen.loader.reading import Line, Reading, Role
from newsgen.text.fold import fold, fold_plain
from newsgen.text.phrases import SpellingPattern, any_of

_OPENER = SpellingPattern(rf"[وف]?{any_of(PARAGRAPH_OPENERS)}(?!\w)")
# The openers' own words, for what is glued behind another word.
_GLUED_OPENERS = frozenset(f"{clitic}{fold(word)}" for word in PARAGRAPH_OPENERS for clitic in ("", "و", "ف"))
_LEAST_HEADING_LETTERS, _LEAST_OPENER_LETTERS = 4, 2
_LEAST_LETTERS = _LEAST_HEADING_LETTERS + _LEAST_OPENER_LETTERS
_LEAST_FRONT_LETTERS = 3
# No two words have more letters; a run of them without end is not searched for its seam.
_MOST_LETTERS = 40
_MOST_WORDS = 8
# Counting a few words takes a tenth of the time that counting all words takes.
_FEW = 4
_WORD = re.compile(r"\w+")
_IN_WORD = re.compile(r"\w")
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
    text = "\n".join((reading.facts.title or "", *lines))
    text = fold_plain(text) if reading.is_plain else fold(text)
    suspected = Counter(fold(suspect.word) for suspect in suspects.values())
    counted = Counter(_WORD.findall(text)) if len(suspects) > _FEW else None

    def is_used(word: str) -> bool:
        times = _times(word, text) if counted is None else counted[word]
        return times > suspected[word]

    # From the last one upwards: dividing a line moves only those below it.
    for place, suspect in reversed(suspects.items()):
        if seam := _seam(suspect.word, is_used):
            reading.claim(reading.split(place, suspect.place + seam), Role.HEADING)


def _suspect(line: Line) -> _Suspect | None:
    """The first word in the line's beginning that may be two, if what stands before it may be a heading."""
    if not line.is_prose or line.content != line.text:
        return None
    # The last of these words is the line's end or none of its beginning.
    words = line.text.split(" ", _MOST_WORDS)[:-1]
    word = next((word for word in words[1:] if len(word) >= _LEAST_LETTERS and _seams(word)), None)
    if word is None:
        return None
    before = " ".join(words[: words.index(word, 1)])
    if _NOT_IN_HEADING.search(before) or _OPENER.match(line.text[:_MOST_LETTERS]):
        return None
    return _Suspect(word, len(before) + 1)


@lru_cache(_REMEMBERED)
def _seams(word: str) -> tuple[int, ...]:
    """The places in `word` behind which a paragraph may begin, the last first."""
    if not word.isalpha() or len(word) > _MOST_LETTERS:
        return ()
    places = range(len(word) - _LEAST_OPENER_LETTERS, _LEAST_HEADING_LETTERS - 1, -1)
    return tuple(at for at in places if fold(word[at:]) in _GLUED_OPENERS)


def _seam(word: str, is_used: Callable[[str], bool]) -> int | None:
    """The place in `word` where a heading ends and a paragraph begins, or None if it is one word."""
    for at in _seams(word):
        if any(map(is_used, _forms(fold(word[:at])))):
            return None if is_used(fold(word)) else at
    return None


def _forms(word: str) -> tuple[str, ...]:
    """The word with and without the article and a conjunction before it; none where too little is left."""
    bare = word.removeprefix("و").removeprefix("ال")
    return (bare, f"ال{bare}", f"و{bare}", f"وال{bare}") if len(bare) >= _LEAST_FRONT_LETTERS else ()


def _times(word: str, text: str) -> int:
    """How often the whole `word` stands in `text`."""
    times, place = 0, text.find(word)
    while place >= 0:
        end = place + len(word)
        times += not (_IN_WORD.match(text, end) or (place and _IN_WORD.match(text, place - 1)))
        place = text.find(word, end)
    return times
