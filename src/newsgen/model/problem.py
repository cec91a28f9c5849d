"""A fault of one document: recorded, counted and shown, never raised."""

from __future__ import annotations

from dataclasses import dataclass

from newsgen.errors import printable


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong with a document, where, and what to do about it.

    `path` is the document's path relative to the project, `line` 1-based or None for the whole document,
    `code` a stable kebab-case name, `message` and `hint` one sentence each without a full stop.
    """

    path: str
    line: int | None
    code: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return printable(f"{place}: {self.code}: {self.message}{'; ' + self.hint if self.hint else ''}")
