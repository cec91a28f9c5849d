"""The search index: which segments and directories are outdated, and having them written."""

from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from contextlib import closing
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from newsgen.archive import Archive
from newsgen.archive.schema import LAST_PLACE
from newsgen.build.executors import in_batches
from newsgen.build.fingerprint import code_digest
from newsgen.build.progress import Progress
from newsgen.config import Config
from newsgen.errors import OutputError
from newsgen.output import write
from newsgen.plan.segments import Border, segment_borders
from newsgen.search import (
    MANIFEST,
    WITHOUT_DIRECTORY,
    DirectoryRow,
    SegmentRow,
    build_segment,
    directory_folder,
    directory_shards,
    directory_slice,
    directory_slices,
    manifest_to_json,
    segment_folder,
)

_STATE = "search index"
# Segments under way at once: each carries the texts of some thousand articles along.
_AHEAD = 2


class _Written(NamedTuple):
    """Files of the index that a worker wrote: their addresses, how many differed, a digest of all."""

    urls: list[str]
    differed: int
    edition: str


class _State(NamedTuple):
    """What the index was made of: borders and rows of segments, and the directories with their members."""

    code: str
    segments: dict[str, tuple[Border, SegmentRow]]
    directories: dict[str, tuple[list[str], DirectoryRow]]


def update_index(config: Config, archive: Archive, executor: Executor, progress: Progress) -> int:
    """Bring the search index up to date, or have it go where none is wanted; returns how many files differed.

    The articles' pages have to be made before. Raises OutputError.
    """
    indexing = _Indexing(config.output, archive, executor, progress)
    if config.site.search:
        indexing.update()
    else:
        indexing.remove()
    return indexing.written


class _Indexing:
    """Brings the search index up to date; `written` counts the files that differed."""

    def __init__(self, output: Path, archive: Archive, executor: Executor, progress: Progress) -> None:
        self._output, self._archive = output, archive
        self._executor, self._progress = executor, progress
        self.written = 0

    def update(self) -> None:
        """Write what is outdated, and note what has to go. Raises OutputError."""
        state = self._state()
        if state.segments and not self._archive.searchables.changed():
            return
        found = self._archive.searchables
        borders = list(segment_borders(found.openings(), found.count, found.find, LAST_PLACE))
        segments = self._segments(borders, state)
        directories = self._directories(borders, segments, state)
        self._drop(map(segment_folder, state.segments.keys() - segments.keys()))
        self._drop(map(directory_folder, state.directories.keys() - directories.keys()))
        rows = [segments[border.name][1] for border in borders]
        manifest = manifest_to_json(rows, [row for _, row in directories.values()])
        self.written += write(self._output, MANIFEST, manifest)
        with self._archive.transaction():
            self._note(MANIFEST, _Written([MANIFEST], 0, ""))
            self._archive.remember(_STATE, json.dumps(_State(state.code, segments, directories)))

    def remove(self) -> None:
        """Have all of the index go."""
        state = self._state()
        self._drop(
            [MANIFEST, *map(segment_folder, state.segments), *map(directory_folder, state.directories)]
        )
        with self._archive.transaction():
            self._archive.searchables.forget()
            self._archive.remember(_STATE, "")

    def _state(self) -> _State:
        """What is known of the index as it was written last; nothing, where it has to be made anew."""
        code = code_digest("search", "plan")
        remembered = self._archive.meta(_STATE)
        if remembered and self._archive.pages.written(MANIFEST):
            was, segments, directories = json.loads(remembered)
            if was == code:
                return _State(
                    code,
                    {name: (Border(*border), SegmentRow(*row)) for name, (border, row) in segments.items()},
                    {name: (of, DirectoryRow(*row)) for name, (of, row) in directories.items()},
                )
        return _State(code, {}, {})

    # Segments

    def _segments(self, borders: list[Border], state: _State) -> dict[str, tuple[Border, SegmentRow]]:
        changed = self._archive.searchables.has_changed
        found = {
            border.name: known
            for border in borders
            if (known := state.segments.get(border.name))
            and known[0].first == border.first
            and known[0].end == border.end
            and not changed(border.first, border.end)
        }
        outdated = [border for border in borders if border.name not in found]
        self._progress.stage("index", sum(border.articles for border in outdated))
        work = partial(write_segments, self._output)
        tasks = ((b, list(self._archive.searchables.between(b.first, b.end))) for b in outdated)
        with closing(in_batches(self._executor, work, tasks, 1, ahead=_AHEAD)) as batches:
            for [(border, _)], [(row, written)] in batches:
                found[border.name] = (border, row)
                with self._archive.transaction():
                    self._note(segment_folder(border.name), written)
                self._progress.advance(border.articles)
        return {border.name: (border, found[border.name][1]) for border in borders}

    # Directories

    def _directories(
        self, borders: list[Border], segments: dict[str, tuple[Border, SegmentRow]], state: _State
    ) -> dict[str, tuple[list[str], DirectoryRow]]:
        # The newest segment changes with every article: it is always looked through itself.
        covered = borders[:-1] if len(borders) > WITHOUT_DIRECTORY else []
        found: dict[str, tuple[list[str], DirectoryRow]] = {}
        first = 0
        for name, together in groupby(covered, lambda border: border.directory):
            rows = [segments[border.name][1] for border in together]
            members = [f"{row.name} {row.edition}" for row in rows]
            known = state.directories.get(name)
            if known and known[0] == members:
                found[name] = (members, known[1]._replace(first=first))
            else:
                found[name] = (members, self._write_directory(name, first, rows))
            first += len(rows)
        return found

    def _write_directory(self, name: str, first: int, rows: list[SegmentRow]) -> DirectoryRow:
        shards, slices = directory_shards(len(rows)), directory_slices(row.shards for row in rows)
        work = partial(write_slices, self._output, name, (slices, shards), rows)
        parts: list[_Written] = []
        with closing(in_batches(self._executor, work, range(slices), 1, ahead=_AHEAD)) as batches:
            for _, written in batches:
                parts += written
        edition = _digest(part.edition.encode() for part in parts)
        urls = [url for part in parts for url in part.urls]
        with self._archive.transaction():
            differed = sum(part.differed for part in parts)
            self._note(directory_folder(name), _Written(urls, differed, edition))
        return DirectoryRow(name, first, len(rows), shards, edition)

    # What is there and what has to go

    def _note(self, owner: str, written: _Written) -> None:
        """Enter the files that an owner has now, and have its others go."""
        pages = self._archive.pages
        pages.make_stale(pages.addresses(owner).difference(written.urls))
        pages.keep(written.urls)
        pages.writing((url, owner) for url in written.urls)
        pages.wrote(("search", written.edition, url) for url in written.urls)
        self.written += written.differed

    def _drop(self, owners: Iterable[str]) -> None:
        with self._archive.transaction():
            for owner in owners:
                self._archive.pages.make_stale(self._archive.pages.addresses(owner))


