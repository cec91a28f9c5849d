"""What a document must have for a rule to be shown it. All of it is known while reading; nothing is searched.

A need may be met by a document in which the rule then finds nothing, but a rule finds nothing where its need
is not met.
"""

from __future__ import annotations

from collections.abc import Callable

from newsgen.loader.reading import Reading, Role

Need = Callable[[Reading], bool]


def anything(_: Reading) -> bool:
    """Nothing in particular."""
    return True


def short_lines(reading: Reading) -> bool:
    """Unclaimed lines that are no running text."""
    return reading.short_left > 0


def labelled(*names: str) -> Need:
    """Lines that may begin with one of these labels (`lexicon.Label`)."""
    return lambda reading: not reading.labels.isdisjoint(names)


def claimed(*roles: Role) -> Need:
    """Lines that a rule has claimed for one of these roles."""
    return lambda reading: not reading.roles.isdisjoint(roles)


def signs(*those: str) -> Need:
    """One of these signs anywhere in the document."""
    return lambda reading: any(sign in reading.text for sign in those)


def either(*needs: Need) -> Need:
    """One of these."""
    return lambda reading: any(need(reading) for need in needs)
