"""Line damage: what a copied page broke apart is joined, what it ran together is divided."""

from __future__ import annotations

import re
from itertools import pairwise

from newsgen.loader.phrasebook.words import STORY_OPENERS
from newsgen.loader.reading import BULLET, SENTENCE_ENDS, Line, Reading, leads_on
from newsgen.loader.rules.dates import is_date_line
from newsgen.loader.rules.verse import is_verse
from newsgen.text.fold import key

_NARROWEST, _WIDEST = 25, 130
_LEAST_WRAPPED_LINES = 4
# Punctuation with a space before it is what stood behind a link.
_SIGNS = "،,؛.:)»"
_AFTER_LINK = re.compile(f"[{_SIGNS}]" + r"|[^\s.،,]{2,}(?:\s[^\s.،,]+){0,4}\s[،,.](?:\s|$)")
_STOPS = frozenset("،,.")
_LONGEST_LINK_TEXT_WORDS = 6
_CONTINUES = re.compile(r"\(\S[^()]{0,40}\)\s?[،,.]")
_ENDED = (".", "؟", "!", ":", "…")
_MOST_PIECES = 8
_LONGEST_OPENING_WORDS = 7
_LONGEST_LINK_WORDS = 8
_LEAST_BEGUN_WORDS = 18
_LONGEST_LINK_INSIDE_WORDS = 3
_LONGEST_PARAGRAPH_WORDS = 150
_PARAGRAPH_WORDS = 60
_SENTENCE_END = re.compile(r"[.!؟]+[»”\")]?\s+(?=[^\W\d_])")
_ENDING_WORD = re.compile(r"[^\W\d_]{3}")


def wrapped_lines(reading: Reading) -> None:
    """Join the lines of a paragraph that was broken at a column's width.

    They follow one another without an empty line, and no line had room for the next one's first word.
    """
    lines = reading.lines
    if not lines or sum(line.is_prose for line in lines) * 4 > len(lines):
        return
    for block in reversed(_blocks(lines)):
        width = max(len(line.text) for line in lines[block])
        if _NARROWEST <= width <= _WIDEST:
            for run in reversed(_full_runs(lines, block, width)):
                reading.join(run)


def _blocks(lines: list[Line]) -> list[slice]:
    """The runs of lines without an empty line between them."""
    starts = [0] + [at for at in range(1, len(lines)) if lines[at].number > lines[at - 1].number + 1]
    return [slice(*ends) for ends in pairwise([*starts, len(lines)])]


def _full_runs(lines: list[Line], block: slice, width: int) -> list[slice]:
    """The paragraphs of a block: full lines up to the first that had room for more."""
    runs, start = [], block.start
    for place in range(block.start, block.stop):
        follows = lines[place + 1] if place + 1 < block.stop else None
        room = width - len(lines[place].text) - 1
        if follows is None or room >= len(follows.text.split(" ", 1)[0]) or BULLET.match(follows.text):
            full = lines[start : place + 1]
            if len(full) >= _LEAST_WRAPPED_LINES and not is_verse(full):
                runs.append(slice(start, place + 1))
            start = place + 1
    return runs


def broken_sentences(reading: Reading) -> None:
    """Join a sentence whose links stand on lines of their own: it goes on until it ends."""
    place = 0
    while place + 1 < len(reading.lines):
        line = reading.lines[place]
        if line.role is None and not line.text.endswith(_ENDED):
            pieces = reading.lines[place : place + _MOST_PIECES]
            end = _sentence_end(reading, pieces) or (2 if _has_link_inside(reading, pieces) else 0)
            if end:
                reading.join(slice(place, place + end + 1))
        place += 1


def _sentence_end(reading: Reading, lines: list[Line]) -> int:
    """How many lines further the sentence of the first one ends; 0 if it is not broken or does not end."""
    if not _goes_on(*lines[:2]) or any(_states_fact(reading, line) for line in lines[:2]):
        return 0
    end = 0
    for count, (line, follows) in enumerate(pairwise(lines), start=1):
        if follows.role is not None or BULLET.match(follows.text) or _states_fact(reading, follows):
            break
        if line.text.endswith((*SENTENCE_ENDS, ":")) and not _goes_on(line, follows):
            break
        if follows.text.endswith((*SENTENCE_ENDS, ":", "،")):
            end = count
            if not follows.text.endswith("،"):
                break
    return end


def _has_link_inside(reading: Reading, pieces: list[Line]) -> bool:
    """Whether a long open line, a link, and the end of a sentence that opens nothing new stand together."""
    if len(pieces) < 3 or pieces[0].word_count < _LEAST_BEGUN_WORDS:
        return False
    begun, link, rest = pieces[:3]
    return (
        not any(piece.role is not None or BULLET.match(piece.text) for piece in pieces[:3])
        and not begun.text.endswith((*SENTENCE_ENDS, ":", "،"))
        and link.word_count <= _LONGEST_LINK_INSIDE_WORDS
        and not link.text.endswith(SENTENCE_ENDS)
        and not _states_fact(reading, link)
        and rest.text.endswith(SENTENCE_ENDS)
        and not _opens_story(rest)
    )


def _states_fact(reading: Reading, line: Line) -> bool:
    """Whether the line is a date, a byline or begins with a label: no part of a sentence."""
    return (
        is_date_line(line.text)
        or reading.read_byline(line.text) is not None
        or any(line.begins_with(label) for label in reading.lexicon.labels)
    )


def _goes_on(line: Line, follows: Line) -> bool:
    """Whether the second line goes on with the first one's sentence."""
    if line.role is not None or line.text.endswith(_ENDED):
        return False
    if follows.role is not None or BULLET.match(follows.text):
        return False
    if _CONTINUES.match(follows.text) or (line.word_count > 2 and _stands_after_link(follows.text)):
        return True
    if leads_on(line.text):
        return True
    few = line.word_count <= _LONGEST_OPENING_WORDS and follows.word_count <= _LONGEST_LINK_WORDS
    return few and _opens_story(line)


def _stands_after_link(text: str) -> bool:
    may_stand = text[0] in _SIGNS or not _STOPS.isdisjoint(text.split(" ", _LONGEST_LINK_TEXT_WORDS))
    return may_stand and _AFTER_LINK.match(text) is not None


def _opens_story(line: Line) -> bool:
    first = key(line.text.split(" ", 1)[0])
    return first in STORY_OPENERS or first.removeprefix("و") in STORY_OPENERS


def long_paragraph(reading: Reading) -> None:
    """Divide an article that is one long paragraph, at the ends of its sentences."""
    text = [place for place, line in reading.unclaimed() if line.is_prose]
    if len(text) != 1 or reading.lines[text[0]].word_count <= _LONGEST_PARAGRAPH_WORDS:
        return
    place = text[0]
    line = reading.lines[place]
    if line.content != line.text and not line.text.endswith(line.content):
        return
    offset = len(line.text) - len(line.content)
    ends = [
        offset + found.end()
        for found in _SENTENCE_END.finditer(line.content)
        if _ENDING_WORD.fullmatch(line.content[max(0, found.start() - 3) : found.start()])
    ]
    cuts, last = [], offset
    for end in ends:
        if line.text.count(" ", last, end) >= _PARAGRAPH_WORDS:
            cuts.append(end)
            last = end
    if cuts and line.text.count(" ", cuts[-1]) < _PARAGRAPH_WORDS // 3:
        cuts.pop()
    if cuts:
        reading.split(place, *cuts)
