"""Twins: a text file's bytes compressed beforehand, for hosts that send them as they are (gzip_static)."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path, PurePosixPath

from newsgen.model.site import Encoding
from newsgen.output.files import Streamed, write, write_stream

# Not data: they are fetched to be kept, and their own compressed names would be taken for twins.
_TEXT = frozenset({".html", ".css", ".js", ".mjs", ".svg", ".xml", ".json", ".txt", ".bib", ".webmanifest"})
_ENCODINGS: tuple[Encoding, ...] = ("gz", "br")
_LEVEL = 9


def twins_of(name: str, encodings: Sequence[Encoding] = _ENCODINGS) -> list[str]:
    """The names of a file's twins; only text has any that is no data."""
    if not encodings:  # asked for every page
        return []
    has_twins = PurePosixPath(name).suffix in _TEXT and not name.startswith("data/")
    return [f"{name}.{encoding}" for encoding in encodings] if has_twins else []


def original_of(name: str, encodings: Sequence[Encoding]) -> str | None:
    """The name of the file whose twin `name` is, or None."""
    original, _, encoding = name.rpartition(".")
    return original if name in twins_of(original, encodings) and encoding else None


def write_with_twins(root: Path, name: str, data: bytes, encodings: Sequence[Encoding]) -> bool:
    """`write`, and the file's twins with it; True if the file itself was written. Raises OutputError."""
    twins = twins_of(name, encodings)
    written = write(root, name, data, twins)
    _add(root, twins, data)
    return written


def stream_with_twins(
    root: Path, name: str, pieces: Iterable[bytes], encodings: Sequence[Encoding]
) -> Streamed:
    """`write_stream`, and the file's twins with it. Raises OutputError."""
    twins = twins_of(name, encodings)
    streamed = write_stream(root, name, pieces, twins)
    if twins:
        _add(root, twins, (root / name).read_bytes())
    return streamed


def _add(root: Path, twins: Iterable[str], data: bytes) -> None:
    """Write the twins that are missing: those of other bytes have gone."""
    for twin in twins:
        if not (root / twin).is_file():
            write(root, twin, _COMPRESS[twin.rpartition(".")[2]](data))


def _gzip(data: bytes) -> bytes:
    return gzip.compress(data, _LEVEL, mtime=0)


def _brotli(data: bytes) -> bytes:
    # Of the extra newsgen[br]: only those who ask for it need it.
    compressed: bytes = import_module("brotli").compress(data, mode=1, quality=_LEVEL)
    return compressed


_COMPRESS: dict[str, Callable[[bytes], bytes]] = {"gz": _gzip, "br": _brotli}
