"""Tags: where one ends and the next begins."""

from __future__ import annotations

import re

from newsgen.loader.reading import Reading, Role
from newsgen.text.fold import key
from newsgen.text.letters import proper

_SEPARATORS = re.compile(r"[،,;؛|#•\n]|\s[-–—/]\s")
_LONGEST_TAG_WORDS = 8


def tags(reading: Reading) -> None:
    """Take the tags of the lines that labels marked; spellings of one tag count once, in Arabic letters."""
    found: dict[str, str] = {}
    body: list[str] | None = None
    for line in reading.lines:
        if line.role is not Role.TAGS:
            continue
        if _SEPARATORS.search(line.content):
            names = _SEPARATORS.split(line.content)
        else:
            body = body or reading.body_keys()
            names = divide(line.content, body)
        for name in names:
            tag = " ".join(proper(name).replace("_", " ").strip("# .").split())
            found.setdefault(key(tag), tag)
    found.pop("", None)
    reading.facts.tags = list(found.values())


def divide(text: str, body: list[str]) -> list[str]:
    """Divide tags that only spaces part: the longest run of words that stands in the body is one tag.

    `body` are the folded words of the title and of each line. A word that the body does not have stays alone.
    """
    words = text.split()
    folded = [key(word) for word in words]
    haystack = "".join(f" {line} \n" for line in body)
    names, start = [], 0
    while start < len(words):
        end = start + 1
        # A run stands in the body only if the run without its last word does.
        while end < min(start + _LONGEST_TAG_WORDS, len(words)) and (
            f" {' '.join(folded[start : end + 1])} " in haystack
        ):
            end += 1
        names.append(" ".join(words[start:end]))
        start = end
    return names
