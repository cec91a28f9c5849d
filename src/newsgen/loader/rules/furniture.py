"""What stands on the page around the article and is not part of it."""

from __future__ import annotations

import re

from newsgen.loader.phrasebook import FURNITURE, FURNITURE_OPENINGS
from newsgen.loader.reading import Reading, Role
from newsgen.text.fold import key
from newsgen.text.phrases import spelling_pattern

_LONGEST_BUTTON = 70
_OPENING = re.compile(rf"\W*{spelling_pattern(FURNITURE_OPENINGS)}", re.IGNORECASE)
_RULE_LINE = re.compile(r"[\W_]+")
_DIGITS = re.compile(r"\d+")


def furniture(reading: Reading) -> None:
    """Claim share buttons, comment forms, counters, copyright lines and lines of mere punctuation."""
    for _, line in reading.unclaimed():
        if _RULE_LINE.fullmatch(line.text) or _OPENING.match(line.text):
            reading.claim(line, Role.FURNITURE)
        elif len(line.text) <= _LONGEST_BUTTON:
            words = " ".join(_DIGITS.sub(" ", key(line.text)).split())
            if words in FURNITURE:
                reading.claim(line, Role.FURNITURE)
