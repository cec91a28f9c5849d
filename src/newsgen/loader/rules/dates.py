"""When it was published: labelled dates, lines that are a date, dates run together with the text."""

from __future__ import annotations

import re

from newsgen.loader.bylines import Byline
from newsgen.loader.lexicon import FURNITURE_CALL, UPDATE
from newsgen.loader.phrasebook.labels import UPDATE_LABELS
from newsgen.loader.reading import SENTENCE_ENDS, Line, Reading, Role
from newsgen.text.dates import PrintedDate, find_date
from newsgen.text.fold import key
from newsgen.text.phrases import SpellingPattern, any_of

_LONGEST_LINE_WORDS = 20
_MOST_WORDS_BESIDE = 3
_LONGEST_LINE = 120
_LEAST_TEXT_WORDS = 6
# What may stand beside the date of publication and tells nothing more.
_BESIDE = SpellingPattern(
    rf"(?:^|[-–—(|/،,])\s*(?:{any_of(UPDATE_LABELS)}|محدث)\s*:?.*"
    r"|(?:العدد|عدد|رقم)\s*:?\s*\d+|منذ\s\S+\s\S+|قبل\s\d+\s\S+"
    r"|الساعه\s*:?\s*[\d:]*\s*(?:مساء|صباح)?\S*"
)
# Words that lead from an author to his outlet or to the date: "… نشر في … يوم".
_PUBLISHED = re.compile(r"(?<!\w)(?:ن[ُ]?شر(?:ت)?\s(?:في|على)|يوم|بتاريخ|في)(?!\w)")
_IN_DIGITS = re.compile(r"(?:date)?[\d٠-٩۰-۹\s:/.,،-]*")
# A newspaper's own date line: the day in the other calendar, the number of the issue.
_NEWSPAPER = frozenset(map(key, ("الموافق", "العدد", "السنة")))
_DAY_ONLY = len("2023-12-08")
# What day it is instead: somebody's, an event's.
_OF_ANOTHER_DAY = frozenset(
    map(
        key,
        (
            "ولد",
            "ولدت",
            "توفي",
            "توفيت",
            "مواليد",
            "ميلاد",
            "الميلاد",
            "وفاة",
            "الوفاة",
            "الافتتاح",
            "الموعد",
        ),
    )
)
_ISSUE = re.compile(r"العدد\s?:?\s?[\d٠-٩]")
_FIRST_PAGE = 15
_LABELS = ("", "date", "التاريخ", "تاريخ", "تاريخ النشر", "نشر")
_MAY_LEAD = re.compile(r"[\s:]*(?:\d|date|(?:ال)?تاريخ|نشر)", re.IGNORECASE)


def labelled_date(reading: Reading) -> None:
    """Take the labelled date of publication; the date of the last update only where no other is printed."""
    updated: tuple[Line, str] | None = None
    for _, line in reading.labelled():
        if line.word_count > _LONGEST_LINE_WORDS:
            continue
        if found := line.begins_with(UPDATE):
            if found["colon"] or any(map(str.isdigit, found["value"])):
                reading.claim(line, Role.DATE)
                updated = updated or (line, found["value"])
        elif found := line.begins_with(reading.lexicon.date):
            date = find_date(found["value"])
            if date and _is_alone(date, found["value"], bool(found["colon"])):
                take_date(reading, line, found["value"])
            elif found["colon"] and not found["value"]:
                reading.claim(line, Role.DATE)
    if updated and not any(find_date(line.text) for _, line in reading.head()):
        take_date(reading, *updated)


def is_date_line(text: str) -> bool:
    """Whether a line is a date and little else."""
    if len(text) > _LONGEST_LINE:
        return False
    date = find_date(text)
    return date is not None and _is_alone(date, text, labelled=False)


