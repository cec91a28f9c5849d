"""Files of the index that say where a word is: a form of a word -> numbers, each with a weight.

A shard is one deflated block. Numbers, counts and weights are kept byte by byte beside each other, all lowest
bytes first: written and read without a step for each, and close to what they could be squeezed to at best.
"""

from __future__ import annotations

import struct
import sys
import zlib
from array import array
from collections.abc import Sequence
from itertools import accumulate, chain, islice
from operator import add, or_, sub

# number of forms, number of entries
_HEAD = struct.Struct("<II")
_LEVEL = 6
# An entry is a number and, in the bits above it, its weight.
WEIGHT_SHIFT = 16
LARGEST = (1 << WEIGHT_SHIFT) - 1
_HIGH = [byte << 8 for byte in range(256)]
_WEIGHT = [byte << WEIGHT_SHIFT for byte in range(256)]


def deflated(*parts: bytes) -> bytes:
    """The parts one behind another, deflated without a header; each is squeezed by what it is like itself."""
    deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    done = [deflate.compress(part) + deflate.flush(zlib.Z_PARTIAL_FLUSH) for part in parts]
    return b"".join([*done, deflate.flush()])


def inflated(data: bytes) -> bytes:
    """What was `deflated`."""
    return zlib.decompress(data, -15)


def shard(forms: Sequence[bytes], lists: Sequence[Sequence[int]]) -> bytes:
    """The shard of these forms, each with the list of its entries in ascending order of number."""
    counts = array("i", map(len, lists))
    flat = array("i", chain.from_iterable(lists))
    steps = array("i", map(sub, flat, chain((0,), flat)))
    low, high, *_ = _planes(steps)
    return deflated(
        _HEAD.pack(len(counts), len(flat)),
        b"".join(_planes(counts)[:2]),
        low,
        high,
        _planes(flat)[2],
        b"\n".join(forms),
    )


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


def _planes(numbers: array[int]) -> list[bytes]:
    """The lowest byte of each number, then the second of each, and so on."""
    if sys.byteorder == "big":
        numbers.byteswap()
    data = numbers.tobytes()
    return [data[place::4] for place in range(4)]
