"""The headline, and what stands above it: mastheads, menus, breadcrumbs, tickers, sections."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from newsgen.loader.lexicon import CAPTION_MARK, CREDIT
from newsgen.loader.names import is_person, is_place, is_surely_person, trim
from newsgen.loader.phrasebook.labels import BREADCRUMB_OPENINGS, MASTHEAD_MARKS
from newsgen.loader.phrasebook.words import HONORIFICS, LEADING_WORDS, STORY_OPENERS
from newsgen.loader.reading import ARABIC, Line, Reading, Role
from newsgen.loader.rules.dates import is_date_line
from newsgen.text.dates import find_date
from newsgen.text.fold import key
from newsgen.text.letters import proper
from newsgen.text.phrases import spelling_pattern

_BAR = re.compile("[|»›]")
_DASH = re.compile(r"\s+[-–—|]+\s+|(?<=[^\W\d_])[-–—]\s+|\s+[-–—](?=[^\W\d_])")
_MENU_BREAK = re.compile(r"\s[-–—|•/»›]\s|[|»›•]")
_MASTHEAD_MARK = re.compile(rf"{spelling_pattern(MASTHEAD_MARKS)}(?!\w)", re.IGNORECASE)
# A letter that ends every word it stands in: another letter behind it is the next word.
_GLUED_WORDS = re.compile(r"(?<=[ةى])(?=[^\W\d_])")
_LATE_TITLE = re.compile(
    r"^The post (?P<title>.+?) (?:first )?appeared (?:first )?on (?P<outlet>.+?)\.?$", re.IGNORECASE
)
_CRUMBS = tuple(map(key, BREADCRUMB_OPENINGS))
_LEAST_WORDS = 3
_HEADLINE_WORDS = 6
_LONGEST_HEADLINE_WORDS = 30
_MENU_PARTS = 4
_MENU_PART_WORDS = 4
_MOST_MENUS = 8
_LONGEST_SITE_NAME_WORDS = 4
_MANY_HEADLINES = 4
_LONGEST_MENU_WORDS = 3
_MENU_LINES = 4
_MOST_CANDIDATES = 40
_REPLACEMENT = "\ufffd"
_NOT_BEHIND_TITLES = (".", ":", "،", "؛")
_BULLETS = ("*", "•", "-", "–", "ـ", "▪", "●", "(")
# One to three words and nothing else: no digits, no stop, no dash.
_CATEGORY = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2}")
_CLITICS = re.compile(r"^(?:[وف]?(?:[بك]?ال|لل)|[وفبكل](?=...))")
_STEM_LETTERS = 4
_TOLD = 0.5


def menu(reading: Reading) -> None:
    """Set aside breadcrumbs and rows of links above the text: "الرئيسية - …", four names or more in a row."""
    for _, line in islice(reading.unclaimed(), _MOST_MENUS):
        parts = [part for part in _MENU_BREAK.split(line.text) if part.strip()]
        crumbs = len(parts) > 1 and key(parts[0]).startswith(_CRUMBS)
        row = len(parts) >= _MENU_PARTS and line.word_count <= _MENU_PART_WORDS * len(parts)
        links = row and not line.text.endswith(".") and not find_date(line.text)
        if crumbs or (links and reading.names.read_byline(line.text) is None):
            reading.claim(line, Role.MASTHEAD)


def masthead(reading: Reading) -> None:
    """Set aside the lines above the title that name the site; the name confirms an outlet further down."""
    candidates = [line for _, line in islice(reading.head(), 4)]
    for line, follows in pairwise(candidates):
        marked = bool(_MASTHEAD_MARK.search(line.text))
        names_outlet = reading.names.is_outlet(line.text) and follows.word_count > line.word_count
        repeated = (
            line.word_count <= 3 and follows.text.startswith(f"{line.text} ") and follows.word_count <= 4
        )
        if not (marked or names_outlet or repeated or _is_own_name(reading, line)):
            return
        reading.claim(line, Role.MASTHEAD)
        rest = trim(_BAR.sub(" ", _MASTHEAD_MARK.sub(" ", line.text)))
        if len(rest.split()) <= _LONGEST_SITE_NAME_WORDS:
            reading.facts.masthead = reading.facts.masthead or rest or None


def _is_own_name(reading: Reading, line: Line) -> bool:
    """Whether the line begins with the masthead's name: its long form."""
    name = reading.facts.masthead
    return name is not None and line.word_count <= 5 and key(line.text).startswith(key(name))


def category(reading: Reading) -> None:
    """Take a line of one to three words above a longer headline as categories."""
    head = [line for _, line in islice(reading.head(), 2)]
    if len(head) < 2:
        return
    first, second = head
    parts = _GLUED_WORDS.split(first.text)
    if len(parts) == 1 and not _is_section(reading, first, second):
        return
    if _CATEGORY.fullmatch(first.text) and second.word_count > first.word_count:
        reading.claim(first, Role.CATEGORY)
        reading.facts.categories += list({key(part): proper(part) for part in parts}.values())


