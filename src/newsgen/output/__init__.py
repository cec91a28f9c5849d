"""The output folder: claiming it, writing what differs, and pruning what newsgen no longer makes."""

from newsgen.output.files import Streamed, file_of, url_of, write, write_stream
from newsgen.output.folder import claim, has_all, prune, strays
from newsgen.output.twins import add_twins, original_of, write_with_twins

__all__ = [
    "Streamed",
    "add_twins",
    "claim",
    "file_of",
    "has_all",
    "original_of",
    "prune",
    "strays",
    "url_of",
    "write",
    "write_stream",
    "write_with_twins",
]
