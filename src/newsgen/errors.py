"""What can be wrong with a project, as exceptions.

What is wrong with one document is never an exception but a `Problem` (newsgen.model.problem).

    NewsgenError
    ├── ConfigError      newsgen.yaml or an option: unknown key, wrong type, missing folder
    ├── TemplateError    a template that does not compile or fails while it runs
    ├── ArchiveError     the catalogue in .newsgen/: locked by another build, unwritable
    └── OutputError      the output folder: not newsgen's own, unwritable
"""

from __future__ import annotations

from pathlib import Path


def printable(text: str) -> str:
    """`text` on one line that shows what it holds: line breaks, controls and bidi marks as escapes.

    The names of files and keys come from outside, and could otherwise forge lines or repaint a terminal.
    """
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in text
    )


class NewsgenError(Exception):
    """A fault of the project, told on one line: where, what, why, and what to do.

    `where` is a file or folder, `line` a line in it (1-based) or None, `what` the fault and its reason,
    `hint` what the user can do about it.
    """

    def __init__(
        self, what: str, *, where: Path | str | None = None, line: int | None = None, hint: str = ""
    ) -> None:
        self.what, self.where, self.line, self.hint = what, where, line, hint
        super().__init__(what, where, line, hint)

    def __reduce__(self) -> tuple[object, ...]:
        # Raised in worker processes too: the keyword-only facts have to survive pickling.
        return (_rebuild, (type(self), self.what, self.where, self.line, self.hint))

    def __str__(self) -> str:
        place = (
            "" if self.where is None else f"{self.where}:{self.line}: " if self.line else f"{self.where}: "
        )
        return printable(f"{place}{self.what}{'; ' + self.hint if self.hint else ''}")


def _rebuild(
    kind: type[NewsgenError], what: str, where: Path | str | None, line: int | None, hint: str
) -> NewsgenError:
    return kind(what, where=where, line=line, hint=hint)


class ConfigError(NewsgenError):
    """newsgen.yaml or a command-line option cannot be used."""


class TemplateError(NewsgenError):
    """A template does not compile, is missing, or failed while it ran."""


class ArchiveError(NewsgenError):
    """The archive's catalogue cannot be opened, is locked, or cannot be written."""


class OutputError(NewsgenError):
    """The output folder cannot be used or written."""
