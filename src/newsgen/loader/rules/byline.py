"""Who wrote and who published: bylines, datelines, signatures, the site's own name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from newsgen.loader.bylines import Byline
from newsgen.loader.names import has_family_name, is_given_name, trim
from newsgen.loader.phrasebook.outlets import AGENCIES
from newsgen.loader.phrasebook.words import SELF_VERBS, STORY_OPENERS
from newsgen.loader.reading import Line, Reading, Role
from newsgen.text.dates import find_date
from newsgen.text.fold import key
from newsgen.text.letters import proper

_LONGEST_BYLINE_WORDS = 14
_LONGEST_SIGNATURE_WORDS = 6
# Given names that are words as well.
_ALSO_WORDS = frozenset(
    map(
        key,
        (
            "أمل",
            "رمضان",
            "عيد",
            "نور",
            "صباح",
            "حياة",
            "جمعة",
            "سلام",
            "فرج",
            "ورد",
            "شعبان",
            "رجب",
            "بدر",
            "طالب",
        ),
    )
)
# Buttons and a caption may stand between a name and its text.
_LINES_ABOVE_TEXT = 6
_SEPARATOR = re.compile(r"[-–—/|:()«،,]|ـ(?=\s)|(?<=\s)ـ|\sمن\s")
# Where a dateline may end and the first sentence begin.
_DATELINE_END = re.compile(
    r"\s*(?::|/\s|[-–—]{2,}|\)\s*[-–—]+|\s[-–—]\s|(?<=[^\W\d_])[-–—]\s|[-–—](?=\s))\s*"
)
_MAY_END = re.compile("[-–—:/)]")
_LONGEST_DATELINE = 90
# An agency's name in a dateline with the day: "place, 3 May (agency) -", "place/3 May/agency -".
_DAY_AND_AGENCY = re.compile(r"(?<=[(/])\s*(?P<agency>[^()/–—-]{2,30}?)\s*(?:[)/]\s*[-–—:]*|\s?[-–—]+)\s*")
_PLACE_AND_DAY = re.compile(r"[^\d.:()/]{2,40}[\s،,/]+\d{1,2}[\s/][^.:()]{2,40}")
# A sentence that begins with the outlet's own name: "… ترصد في هذا التقرير".
_SPEAKS = rf"\W{{0,3}}(?P<name>\S{{1,30}}(?:\s\S{{1,30}}){{0,3}}?)\s(?:{'|'.join(sorted(SELF_VERBS))})(?!\w)"
_SELF_AT_FIRST, _SELF = re.compile(_SPEAKS), re.compile(rf"[.!؟]\s{_SPEAKS}")
# How agencies that speak of themselves by name begin: "وأفادت وكالة … للأنباء".
_REPORTS = re.compile(r"و?[أا]فادت\s+(?P<name>وكالة\s\S+(?:\s\S+)?\s+للأنباء)")
_IN_TITLE = re.compile(r"(?:^|\s)ل(?:ـ)?\s?[«\"“](?P<name>[^»\"”]{2,30})[»\"”]")
_CALL = re.compile(r"(?:تابعوا|تابع|تطبيق|متابعة)\s+(?P<name>\S+(?:\s\S+){0,3}?)\s+(?:على|عبر)(?!\w)")
_OWN_LINK = re.compile(r"(?:بصحيفة|بجريدة|بموقع|في صحيفة|على موقع|بوكالة)\s+(?P<name>[^:]{2,30}):")
_RIGHTS = re.compile(r"حقوق\s.{0,40}?محفوظة\s{0,3}(?:لدى|ل)?[\s©\d:–-]{0,12}(?P<name>[^\d©.]{3,40})")
_PAGE_SHAPES = (_CALL, _OWN_LINK, _RIGHTS)


def byline(reading: Reading) -> None:
    """Take "outlet - author", "place: agency" and their like from lines between the title and the text."""
    below = reading.facts.title is None
    text = None
    for place in range(reading.head_end):
        line = reading.lines[place]
        below = below or line.role is Role.TITLE
        if line.role is not None or line.word_count > _LONGEST_BYLINE_WORDS or line.text.endswith("؟"):
            continue
        named = reading.read_byline(_with_confirmed(reading, line.text))
        if named is None and has_family_name(line.text):
            named = Byline(None, (proper(trim(line.text)),))
        if named is None or not below:
            continue
        if not _SEPARATOR.search(line.text):
            # A bare name may be a menu's, or the person in the picture or in the story: those are told of.
            text = text if text is not None else " \n ".join(reading.body_keys())
            if named.people and not _leads_title(reading, named) and _told_of(named.people[0], text, line):
                reading.reject(line, Role.BYLINE, "the text tells of this person")
                continue
            if key(line.text) not in AGENCIES and not _text_follows(reading, place):
                reading.reject(line, Role.BYLINE, "a name alone, and no text below it")
                continue
        reading.claim(line, Role.BYLINE)
        reading.facts.take_names(named)


def _leads_title(reading: Reading, named: Byline) -> bool:
    """Whether the title begins with the name and a colon, as columns have their author."""
    title = reading.facts.title or ""
    return key(title.partition(":")[0]) == key(named.people[0]) and ":" in title


def _text_follows(reading: Reading, place: int) -> bool:
    return any(line.is_prose for line in reading.lines[place + 1 : place + 1 + _LINES_ABOVE_TEXT])


def _with_confirmed(reading: Reading, text: str) -> str:
    """`text` with quotation marks around the site's own name, which the document has shown already."""
    for name in (reading.facts.site_name, reading.facts.masthead):
        if name and key(name) in key(text):
            for part in re.split(r"([-–—/|:ـ]+)", text):
                if key(part) == key(name):
                    return text.replace(part, f" «{trim(part)}» ", 1)
    return text


