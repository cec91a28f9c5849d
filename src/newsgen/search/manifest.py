"""The manifest: the first file that a search reads, and the only one that every change rewrites."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import NamedTuple

MANIFEST = "search/index.json"
# So few segments are looked through one by one: a directory of them would only be a further step.
WITHOUT_DIRECTORY = 4
# Bytes of an edition.
_EDITION = 5


class SegmentRow(NamedTuple):
    """A segment in the manifest, the oldest first. `edition` changes with its files."""

    name: str
    articles: int
    shards: int
    first_year: int
    last_year: int
    edition: str


class DirectoryRow(NamedTuple):
    """A directory in the manifest: it covers `members` segments from number `first` on."""

    name: str
    first: int
    members: int
    shards: int
    edition: str


class Manifest(NamedTuple):
    """What there is of an index."""

    segments: tuple[SegmentRow, ...]
    directories: tuple[DirectoryRow, ...]


def manifest_to_json(segments: Iterable[SegmentRow], directories: Iterable[DirectoryRow]) -> bytes:
    """The manifest's file."""
    rows = {"segments": list(map(list, segments)), "directories": list(map(list, directories))}
    return json.dumps(rows, separators=(",", ":")).encode()


def manifest_from_json(data: bytes) -> Manifest:
    """The manifest of a file."""
    rows = json.loads(data)
    return Manifest(
        tuple(SegmentRow(*row) for row in rows["segments"]),
        tuple(DirectoryRow(*row) for row in rows["directories"]),
    )


def edition_of(digests: Iterable[str]) -> str:
    """An edition: another one for files of other digests."""
    return hashlib.blake2b("\n".join(digests).encode(), digest_size=_EDITION).hexdigest()


def segment_folder(name: str) -> str:
    """The folder of a segment's files, relative to the site."""
    return f"search/{name}/"


def directory_folder(name: str) -> str:
    """The folder of a directory's files, relative to the site."""
    return f"search/{name}-words/"
