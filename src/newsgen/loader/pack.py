"""Packs: the members of a ZIP as streams, and what guards against packs that are made to do harm.

Nothing is unpacked to disk, so a member's name can lead nowhere: it is only what its article is called by.
"""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Protocol

from newsgen.loader.flaw import Flaw

_MOST_MEMBERS = 1_000_000
# Text shrinks to a tenth of its size; what grows by more than this is made to fill a disk or a memory.
_MOST_GROWTH = 200
_FREE_BYTES = 16 * 1024 * 1024
_ENCRYPTED, _UTF8_NAME = 0x1, 0x800
_ARABIC = range(0x600, 0x700)

# What Python's readers raise for packs that are damaged or of a method that it does not know.
DAMAGES = (
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
    NotImplementedError,
    OverflowError,
    struct.error,
    zlib.error,
    lzma.LZMAError,
    zipfile.BadZipFile,
)


class GrownTooMuchError(Exception):
    """A pack holds far more than its size lets expect."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a pack: its name with "/" and without steps upwards, its size in the pack, its bytes."""

    name: str
    packed_size: int
    content: IO[bytes] | Flaw


class Readable(Protocol):
    """What bytes are read from."""

    def read(self, size: int, /) -> bytes:
        """The next bytes, `size` at most; none at the end."""


class Limited:
    """What `stream` holds, as long as it is not too much for something packed into `packed_size` bytes."""

    def __init__(self, stream: Readable, packed_size: int) -> None:
        self._stream, self._left = stream, _most_bytes(packed_size)

    def read(self, size: int, /) -> bytes:
        """Read on. Raises GrownTooMuchError."""
        data = self._stream.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise GrownTooMuchError
        return data


def iter_members(stream: IO[bytes], size: int) -> Iterator[Member | Flaw]:
    """The files in a ZIP of `size` bytes, by name, or what is wrong with the ZIP itself.

    Hidden files, and those that macOS adds, are left out. Each stream is to be read before the next member is
    asked for. Flaw codes: "pack-damaged", "pack-bomb", and of members "pack-encrypted", "pack-twice".
    """
    try:
        archive = zipfile.ZipFile(stream)
    except DAMAGES as error:
        yield damaged(error)
        return
    infos = [info for info in archive.infolist() if not info.is_dir()]
    # A member gives no more than it declares; several may declare the same bytes.
    if len(infos) > _MOST_MEMBERS or sum(info.file_size for info in infos) > _most_bytes(size):
        yield bomb()
        return
    named: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        name = _name(info)
        if not name:
            continue
        if name in named:
            flaw = Flaw("pack-twice", None, "the pack holds two files of this name", "rename one of them")
            yield Member(name, 0, flaw)
        named.setdefault(name, info)
    for name in sorted(named):
        yield _opened(archive, name, named[name])


def damaged(error: Exception) -> Flaw:
    """The flaw of a pack that cannot be read, or not to its end."""
    what = f"it cannot be unpacked: {error}" if str(error) else "it cannot be unpacked: it ends too early"
    return Flaw("pack-damaged", None, what, "pack it again")


def bomb() -> Flaw:
    """The flaw of a pack that would grow beyond all measure."""
    what = "it holds far more than its size lets expect"
    return Flaw("pack-bomb", None, what, "unpack it and look into it")


def _opened(archive: zipfile.ZipFile, name: str, info: zipfile.ZipInfo) -> Member:
    if info.flag_bits & _ENCRYPTED:
        hint = "pack it without a password"
        return Member(name, 0, Flaw("pack-encrypted", None, "it is locked with a password", hint))
    try:
        return Member(name, info.compress_size, archive.open(info))
    except DAMAGES as error:
        return Member(name, 0, damaged(error))


def _name(info: zipfile.ZipInfo) -> str:
    """The member's name, "" where it is hidden. Where the ZIP does not say that it is UTF-8, it is tried."""
    name = info.filename
    if not name.isascii() and not info.flag_bits & _UTF8_NAME:
        name = _in_arabic(name.encode("cp437", "replace")) or name
    parts = [part for part in name.replace("\\", "/").split("/") if part not in {"", ".", ".."}]
    hidden = any(part.startswith(".") or part == "__MACOSX" for part in parts)
    return "" if hidden else "/".join(parts)


def _in_arabic(name: bytes) -> str | None:
    for encoding in ("utf-8", "cp1256"):
        try:
            decoded = name.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" or any(ord(letter) in _ARABIC for letter in decoded):
            return decoded
    return None


def _most_bytes(packed_size: int) -> int:
    return packed_size * _MOST_GROWTH + _FREE_BYTES
