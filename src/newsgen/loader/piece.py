"""A piece: what one article is made of, a whole file or a part of one."""

from __future__ import annotations

from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import Literal

from newsgen.loader.flaw import Flaw

# A larger document is not read: an article has some kilobytes, and a worker holds the whole text in memory.
MAX_BYTES = 8 * 1024 * 1024
_READ_AT_ONCE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Piece:
    """The bytes of one article, unread: in a file, or in memory where they came out of a pack or a table.

    `path` names it: "seeds/a.txt", "seeds/pack.zip/folder/a.txt", "seeds/rows.jsonl#3" (the third row). A
    row's bytes are a JSON object in UTF-8; `encoding` is that of its table, `line` where it begins there.
    """

    path: str
    form: Literal["text", "page", "row"]
    source: Path | bytes
    encoding: str = ""
    line: int | None = None

    @property
    def weight(self) -> int:
        """The bytes that it carries along where it is sent; a file's are read where they are wanted."""
        return len(self.source) if isinstance(self.source, bytes) else 0


def read_bytes(source: Path | bytes) -> bytes | Flaw:
    """The bytes of a file, or those that are there already; or why they are not read."""
    if isinstance(source, bytes):
        return source
    try:
        with source.open("rb", buffering=0) as stream:
            data = _read(stream)
    except OSError as error:
        return Flaw("unreadable", None, f"cannot read: {error.strerror}", "mend its permissions or remove it")
    return huge() if len(data) > MAX_BYTES else data


def _read(stream: FileIO) -> bytes:
    """All bytes, or somewhat more than are allowed. Little is asked for: reading makes room for all of it."""
    data = stream.read(_READ_AT_ONCE)
    while len(data) <= MAX_BYTES and (more := stream.read(max(_READ_AT_ONCE, len(data)))):
        data += more
    return data


def huge(line: int | None = None) -> Flaw:
    """The flaw of what is larger than `MAX_BYTES`."""
    size = MAX_BYTES // 1024 // 1024
    return Flaw("huge", line, f"the document is larger than {size} MiB", "divide it into articles")
