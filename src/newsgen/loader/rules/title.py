"""The headline: which of the lines above the text it is, or below it, or none."""

from __future__ import annotations

import re
from collections.abc import Callable

from newsgen.loader.lexicon import CAPTION_MARK, CREDIT
from newsgen.loader.names import is_surely_person
from newsgen.loader.phrasebook.outlets import AGENCIES
from newsgen.loader.phrasebook.words import HONORIFICS, LEADING_WORDS, OFFICES, STORY_OPENERS
from newsgen.loader.reading import ARABIC, Line, Reading, Role, leads_on
from newsgen.loader.rules.dates import is_date_line
from newsgen.loader.rules.title_outlet import without_outlet
from newsgen.text.dates import find_date
from newsgen.text.fold import key

_LATE_TITLE = re.compile(
    r"^The post (?P<title>.+?) (?:first )?appeared (?:first )?on (?P<outlet>.+?)\.?$", re.IGNORECASE
)
_LEAST_WORDS = 3
_HEADLINE_WORDS = 6
_LONGEST_HEADLINE_WORDS = 30
_MANY_HEADLINES = 4
_LONGEST_MENU_WORDS = 3
_MENU_LINES = 4
_MOST_CANDIDATES = 40
_REPLACEMENT = "\ufffd"
_NOT_BEHIND_TITLES = (".", ":", "،", "؛")
_BULLETS = ("*", "•", "-", "–", "ـ", "▪", "●")
_CLITICS = re.compile(r"^(?:[وف]?(?:[بك]?ال|لل)|[وفبكل](?=...))")
_STEM_LETTERS = 4
_TOLD = 0.5


def title(reading: Reading) -> None:
    """Take the headline: the only one above the text, one that is repeated, or the first the text tells of.

    A page of several articles has none; nor has a document whose first lines are only a ticker's, or cut.
    """
    if reading.facts.title is not None:
        return  # it is stated
    candidates = [] if reading.facts.is_listing else _without_menu(reading, _candidates(reading))
    for reason, choose in _CHOICES:
        if not reading.facts.is_listing and (chosen := choose(reading, candidates)):
            _take(reading, chosen)
            for line in candidates:
                if line is not chosen:
                    reading.reject(line, Role.TITLE, f"line {chosen.number} is it: {reason}")
            return
    _without_title(reading, candidates)


def _take(reading: Reading, line: Line) -> None:
    headline, outlet = without_outlet(reading, line.content)
    reading.claim(line, Role.TITLE, headline)
    reading.facts.title = headline
    reading.facts.site_name = reading.facts.site_name or outlet


def _without_title(reading: Reading, candidates: list[Line]) -> None:
    for line in candidates:
        reading.claim(line, Role.FURNITURE)
        reading.reject(line, Role.TITLE, "it is one of many headlines, and the text tells of none")
    if found := reading.first_unclaimed():
        _, first = found
        what, hint = "no line of the document is its title", "give it one with `newsgen correct`"
        reading.flaw("title-missing", first.number, what, hint)


def _candidates(reading: Reading) -> list[Line]:
    end = reading.head_end
    found = []
    for place, line in reading.unclaimed():
        if place > end or (line.is_prose and not _is_long_headline(reading, place)):
            break
        if _may_be_headline(reading, line):
            found.append(line)
        if len(found) == _MOST_CANDIDATES:
            break
    return found


def _is_long_headline(reading: Reading, place: int) -> bool:
    """A long first line is a headline all the same where it does not end as a sentence does."""
    line = reading.lines[place]
    if key(line.text.split(" ", 1)[0]) in STORY_OPENERS or len(reading.lines) == 1:
        return False
    first = reading.first_unclaimed()
    return (
        first is not None
        and place == first[0]
        and line.word_count <= _LONGEST_HEADLINE_WORDS
        and not line.text.endswith(_NOT_BEHIND_TITLES)
    )


def _may_be_headline(reading: Reading, line: Line) -> bool:
    reason = next((reason for reason, holds in _NO_HEADLINES if holds(reading, line)), None)
    if reason:
        reading.reject(line, Role.TITLE, reason)
    return reason is None


def _is_lone_word(reading: Reading, line: Line) -> bool:
    """One word may be anything's name; it is a headline at the very top, with its author right below it."""
    if line.word_count > 1:
        return False
    follows = reading.lines[1:2]
    return line is not reading.lines[0] or not any(reading.read_byline(other.text) for other in follows)


def _tells_of_picture(reading: Reading, line: Line) -> bool:
    # A headline at the very top may begin with "صورة:" itself.
    return CAPTION_MARK.is_in(line.text) or (line is not reading.lines[0] and CREDIT.is_in(line.text))


def _begins_sentence(_: Reading, line: Line) -> bool:
    return key(line.text.split(" ", 1)[0]) in STORY_OPENERS and line.word_count < _HEADLINE_WORDS


def _is_damaged(_: Reading, line: Line) -> bool:
    """Whether the line was cut before the name or the noun that it leads to, or has unreadable characters."""
    first, last = key(line.text.split(" ", 1)[0]), key(line.text.rsplit(" ", 1)[-1])
    cut = leads_on(line.text) or (last in HONORIFICS and first in OFFICES)
    return cut or _REPLACEMENT in line.text


