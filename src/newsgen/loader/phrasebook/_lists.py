"""How the lists of this folder are written: phrases with Arabic commas between them, on any lines."""

from __future__ import annotations

import re

from newsgen.text.fold import key

_COMMA = re.compile(r"\s*،\s*")


def phrases(listed: str) -> tuple[str, ...]:
    """The phrases as they are spelled in the list."""
    return tuple(_COMMA.split(" ".join(listed.split())))


def keys(listed: str) -> frozenset[str]:
    """The phrases folded: see text.fold.key."""
    return frozenset(key(phrase) for phrase in phrases(listed))


def canonical(listed: str) -> dict[str, str]:
    """Each folded spelling with the name it is published under: a line a name, "name: spelling، spelling"."""
    table: dict[str, str] = {}
    for line in listed.strip().splitlines():
        name, _, others = line.strip().partition(": ")
        table.update((key(spelling), name) for spelling in (name, *phrases(others)) if spelling)
    return table
