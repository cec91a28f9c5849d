"""The search index: which segments and directories are outdated, and having them written."""

from __future__ import annotations

import json
from collections.abc import Iterable
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
from newsgen.build.index_files import Written, write_segments, write_slices
from newsgen.build.progress import Progress
from newsgen.config import Config
from newsgen.output import write
from newsgen.plan.reasons import content_digest
from newsgen.plan.segments import Border, segment_borders
from newsgen.search import (
    MANIFEST,
    WITHOUT_DIRECTORY,
    DirectoryRow,
    SegmentRow,
    directory_folder,
    directory_shards,
    directory_slices,
    edition_of,
    manifest_to_json,
    segment_folder,
)

_STATE = "search index"
# Of the index's files the owners begin so, the manifest's own too.
_OWNERS = "search/"
# Segments under way at once: each carries the texts of some thousand articles along.
_AHEAD = 2
_Segments = dict[str, tuple[Border, SegmentRow]]
_Directories = dict[str, tuple[list[str], DirectoryRow]]


class _State(NamedTuple):
    """What the index was made of: the code, segments by their names, and directories with their members."""

    code: str
    segments: _Segments
    directories: _Directories


def update_index(
    config: Config,
    archive: Archive,
    executor: Executor,
    progress: Progress,
    meanwhile: Iterable[None] = (),
) -> int:
    """Bring the search index up to date, or have it go where none is wanted; returns how many files differed.

    The articles' pages have to be made before. Raises OutputError. While segments are made elsewhere, this
    process goes on with `meanwhile`, between whose steps no transaction may be open.
    """
    indexing = _Indexing(config.output, archive, executor, progress, meanwhile)
    if config.site.search:
        indexing.update()
    else:
        indexing.remove()
    return indexing.written


