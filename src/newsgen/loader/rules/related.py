"""Related items: "اقرأ أيضاً" before one headline, before several, or before a whole second article."""

from __future__ import annotations

import re

from newsgen.loader.names import is_outlet, trim
from newsgen.loader.phrasebook import RELATED_LABELS
from newsgen.loader.reading import Line, Reading, Role
from newsgen.model.article import RelatedItem
from newsgen.text.phrases import spelling_pattern

_LABEL = re.compile(
    rf"\W*{spelling_pattern(RELATED_LABELS)}(?P<colon>\s*(?:[:：.…]+|[-–—]\s))?\s*(?P<value>.*)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^[•*▪●◄►»\-–]\s*")
_LEAST_WORDS = 3


def related(reading: Reading) -> None:
    """Claim each related label with what belongs to it.

    Once the document's own source or tags have been printed its body is over: a label behind them takes all
    that follows. Before that it takes the headlines that follow, and the body goes on with running text.
    """
    for place, line in list(reading.unclaimed()):
        if line.role is not None or not (found := _LABEL.match(line.text)):
            continue
        headline = found["value"].strip()
        if headline and len(headline.split()) < _LEAST_WORDS:
            continue
        if headline and line.is_prose and not found["colon"]:
            continue
        over = any(before.role in {Role.SOURCE, Role.TAGS} for before in reading.lines[:place])
        if headline:
            reading.claim(line, Role.RELATED_TITLE, headline)
            reading.facts.related.append(RelatedItem(headline))
        else:
            reading.claim(line, Role.RELATED_LABEL)
        following = _following(reading, place)
        if over and not headline and any(other.is_prose for other in following):
            _take_article(reading, following)
        else:
            _take_headlines(reading, following, alone=bool(headline and found["colon"]))


def _following(reading: Reading, place: int) -> list[Line]:
    """The lines behind `place` up to one that is claimed or carries the next related label."""
    lines: list[Line] = []
    for line in reading.lines[place + 1 :]:
        if line.role is Role.FURNITURE:
            continue
        if line.role is not None or _LABEL.match(line.text):
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
    if text and (text[0].text.endswith("/") or is_outlet(text[0].text)) and len(text[0].words) <= 6:
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
        if line.is_prose or len(line.words) < _LEAST_WORDS or line.text.endswith(("،", ":")):
            break
        run.append(line)
    if alone and len(run) < len(lines):
        run = run[:-1] if len(run) > 1 else []
    for line in run:
        headline = _BULLET.sub("", line.text)
        reading.claim(line, Role.RELATED_TITLE, headline)
        reading.facts.related.append(RelatedItem(headline))