def _told_of(name: str, text: str, line: Line) -> bool:
    return text.count(key(name)) > (1 if key(name) in key(line.text) else 0)


def dateline(reading: Reading) -> None:
    """Take the byline from before the first sentence, which stays in the body without it.

    A place alone is left where it stands: it tells nothing that the record has room for.
    """
    first = next((line for line in reading.lines if line.role is None and line.is_prose), None)
    if first is None or not _MAY_END.search(first.text, 0, _LONGEST_DATELINE + 10):
        return
    for agency in _DAY_AND_AGENCY.finditer(first.text, 0, _LONGEST_DATELINE):
        outlet = reading.names.outlet_in(agency["agency"])
        if outlet and _PLACE_AND_DAY.match(first.text, 0, agency.start()):
            reading.facts.source = reading.facts.source or outlet
            _take_date_of_dateline(reading, first.text[: agency.end()])
            _cut_off(first, agency.end())
            return
    found = None
    for end in _DATELINE_END.finditer(first.text, 0, _LONGEST_DATELINE + 10):
        if end.start() > _LONGEST_DATELINE or end.end() >= len(first.text):
            break
        named = reading.read_byline(_with_confirmed(reading, first.text[: end.end()].rstrip(" -–—:")))
        if named and (
            named.outlet or (named.people and _SEPARATOR.search(first.text[: end.start()].strip("(")))
        ):
            found = (end, named)
    if found is None:
        return
    end, named = found
    reading.facts.take_names(named)
    _cut_off(first, end.end())


def _cut_off(line: Line, end: int) -> None:
    line.cut_off, line.content = line.text[:end].strip(), line.text[end:]


def _take_date_of_dateline(reading: Reading, text: str) -> None:
    date = find_date(text)
    if date and not reading.facts.dated:
        reading.facts.dated, reading.facts.published = True, date.iso


def signature(reading: Reading) -> None:
    """Take an outlet's or agency's name from a line behind the text, and an author's from below its end."""
    text = [place for place, line in reading.unclaimed() if line.is_prose]
    if not text:
        return
    below = False
    for place, line in reading.unclaimed():
        if place < text[0] or line.is_prose or line.word_count > _LONGEST_SIGNATURE_WORDS:
            continue
        named = reading.read_byline(line.text)
        if named and place < text[-1] and (named.outlet is None or reading.names.is_known(named.outlet)):
            reading.reject(line, Role.BYLINE, "in the middle of the text it may be any word")
            continue
        if named and (named.outlet or (named.people and place > text[-1] and not below)):
            reading.claim(line, Role.BYLINE)
            reading.facts.take_names(named)
        elif place > text[-1] and not below and _is_given_name_alone(line):
            reading.claim(line, Role.BYLINE)
            reading.facts.author = reading.facts.author or proper(trim(line.text))
        below = place > text[-1]


def _is_given_name_alone(line: Line) -> bool:
    word = key(line.text)
    return (
        line.word_count == 1 and is_given_name(word) and word not in STORY_OPENERS and word not in _ALSO_WORDS
    )


def own_name(reading: Reading) -> None:
    """Where no outlet is named as such: the site's name beside its title, on its masthead, in its calls."""
    facts, names = reading.facts, reading.names
    if facts.source is not None:
        return
    if facts.site_name:
        facts.source = names.outlet_in(facts.site_name) or facts.site_name
        return
    if facts.masthead and names.is_outlet(facts.masthead):
        facts.source = facts.masthead
        return
    facts.source = next(_self_mentions(reading), None) or facts.masthead or facts.nobody


def _self_mentions(reading: Reading) -> Iterator[str]:
    names = reading.names
    for line in reading.lines:
        shapes = (
            _PAGE_SHAPES if line.role is Role.FURNITURE else (_IN_TITLE,) if line.role is Role.TITLE else ()
        )
        for shape in shapes:
            if (found := shape.search(line.text)) and (outlet := names.outlet_in(found["name"])):
                yield outlet
    text = [line for line in reading.lines if line.role is None and line.is_prose]
    for line in text[:2]:
        if found := _REPORTS.match(line.text):
            yield found["name"]
    for line in text:
        at_first = _SELF_AT_FIRST.match(line.text)
        later = _SELF.finditer(line.text, at_first.end() if at_first else 0)
        for found in chain((at_first,) if at_first else (), later):
            words = found["name"].split()
            for start in range(len(words)):
                name = " ".join(words[start:])
                if names.is_known(name) and (outlet := names.outlet_in(name)):
                    yield outlet
