"""The article's end: what runs on behind its last sentence, and what stands below it."""

from __future__ import annotations

import re

from newsgen.loader.lexicon import COMMENTS, COMMENTS_OR_FOOTER
from newsgen.loader.phrasebook.labels import GLUED_CALLS, GLUED_LABELS, GLUED_TAG_LABELS
from newsgen.loader.reading import BULLET, SENTENCE_ENDS, Line, Reading, Role
from newsgen.loader.rules.verse import is_verse
from newsgen.text.fold import words
from newsgen.text.phrases import SpellingPattern, any_of, parts_of

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
# An item of a numbered list.
_NUMBERED = re.compile(r"\d{1,2}\s?[.)–-]\s")
_LETTER = re.compile(r"[^\W\d_]")
_MOST_GLUED_WORDS = 40
_MOST_CALL_WORDS = 8
_LONGEST_GLUED = 600
_KNOWN_TAGS = 0.6
_LONGEST_LINE_WORDS = 12
_LEAST_END_WORDS = 5
# An empty field of a comment form.
_FORM_FIELD = re.compile(r"\W*(?:الاسم|اسمك|التعليق|تعليقك|نص التعليق|عنوان التعليق)\s*\*?\s*[:*]\W*")
# Whether there are any is found out in no time, unlike where they are.
_HAS_LABEL = SpellingPattern(rf"[.!؟?»”\"…)]\s*{any_of((*GLUED_LABELS, *GLUED_CALLS))}")
_HAS_TAGS = SpellingPattern(any_of(GLUED_TAG_LABELS), parts_of(GLUED_TAG_LABELS))
# Calls and labels need the end of a sentence before them; "سمات" stands behind anything.
_GLUED_END = SpellingPattern(
    rf"(?:(?<=[.!؟?»”\"…)])\s*(?:{any_of(GLUED_LABELS)}|(?P<call>{any_of(GLUED_CALLS)}))(?!\w)"
    rf"|(?<=[\s.!؟?»”\"…)])(?P<tags>{any_of(GLUED_TAG_LABELS)})(?!\w)\s*[:：]?\s*(?=[^\W\d_]))"
)


def glued_end(reading: Reading) -> None:
    """Divide the last line of text where the page's own words run on behind the last sentence."""
    places = range(len(reading.lines) - 1, -1, -1)
    last = next((place for place in places if _may_be_text(reading.lines[place])), None)
    if last is None:
        return
    text = reading.lines[last].text
    start = max(0, len(text) - _LONGEST_GLUED)
    if not (_HAS_LABEL.is_in(text[start:]) or _HAS_TAGS.is_in(text[start:])):
        return
    told: set[str] | None = None
    for found in reversed(list(_GLUED_END.finditer(text[start:]))):
        behind = text[start + found.end() :]
        longest = _MOST_CALL_WORDS if found["call"] else _MOST_GLUED_WORDS
        sentence = behind.strip(" .:…") and behind.endswith((".", "؟", "!"))
        if not start + found.start() or sentence or len(behind.split()) > longest:
            continue
        if found["tags"] and not text[: start + found.start()].rstrip().endswith(SENTENCE_ENDS):
            # Within a sentence the word is a tag list's label only before words that the document has.
            told = told or {word for line in reading.lines for word in words(line.text.removesuffix(behind))}
            tags = words(behind)
            if sum(tag in told for tag in tags) < _KNOWN_TAGS * len(tags):
                continue
        reading.split(last, start + found.start())
        if found["tags"]:
            reading.claim(reading.lines[last + 1], Role.TAGS, content=behind)
        elif found["call"]:
            reading.claim(reading.lines[last + 1], Role.FURNITURE)
        return


def _may_be_text(line: Line) -> bool:
    return line.role is None and line.word_count >= _LEAST_END_WORDS


def comments_and_footer(reading: Reading) -> None:
    """Set aside readers' comments and the page's foot: all that stands below their heading."""
    begun = below = False
    for line in reading.lines:
        begun = begun or (line.role is None and line.is_prose)
        if below and line.role is None:
            reading.claim(line, Role.FURNITURE)
        elif begun and line.role in {None, Role.FURNITURE} and _closes_page(line):
            below = True
            reading.claim(line, Role.FURNITURE)


def _closes_page(line: Line) -> bool:
    if line.is_prose:
        return line.text.startswith("©") and _YEAR.search(line.text) is not None
    comments = line.begins_with(COMMENTS)
    return bool(
        line.begins_with(COMMENTS_OR_FOOTER)
        or (comments and not _LETTER.search(comments["value"]))
        or ("©" in line.text and _YEAR.search(line.text))
        or _FORM_FIELD.fullmatch(line.text)
    )


def after_end(reading: Reading) -> None:
    """Set aside the lines below the end of the article, where something shows that it has ended."""
    end = None
    for place, line in enumerate(reading.lines):
        if line.role is None and (
            line.is_prose
            or (line.word_count >= _LEAST_END_WORDS and line.text.endswith((*SENTENCE_ENDS, ":")))
        ):
            end = place
    if end is None:
        return
    below = reading.lines[end + 1 :]
    listed = sum(_is_item(line) for line in below) > 1
    loose = [line for line in below if line.role is None and not line.text.endswith(SENTENCE_ENDS)]
    if listed:
        loose = [line for line in loose if not _is_item(line)]
    shown = any(
        line.role in {Role.BYLINE, Role.SOURCE, Role.TAGS, Role.TITLE, Role.FURNITURE} for line in below
    )
    if is_verse(loose) or reading.lines[end].text.endswith(":"):
        return
    headlines = [line for line in loose if line.word_count >= _LEAST_END_WORDS]
    if shown or len(loose) >= 3 or len(headlines) >= 2:
        for line in loose:
            if line.word_count <= _LONGEST_LINE_WORDS:
                reading.claim(line, Role.FURNITURE)


def _is_item(line: Line) -> bool:
    return bool(BULLET.match(line.text) or _NUMBERED.match(line.text))
