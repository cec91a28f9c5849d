"""Asking the index of a built site. The browser does the same, in static/assets/search.js."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from newsgen.search.alphabet import decoded, encoded, folded
from newsgen.search.families import Family, variants
from newsgen.search.files import IndexFiles, Shown
from newsgen.search.keys import shard_key
from newsgen.search.manifest import Manifest, SegmentRow, directory_folder, segment_folder
from newsgen.search.query import Part, Query, same_name
from newsgen.search.shards import LARGEST, WEIGHT_SHIFT

# So many results at least are ranked at once when the most relevant come first.
_RANKED = 1000
# How often a word is taken to occur in a text, and in a title; and the constants of BM25.
_OFTEN = (1, 4)
_SATURATION, _LENGTH_SHARE = 1.2, 0.75


class Hit(NamedTuple):
    """A result: an article of a segment, by its number there, and its score."""

    segment: SegmentRow
    number: int
    score: float


class _Term(NamedTuple):
    """A word of a query as the index has it: its forms, and the segments that have any of them."""

    word: str
    forms: frozenset[str]
    segments: frozenset[str]


class Asked:
    """A query put to an index."""

    def __init__(self, files: IndexFiles, query: Query) -> None:
        self._files, self._query = files, query
        self._manifest: Manifest = files.manifest()
        self._terms: dict[tuple[Part, int], _Term] = {}
        for part in query.parts:
            for place, word in enumerate(part.words):
                self._terms[part, place] = self._find(word, part.exact, place == 0)

    def hits(self) -> Iterator[Hit]:
        """The results in the order that was asked for."""
        phrases = [part for part in self._query.parts if part.exact]
        by_relevance = self._query.sort == "relevance"
        for hit in self._ranked() if by_relevance else chain.from_iterable(self._in_time()):
            if all(self._has(hit, phrase) != phrase.excluded for phrase in phrases):
                yield hit

    def shown(self, hit: Hit) -> Shown:
        """The article of a result."""
        block = self._files.contents(hit.segment).block(hit.number)
        return self._files.texts(hit.segment, block)[hit.number - block]

    # Words

    def _find(self, word: str, exact: bool, first: bool) -> _Term:
        """The forms that a word of a query means, and where they are."""
        keys = {shard_key(encoded(variant)) for variant in (word, *variants(word))}
        counts: Counter[str] = Counter()
        segments: defaultdict[str, set[str]] = defaultdict(set)
        for directory in self._manifest.directories:
            for shard in {key % directory.shards for key in keys}:
                for form, entries in self._files.forms(directory_folder(directory.name), shard).items():
                    for entry in entries:
                        counts[form] += 1 << (entry >> WEIGHT_SHIFT) - 1
                        row = self._manifest.segments[directory.first + (entry & LARGEST)]
                        segments[_bare(form)].add(row.name)
        for row in self._uncovered():
            for form, entries in self._forms(row, keys):
                counts[form] += len(entries)
                segments[_bare(form)].add(row.name)
        family = Family(
            {form: n for form, n in counts.items() if shard_key(encoded(_bare(form))) in keys}, word
        )
        if exact:
            forms = frozenset(family.with_clitic()) if first else frozenset({word} & segments.keys())
        else:
            forms = frozenset(family.forms())
        return _Term(word, forms, frozenset(name for form in forms for name in segments[form]))

    def _uncovered(self) -> Sequence[SegmentRow]:
        """The segments that no directory covers."""
        last = self._manifest.directories[-1] if self._manifest.directories else None
        return self._manifest.segments[last.first + last.members if last else 0 :]

    def _forms(self, row: SegmentRow, keys: set[int]) -> Iterator[tuple[str, list[int]]]:
        for shard in {key % row.shards for key in keys}:
            yield from self._files.forms(segment_folder(row.name), shard).items()

    # Articles

    def _ranked(self) -> Iterator[Hit]:
        ranked: list[Hit] = []
        for hits in self._in_time():
            ranked += hits
            if len(ranked) >= _RANKED:
                yield from sorted(ranked, key=_by_score)
                ranked = []
        yield from sorted(ranked, key=_by_score)

    def _in_time(self) -> Iterator[list[Hit]]:
        """The results of each segment; whether a phrase's words stand beside one another is not looked at."""
        oldest_first = self._query.sort == "oldest"
        for row in self._manifest.segments if oldest_first else reversed(self._manifest.segments):
            if self._may_have(row):
                hits = self._of_segment(row)
                yield hits if oldest_first else hits[::-1]

    def _may_have(self, row: SegmentRow) -> bool:
        query = self._query
        if row.last_year < query.first_year or row.first_year > query.last_year:
            return False
        return all(
            row.name in term.segments for (part, _), term in self._terms.items() if not part.excluded
        ) and any(not part.excluded for part in query.parts)

    def _of_segment(self, row: SegmentRow) -> list[Hit]:
        """The results in a segment, the oldest first."""
        entries = {key: self._entries(row, term) for key, term in self._terms.items()}
        wanted = [found for (part, _), found in entries.items() if not part.excluded]
        numbers = set.intersection(*map(set, wanted))
        for part in self._query.parts:
            if part.excluded and not part.exact:
                numbers -= entries[part, 0].keys()
        numbers = self._narrowed(row, numbers)
        return [Hit(row, number, self._score(row, number, wanted)) for number in sorted(numbers)]

    def _entries(self, row: SegmentRow, term: _Term) -> dict[int, int]:
        """The articles of a segment that have a word, and how heavy it is in each."""
        found: dict[int, int] = {}
        if row.name not in term.segments:
            return found
        keys = {shard_key(encoded(form)) for form in term.forms}
        for form, entries in self._forms(row, keys):
            if _bare(form) in term.forms:
                for entry in entries:
                    number, weight = entry & LARGEST, _OFTEN[entry >> WEIGHT_SHIFT]
                    found[number] = found.get(number, 0) + weight
        return found

    def _narrowed(self, row: SegmentRow, numbers: set[int]) -> set[int]:
        query, contents = self._query, self._files.contents(row)
        if query.source:
            at = {n for n, name in enumerate(contents.sources) if same_name(name, query.source)}
            numbers = {number for number in numbers if contents.source[number] in at}
        if query.tag:
            at = {n for n, name in enumerate(contents.tags) if same_name(name, query.tag)}
            numbers = {number for number in numbers if at.intersection(contents.tag[number])}
        if query.first_year > row.first_year or query.last_year < row.last_year:
            numbers = {n for n in numbers if query.first_year <= contents.year(n) <= query.last_year}
        return numbers

    def _score(self, row: SegmentRow, number: int, wanted: Sequence[dict[int, int]]) -> float:
        lengths = self._files.contents(row).lengths
        average = sum(lengths) / len(lengths) + 1
        share = 1 - _LENGTH_SHARE + _LENGTH_SHARE * (lengths[number] + 1) / average
        score = 0.0
        for found in wanted:
            rarity = math.log(1 + (row.articles - len(found) + 0.5) / (len(found) + 0.5))
            score += rarity * found[number] * (_SATURATION + 1) / (found[number] + _SATURATION * share)
        return score

    def _has(self, hit: Hit, part: Part) -> bool:
        """Whether an article has a phrase: its words beside one another, the first with any clitic."""
        firsts = self._terms[part, 0].forms
        for field in self.shown(hit)[1:]:
            for line in folded(field).split(b"\n"):
                listed = [decoded(word) for word in line.split()]
                for place in range(len(listed) - len(part.words) + 1):
                    if listed[place] in firsts and listed[place + 1 : place + len(part.words)] == list(
                        part.words[1:]
                    ):
                        return True
        return False


def _bare(form: str) -> str:
    return form[1:] if ord(form[0]) < 0x20 else form


def _by_score(hit: Hit) -> float:
    return -hit.score
