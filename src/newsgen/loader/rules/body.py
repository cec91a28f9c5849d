"""The body: captions, bullets, sub-headings and paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from newsgen.loader.phrasebook import CAPTION_MARKS, PARAGRAPH_OPENERS
from newsgen.loader.reading import Line, Reading, Role
from newsgen.text.fold import fold, words
from newsgen.text.phrases import spelling_pattern

_BULLET = re.compile(r"[•*▪●◦‣∙·■□–—-]\s*(?=[^\W\d_«\"“(]|\d)")
_CAPTION_MARK = re.compile(rf"(?<!\w){spelling_pattern(CAPTION_MARKS)}(?!\w)", re.IGNORECASE)
_SENTENCE_END = (".", ":", "!", "؟", "”", "»", '"')
_OPEN_END = (".", "،", ",", "؛", ":", "…", "!")
_LONGEST_HEADING_WORDS = 12
_LONGEST_CAPTION_WORDS = 20

_OPENER = re.compile(rf"[وف]?{spelling_pattern(PARAGRAPH_OPENERS)}(?!\w)")
_MAY_BE_GLUED = re.compile(rf"[^\W\d_]{{4,}}{_OPENER.pattern}\s")
_WORD = re.compile(r"\S+")
_NOT_IN_HEADING = re.compile(r"[.،؛:!]")
_GLUED_MOST_WORDS = 8


def captions(reading: Reading) -> None:
    """Claim lines under pictures: by their words, or by standing between the title and the byline or date."""
    end = reading.head_end
    below = any(line.role in {Role.BYLINE, Role.DATE} for line in reading.lines[:end])
    for place, line in reading.unclaimed():
        if len(line.words) > _LONGEST_CAPTION_WORDS or line.text.endswith(_OPEN_END[:4]):
            continue
        if line.is_prose:
            continue
        if _CAPTION_MARK.search(line.text) or (below and place < end and _above_byline(reading, place)):
            reading.claim(line, Role.CAPTION)


def _above_byline(reading: Reading, place: int) -> bool:
    """Whether the line stands between the title and a byline or date, with no body between."""
    if (
        not any(line.role is Role.TITLE for line in reading.lines[:place])
        or len(reading.lines[place].words) < 3
    ):
        return False
    for line in reading.lines[place + 1 :]:
        if line.role in {Role.BYLINE, Role.DATE}:
            return True
        if line.role is None:
            return False
    return False


def bullets(reading: Reading) -> None:
    """Claim lines that begin with a bullet as list items."""
    for _, line in reading.unclaimed():
        if found := _BULLET.match(line.text):
            reading.claim(line, Role.ITEM, line.text[found.end() :])


def glued_headings(reading: Reading) -> None:
    """Divide a line whose first words are a sub-heading that ran together with the paragraph.

    The seam is inside a word: its front is a word of the document, its back opens a paragraph (a verb of
    reporting, a connective), and the whole is no word that the document uses elsewhere.
    """
    suspects = {line.number: word for _, line in reading.unclaimed() if (word := _glued_word(line))}
    if not suspects:
        return
    vocabulary = _vocabulary(reading, [word[0] for word in suspects.values()])
    for _, line in list(reading.unclaimed()):
        word = suspects.get(line.number)
        if word is None or fold(word[0]) in vocabulary:
            continue
        for at in range(len(word[0]) - 2, 3, -1):
            if _OPENER.fullmatch(word[0], at) and _known(fold(word[0][:at]), vocabulary):
                reading.split(reading.lines.index(line), word.start() + at)
                reading.claim(line, Role.HEADING)
                break


def _glued_word(line: Line) -> re.Match[str] | None:
    """The first word in the line's beginning that may be two, if what stands before it may be a heading."""
    if not line.is_prose or line.content != line.text or _OPENER.match(line.text):
        return None
    for count, word in enumerate(_WORD.finditer(line.text), start=1):
        if count > _GLUED_MOST_WORDS or _NOT_IN_HEADING.search(line.text, 0, word.start()):
            return None
        if count > 1 and _MAY_BE_GLUED.match(line.text, word.start()):
            return word
    return None


def _vocabulary(reading: Reading, suspects: list[str]) -> set[str]:
    """The folded words of the title and body, without those that occur as suspects alone."""
    texts = [reading.facts.title or "", *(line.content for _, line in reading.unclaimed())]
    found = Counter(word for text in texts for word in words(text))
    found.subtract(fold(suspect) for suspect in suspects)
    return {word for word, count in found.items() if count > 0}


def _known(word: str, vocabulary: set[str]) -> bool:
    """Whether the document has the word, with or without the article and a conjunction before it."""
    bare = word.removeprefix("و").removeprefix("ال")
    return len(bare) > 2 and bool({word, bare, f"ال{bare}", f"وال{bare}", f"و{bare}"} & vocabulary)


def headings(reading: Reading) -> None:
    """Claim short lines without a full stop that stand between pieces of running text."""
    body = [line for line in reading.lines if line.role in {None, Role.ITEM, Role.HEADING}]
    begun = False
    for line, follows in pairwise(body):
        begun = begun or line.is_prose
        if line.role is None and begun and _is_heading(line, follows):
            reading.claim(line, Role.HEADING)


def _is_heading(line: Line, follows: Line) -> bool:
    if len(line.words) > _LONGEST_HEADING_WORDS or line.is_prose or line.text.endswith(_OPEN_END):
        return False
    return follows.is_prose or follows.role is Role.ITEM or follows.text.endswith(_SENTENCE_END)


def paragraphs(reading: Reading) -> None:
    """Claim all that is left as running text."""
    for _, line in reading.unclaimed():
        reading.claim(line, Role.PARAGRAPH)
