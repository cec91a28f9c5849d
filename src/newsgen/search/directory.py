"""A directory: which of several segments have a form, so that a rare word is not looked for in all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from newsgen.search.keys import shard_key
from newsgen.search.known_words import MARKED
from newsgen.search.shards import WEIGHT_SHIFT, read_shard, shard

# Directories are made in slices, so many at most: none holds the words of all its segments at once, and an
# edited article costs no more than the slices that have its words.
_SLICES = 32
_SHARDS_A_SEGMENT = 32
_MOST_SHARDS = 512


def directory_shards(segments: int) -> int:
    """How many shards the directory of so many segments has."""
    return min(_MOST_SHARDS, _SHARDS_A_SEGMENT << max(0, segments - 1).bit_length())


def directory_slices(shards: Iterable[int]) -> int:
    """In how many slices the directory is made of segments that have so many shards each."""
    return min(_SLICES, *shards)


def directory_slice(
    number: int, slices: int, shards: int, segments: Sequence[Sequence[bytes]]
) -> Iterator[tuple[str, bytes]]:
    """The files, by name, of one of the `slices` of a directory with so many shards.

    `segments` has of each segment those shards whose number leaves `number` when divided by `slices`. An
    entry is the place of a segment among them; its weight is the length in bits of how many articles have
    the form.
    """
    entries: defaultdict[bytes, list[int]] = defaultdict(list)
    for place, files in enumerate(segments):
        for data in files:
            for form, found in read_shard(data).items():
                entries[form].append(place | len(found).bit_length() << WEIGHT_SHIFT)
    forms: defaultdict[int, list[bytes]] = defaultdict(list)
    for form in entries:
        forms[shard_key(form.lstrip(MARKED)) % shards].append(form)
    for at in range(number, shards, slices):
        rare_first = sorted(forms[at], key=lambda form: len(entries[form]))
        yield f"{at}.bin", shard(rare_first, [entries[form] for form in rare_first])
