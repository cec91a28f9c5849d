"""Twins: a text file's bytes compressed beforehand, for hosts that send them as they are (gzip_static)."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path, PurePosixPath

from newsgen.model.site import Encoding
from newsgen.output.files import write

# Not data: they are fetched to be kept, and their own compressed names would be taken for twins.
_TEXT = frozenset({".html", ".css", ".js", ".mjs", ".svg", ".xml", ".json", ".txt", ".bib", ".webmanifest"})
_ENCODINGS: tuple[Encoding, ...] = ("gz", "br")
_LEVEL = 9


def twins_of(name: str, encodings: Sequence[Encoding] = _ENCODINGS) -> list[str]:
    """The names of a file's twins; only text has any that is no data."""
    has_twins = PurePosixPath(name).suffix in _TEXT and not name.startswith("data/")
    return [f"{name}.{encoding}" for encoding in encodings] if has_twins else []


def original_of(name: str, encodings: Sequence[Encoding]) -> str | None:
    """The name of the file whose twin `name` is, or None."""
    original, _, encoding = name.rpartition(".")
    return original if name in twins_of(original, encodings) and encoding else None


def write_with_twins(root: Path, name: str, data: bytes, encodings: Sequence[Encoding]) -> bool:
    """`write`, and the file's twins with it; True if the file itself was written. Raises OutputError."""
    written = write(root, name, data)
    if encodings and twins_of(name):
        _write_twins(root, name, data, encodings, anew=written)
    return written


def add_twins(root: Path, name: str, encodings: Sequence[Encoding], *, anew: bool) -> None:
    """Write the twins of a file that is there; those that there are already only if `anew`."""
    if encodings and twins_of(name):
        _write_twins(root, name, (root / name).read_bytes(), encodings, anew=anew)


def _write_twins(root: Path, name: str, data: bytes, encodings: Sequence[Encoding], *, anew: bool) -> None:
    for encoding in encodings:
        twin = f"{name}.{encoding}"
        if anew or not (root / twin).is_file():
            write(root, twin, _COMPRESS[encoding](data))


def _gzip(data: bytes) -> bytes:
    return gzip.compress(data, _LEVEL, mtime=0)


def _brotli(data: bytes) -> bytes:
    # Of the extra newsgen[br]: only those who ask for it need it.
    compressed: bytes = import_module("brotli").compress(data, mode=1, quality=_LEVEL)
    return compressed


_COMPRESS: dict[Encoding, Callable[[bytes], bytes]] = {"gz": _gzip, "br": _brotli}
