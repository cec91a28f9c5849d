"""The files of the search index: made and written in the workers."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from newsgen.errors import OutputError
from newsgen.output import write
from newsgen.plan.segments import Border
from newsgen.search import (
    SegmentRow,
    build_segment,
    directory_folder,
    directory_slice,
    edition_of,
    segment_folder,
)

# Bytes of a file's digest.
_DIGEST = 8


class Written(NamedTuple):
    """Files that are as they should be: addresses, digests, and how many of them had to be written."""

    urls: list[str]
    digests: list[str]
    differed: int


def write_segments(output: Path, tasks: list[tuple[Border, list[bytes]]]) -> list[tuple[SegmentRow, Written]]:
    """Build segments of what was kept of their articles, and write their files that differ."""
    return [_write_segment(output, border.name, articles) for border, articles in tasks]


def _write_segment(output: Path, name: str, articles: list[bytes]) -> tuple[SegmentRow, Written]:
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
    return SegmentRow(name, *facts, edition_of(written.digests)), written


def _emptied(articles: list[bytes]) -> Iterator[bytes]:
    """The articles, each gone from the list when it is given: what is made of them needs their room."""
    articles.reverse()
    while articles:
        yield articles.pop()


def write_slices(
    output: Path, name: str, sizes: tuple[int, int], rows: list[SegmentRow], numbers: list[int]
) -> list[Written]:
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


def _write(output: Path, folder: str, files: Iterator[tuple[str, bytes]]) -> Written:
    urls, digests, differed = [], [], 0
    for name, data in files:
        urls.append(f"{folder}{name}")
        digests.append(hashlib.blake2b(data, digest_size=_DIGEST).hexdigest())
        differed += write(output, urls[-1], data)
    return Written(urls, digests, differed)
