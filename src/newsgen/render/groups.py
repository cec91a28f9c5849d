"""Listings in groups: articles under their day, terms under their first letter."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from newsgen.model.pages import ListedCard, Term
from newsgen.text.collation import initial


def by_day(cards: Iterable[ListedCard]) -> list[tuple[str | None, list[ListedCard]]]:
    """The cards of each ISO day together, in the order in which they come; None for the undated ones."""
    return [(day, list(group)) for day, group in groupby(cards, lambda card: card.day)]


def by_initial(terms: Iterable[Term]) -> dict[str, list[Term]]:
    """The terms under each first letter, letters and terms in the order in which they come."""
    groups: dict[str, list[Term]] = {}
    for term in terms:
        groups.setdefault(initial(term.name), []).append(term)
    return groups
