"""Which code made a result: what changes in newsgen outdates what it read and rendered before."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import newsgen


@cache
def code_digest(*rooms: str) -> str:
    """A digest of the source of these packages of newsgen, and of its version."""
    digest = hashlib.blake2b(newsgen.__version__.encode(), digest_size=16)
    root = Path(newsgen.__file__).parent
    for room in rooms:
        for file in sorted((root / room).rglob("*.py")):
            digest.update(file.relative_to(root).as_posix().encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()
