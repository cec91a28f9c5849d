"""What somebody asked for: words, phrases in quotation marks, and those that are to be left out."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from newsgen.search.alphabet import folded, words

Sort = Literal["newest", "oldest", "relevance"]
_PART = re.compile(r'(-?)(?:["“”«»„]([^"“”«»„]*)["“”«»„]|(\S+))')


class Part(NamedTuple):
    """A part of a query: a word in any of its forms, or, `exact`, words beside one another in just these."""

    words: tuple[str, ...]
    exact: bool
    excluded: bool


class Query(NamedTuple):
    """A query: parts of which all have to be in an article, and what narrows it down."""

    parts: tuple[Part, ...]
    source: str = ""
    tag: str = ""
    first_year: int = 0
    last_year: int = 9999
    sort: Sort = "newest"


def parse_parts(text: str) -> tuple[Part, ...]:
    """The parts of what somebody wrote into the field. "-" leaves out what it stands before."""
    parts = []
    for found in _PART.finditer(text):
        excluded, phrase, word = found.groups()
        listed = tuple(words(word if phrase is None else phrase))
        if phrase is not None or excluded:
            exact = phrase is not None or len(listed) > 1
            parts += [Part(listed, exact, bool(excluded))] if listed else []
        else:
            # A hyphen or a digit that touches a letter makes several words of one: all are asked for.
            parts += [Part((single,), exact=False, excluded=False) for single in listed]
    return tuple(dict.fromkeys(parts))


def same_name(one: str, other: str) -> bool:
    """Whether two names of sources or tags are spellings of one."""
    return folded(one).split() == folded(other).split()
