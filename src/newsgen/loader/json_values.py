"""The values of a JSON text as it streams past: the elements of its list, or one standing behind another."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from newsgen.loader.piece import MAX_BYTES

_BETWEEN = re.compile(r"[\s,]*")
_scan = json.JSONDecoder(strict=False).raw_decode


class BrokenJsonError(Exception):
    """The text is no JSON from `line` (1-based) on, or a value in it is too large."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line


def iter_values(chunks: Iterator[str]) -> Iterator[tuple[int, str]]:
    """The line where each value begins, and its text. Raises BrokenJsonError.

    No more than the largest value that is allowed (`piece.MAX_BYTES` characters) is held in memory.
    """
    text = _Text(chunks)
    is_list = text.next_mark() == "["
    if is_list:
        text.pass_by(1)
    while (mark := text.next_mark()) and not (is_list and mark == "]"):
        line = text.line
        yield line, text.pass_by(text.length_of_value())


class _Text:
    """The part of the text that is held, and the place in it up to which it was read."""

    def __init__(self, chunks: Iterator[str]) -> None:
        self._chunks, self._held, self._at = chunks, "", 0
        self.line = 1

    def next_mark(self) -> str:
        """The first character of what comes next; "" at the end."""
        while True:
            between = _BETWEEN.match(self._held, self._at)
            self.pass_by(between.end() - self._at if between else 0)
            if self._at < len(self._held) or not self._read_on():
                return self._held[self._at : self._at + 1]

    def pass_by(self, length: int) -> str:
        """Read so many characters, and count their lines."""
        passed = self._held[self._at : self._at + length]
        self._at += length
        self.line += passed.count("\n")
        return passed

    def length_of_value(self) -> int:
        """How long the value that comes next is."""
        while True:
            try:
                return _scan(self._held, self._at)[1] - self._at
            except RecursionError:
                raise BrokenJsonError(self.line, "it is nested too deep") from None
            except ValueError as error:
                if len(self._held) - self._at > MAX_BYTES:
                    raise BrokenJsonError(self.line, "a value has no end in sight") from None
                if not self._read_on():
                    raise BrokenJsonError(self.line, str(error).split(":")[0]) from None

    def _read_on(self) -> bool:
        chunk = next(self._chunks, None)
        if chunk is not None:
            self._held, self._at = self._held[self._at :] + chunk, 0
        return chunk is not None
