"""The body: captions, bullets, sub-headings and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgen.loader.lexicon import CAPTION_MARK, CREDIT
from newsgen.loader.names import is_place, trim
from newsgen.loader.phrasebook.labels import CAPTION_MARKS
from newsgen.loader.phrasebook.outlets import AGENCIES
from newsgen.loader.phrasebook.words import PARAGRAPH_OPENERS
from newsgen.loader.reading import BULLET, SENTENCE_ENDS, Line, Reading, Role, leads_on
from newsgen.text.letters import MARKS
from newsgen.text.phrases import SpellingPattern, any_of

# A picture's agency or kind in brackets where a sentence would have its stop.
_CREDIT_END = SpellingPattern(
    rf"[^\W\d_]\s?[(\[][^()\[\]]*{any_of((*CAPTION_MARKS, *AGENCIES))}[^()\[\]]*[)\]]$"
)
# Folding leaves out the marks behind a bracket.
_MAY_END_CREDIT = frozenset(f")]{MARKS}")
_NOT_UNDER_PICTURES = (".", "،", ",", "؛", ":")
_OPEN_ENDS = (".", "،", ",", "؛", ":", "…", "!")
_STOPS = (".", ":", "!", "؟", "”", "»", '"')
_QUESTION = ("؟", "?")
_CLOSING_MARKS = "\"'”»)]"
# Somebody speaks, a sentence goes on with "and said", an account's name or a link stands there.
_NO_HEADING = SpellingPattern(rf"^[-–—]|^[وف]{any_of(PARAGRAPH_OPENERS)}(?!\w)|[@#]|://")
_LONGEST_HEADING_WORDS = 12
_LONGEST_VERSE_WORDS = 11
_LONGEST_CAPTION_WORDS = 20
_MOST_CAPTIONS = 3
_LONGEST_CREDITED_WORDS = 30

# A stop between two words of three letters or more: no abbreviation and no address.
_GLUED_SENTENCES = re.compile(r"[.؟!](?<=[\u0621-\u064a]{3}[.؟!])(?=[\u0621-\u064a]{3})")
_GLUED_STOPS = {stop: re.compile(re.escape(stop) + "[\u0621-\u064a]") for stop in ".؟!"}


def captions(reading: Reading) -> None:
    """Claim lines under pictures by their words: "صورة أرشيفية", "تصوير: …", an agency of pictures."""
    last = next((line for line in reversed(reading.lines) if line.role is None and line.is_prose), None)
    for _, line in reading.unclaimed():
        says = not line.is_prose and _says_caption(reading, line)
        if says or (line.text[-1] in _MAY_END_CREDIT and line is not last and _ends_in_credit(line)):
            reading.claim(line, Role.CAPTION)


def _says_caption(reading: Reading, line: Line) -> bool:
    if line.word_count > _LONGEST_CAPTION_WORDS or line.text.endswith(_NOT_UNDER_PICTURES):
        return False
    if CREDIT.is_in(line.text):
        # An author may be named before the photographer.
        named = reading.read_byline(line.text)
        return named is None or not (named.outlet or named.people)
    return CAPTION_MARK.is_in(line.text)


def _ends_in_credit(line: Line) -> bool:
    if line.word_count > _LONGEST_CREDITED_WORDS:
        return False
    return _CREDIT_END.is_in(line.text) and not is_place(trim(line.text))


def above_text(reading: Reading) -> None:
    """Claim the few lines between the headline and the text: what stands under the page's first picture."""
    for line in _above_text(reading):
        if line.word_count <= _LONGEST_CAPTION_WORDS and not line.text.endswith(_NOT_UNDER_PICTURES):
            reading.claim(line, Role.CAPTION)


def _above_text(reading: Reading) -> list[Line]:
    """The lines without a role above the first running text, if they are a few and no list or verse."""
    lines = [line for _, line in reading.head()]
    few = len(lines) <= _MOST_CAPTIONS and len(lines) < len(reading.unclaimed())
    listed = any(BULLET.match(line.text) for line in lines) and (
        sum(BULLET.match(line.text) is not None for _, line in reading.unclaimed()) > 1
    )
    return lines if few and not listed else []


def bullets(reading: Reading) -> None:
    """Claim runs of two lines or more that begin with the same bullet as list items.

    A single one is a signature, an aside or a quotation, and a run with a question in it is a conversation:
    both keep their mark and stay paragraphs.
    """
    for run in _bulleted_runs(reading):
        if len(run) > 1 and not any(line.text.endswith(_QUESTION) for line, _ in run):
            for line, at in run:
                reading.claim(line, Role.ITEM, line.text[at:])


def _bulleted_runs(reading: Reading) -> Iterator[list[tuple[Line, int]]]:
    """Neighbouring lines with the same bullet, each with the place at which its text begins."""
    run: list[tuple[Line, int]] = []
    for line in reading.lines:
        found = BULLET.match(line.text) if line.role is None else None
        if run and (found is None or found["mark"] != run[0][0].text[0]):
            yield run
            run = []
        if found:
            run.append((line, found.end()))
    yield run


def headings(reading: Reading) -> None:
    """Claim short lines without a full stop that stand between pieces of running text."""
    body = [line for line in reading.lines if line.role in {None, Role.ITEM, Role.HEADING}]
    begun = False
    for before, line, follows in zip(body, body[1:], body[2:], strict=False):
        begun = begun or before.is_prose
        if line.role is None and begun and _is_heading(before, line, follows):
            mark = BULLET.match(line.text)
            reading.claim(line, Role.HEADING, line.text[mark.end() :] if mark else None)


def _is_heading(before: Line, line: Line, follows: Line) -> bool:
    if line.word_count > _LONGEST_HEADING_WORDS or line.is_prose:
        return False
    if line.text.rstrip(_CLOSING_MARKS).endswith(_OPEN_ENDS) or _NO_HEADING.is_in(line.text):
        return False
    if BULLET.match(line.text) and line.text.endswith(_QUESTION):
        return False
    if _is_open(before) or (_starts_with_digit(line) and _starts_with_digit(follows)):
        return False
    return follows.is_prose or follows.role is Role.ITEM or follows.text.endswith(_STOPS)


def _is_open(line: Line) -> bool:
    """Whether the text goes on behind the line: in the middle of a sentence, a verse or a table."""
    if line.role is not None:
        return False
    if line.text.endswith(("،", ",", "؛")) or leads_on(line.text):
        return True
    return line.word_count <= _LONGEST_VERSE_WORDS and not line.text.endswith((*SENTENCE_ENDS, ":"))


def _starts_with_digit(line: Line) -> bool:
    return line.text[0].isdigit()


def paragraphs(reading: Reading) -> None:
    """Claim all that is left as running text."""
    text = reading.text
    glued = any(stop in text and shape.search(text) for stop, shape in _GLUED_STOPS.items())
    for _, line in reading.unclaimed():
        content = _GLUED_SENTENCES.sub(r"\g<0> ", line.content) if glued else None
        reading.claim(line, Role.PARAGRAPH, content)
