"""The head of a document: masthead, category, title, date line and byline, above the first running text."""

from __future__ import annotations

import re
from itertools import islice

from newsgen.loader.names import is_agency, is_outlet, is_person, trim
from newsgen.loader.phrasebook import MASTHEAD_MARKS
from newsgen.loader.reading import Line, Reading, Role
from newsgen.loader.rules.labels import take_date
from newsgen.text.dates import find_date
from newsgen.text.fold import key
from newsgen.text.letters import proper
from newsgen.text.phrases import spelling_pattern

_BAR = re.compile("[|»›]")
_DASH = re.compile(r"\s[-–—|]\s")
_BYLINE_BREAK = re.compile("[-–—|/ـ]+")
_MASTHEAD_MARK = re.compile(rf"{spelling_pattern(MASTHEAD_MARKS)}(?!\w)", re.IGNORECASE)
# A letter that ends every word it stands in: another letter behind it is the next word.
_GLUED_WORDS = re.compile(r"(?<=[ةى])(?=[^\W\d_])")
_DATELINES = (
    re.compile(r"(?P<names>[^:.؟!\n]{2,60}?)\s*(?::|--)\s*(?=\S)"),
    re.compile(r"(?P<names>[^:.؟!\n]{2,60})\s*[-–—]\s+(?=\S)"),
)
_TITLE_LEAST_WORDS = 3
_HEADLINE_WORDS = 6
_NOT_BEHIND_TITLES = (".", ":", "،")
# One to three words and nothing else: no digits, no stop, no dash.
_CATEGORY = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2}")


def date_line(reading: Reading) -> None:
    """Take a line of the head that is a date and at most two words more.

    The second and third line may be a date even where the first is running text, if they are nothing else.
    """
    end = reading.head_end
    for place, line in reading.unclaimed():
        if place >= max(end, 3):
            break
        if line.word_count > 12:
            continue
        date = find_date(line.text)
        if date and len(date.others) <= (2 if place < end else 0):
            take_date(reading, line, line.text)


def masthead(reading: Reading) -> None:
    """Set aside the lines above the title that name the site; the name confirms an outlet further down."""
    candidates = list(reading.head())
    for position, (_, line) in enumerate(candidates[:-1]):
        marked = bool(_MASTHEAD_MARK.search(line.text))
        follows = candidates[position + 1][1]
        names_outlet = is_outlet(line.text) and follows.word_count > line.word_count
        if not (marked or names_outlet):
            return
        reading.claim(line, Role.MASTHEAD)
        rest = trim(_BAR.sub(" ", _MASTHEAD_MARK.sub(" ", line.text)))
        reading.facts.masthead = reading.facts.masthead or rest or None


def category(reading: Reading) -> None:
    """Take a line of one to three words above a longer headline as categories."""
    head = [line for _, line in islice(reading.head(), 2)]
    if len(head) < 2:
        return
    first, second = head
    parts = _GLUED_WORDS.split(first.text)
    if len(parts) == 1 and not _is_section(first, second):
        return
    if _CATEGORY.fullmatch(first.text) and second.word_count > first.word_count:
        reading.claim(first, Role.CATEGORY)
        reading.facts.categories = list({key(part): proper(part) for part in parts}.values())


def _is_section(first: Line, second: Line) -> bool:
    """Whether `first` names a section and `second` is the title, rather than a title and a name below it.

    One word is; two or three are only if they can be no person's name and a full headline follows.
    """
    if is_outlet(first.text) or second.text.endswith(_NOT_BEHIND_TITLES) or not second.text[0].isalnum():
        return False
    if first.word_count == 1:
        return second.word_count >= _TITLE_LEAST_WORDS and not is_person(second.text)
    name = is_person(first.text) and not first.text.startswith("ال")
    repeated = second.text.startswith(first.text)
    return not name and not repeated and second.word_count >= _HEADLINE_WORDS


def title(reading: Reading) -> None:
    """Take the first headline of the head as the title."""
    end = reading.head_end
    passed_over = False
    for place, line in reading.unclaimed():
        if place > end or (line.is_prose and not _is_headline(reading, place)):
            break
        if line.word_count < 2 and place + 1 < len(reading.lines):
            passed_over = True
            continue
        if passed_over and is_person(line.text):
            break  # one word above a name: that word may be the title, and may be anything else
        headline, outlet = _without_outlet(reading, line.text)
        reading.claim(line, Role.TITLE, headline)
        reading.facts.title = headline
        reading.facts.source = reading.facts.source or outlet
        return
    if any(line.role is None for line in reading.lines):
        first = next(line for line in reading.lines if line.role is None)
        reading.flaw(
            "title-missing",
            first.number,
            "no line of the document is its title",
            "give it one with `newsgen correct`",
        )


