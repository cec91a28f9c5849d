"""Related items: "اقرأ أيضاً" before one headline, before several, or before a whole second article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from newsgen.loader.lexicon import RELATED_SECTION
from newsgen.loader.names import trim
from newsgen.loader.reading import Line, Reading, Role
from newsgen.model.article import RelatedItem
from newsgen.text.dates import find_date

_BULLET = re.compile(r"^[•*▪●◄►»\-–]\s*")
_LEAST_WORDS = 3
_LONGEST_SECTION_WORDS = 6
_LONGEST_DATE_WORDS = 8
_LONGEST_HEADLINE_WORDS = 22
_NOT_BEHIND_HEADLINES = ("،", ":", ".")


def related(reading: Reading) -> None:
    """Claim each related label with what belongs to it.

    Once running text and then the document's own source or tags have been printed its body is over: a label
    behind them takes all that follows. Before that it takes the headlines that follow, and the body goes on
    with running text.
    """
    begun = over = False
    for place, line in enumerate(reading.lines):
        if line.role in {Role.SOURCE, Role.TAGS}:
            over = begun
        elif line.role is None and (found := _label(reading, line, begun=begun)):
            _take(reading, place, found, over=over)
        elif line.role is None:
            begun = begun or line.is_prose


@dataclass(frozen=True, slots=True)
class _Label:
    """A label, and the headline behind it on its own line, "" where it stands alone."""

    headline: str = ""
    colon: bool = False


def _label(reading: Reading, line: Line, *, begun: bool) -> _Label | None:
    """The label with which the line begins: alone on it, or before a headline, not before a sentence."""
    if begun and line.word_count <= _LONGEST_SECTION_WORDS and line.begins_with(RELATED_SECTION):
        return _Label()
    found = line.begins_with(reading.lexicon.related)
    if found is None or not (headline := found["value"]):
        return None if found is None else _Label()
    too_short = len(headline.split()) < _LEAST_WORDS
    return (
        None
        if too_short or (line.is_prose and not found["colon"])
        else _Label(headline, bool(found["colon"]))
    )


def _take(reading: Reading, place: int, label: _Label, *, over: bool) -> None:
    following = _following(reading, place)
    if label.headline:
        reading.claim(reading.lines[place], Role.RELATED_TITLE, label.headline)
        reading.facts.related.append(RelatedItem(label.headline))
    else:
        reading.claim(reading.lines[place], Role.RELATED_LABEL)
    if over and not label.headline and any(line.is_prose for line in following):
        _take_article(reading, following)
    else:
        _take_headlines(reading, following, alone=bool(label.headline and label.colon))


def _following(reading: Reading, place: int) -> list[Line]:
    """The lines behind `place` up to one that is claimed or carries the next related label."""
    lines: list[Line] = []
    for at in range(place + 1, len(reading.lines)):
        line = reading.lines[at]
        if line.role is Role.FURNITURE:
            continue
        if line.role is not None or _label(reading, line, begun=True):
            break
        lines.append(line)
    return lines


def _take_article(reading: Reading, lines: list[Line]) -> None:
    """A whole second article: its headline, its outlet where a line names it, its text."""
    headline, *text = lines
    if headline.is_prose and not _ends_open(headline):
        text, title = lines, None
    else:
        reading.claim(headline, Role.RELATED_TITLE)
        title = headline.text
    source = None
    if (
        text
        and text[0].word_count <= 6
        and (text[0].text.endswith("/") or reading.names.is_outlet(text[0].text))
    ):
        reading.claim(text[0], Role.RELATED_SOURCE)
        source, text = trim(text[0].text), text[1:]
    for line in text:
        reading.claim(line, Role.RELATED_TEXT)
    body = "\n".join(line.text for line in text) or None
    reading.facts.related.append(RelatedItem(title or _first_words(body), source, body))


def _ends_open(line: Line) -> bool:
    return not line.text.endswith((".", "،", ":"))


def _first_words(text: str | None) -> str:
    return " ".join((text or "").split()[:8]) + "…"


def _take_headlines(reading: Reading, lines: list[Line], *, alone: bool) -> None:
    """The headlines that follow. `alone`: one stands on the label's own line, so that a single further line
    before running text is rather the body's sub-heading."""
    run = []
    for line in lines:
        if find_date(line.text) and line.word_count <= _LONGEST_DATE_WORDS:
            continue
        if line.word_count > _LONGEST_HEADLINE_WORDS or line.word_count < _LEAST_WORDS:
            break
        if line.text.endswith(_NOT_BEHIND_HEADLINES):
            break
        run.append(line)
    if alone and len(run) < len(lines):
        run = run[:-1] if len(run) > 1 else []
    for line in run:
        headline = _BULLET.sub("", line.text)
        reading.claim(line, Role.RELATED_TITLE, headline)
        reading.facts.related.append(RelatedItem(headline))


def related_below(reading: Reading) -> None:
    """Take headlines with their teasers, which no label announces, from below the article's end.

    Its end shows in its own tags, source or signature, printed behind its text.
    """
    begun, end = False, None
    for place, line in enumerate(reading.lines):
        begun = begun or (line.role is None and line.is_prose)
        if begun and line.role in {Role.TAGS, Role.SOURCE, Role.BYLINE}:
            end = place
            break
    if end is None:
        return
    below = [line for line in reading.lines[end + 1 :] if line.role is None]
    if len(below) < 2 or not _is_headline(below[0]) or _is_headline(below[1]):
        return
    for headline, text in pairwise(below):
        if _is_headline(headline) and not _is_headline(text):
            reading.claim(headline, Role.RELATED_TITLE)
            reading.claim(text, Role.RELATED_TEXT)
            reading.facts.related.append(RelatedItem(headline.text, None, text.text))


def _is_headline(line: Line) -> bool:
    return (
        _LEAST_WORDS < line.word_count <= _LONGEST_HEADLINE_WORDS
        and not line.is_prose
        and not line.text.endswith(_NOT_BEHIND_HEADLINES)
    )