# What the workers do


def write_segments(
    output: Path, tasks: list[tuple[Border, list[bytes]]]
) -> list[tuple[SegmentRow, _Written]]:
    """Build segments of what was kept of their articles, and write their files that differ."""
    return [_write_segment(output, border.name, articles) for border, articles in tasks]


def _write_segment(output: Path, name: str, articles: list[bytes]) -> tuple[SegmentRow, _Written]:
    # Many lists are made and none of them is rubbish: looking for some would take a tenth of the time.
    collects = gc.isenabled()
    gc.disable()
    try:
        segment, files = build_segment(_emptied(articles))
        written = _write(output, segment_folder(name), files)
    finally:
        if collects:
            gc.enable()
    facts = (segment.articles, segment.shards, segment.first_year, segment.last_year)
    return SegmentRow(name, *facts, written.edition), written


def _emptied(articles: list[bytes]) -> Iterator[bytes]:
    """The articles, each gone from the list when it is given: what is made of them needs their room."""
    articles.reverse()
    while articles:
        yield articles.pop()


def write_slices(
    output: Path, name: str, sizes: tuple[int, int], rows: list[SegmentRow], numbers: list[int]
) -> list[_Written]:
    """Make slices of a directory out of its segments' files, and write their files that differ.

    `sizes` are how many slices and shards the directory has. Raises OutputError where a file is gone.
    """
    slices, shards = sizes
    done = []
    for number in numbers:
        segments = [
            [
                _read(output / segment_folder(row.name) / f"{at}.bin")
                for at in range(number, row.shards, slices)
            ]
            for row in rows
        ]
        files = directory_slice(number, slices, shards, segments)
        done.append(_write(output, directory_folder(name), files))
    return done


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        hint = "build with --full: somebody has changed the site"
        raise OutputError(f"cannot read the index: {error.strerror}", where=file, hint=hint) from error


def _write(output: Path, folder: str, files: Iterator[tuple[str, bytes]]) -> _Written:
    urls, differed, digest = [], 0, hashlib.blake2b(digest_size=5)
    for name, data in files:
        urls.append(f"{folder}{name}")
        differed += write(output, urls[-1], data)
        digest.update(data)
    return _Written(urls, differed, digest.hexdigest())


def _digest(parts: Iterator[bytes]) -> str:
    return hashlib.blake2b(b"".join(parts), digest_size=5).hexdigest()
