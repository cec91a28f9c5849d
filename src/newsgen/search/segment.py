"""A segment: the index of some articles that follow one another in time, a pure function of them."""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat

from newsgen.search.alphabet import ARTICLE, FIELD, decoded
from newsgen.search.entry import Searchable, read_searchable
from newsgen.search.keys import shard_count, shard_key
from newsgen.search.known_words import marked
from newsgen.search.shards import LARGEST, WEIGHT_SHIFT, deflated, shard

# Some 12 kB a shard in news of the usual length, and as much text a block.
_ARTICLES_A_SHARD = 32
_BYTES_A_BLOCK = 14_000
# Lengths are kept in steps of so many words: they only moderate the order by relevance.
LENGTH_STEP = 16
CONTENTS = "contents.bin"
_HEAVY = 1 << WEIGHT_SHIFT


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment: how many articles and shards it has, and its first and last year (0: none)."""

    articles: int
    shards: int
    first_year: int
    last_year: int


def build_segment(articles: Iterable[bytes]) -> tuple[Segment, Iterator[tuple[str, bytes]]]:
    """The segment of these articles (see `searchable`), the oldest first, and its files by name."""
    read = list(map(read_searchable, articles))
    if len(read) > LARGEST:
        raise ValueError(f"{len(read)} articles are too many for a segment")
    shown = [article.shown.split(FIELD, 5) for article in read]
    years = [int(facts[3][:4] or 0) for facts in shown]
    count = shard_count(len(read), _ARTICLES_A_SHARD)
    return Segment(len(read), count, years[0], years[-1]), _files(read, shown, years, count)


def _files(
    read: list[Searchable], shown: list[list[bytes]], years: list[int], count: int
) -> Iterator[tuple[str, bytes]]:
    blocks = list(_blocks(read))
    yield CONTENTS, deflated(_contents(read, shown, years, blocks))
    for first, end in zip(blocks, [*blocks[1:], len(read)], strict=True):
        yield f"text-{first}.bin", deflated(ARTICLE.join([article.shown for article in read[first:end]]))
    yield from _shards(read, count)


def _blocks(read: Sequence[Searchable]) -> Iterator[int]:
    """With which article each block of text begins."""
    size = _BYTES_A_BLOCK
    for number, article in enumerate(read):
        if size >= _BYTES_A_BLOCK:
            yield number
            size = 0
        size += len(article.shown)


def _shards(read: Sequence[Searchable], count: int) -> Iterator[tuple[str, bytes]]:
    entries: defaultdict[bytes, list[int]] = defaultdict(list)
    lists, add = entries.__getitem__, list.append
    for number, article in enumerate(read):
        # Twice as fast as a loop.
        deque(map(add, map(lists, article.light), repeat(number)), 0)
        deque(map(add, map(lists, article.heavy), repeat(number | _HEAVY)), 0)
    forms: list[list[bytes]] = [[] for _ in range(count)]
    for form in entries:
        forms[shard_key(form) % count].append(form)
    lengths = dict(zip(entries, map(len, entries.values()), strict=True))
    for number, found in enumerate(forms):
        # Rare ones first, else as they come: lists of one kind beside each other are squeezed best.
        found.sort(key=lengths.__getitem__)
        yield f"{number}.bin", shard(marked(found), list(map(lists, found)))


def _contents(
    read: Sequence[Searchable], shown: Sequence[list[bytes]], years: Sequence[int], blocks: Sequence[int]
) -> bytes:
    """What narrows a search down, of every article of the segment, as JSON."""
    sources: dict[str, int] = {}
    tags: dict[str, int] = {}
    of_source, of_tag = [], []
    for facts in shown:
        of_source.append(sources.setdefault(decoded(facts[2]), len(sources)))
        names = decoded(facts[4]).split("\n") if facts[4] else []
        of_tag.append([tags.setdefault(name, len(tags)) for name in names])
    values = {
        "blocks": blocks,
        "years": [
            [year, number] for number, year in enumerate(years) if not number or years[number - 1] != year
        ],
        "lengths": [article.length // LENGTH_STEP for article in read],
        "sources": list(sources),
        "source": of_source,
        "tags": list(tags),
        "tag": of_tag,
    }
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
