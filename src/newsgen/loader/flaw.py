"""What is wrong with a document, before its path is put to it."""

from __future__ import annotations

from dataclasses import dataclass

from newsgen.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Flaw:
    """A `Problem` without a path: what functions report that see only bytes or text.

    `line` is 1-based or None for the whole document.
    """

    code: str
    line: int | None
    message: str
    hint: str = ""

    def at(self, path: str) -> Problem:
        """The flaw as a problem of the document at `path`."""
        return Problem(path, self.line, self.code, self.message, self.hint)
