"""Documents of text collections, whose facts stand between tags: <TITLE>…</TITLE>, <TIME>…</TIME>.

The layout is that of the TREC document collections (https://trec.nist.gov/data/docs_eng.html).
"""

from __future__ import annotations

import re

from newsgen.loader.names import trim
from newsgen.loader.reading import Line, Reading, Role
from newsgen.loader.rules.dates import take_date

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]{1,15})>")
_TAGGED = re.compile(r"<(?P<name>[A-Z][A-Z0-9]{1,15})>\s*(?P<value>.*?)\s*</(?P=name)>")
_DOCUMENT = "<DOC>"
_TITLES = frozenset({"TITLE", "HEADLINE", "HL"})
_DATES = frozenset({"TIME", "DATE", "DATETIME", "DATE_TIME"})
_SOURCES = frozenset({"SRC", "SOURCE"})
_AUTHORS = frozenset({"AUTHOR", "BYLINE"})
_CATEGORIES = frozenset({"CAT", "CATEGORY", "SECTION"})
_TEXT = frozenset({"TEXT", "BODY", "P"})


def tagged_lines(reading: Reading) -> None:
    """Take the facts between tags, set aside what is neither a fact nor inside <TEXT>."""
    if not reading.lines or reading.lines[0].text.upper() != _DOCUMENT:
        return
    inside = ""
    for line in reading.lines:
        if found := _TAGGED.fullmatch(line.text):
            _take(reading, line, found["name"], found["value"])
        elif tag := _TAG.fullmatch(line.text):
            inside = "" if tag["end"] else tag["name"].upper()
            reading.claim(line, Role.FURNITURE)
        elif inside in _TITLES:
            _take(reading, line, inside, line.text)
        elif inside not in _TEXT:
            reading.claim(line, Role.FURNITURE)


def _take(reading: Reading, line: Line, name: str, value: str) -> None:
    facts = reading.facts
    if name in _TITLES and value and facts.title is None:
        reading.claim(line, Role.TITLE, value)
        facts.title = value
    elif name in _DATES:
        take_date(reading, line, value)
    elif name in _SOURCES and value:
        reading.claim(line, Role.SOURCE)
        facts.source = reading.names.outlet_in(value) or trim(value)
    elif name in _AUTHORS and value:
        reading.claim(line, Role.BYLINE)
        named = reading.read_byline(value)
        facts.author = ("، ".join(named.people) or None) if named else trim(value)
    elif name in _CATEGORIES and value:
        reading.claim(line, Role.CATEGORY)
        facts.categories.append(value)
    else:
        reading.claim(line, Role.FURNITURE)
