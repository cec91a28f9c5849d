"""Tags: where one ends and the next begins."""

from __future__ import annotations

import re

from newsgen.loader.reading import Reading, Role
from newsgen.text.fold import fold_all, fold_plain, key
from newsgen.text.letters import proper

_SEPARATORS = re.compile(r"[،,;؛|#•\n]|\s[-–—/]\s")
_IN_WORD = re.compile(r"\w")
_NEXT_WORD = re.compile(r"[^\w\n]+(\w+)")
_LONGEST_TAG_WORDS = 8


def tags(reading: Reading) -> None:
    """Take the tags of the lines that labels marked; spellings of one tag count once, in Arabic letters."""
    found: dict[str, str] = {}
    body: str | None = None
    for line in reading.lines:
        if line.role is not Role.TAGS:
            continue
        if _SEPARATORS.search(line.content):
            names = _SEPARATORS.split(line.content)
        else:
            body = body or _folded(reading)
            names = divide(line.content, body)
        for name in names:
            tag = " ".join(proper(name).replace("_", " ").strip("# .").split())
            found.setdefault(key(tag), tag)
    found.pop("", None)
    reading.facts.tags = list(found.values())


def _folded(reading: Reading) -> str:
    text = "\n".join(reading.body_texts())
    return fold_plain(text) if reading.is_plain else fold_all(text)


def divide(text: str, body: str) -> list[str]:
    """Divide tags that only spaces part: the longest run of words that stands in the body is one tag.

    `body` is folded, the title and each paragraph on a line. A word that it does not have stays alone.
    """
    words = text.split()
    keys = [key(word).split() for word in words]
    names, start = [], 0
    while start < len(words):
        end = start + _length_of_run(keys[start : start + _LONGEST_TAG_WORDS], body)
        names.append(" ".join(words[start:end]))
        start = end
    return names


def _length_of_run(words: list[list[str]], body: str) -> int:
    """How many of `words`, each one or several, stand in the body one behind another: one at least."""
    if len(words) == 1 or not words[0]:
        return 1
    first, *rest = words[0]
    ends = _ends_of(first, body)
    for count, word in enumerate(words[1:], start=1):
        ends = [end for place in ends if (end := _end_behind(place, [*rest, *word], body))]
        if not ends or not word:
            return count
        rest = []
    return len(words)


def _ends_of(word: str, body: str) -> list[int]:
    """Where `word` ends in the body, or what begins with it."""
    ends, place = [], body.find(word)
    while place >= 0:
        end = place + len(word)
        if not place or not _IN_WORD.match(body, place - 1):
            ends.append(end)
        place = body.find(word, end)
    return ends


def _end_behind(place: int, words: list[str], body: str) -> int:
    """Where `words` end if they stand behind `place` on its line, else 0."""
    for word in words:
        found = _NEXT_WORD.match(body, place)
        if not found or found[1] != word:
            return 0
        place = found.end()
    return place
