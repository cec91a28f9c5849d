"""Lines that say themselves what they are: "المصدر: …", "تاريخ النشر: …", "كلمات دلالية: …", "كتب: …"."""

from __future__ import annotations

import re
from itertools import takewhile

from newsgen.loader.lexicon import BARE_TAGS, OWN_LINK, UPDATE
from newsgen.loader.names import is_given_name, is_person, trim
from newsgen.loader.phrasebook.outlets import NOBODY
from newsgen.loader.phrasebook.people import ROLES
from newsgen.loader.reading import Line, Reading, Role
from newsgen.text.fold import key
from newsgen.text.letters import proper
from newsgen.text.phrases import Found

_LONGEST_VALUE_WORDS = 12
_LONGEST_OUTLET_WORDS = 6
_LONGEST_TAGS_WORDS = 200
_LONGEST_TAG_WORDS = 3
_LONGEST_OWN_LINK_WORDS = 25
# A given name and an initial, "ياسين. ب": how newspapers of the Maghreb sign.
_INITIALED = re.compile(r"[^\W\d_]{2,}\.?\s[^\W\d_]\.?")
_HASHTAGS = re.compile(r"(?:#\w+\s*){1,20}")
_SEPARATOR = re.compile(r"\s[-–—|]\s|[/|،,]")
# Between two labelled facts on one line.
_NEXT_FACT = re.compile(r"\s+[-–—|•]\s+(?=[^\W\d_]+(?:\s[^\W\d_]+){0,2}\s?[:：])")


def several_facts(reading: Reading) -> None:
    """Divide a short line that holds several labelled facts: "آخر تحديث … - المصدر: …"."""
    place = 0
    while place < len(reading.lines):
        line = reading.lines[place]
        found = _NEXT_FACT.search(line.text) if line.role is None and not line.is_prose else None
        if found and (reading.lexicon.source.match(line.text[found.end() :]) or line.begins_with(UPDATE)):
            reading.split(place, found.end())
        place += 1


def labelled_source(reading: Reading) -> None:
    """Take the outlet from "المصدر: …" or *نقلا عن "…"."""
    for _, line in reading.labelled():
        found = line.begins_with(reading.lexicon.source) if _short(line) else None
        if found is None:
            continue
        value, colon = trim(found["value"]), found["colon"]
        if not value:
            reading.claim(line, Role.SOURCE)
        elif _may_be_outlet(found["value"]) if colon else _names_outlet(reading, line, value):
            reading.claim(line, Role.SOURCE)
            _take_source(reading, value)


def _take_source(reading: Reading, value: str) -> None:
    facts = reading.facts
    parts = [part for part in map(trim, _SEPARATOR.split(value)) if part]
    named = [
        part for part in parts if key(part) not in NOBODY and not key(part).startswith(key("وسائل إعلام"))
    ]
    if not named:
        facts.nobody = facts.nobody or value
        return
    byline = reading.read_byline(" - ".join(named))
    if byline and byline.people:
        facts.author = facts.author or "، ".join(byline.people)
    facts.source = facts.source or (byline and byline.outlet) or " - ".join(named)


def _may_be_outlet(value: str) -> bool:
    words = value.split()
    return len(words) <= _LONGEST_OUTLET_WORDS and not (len(words) > 3 and value.endswith((".", "؟", "!")))


def _names_outlet(reading: Reading, line: Line, value: str) -> bool:
    """Without a colon the label may begin a sentence: a star before it or a known outlet behind it tells."""
    return len(value.split()) <= _LONGEST_OUTLET_WORDS and (
        line.text.startswith("*") or reading.names.outlet_in(value) is not None
    )


def labelled_category(reading: Reading) -> None:
    """Take the section from "القسم: …"."""
    for _, line in reading.labelled():
        if line.word_count <= 6 and (found := line.begins_with(reading.lexicon.category)):
            reading.claim(line, Role.CATEGORY)
            if name := proper(trim(found["value"])):
                reading.facts.categories.append(name)


def own_link(reading: Reading) -> None:
    """Claim the line that gives the article's own address or repeats its title behind "رابط الخبر"."""
    for _, line in reading.labelled():
        if line.word_count <= _LONGEST_OWN_LINK_WORDS and line.begins_with(OWN_LINK):
            reading.claim(line, Role.FURNITURE)


def labelled_tags(reading: Reading) -> None:
    """Claim the line of tags, or the short lines below a label that stands alone, a tag each.

    The rule "tags" divides them once the body is known: it looks up each word in the whole body, so that no
    document may have them without end.
    """
    left = _LONGEST_TAGS_WORDS
    unclaimed = reading.unclaimed()
    marked = [(place, line) for place, line in unclaimed if line.labels or line.text[0] == "#"]
    end = next((place for place, line in reversed(unclaimed) if line.is_prose), 0)
    for place, line in marked:
        if line.role is not None or line.word_count > left:
            continue
        if found := line.begins_with(reading.lexicon.tags) or (place > end and line.begins_with(BARE_TAGS)):
            reading.claim(line, Role.TAGS, content=found["value"])
            if not found["value"]:
                _take_tags_below(reading, place)
        elif _HASHTAGS.fullmatch(line.text):
            reading.claim(line, Role.TAGS)
        else:
            continue
        left -= line.word_count


def _take_tags_below(reading: Reading, place: int) -> None:
    taken = list(takewhile(_may_be_tag, reading.lines[place + 1 :]))
    for line in taken:
        # A tag a line; where there is one line, it may hold several.
        reading.claim(line, Role.TAGS, content=f"{line.text}،" if len(taken) > 1 else None)


def _may_be_tag(line: Line) -> bool:
    return (
        line.role is None
        and line.word_count <= _LONGEST_TAG_WORDS
        and not line.text.endswith((":", ".", "؟"))
    )


def labelled_author(reading: Reading) -> None:
    """Take the author from "كتب: …" or "بقلم …", and the outlet where it stands beside the name."""
    for place, line in reading.labelled():
        found = line.begins_with(reading.lexicon.author)
        if found is None:
            continue
        if line.word_count > _LONGEST_VALUE_WORDS or line.is_prose:
            _divide_from_text(reading, place, found)
            continue
        named = reading.read_byline(found["value"])
        people = named.people if named else ()
        if not people and line.word_count <= 5 and _is_author(found["value"]):
            people = (proper(trim(found["value"])),)
        if not people and key(found["value"]) not in ROLES:
            continue
        reading.claim(line, Role.BYLINE)
        reading.facts.author = reading.facts.author or "، ".join(people) or None
        reading.facts.source = reading.facts.source or (named.outlet if named else None)


def _is_author(name: str) -> bool:
    return is_person(name) or _INITIALED.fullmatch(name) is not None


def _divide_from_text(reading: Reading, place: int, label: Found) -> None:
    """Take "بقلم: name" from before the text that runs on behind it: a given name and what belongs to it."""
    words = label["value"].split()
    if reading.facts.author or len(words) < 3 or not is_given_name(words[0]) or place > 5:
        return
    count = 2
    while count < 4 and (
        key(words[count]).startswith("ال") or key(words[count - 1]) in {"بن", "ابو", "ال", "عبد"}
    ):
        count += 1
    name = " ".join(words[:count])
    if not is_person(name):
        return
    at = label.start("value") + len(name)
    reading.claim(reading.split(place, at), Role.BYLINE)
    reading.facts.author = proper(trim(name))


def _short(line: Line) -> bool:
    return line.word_count <= _LONGEST_VALUE_WORDS