def _is_foreign(reading: Reading, line: Line) -> bool:
    return not ARABIC.search(line.text) and any(ARABIC.search(other.text) for other in reading.lines)


def _is_byline(reading: Reading, line: Line) -> bool:
    named = reading.read_byline(line.text)
    if named is None:
        return False
    bare_name = not named.outlet and len(named.people) == 1 and key(named.people[0]) == key(line.text)
    if bare_name:
        # A name alone is a headline only at the very top, without a date of its own below it.
        return line is not reading.lines[0] or any(find_date(other.text) for other in reading.lines[1:2])
    alone = named.outlet is not None and key(named.outlet) == key(line.text)
    if alone and line is reading.lines[0] and not reading.names.is_known(line.text):
        return key(line.text) in AGENCIES  # "قناة السويس" is no television
    return not named.people or any(map(is_surely_person, named.people))


# Why a line above the text is no headline.
_NO_HEADLINES: tuple[tuple[str, Callable[[Reading, Line], bool]], ...] = (
    ("it is a word", _is_lone_word),
    ("it is an item of a list", lambda _, line: line.text.startswith(_BULLETS)),
    ("it is a remark in brackets", lambda _, line: line.text.startswith("(") and line.text.endswith(")")),
    ("more follows its last sign", lambda _, line: line.text.endswith((":", "،", "؛"))),
    ("it was cut, or has unreadable characters", _is_damaged),
    ("it is in other letters than the document", _is_foreign),
    ("it begins the story's first sentence, whose links stand on lines of their own", _begins_sentence),
    (
        "it tells of a picture",
        _tells_of_picture,
    ),
    ("it is a date", lambda _, line: is_date_line(line.text)),
    ("it is nothing but names", _is_byline),
)


def _repeated(reading: Reading, candidates: list[Line]) -> Line | None:
    """The candidate that stands in the document again, by itself or behind the site's name."""
    for line in candidates:
        wanted = key(line.text)
        if line.word_count <= _LEAST_WORDS and len(candidates) > 1:
            continue
        for other in reading.lines:
            close = other is not line and len(other.text) <= 2 * len(line.text) + 20
            if close and other.role in {None, Role.FURNITURE} and key(other.text).endswith(wanted):
                return line
    return None


def _without_menu(reading: Reading, candidates: list[Line]) -> list[Line]:
    """The candidates without those of a menu's length, where a menu stands above the text."""
    longer = [line for line in candidates if line.word_count > _LONGEST_MENU_WORDS]
    short = sum(line.word_count <= _LONGEST_MENU_WORDS for line in reading.lines[: reading.head_end])
    return longer if longer and short >= _MENU_LINES else candidates


def _told(reading: Reading, candidates: list[Line]) -> Line | None:
    """Of several candidates the first whose words the text repeats."""
    if len(candidates) < 2:
        return None
    text = {
        stem for line in reading.lines if line.role is None and line.is_prose for stem in _stems(line.text)
    }
    return next((line for line in candidates if _is_told(line, text)), None)


def _first(reading: Reading, candidates: list[Line]) -> Line | None:
    """The first of a few candidates; many above a text are a ticker or other stories' headlines."""
    many = len(candidates) >= _MANY_HEADLINES and any(line.is_prose for line in reading.lines)
    return None if many else next(iter(candidates), None)


def _above_facts(reading: Reading, candidates: list[Line]) -> Line | None:
    """The first of the candidates directly above the article's date or byline: its deck stands below it."""
    for place in range(reading.head_end):
        line = reading.lines[place]
        dated = line.role is Role.DATE or (line.role is None and is_date_line(line.text))
        if dated or line.role in {Role.BYLINE, Role.SOURCE}:
            below = place
            while below > 0 and reading.read_byline(reading.lines[below - 1].text):
                below -= 1  # the author may stand between the title and the date
            top = below
            while top > 0 and reading.lines[top - 1] in candidates:
                top -= 1
            if top < below:
                return reading.lines[top]
    return None


def _is_told(line: Line, text: set[str]) -> bool:
    stems = _stems(line.text)
    hits = sum(stem in text for stem in stems)
    return hits >= 2 and hits >= _TOLD * len(stems)


def _stems(text: str) -> list[str]:
    """The first letters of each word that says something, without the article and clitics."""
    stems = (
        _CLITICS.sub("", word)[:_STEM_LETTERS] for word in key(text).split() if word not in LEADING_WORDS
    )
    return [stem for stem in stems if len(stem) > 2]


def _late(reading: Reading, _: list[Line]) -> Line | None:
    """The title behind the text: in "The post … appeared first on …", or twice over."""
    end = reading.head_end
    for line in reading.lines[end + 1 :]:
        if found := _LATE_TITLE.match(line.text):
            line.content = found["title"]
            reading.facts.site_name = found["outlet"]
            return line
    behind = [line for line in reading.lines[end + 1 :] if line.role is None and not line.is_prose]
    return _repeated(reading, [line for line in behind if _may_be_headline(reading, line)])


# Which candidate is the headline, and why.
_CHOICES: tuple[tuple[str, Callable[[Reading, list[Line]], Line | None]], ...] = (
    ("it stands in the document again", _repeated),
    ("the text tells of it", _told),
    ("the date or the byline stands below it", _above_facts),
    ("it is the first", _first),
    ("it stands below the text", _late),
)