class _Indexing:
    """Brings the search index up to date; `written` counts the files that differed."""

    def __init__(
        self,
        output: Path,
        archive: Archive,
        executor: Executor,
        progress: Progress,
        meanwhile: Iterable[None],
    ) -> None:
        self._output, self._archive = output, archive
        self._executor, self._progress, self._meanwhile = executor, progress, meanwhile
        self.written = 0

    def update(self) -> None:
        """Write what is outdated, and note what has to go. Raises OutputError."""
        state = self._state()
        if state.segments and not self._archive.searchables.changed():
            return
        found = self._archive.searchables
        borders = list(segment_borders(found.openings(), found.count, found.find, LAST_PLACE))
        known = self._unchanged(borders, state.segments)
        with self._archive.transaction():
            # Before any file is written: if the build dies, no other segment and no directory is known.
            self._remember(_State(state.code, known, {}))
        segments = known | self._write_segments([border for border in borders if border.name not in known])
        rows = [segments[border.name][1] for border in borders]
        directories = self._directories(borders, rows, state)
        manifest = manifest_to_json(rows, [row for _, row in directories.values()])
        differed = write(self._output, MANIFEST, manifest)
        owners = [*map(segment_folder, segments), *map(directory_folder, directories)]
        with self._archive.transaction():
            self._keep_only(MANIFEST, *owners)
            self._only(MANIFEST, [MANIFEST])
            self._wrote(MANIFEST, "", Written([MANIFEST], [content_digest(manifest)], differed))
            self._remember(_State(state.code, segments, directories))

    def remove(self) -> None:
        """Have all of the index go."""
        with self._archive.transaction():
            self._keep_only()
            self._archive.searchables.forget()
            self._archive.remember(_STATE, "")

    def _state(self) -> _State:
        """What is known of the index as it was written last; nothing, where it has to be made anew."""
        code = code_digest("search", "plan", "build")
        remembered = self._archive.meta(_STATE)
        if remembered and self._archive.pages.written(MANIFEST):
            was, *rest = json.loads(remembered)
            if was == code:
                segments, directories = rest
                return _State(
                    code,
                    {name: (Border(*border), SegmentRow(*row)) for name, (border, row) in segments.items()},
                    {name: (of, DirectoryRow(*row)) for name, (of, row) in directories.items()},
                )
        return _State(code, {}, {})

    def _remember(self, state: _State) -> None:
        self._archive.remember(_STATE, json.dumps(state))

    # Segments

    def _unchanged(self, borders: list[Border], known: _Segments) -> _Segments:
        changed = self._archive.searchables.has_changed
        return {
            border.name: (border, was[1])
            for border in borders
            if (was := known.get(border.name))
            and (was[0].first, was[0].end) == (border.first, border.end)
            and not changed(border.first, border.end)
        }

    def _write_segments(self, borders: list[Border]) -> _Segments:
        made: _Segments = {}
        work = partial(write_segments, self._output)
        tasks = ((b, list(self._archive.searchables.between(b.first, b.end))) for b in borders)
        work_done = in_batches(self._executor, work, tasks, 1, ahead=_AHEAD, meanwhile=self._meanwhile)
        with closing(work_done) as batches:
            for [(border, _)], [(row, written)] in batches:
                made[border.name] = (border, row)
                with self._archive.transaction():
                    self._only(segment_folder(border.name), written.urls)
                    self._wrote(segment_folder(border.name), "", written)
                self._progress.advance(len(written.urls))
        return made

    # Directories

    def _directories(self, borders: list[Border], segments: list[SegmentRow], state: _State) -> _Directories:
        # The newest segment changes with every article: it is always looked through itself.
        covered = borders[:-1] if len(borders) > WITHOUT_DIRECTORY else []
        found: _Directories = {}
        first = 0
        for name, together in groupby(covered, lambda border: border.directory):
            rows = segments[first : first + len(list(together))]
            members = [f"{row.name} {row.edition}" for row in rows]
            known = state.directories.get(name)
            if known and known[0] == members:
                found[name] = (members, known[1]._replace(first=first))
            else:
                shards, edition = self._directory(name, rows, state.code)
                found[name] = (members, DirectoryRow(name, first, len(rows), shards, edition))
            first += len(rows)
        return found

    def _directory(self, name: str, rows: list[SegmentRow], code: str) -> tuple[int, str]:
        """Have the slices of a directory written that are outdated; returns its number of shards and edition.

        Of each file is noted what it was made of: the segments' shards tell which slice has to be made again.
        """
        pages, owner = self._archive.pages, directory_folder(name)
        shards, slices = directory_shards(len(rows)), directory_slices(row.shards for row in rows)
        digests = [self._shard_digests(row) for row in rows]
        wanted = [content_digest(code, shards, *(of[n::slices] for of in digests)) for n in range(slices)]
        urls = [f"{owner}{at}.bin" for at in range(shards)]
        was = {url: made_of for url, (made_of, _) in pages.written_by(owner).items()}
        outdated = [n for n in range(slices) if any(was.get(url) != wanted[n] for url in urls[n::slices])]
        with self._archive.transaction():
            self._only(owner, urls)
            # If the build dies before they are written, they are outdated.
            for n in outdated:
                pages.writing((url, owner) for url in urls[n::slices])
        work = partial(write_slices, self._output, name, (slices, shards), rows)
        with closing(in_batches(self._executor, work, outdated, 1, ahead=_AHEAD)) as batches:
            for [n], [written] in batches:
                with self._archive.transaction():
                    self._wrote(owner, wanted[n], written)
        is_now = pages.written_by(owner)
        return shards, edition_of(is_now[url][1] for url in urls)

    def _shard_digests(self, row: SegmentRow) -> list[str]:
        folder = segment_folder(row.name)
        written = self._archive.pages.written_by(folder)
        return [written[f"{folder}{at}.bin"][1] for at in range(row.shards)]

    # What is there and what has to go

    def _wrote(self, owner: str, made_of: str, written: Written) -> None:
        """Enter files of an owner that are as they should be now, and what they were made of."""
        pages = self._archive.pages
        pages.writing((url, owner) for url in written.urls)
        pages.wrote((made_of, digest, url) for url, digest in zip(written.urls, written.digests, strict=True))
        self.written += written.differed

    def _only(self, owner: str, urls: list[str]) -> None:
        """Have all of an owner's files go but these."""
        self._archive.pages.make_stale(self._archive.pages.addresses(owner).difference(urls))
        self._archive.pages.keep(urls)

    def _keep_only(self, *owners: str) -> None:
        """Have all files of the index go but those of these owners."""
        for owner in self._archive.pages.owners(_OWNERS).difference(owners):
            self._only(owner, [])
