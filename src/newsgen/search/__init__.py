"""Search: the index of an archive as static files, and asking it. Knows neither the catalogue nor pages.

entry       what the index needs of an article       alphabet    the folding table, one byte a character
segment     articles that follow in time -> files    shards      the files' format
directory   which segments have a word               keys        which file a word is in
families    which forms are of one word              known_words words that could be taken apart wrongly
query       what somebody asked for                  answer      asking the files of a built site
"""

from newsgen.search.directory import directory_shards, directory_slice, directory_slices
from newsgen.search.entry import searchable
from newsgen.search.manifest import (
    MANIFEST,
    WITHOUT_DIRECTORY,
    DirectoryRow,
    SegmentRow,
    directory_folder,
    edition_of,
    manifest_to_json,
    segment_folder,
)
from newsgen.search.segment import build_segment

__all__ = [
    "MANIFEST",
    "WITHOUT_DIRECTORY",
    "DirectoryRow",
    "SegmentRow",
    "build_segment",
    "directory_folder",
    "directory_shards",
    "directory_slice",
    "directory_slices",
    "edition_of",
    "manifest_to_json",
    "searchable",
    "segment_folder",
]
