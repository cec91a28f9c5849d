"""What a project tells the loader of its documents, in newsgen.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LabelKind = Literal["date", "source", "author", "tags", "category", "related"]


@dataclass(frozen=True, slots=True)
class Hints:
    """What holds for a project's documents beside the loader's own rules.

    `columns`: the columns of tables by field, (field, column) each. `labels`: what a label stands before and
    the phrase, each. `outlets`: names of outlets. `ignore`: whole lines to set aside, in which "*" stands for
    anything.
    """

    columns: tuple[tuple[str, str], ...] = ()
    labels: tuple[tuple[LabelKind, str], ...] = ()
    outlets: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def phrases(self, kind: LabelKind) -> tuple[str, ...]:
        """The labels of one kind."""
        return tuple(phrase for labelled, phrase in self.labels if labelled == kind)


NO_HINTS = Hints()
