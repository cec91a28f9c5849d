"""The output folder: claiming it, writing what differs, and pruning what newsgen no longer makes."""

from newsgen.output.files import Streamed, file_of, url_of, write
from newsgen.output.folder import claim, has_all, prune, prune_folders, strays
from newsgen.output.twins import original_of, stream_with_twins, write_with_twins

__all__ = [
    "Streamed",
    "claim",
    "file_of",
    "has_all",
    "original_of",
    "prune",
    "prune_folders",
    "strays",
    "stream_with_twins",
    "url_of",
    "write",
    "write_with_twins",
]
