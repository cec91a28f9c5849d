"""What stands above the title and around it: mastheads, menus, breadcrumbs, sections, the title repeated."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from newsgen.loader.names import is_person, is_place, is_surely_person, trim
from newsgen.loader.phrasebook.labels import BREADCRUMB_OPENINGS, MASTHEAD_MARKS
from newsgen.loader.reading import BAR, SPACED_DASH, Line, Reading, Role
from newsgen.text.dates import find_date
from newsgen.text.fold import key
from newsgen.text.letters import proper
from newsgen.text.phrases import SpellingPattern, any_of, parts_of

# One to three words and nothing else: no digits, no stop, no dash.
_CATEGORY = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2}")
# A letter that ends every word it stands in: another letter behind it is the next word.
_GLUED_WORDS = re.compile(r"(?<=[ةى])(?=[^\W\d_])")
_MENU_BREAK = re.compile(r"\s[-–—|•/»›]\s|[|»›•]")
_MAY_BREAK = re.compile("[-–—|•/»›]")
_MASTHEAD_MARK = SpellingPattern(rf"{any_of(MASTHEAD_MARKS)}(?!\w)", parts_of(MASTHEAD_MARKS))
# Between a site's name and what it says of itself.
_TAGLINE = re.compile(r"[|»›]|\s[-–—:]\s|\.\.")
_CRUMBS = tuple(map(key, BREADCRUMB_OPENINGS))
_CRUMB_OPENINGS = tuple(crumb.partition(" ")[0] for crumb in _CRUMBS)
_MENU_PARTS = 4
_MENU_PART_WORDS = 4
_MOST_MENUS = 8
_LONGEST_SITE_NAME_WORDS = 4
_HEADLINE_WORDS = 6
_LEAST_TITLE_WORDS = 3
_NOT_BEHIND_TITLES = (".", ":", "،")


def menu(reading: Reading) -> None:
    """Set aside breadcrumbs and rows of links above the text: "الرئيسية - …", four names or more in a row."""
    for _, line in islice(reading.unclaimed(), _MOST_MENUS):
        if not _may_be_menu(line):
            continue
        parts = [part for part in _MENU_BREAK.split(line.text) if part.strip()]
        crumbs = len(parts) > 1 and key(parts[0]).startswith(_CRUMBS)
        row = len(parts) >= _MENU_PARTS and line.word_count <= _MENU_PART_WORDS * len(parts)
        links = row and not line.text.endswith(".") and not find_date(line.text)
        if crumbs or (links and reading.read_byline(line.text) is None):
            reading.claim(line, Role.MASTHEAD)


def _may_be_menu(line: Line) -> bool:
    """Whether the line has signs enough for a row of links, or begins as breadcrumbs do."""
    first = key(line.text.partition(" ")[0])
    if not first or first.startswith(_CRUMB_OPENINGS):
        return _MAY_BREAK.search(line.text) is not None
    parts = 0 if line.text.endswith(".") else 1 + len(_MAY_BREAK.findall(line.text))
    return parts >= _MENU_PARTS and line.word_count <= _MENU_PART_WORDS * parts


def masthead(reading: Reading) -> None:
    """Set aside the lines above the title that name the site; the name confirms an outlet further down."""
    candidates = [line for _, line in islice(reading.head(), 4)]
    for line, follows in pairwise(candidates):
        marked = _MASTHEAD_MARK.is_in(line.text)
        names_outlet = reading.names.is_outlet(line.text) and follows.word_count > line.word_count
        repeated = (
            line.word_count <= 3 and follows.text.startswith(f"{line.text} ") and follows.word_count <= 4
        )
        if not (marked or names_outlet or repeated or _is_own_name(reading, line)):
            return
        reading.claim(line, Role.MASTHEAD)
        rest = trim(BAR.sub(" ", _MASTHEAD_MARK.without(line.text, " ")))
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
    if not second.text[0].isalnum() or second.is_prose or find_date(second.text):
        return False
    if first.word_count == 1:
        return second.word_count >= _LEAST_TITLE_WORDS and not is_person(second.text)
    repeated = second.text.startswith(first.text)
    name = is_surely_person(first.text) or reading.read_byline(second.text) is not None
    return not name and not repeated and second.word_count >= _HEADLINE_WORDS


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
        and len(_TAGLINE.split(top.text)[0].split()) <= _LONGEST_SITE_NAME_WORDS
    ):
        name = trim(_TAGLINE.split(top.text)[0])
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
            and len(parts := SPACED_DASH.split(line.text, 1)) == 2
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