def _is_section(reading: Reading, first: Line, second: Line) -> bool:
    """Whether `first` names a section and `second` is the title, rather than a title and a name below it.

    One word is; two or three are only if they can be no person's name and a full headline follows.
    """
    if reading.names.is_outlet(first.text) or second.text.endswith(_NOT_BEHIND_TITLES):
        return False
    if not second.text[0].isalnum() or second.is_prose:
        return False
    if first.word_count == 1:
        return second.word_count >= _LEAST_WORDS and not is_person(second.text)
    repeated = second.text.startswith(first.text)
    name = is_surely_person(first.text) or reading.names.read_byline(second.text) is not None
    return not name and not repeated and second.word_count >= _HEADLINE_WORDS


def title(reading: Reading) -> None:
    """Take the headline: the only one above the text, one that is repeated, or the first the text tells of.

    A page of several articles has none; nor has a document whose first lines are only a ticker's, or cut.
    """
    if reading.facts.title is not None:
        return None
    if reading.facts.is_listing:
        return _without_title(reading)
    candidates = _candidates(reading)
    chosen = _repeated(reading, candidates) or _best(reading, candidates) or _late(reading)
    if chosen is None:
        return _without_title(reading)
    headline, outlet = _without_outlet(reading, chosen.content)
    reading.claim(chosen, Role.TITLE, headline)
    reading.facts.title = headline
    reading.facts.site_name = outlet
    return None


def _without_title(reading: Reading) -> None:
    first = next((line for _, line in reading.unclaimed()), None)
    if first:
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
    first = next(reading.unclaimed())[0]
    return (
        place == first
        and line.word_count <= _LONGEST_HEADLINE_WORDS
        and not line.text.endswith(_NOT_BEHIND_TITLES)
    )


def _may_be_headline(reading: Reading, line: Line) -> bool:
    words = [key(word) for word in line.text.split()]
    return (
        len(words) > 1
        and not line.text.startswith(_BULLETS)
        and not line.text.endswith((":", "،", "؛"))
        and not _is_damaged(line, words[-1])
        and not _is_foreign(reading, line)
        and not (CAPTION_MARK.search(line.text) or CREDIT.search(line.text))
        and not is_date_line(line.text)
        and not _is_byline(reading, line)
    )


def _is_damaged(line: Line, last_word: str) -> bool:
    """Whether the line was cut, or has characters that could not be read."""
    return last_word in LEADING_WORDS or last_word in HONORIFICS or _REPLACEMENT in line.text


def _is_foreign(reading: Reading, line: Line) -> bool:
    """Whether the line is in other letters than the document."""
    return not ARABIC.search(line.text) and any(ARABIC.search(other.text) for other in reading.lines)


def _is_byline(reading: Reading, line: Line) -> bool:
    named = reading.names.read_byline(line.text)
    if named is None:
        return False
    bare_name = not named.outlet and len(named.people) == 1 and key(named.people[0]) == key(line.text)
    if bare_name:
        # A name alone is a headline only at the very top, without a date of its own below it.
        return line is not reading.lines[0] or any(find_date(other.text) for other in reading.lines[1:2])
    return not named.people or any(map(is_surely_person, named.people))


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


def _best(reading: Reading, candidates: list[Line]) -> Line | None:
    """The only candidate; of several the first whose words the text repeats, else the first of a few."""
    if len(candidates) < 2:
        lone = candidates[0] if candidates else None
        return None if lone and _opens_broken_sentence(lone) else lone
    longer = [line for line in candidates if line.word_count > _LONGEST_MENU_WORDS]
    end = reading.head_end
    if longer and sum(line.word_count <= _LONGEST_MENU_WORDS for line in reading.lines[:end]) >= _MENU_LINES:
        candidates = longer
    text = {
        stem for line in reading.lines if line.role is None and line.is_prose for stem in _stems(line.text)
    }
    told = next((line for line in candidates if _is_told(line, text)), None) or _above_facts(
        reading, candidates
    )
    if told:
        return told
    if len(candidates) >= _MANY_HEADLINES and text:
        for line in candidates:
            reading.claim(line, Role.FURNITURE)
        return None
    return None if not candidates or _opens_broken_sentence(candidates[0]) else candidates[0]


def _above_facts(reading: Reading, candidates: list[Line]) -> Line | None:
    """The first of the candidates directly above the article's date or byline: its deck stands below it."""
    for place in range(reading.head_end):
        line = reading.lines[place]
        dated = line.role is Role.DATE or (line.role is None and is_date_line(line.text))
        if dated or line.role in {Role.BYLINE, Role.SOURCE}:
            top = place
            while top > 0 and reading.lines[top - 1] in candidates:
                top -= 1
            if top < place:
                return reading.lines[top]
    return None


