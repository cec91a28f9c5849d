"""Where a form of a word is kept: together with all other forms that could be of the same word."""

from __future__ import annotations

import re
import zlib

from newsgen.search.alphabet import encoded

# The letters of which the article and the clitics before a word are made, and those of the endings.
BEFORE, BEHIND = encoded("وفبكلا"), encoded("اتهنوي")
# An ending as such; or what is left of one where all before it could be clitics.
_ENDING = re.compile(encoded("(?:[وي]?(?:ات|تان|تين|ه|ون|ين)|ي|^ت|^ن)$"))


def shard_key(form: bytes) -> int:
    """A number that the forms of a word nearly always share, and those of other words seldom.

    Of two forms that differ by clitics and article alone, the same letters are left here. So they are of two
    that differ by their ending. Where no letter would be left, as of لبنان, it is but one ending that goes.
    """
    start = form.lstrip(BEFORE)
    return zlib.crc32(start.rstrip(BEHIND) or _ENDING.sub(b"", start))


def shard_count(size: int, most: int) -> int:
    """How many shards there are for `size` articles, `most` to a shard: a power of two."""
    return 1 << max(0, -(-size // most) - 1).bit_length()
