"""Which code made a result: what changes in it outdates what newsgen read and rendered before."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

import newsgen

# Those that have a say in what is read and written; Python has the Unicode tables.
_LIBRARIES = (
    "babel",
    "charset-normalizer",
    "hijridate",
    "jinja2",
    "justhtml",
    "markdown-it-py",
    "python-slugify",
    "pyyaml",
    "resvg-py",
)


@cache
def code_digest(*rooms: str) -> str:
    """A digest of all files of these packages of newsgen, its version, and those of what it stands on."""
    versions = [newsgen.__version__, sys.version, *map(version, _LIBRARIES)]
    digest = hashlib.blake2b(repr(versions).encode(), digest_size=16)
    root = Path(newsgen.__file__).parent
    for room in rooms:
        for file in sorted((root / room).rglob("*.*")):
            if file.suffix not in {".pyc", ".pyo"}:
                digest.update(file.relative_to(root).as_posix().encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()
