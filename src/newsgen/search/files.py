"""The files of an index, read and decoded, each once."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from newsgen.search.alphabet import ARTICLE, FIELD, decoded
from newsgen.search.known_words import MARKED
from newsgen.search.manifest import MANIFEST, Manifest, SegmentRow, manifest_from_json, segment_folder
from newsgen.search.segment import CONTENTS
from newsgen.search.shards import inflated, read_shard


class Shown(NamedTuple):
    """An article as its segment's texts have it."""

    url: str
    heading: str
    source: str
    published: str
    tags: str
    people: str
    body: str


class Contents(NamedTuple):
    """What narrows a search down in a segment: see `segment`."""

    blocks: list[int]
    years: list[tuple[int, int]]
    lengths: list[int]
    sources: list[str]
    source: list[int]
    tags: list[str]
    tag: list[list[int]]

    def year(self, number: int) -> int:
        """The year of an article, 0 where it has no date."""
        return self.years[bisect_right(self.years, number, key=lambda row: row[1]) - 1][0]

    def block(self, number: int) -> int:
        """The block of text in which an article is."""
        return self.blocks[bisect_right(self.blocks, number) - 1]


class IndexFiles:
    """The index of a site; `read` gives the bytes of a file of it by its address."""

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self._read = read
        self.contents = lru_cache(maxsize=None)(self._contents)
        self.forms = lru_cache(maxsize=None)(self._forms)
        self.texts = lru_cache(maxsize=64)(self._texts)

    def manifest(self) -> Manifest:
        """The index's manifest."""
        return manifest_from_json(self._read(MANIFEST))

    def _contents(self, segment: SegmentRow) -> Contents:
        return Contents(**json.loads(inflated(self._read(segment_folder(segment.name) + CONTENTS))))

    def _forms(self, folder: str, shard: int) -> dict[str, list[int]]:
        found = read_shard(self._read(f"{folder}{shard}.bin"))
        return {_form(form): entries for form, entries in found.items()}

    def _texts(self, segment: SegmentRow, block: int) -> list[Shown]:
        data = inflated(self._read(f"{segment_folder(segment.name)}text-{block}.bin"))
        return [Shown(*map(decoded, article.split(FIELD))) for article in data.split(ARTICLE)]


def _form(form: bytes) -> str:
    """A form with the mark of a known word before it, which is no letter."""
    mark = form[: len(form) - len(form.lstrip(MARKED))]
    return mark.decode() + decoded(form[len(mark) :])
