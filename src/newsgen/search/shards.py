"""Files of the index that say where a word is: a form of a word -> numbers, each with a weight.

A shard is one deflated block. Numbers, counts and weights are kept byte by byte beside each other, all lowest
bytes first: written and read without a step for each, and close to what they could be squeezed to at best.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from collections.abc import Sequence
from itertools import accumulate, chain, islice
from operator import add, or_

# number of forms, number of entries
_HEAD = struct.Struct("<II")
_LEVEL = 4
# An entry is a number and, in the bits above it, its weight.
WEIGHT_SHIFT = 16
LARGEST = (1 << WEIGHT_SHIFT) - 1
_LENT = b"\0\0\0\x80"
_HIGH = [byte << 8 for byte in range(256)]
_WEIGHT = [byte << WEIGHT_SHIFT for byte in range(256)]


def deflated(text: bytes, *planes: bytes) -> bytes:
    """The planes one behind another and then the text, deflated without a header.

    In planes hardly anything but a byte itself returns: each is squeezed by how often its bytes occur, and by
    their runs, which is faster and no worse than looking for all that returns.
    """
    done = []
    if planes:
        deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15, strategy=zlib.Z_RLE)
        done = [deflate.compress(plane) + deflate.flush(zlib.Z_PARTIAL_FLUSH) for plane in planes]
        done.append(deflate.flush(zlib.Z_SYNC_FLUSH))
    deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    return b"".join([*done, deflate.compress(text), deflate.flush()])


def inflated(data: bytes) -> bytes:
    """What was `deflated`."""
    return zlib.decompress(data, -15)


def shard(forms: Sequence[bytes], lists: Sequence[Sequence[int]]) -> bytes:
    """The shard of these forms, each with the list of its entries in ascending order of number."""
    counts = array("i", map(len, lists))
    flat = array("i", chain.from_iterable(lists))
    numbers, sizes = _planes(flat.tobytes()), _planes(counts.tobytes())
    low, high, *_ = _planes(_steps(flat.tobytes()))
    head = _HEAD.pack(len(counts), len(flat))
    return deflated(b"\n".join(forms), head, sizes[0] + sizes[1], low, high, numbers[2])


def _steps(data: bytes) -> bytes:
    """From each number of four bytes to the next, modulo 2**16 in its two lower bytes.

    All at once, as two large integers: the highest bit of each number is lent, so that none borrows from the
    one above it.
    """
    lent = int.from_bytes(_LENT * (len(data) // 4), "little")
    steps = int.from_bytes(data, "little") + lent - int.from_bytes((bytes(4) + data)[: len(data)], "little")
    return steps.to_bytes(len(data), "little")


def _planes(data: bytes) -> list[bytes]:
    """The lowest byte of each number of four bytes, then the second of each, and so on."""
    return [data[place::4] for place in range(4)]


def read_shard(data: bytes) -> dict[bytes, list[int]]:
    """The entries of each form."""
    raw = inflated(data)
    forms, entries = _HEAD.unpack_from(raw)
    counts_low, counts_high, low, high, weights, names = _cut(raw, (forms, forms, entries, entries, entries))
    # Summed through all lists: the step into a list leads back from the end of the one before.
    numbers = accumulate(map(add, low, map(_HIGH.__getitem__, high)))
    flat = map(or_, (number & LARGEST for number in numbers), map(_WEIGHT.__getitem__, weights))
    counts = map(add, counts_low, map(_HIGH.__getitem__, counts_high))
    return {form: list(islice(flat, count)) for form, count in zip(names.split(b"\n"), counts, strict=False)}


def _cut(raw: bytes, sizes: Sequence[int]) -> list[bytes]:
    ends = list(accumulate(sizes, initial=_HEAD.size))
    return [raw[begin:end] for begin, end in zip(ends, [*ends[1:], len(raw)], strict=True)]
