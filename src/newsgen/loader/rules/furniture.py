"""What stands on the page around the article and is not part of it."""

from __future__ import annotations

import re
from collections import Counter

from newsgen.loader.lexicon import FURNITURE_CALL, FURNITURE_OPENING, PAGE_LABEL
from newsgen.loader.names import is_surely_person
from newsgen.loader.phrasebook.furniture import FURNITURE
from newsgen.loader.phrasebook.outlets import AGENCIES
from newsgen.loader.reading import ARABIC, Line, Reading, Role
from newsgen.text.dates import find_date
from newsgen.text.fold import key

_LONGEST_BUTTON = 70
_LONGEST_FOREIGN_LINE_WORDS = 8
_LONGEST_MENU_LINE_WORDS = 3
_DIGITS = re.compile(r"\d+")
_STROKES = r"[\W_]+"
# An address of a page or of a mailbox, an account's name, a clock without a day.
_ADDRESS = r"(?=\S+\Z)(?i:\S*(?:https?:|www\.|@)\S*|[\w.-]+\.(?:com|net|org|info)(?:/\S*)?)"
_CLOCK = r"(?i:\W*\d{1,2}\s?:\s?\d{2}(?::\d{2})?\s*(?:ص|م|ت\.?\s?م|am|pm|دقيق[هة])?\W*)"
_RELATIVE_TIME = (
    r"(?i:(?:منذ|قبل)\s\d*\s*\w+(?:\s\w+)?|\d+\s\w+\s(?:مضت|مضى|ago)|(?:أمس|اليوم)\s(?:في|عند)?\s*\d.*)"
)
_NUMBERED = r"\W*(?:رقم|كود|رمز)(?:\s[^\W\d]+)?\s*:?\s*\d+\W*"
_FOLLOW = r"\W*(?:تابع|تابعوا|تابعونا|تابعنا)\s.*\s(?:على|عبر)\W*"
# Who wrote and who edited, at an agency's text's end: "س خ / ع ز".
_INITIALS = r"(?P<initials>[^\W\d_](?:[\s/.]+[^\W\d_]){1,7}\.?)"
_WHOLE_LINE = re.compile(
    "|".join((_STROKES, _CLOCK, _ADDRESS, _NUMBERED, _RELATIVE_TIME, _FOLLOW, _INITIALS))
)
_TIMED = re.compile(r"\d{1,2}:\d{2}\s+(?:[صم]\s)?[-–|]?\s*[^\W\d]{2}")
_LISTING_PAGE = re.compile(r"\bpage\s+\d+\s*$|الصفحة\s+\d+\s+من\s+\d+", re.IGNORECASE)


def ignored(reading: Reading) -> None:
    """Set aside the lines that the project itself names."""
    if not reading.lexicon.ignores:
        return
    for _, line in reading.unclaimed():
        if reading.lexicon.is_ignored(line.text):
            reading.claim(line, Role.FURNITURE)


def furniture(reading: Reading) -> None:
    """Claim share buttons, comment forms, counters, copyright lines, addresses and mere punctuation."""
    for _, line in reading.unclaimed():
        if (line.labels and line.begins_with(FURNITURE_OPENING)) or (
            not line.is_prose and _is_furniture(line)
        ):
            reading.claim(line, Role.FURNITURE)
            reading.facts.is_listing = reading.facts.is_listing or bool(_LISTING_PAGE.search(line.text))


def tickers(reading: Reading) -> None:
    """Claim lines above the text that begin with the time of day: other stories, as they came in."""
    timed = [line for _, line in reading.head() if _TIMED.match(line.text)]
    if len(timed) > 1:
        for line in timed:
            reading.claim(line, Role.FURNITURE)


def _is_furniture(line: Line) -> bool:
    shaped = _WHOLE_LINE.fullmatch(line.text)
    is_furniture = (
        (shaped and not (shaped["initials"] and key(line.text) in AGENCIES))
        or "°" in line.text
        or _is_button(line)
        or (line.labels and (_is_page_fact(line) or line.begins_with(FURNITURE_CALL)))
    )
    return bool(is_furniture) and not find_date(line.text)


def _is_page_fact(line: Line) -> bool:
    """A label of the page's own with its value: an editor's name, an issue's number."""
    found = line.begins_with(PAGE_LABEL)
    if found is None:
        return False
    value = found["value"]
    return not value[:1].isalpha() or is_surely_person(value)


def _is_button(line: Line) -> bool:
    if len(line.text) > _LONGEST_BUTTON:
        return False
    words = key(line.text)
    return (" ".join(_DIGITS.sub(" ", words).split()) if _DIGITS.search(words) else words) in FURNITURE


def outside_text(reading: Reading) -> None:
    """Above and below an Arabic article: claim short lines without an Arabic letter, and menus' lines.

    A menu stands on the page twice, or at its top and its foot. Inside the article, between two lines of its
    text, such a line may be quoted or a speaker's name, and stays.
    """
    text = [place for place, line in reading.unclaimed() if line.is_prose and ARABIC.search(line.text)]
    if not text:
        return
    around = (*reading.lines[: text[0]], *reading.lines[text[-1] + 1 :])
    outside = [line for line in around if line.role is None]
    short = [line.text for line in outside if line.word_count <= _LONGEST_MENU_LINE_WORDS]
    repeated = {text for text, times in Counter(short).items() if times > 1 and not is_surely_person(text)}
    for line in outside:
        foreign = line.word_count <= _LONGEST_FOREIGN_LINE_WORDS and not ARABIC.search(line.text)
        if not line.is_prose and (foreign or line.text in repeated) and not find_date(line.text):
            reading.claim(line, Role.FURNITURE)