def _opens_broken_sentence(line: Line) -> bool:
    """Whether the line begins a story's first sentence, whose links stand on lines of their own."""
    return key(line.text.split(" ", 1)[0]) in STORY_OPENERS and line.word_count < _HEADLINE_WORDS


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


def _late(reading: Reading) -> Line | None:
    """The title behind the text: in "The post … appeared first on …", or twice over."""
    end = reading.head_end
    for line in reading.lines[end + 1 :]:
        if found := _LATE_TITLE.match(line.text):
            line.content = found["title"]
            reading.facts.site_name = found["outlet"]
            return line
    behind = [line for line in reading.lines[end + 1 :] if line.role is None and not line.is_prose]
    return _repeated(reading, [line for line in behind if _may_be_headline(reading, line)])


def _without_outlet(reading: Reading, text: str) -> tuple[str, str | None]:
    """The headline and the outlet's name that stands behind or before its dash, if one does."""
    breaks = list(_DASH.finditer(text))
    if not breaks:
        return text, None
    for at in breaks if len(breaks) < _MENU_PARTS else breaks[-1:]:
        front, back = text[: at.start()], text[at.end() :]
        if len(front.split()) >= _LEAST_WORDS and (outlet := _outlet_in(reading, back)):
            return front.rstrip(), outlet
    front, back = text[: breaks[0].start()], text[breaks[0].end() :]
    if len(back.split()) >= _LEAST_WORDS and len(front.split()) <= 4 and reading.names.outlet_in(front):
        return back.lstrip(), reading.names.outlet_in(front)
    return text, None


def _outlet_in(reading: Reading, tail: str) -> str | None:
    """The outlet that `tail` names: the whole of it, or as many of its first words as the body repeats."""
    words = tail.split()
    known = {key(name) for name in (reading.facts.masthead, reading.facts.source) if name}
    whole = [part for part in _BAR.split(tail) if part.strip()]
    if key(tail) in known:
        return trim(tail)
    if len(words) <= 5 and not is_place(tail):
        for part in (tail, *whole):
            if outlet := reading.names.outlet_in(part):
                return outlet
    body = [
        f" {text} "
        for text in reading.body_keys()
        if text != key(tail) and not text.endswith(f" {key(tail)}")
    ]
    for count in range(min(len(words), 6), 1, -1):
        start = " ".join(words[:count])
        if reading.names.is_outlet(start) and any(f" {key(start)} " in text for text in body):
            return trim(start)
    return None


def above_title(reading: Reading) -> None:
    """Set aside what stands above the title: the site's name, its menu, a kicker.

    The first line of it is the site's name where the text or the page's foot repeats it.
    """
    titled = next((place for place, line in enumerate(reading.lines) if line.role is Role.TITLE), 0)
    above = [line for line in reading.lines[:titled] if line.role is None]
    if not above or any(line.is_prose for line in above):
        return
    for line in above:
        reading.claim(line, Role.MASTHEAD)
    top = reading.lines[0]
    if (
        above
        and top.role is Role.MASTHEAD
        and reading.facts.masthead is None
        and len(_BAR.split(top.text)[0].split()) <= _LONGEST_SITE_NAME_WORDS
    ):
        name = trim(_BAR.split(top.text)[0])
        again = sum(f" {key(name)} " in f" {key(line.text)} " for line in reading.lines[titled:])
        if reading.names.is_outlet(name) or (again and not is_place(name)):
            reading.facts.masthead = name


def title_again(reading: Reading) -> None:
    """Set aside lines that repeat the title, alone, behind the site's name, or before a caption."""
    title = reading.facts.title
    if not title:
        return
    wanted = key(title)
    for line in reading.lines:
        # A line much longer than the title, even if fully vowelled, is not it: no need to fold it.
        if line.role not in {None, Role.FURNITURE} or len(line.text) > 2 * len(title) + 40:
            continue
        folded = key(line.text)
        if folded == wanted:
            reading.claim(line, Role.TITLE)
        elif (
            line.role is None
            and folded.endswith(f" {wanted}")
            and len(parts := _DASH.split(line.text, 1)) == 2
        ):
            reading.claim(line, Role.TITLE)
            reading.facts.site_name = reading.facts.site_name or _site_name(reading, parts[0])
        elif line.role is None and folded.startswith(f"{wanted} ") and not line.is_prose:
            reading.claim(line, Role.CAPTION)


def _site_name(reading: Reading, name: str) -> str | None:
    """The name before the repeated title, unless it is an author's or a section's."""
    crumbs = reading.facts.categories
    if len(name.split()) > 4 or is_surely_person(name) or is_place(name) or name in crumbs:
        return None
    return trim(name)
