"""A seed file to its pieces: itself, the members of a pack, the rows of a table."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from newsgen.loader.flaw import Flaw
from newsgen.loader.forms import SEEDS_ARE, find_form
from newsgen.loader.pack import DAMAGES, GrownTooMuchError, Limited, bomb, damaged, iter_members
from newsgen.loader.piece import MAX_BYTES, Piece, huge
from newsgen.loader.rows import iter_rows
from newsgen.model.problem import Problem


def iter_pieces(path: str, file: Path) -> Iterator[Piece | Problem]:
    """What the seed `file` holds, in its order: at least one piece or problem. Nothing is written to disk.

    `path` is the seed's path relative to the project. A text or a page is one piece, still to be read; all
    else streams, a piece at a time. Problem codes: "unreadable", "huge", "kind-unknown", "empty", those of
    `pack.iter_members` and of `rows.iter_rows`.
    """
    form = find_form(file.name)
    if form in {"text", "page"}:
        yield Piece(path, "page" if form == "page" else "text", file)
        return
    try:
        with file.open("rb") as stream:
            size = file.stat().st_size
            found: Piece | Problem | None = None
            pieces = _unzipped(path, stream, size) if form == "zip" else _opened(path, path, stream, size)
            for found in pieces:
                yield found
            if found is None:
                yield Flaw("empty", None, "there is no article in it", "fill it or delete it").at(path)
    except OSError as error:
        flaw = Flaw("unreadable", None, f"cannot read: {error.strerror}", "mend its permissions or remove it")
        yield flaw.at(path)


def _unzipped(path: str, stream: IO[bytes], size: int) -> Iterator[Piece | Problem]:
    for member in iter_members(stream, size):
        if isinstance(member, Flaw):
            yield member.at(path)
        elif isinstance(member.content, Flaw):
            yield member.content.at(f"{path}/{member.name}")
        else:
            with member.content as opened:
                yield from _opened(f"{path}/{member.name}", member.name, opened, member.packed_size)


def _opened(path: str, name: str, stream: IO[bytes] | Limited, size: int) -> Iterator[Piece | Problem]:
    """The pieces of an open file or member of `size` bytes; `name` tells what it holds."""
    form = find_form(name)
    try:
        if form == "rows":
            yield from iter_rows(path, name, stream)
        elif form in {"text", "page"}:
            data = stream.read(MAX_BYTES + 1)
            too_much = len(data) > MAX_BYTES
            yield huge().at(path) if too_much else Piece(path, "page" if form == "page" else "text", data)
        elif not isinstance(stream, Limited) and _is_packed_seed(name):
            with gzip.GzipFile(fileobj=stream) as unpacked:
                yield from _opened(path, name[:-3], Limited(unpacked, size), size)
        else:
            what = f"this kind of file is not read here: {SEEDS_ARE}"
            yield Flaw("kind-unknown", None, what, "take it out, or unpack it").at(path)
    except GrownTooMuchError:
        yield bomb().at(path)
    except DAMAGES as error:
        yield damaged(error).at(path)


def _is_packed_seed(name: str) -> bool:
    """Whether `name` is that of one text, page or table in a gzip file: "rows.jsonl.gz"."""
    return find_form(name) == "gzip" and find_form(name[:-3]) in {"text", "page", "rows"}
