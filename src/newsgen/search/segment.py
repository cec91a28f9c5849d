"""A segment: the index of some articles that follow one another in time, a pure function of them."""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
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
    read = _Read()
    for article in articles:
        read.take(read_searchable(article))
    count = len(read.years)
    if count > LARGEST:
        raise ValueError(f"{count} articles are too many for a segment")
    shards = shard_count(count, _ARTICLES_A_SHARD)
    return Segment(count, shards, read.years[0], read.years[-1]), read.files(shards)


class _Read:
    """What a segment is made of: of each article no more than is written, for there are many."""

    def __init__(self) -> None:
        self.years: list[int] = []
        self._lengths: list[int] = []
        self._sources: list[str] = []
        self._tags: list[list[str]] = []
        self._entries: defaultdict[bytes, list[int]] = defaultdict(list)
        self._blocks: list[tuple[int, bytes]] = []
        self._open: list[bytes] = []

    def take(self, article: Searchable) -> None:
        """Read the next article."""
        number, (_, _, source, date, tags, _) = len(self.years), article.shown.split(FIELD, 5)
        self.years.append(int(date[:4] or 0))
        self._lengths.append(article.length // LENGTH_STEP)
        self._sources.append(decoded(source))
        self._tags.append(decoded(tags).split("\n") if tags else [])
        # Twice as fast as a loop.
        lists, add = self._entries.__getitem__, list.append
        deque(map(add, map(lists, article.light), repeat(number)), 0)
        deque(map(add, map(lists, article.heavy), repeat(number | _HEAVY)), 0)
        self._open.append(article.shown)
        if sum(map(len, self._open)) >= _BYTES_A_BLOCK:
            self._close()

    def _close(self) -> None:
        """A block of text is full."""
        self._blocks.append((len(self.years) - len(self._open), deflated(ARTICLE.join(self._open))))
        self._open.clear()

    def files(self, shards: int) -> Iterator[tuple[str, bytes]]:
        """The segment's files by name."""
        if self._open:
            self._close()
        yield CONTENTS, deflated(self._contents())
        for first, block in self._blocks:
            yield f"text-{first}.bin", block
        yield from _shards(self._entries, shards)

    def _contents(self) -> bytes:
        """What narrows a search down, of every article of the segment, as JSON."""
        sources: dict[str, int] = {}
        tags: dict[str, int] = {}
        years = self.years
        of_source = [sources.setdefault(name, len(sources)) for name in self._sources]
        of_tag = [[tags.setdefault(name, len(tags)) for name in names] for names in self._tags]
        values = {
            "blocks": [first for first, _ in self._blocks],
            "years": [
                [year, number] for number, year in enumerate(years) if not number or years[number - 1] != year
            ],
            "lengths": self._lengths,
            "sources": list(sources),
            "source": of_source,
            "tags": list(tags),
            "tag": of_tag,
        }
        return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def _shards(entries: dict[bytes, list[int]], count: int) -> Iterator[tuple[str, bytes]]:
    lists = entries.__getitem__
    forms: list[list[bytes]] = [[] for _ in range(count)]
    for form in entries:
        forms[shard_key(form) % count].append(form)
    lengths = dict(zip(entries, map(len, entries.values()), strict=True))
    for number, found in enumerate(forms):
        # Rare ones first, else as they come: lists of one kind beside each other are squeezed best.
        found.sort(key=lengths.__getitem__)
        yield f"{number}.bin", shard(marked(found), list(map(lists, found)))