def _is_headline(reading: Reading, place: int) -> bool:
    """A long first line is a headline all the same where it does not end as a sentence does."""
    line = reading.lines[place]
    return place == 0 and line.word_count <= 25 and not line.text.endswith(_NOT_BEHIND_TITLES)


def _without_outlet(reading: Reading, text: str) -> tuple[str, str | None]:
    """The headline and the outlet's name that stands behind or before its last dash, if one does."""
    breaks = list(_DASH.finditer(text))
    if not breaks:
        return text, None
    front, back = text[: breaks[-1].start()], text[breaks[-1].end() :]
    if len(front.split()) >= _TITLE_LEAST_WORDS and (outlet := _outlet_in(reading, back)):
        return front.rstrip(), outlet
    front, back = text[: breaks[0].start()], text[breaks[0].end() :]
    if len(back.split()) >= _TITLE_LEAST_WORDS and is_outlet(front):
        return back.lstrip(), trim(front)
    return text, None


def _outlet_in(reading: Reading, tail: str) -> str | None:
    """The outlet that `tail` names: the whole of it, or as many of its first words as the body repeats."""
    words = tail.split()
    known = {key(name) for name in (reading.facts.masthead, reading.facts.source) if name}
    if (is_outlet(tail) and len(words) <= 4) or key(tail) in known:
        return trim(tail)
    body = [
        f" {text} "
        for text in reading.body_keys()
        if text != key(tail) and not text.endswith(f" {key(tail)}")
    ]
    for count in range(min(len(words), 6), 1, -1):
        start = " ".join(words[:count])
        if is_outlet(start) and any(f" {key(start)} " in text for text in body):
            return trim(start)
    return None


def title_again(reading: Reading) -> None:
    """Set aside lines that only repeat the title."""
    title = reading.facts.title
    if not title:
        return
    wanted = key(title)
    for _, line in reading.unclaimed():
        # A line much longer than the title, even if fully vowelled, is not it: no need to fold it.
        if len(line.text) <= 2 * len(title) and key(line.text) == wanted:
            reading.claim(line, Role.TITLE)


def byline(reading: Reading) -> None:
    """Take "outlet - author", "place - agency" and their like from a line of the head below the title."""
    for _, line in reading.head():
        if line.word_count <= 10 and not line.text.endswith("."):
            _take_names(reading, line, line.text.rstrip(" :"))


def dateline(reading: Reading) -> None:
    """Take "place - agency:" from before the first sentence, which stays in the body without it."""
    first = next((line for _, line in reading.unclaimed() if line.is_prose), None)
    if first is None:
        return
    for shape in _DATELINES:
        found = shape.match(first.text)
        if found and _take_names(reading, first, found["names"]):
            # The names are taken; what stands behind them is still to be claimed, as any paragraph.
            first.role, first.content = None, first.text[found.end() :]
            return


def masthead_source(reading: Reading) -> None:
    """Take the masthead's name for the outlet where nothing else in the document names one."""
    name = reading.facts.masthead
    if reading.facts.source is None and name and is_outlet(name):
        reading.facts.source = name


def _take_names(reading: Reading, line: Line, text: str) -> bool:
    """Claim `line` if every part of `text` is known for an outlet, a place or, beside an outlet, a person."""
    parts = [trim(part) for part in _BYLINE_BREAK.split(text)]
    if not 2 <= len(parts) <= 3 or not all(parts):
        return False
    confirmed = {key(name) for name in (reading.facts.masthead, reading.facts.source) if name}
    outlets = [part for part in parts if is_outlet(part) or key(part) in confirmed]
    others = [part for part in parts if part not in outlets]
    if len(outlets) != 1 or any(len(part.split()) > 5 for part in others):
        return False
    reading.claim(line, Role.BYLINE)
    reading.facts.source = reading.facts.source or outlets[0]
    behind = [part for part in others if parts.index(part) > parts.index(outlets[0])]
    # An agency's name is followed by a place far more often than by a person, and no list has all places.
    people = [part for part in behind if is_person(part) and not is_agency(outlets[0])]
    reading.facts.author = reading.facts.author or (people[0] if people else None)
    return True
