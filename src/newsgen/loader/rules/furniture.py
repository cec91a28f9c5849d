"""What stands on the page around the article and is not part of it."""

from __future__ import annotations

import re

from newsgen.loader.phrasebook import FURNITURE, FURNITURE_CALLS, FURNITURE_OPENINGS
from newsgen.loader.reading import Line, Reading, Role
from newsgen.text.fold import key
from newsgen.text.phrases import spelling_pattern

_LONGEST_BUTTON = 70
_OPENING = re.compile(rf"\W*{spelling_pattern(FURNITURE_OPENINGS)}(?!\w)", re.IGNORECASE)
_CALL = re.compile(rf"\W*{spelling_pattern(FURNITURE_CALLS)}(?!\w)", re.IGNORECASE)
_RULE_LINE = re.compile(r"[\W_]+")
_DIGITS = re.compile(r"\d+")


def furniture(reading: Reading) -> None:
    """Claim share buttons, comment forms, counters, copyright lines and lines of mere punctuation."""
    for _, line in reading.unclaimed():
        if (
            _RULE_LINE.fullmatch(line.text)
            or _OPENING.match(line.text)
            or (not line.is_prose and (_is_button(line) or _CALL.match(line.text)))
        ):
            reading.claim(line, Role.FURNITURE)


def _is_button(line: Line) -> bool:
    if len(line.text) > _LONGEST_BUTTON:
        return False
    return " ".join(_DIGITS.sub(" ", key(line.text)).split()) in FURNITURE