def _is_alone(date: PrintedDate, text: str, labelled: bool) -> bool:
    """Whether little else stands beside the date: "نشر في 3 مارس 2019 كتابه الأول" tells a story."""
    if not _OF_ANOTHER_DAY.isdisjoint(date.others) or {"من", "الي"} <= set(date.others):
        return False
    beside = _beside(date, text)
    if find_date(beside):
        return False  # a span of days
    paper = not _NEWSPAPER.isdisjoint(date.others)
    return paper or len(beside.split()) <= _MOST_WORDS_BESIDE + labelled


def take_date(reading: Reading, line: Line, text: str) -> None:
    """Claim `line` as the date that `text` prints. The document's first counts, even if it is impossible."""
    date = find_date(text)
    reading.claim(line, Role.DATE)
    if date is None or reading.facts.dated:
        return
    reading.facts.dated = True
    if date.iso is None:
        reading.flaw(
            "date-impossible",
            line.number,
            f"the calendar has no such day: {text.strip()}",
            "correct the date with `newsgen correct`",
        )
    reading.facts.published = date.iso
    reading.facts.converted = date.converted


def leading_date(reading: Reading) -> None:
    """Divide the date in digits from the text that runs on behind it: "2021-05-03 أعلنت …"."""
    first = reading.first_unclaimed()
    if first is None or not first[1].is_prose or not _MAY_LEAD.match(first[1].text):
        return
    place, line = first
    date = find_date(line.text)
    if date is None:
        return
    start, end = date.span
    label = line.text[:start].strip(" :").casefold()
    printed = _IN_DIGITS.fullmatch(line.text[start:end])
    if label in _LABELS and printed and len(line.text[end:].split()) >= _LEAST_TEXT_WORDS:
        take_date(reading, reading.split(place, end), line.text[:end])


def date_line(reading: Reading) -> None:
    """Take a line of the head that is a date and at most a few words more, or a date and a byline.

    The second and third line may be a date even where the first is running text, if they are nothing else.
    A newspaper's first page has its date and the number of its issue somewhere among its first lines.
    """
    if reading.facts.is_listing:
        return
    end = reading.head_end
    above = _page_clock(reading)
    for place, line in reading.unclaimed():
        if place >= max(end, _FIRST_PAGE):
            break
        date = find_date(line.text) if line.word_count <= _LONGEST_LINE_WORDS else None
        if date is None:
            continue
        issue = not line.text.endswith(SENTENCE_ENDS) and _ISSUE.search(line.text) is not None
        if place >= end and (date.others or place >= max(end + 2, 3)) and not issue:
            continue
        if place < above and not (len(date.iso or "") > _DAY_ONLY and _IN_DIGITS.fullmatch(line.text)):
            reading.reject(line, Role.DATE, "above the page's menu it is today's date")
            continue
        named = _byline_beside(reading, date, line.text)
        if named or _is_alone(date, line.text, labelled=False):
            take_date(reading, line, line.text)
        else:
            reading.reject(line, Role.DATE, "too much stands beside the date")
        if named:
            reading.facts.take_names(named)


def _page_clock(reading: Reading) -> int:
    """The place up to which a date is only today's, by the page's clock: menus follow, above the title."""
    titled = next((place for place, line in enumerate(reading.lines) if line.role is Role.TITLE), 0)
    chrome = 0
    for place in range(titled - 1, -1, -1):
        line = reading.lines[place]
        chrome += line.role not in {Role.DATE, Role.SOURCE, Role.BYLINE} and not find_date(line.text)
        if chrome > 1:
            return place
    return 0


def _beside(date: PrintedDate, text: str) -> str:
    """What stands beside the date, without buttons and remarks."""
    start, end = date.span
    given = [part for part in (text[:start], text[end:]) if part]
    parts = [_BESIDE.without(part, " ").strip(" |-–—,،/()") for part in given]
    return " | ".join(part for part in parts if part and not FURNITURE_CALL.match(part))


def _byline_beside(reading: Reading, date: PrintedDate, text: str) -> Byline | None:
    beside = _beside(date, text)
    return reading.read_byline(_PUBLISHED.sub(" | ", beside)) if beside else None
