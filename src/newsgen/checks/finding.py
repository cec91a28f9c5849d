"""A finding of a check: what is wrong, where, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsgen.errors import printable

Level = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found in `file`, on `line` (1-based) or in all of it.

    `code` is a stable kebab-case name, `message` and `hint` one sentence each without a full stop. A note is
    worth knowing and no fault.
    """

    file: str
    line: int | None
    code: str
    message: str
    hint: str = ""
    level: Level = "error"

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return printable(f"{place}: {self.code}: {self.message}{'; ' + self.hint if self.hint else ''}")
