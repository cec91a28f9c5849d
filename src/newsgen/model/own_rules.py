"""What a project adds to the loader's own rules, in newsgen.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LabelKind = Literal["date", "source", "author", "tags", "category", "related"]


@dataclass(frozen=True, slots=True)
class OwnRules:
    """Phrases that hold for a project's documents beside the loader's.

    `labels`: (what the label stands before, the phrase) each; `outlets`: names of outlets; `ignore`: whole
    lines to set aside, in which "*" stands for anything.
    """

    labels: tuple[tuple[LabelKind, str], ...] = ()
    outlets: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def phrases(self, kind: LabelKind) -> tuple[str, ...]:
        """The labels of one kind."""
        return tuple(phrase for labelled, phrase in self.labels if labelled == kind)


NO_RULES = OwnRules()
