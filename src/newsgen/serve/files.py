"""From an address to a file in the output folder, its content type, and the bytes asked for."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePath
from urllib.parse import unquote_to_bytes

INDEX = "index.html"

# A table of our own: the machine's registry of types differs from one machine to the next.
_TEXT_TYPES = {
    "atom": "application/atom+xml",
    "bib": "application/x-bibtex",
    "css": "text/css",
    "csv": "text/csv",
    "htm": "text/html",
    "html": "text/html",
    "js": "text/javascript",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "map": "application/json",
    "md": "text/markdown",
    "mjs": "text/javascript",
    "rss": "application/rss+xml",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "vtt": "text/vtt",
    "webmanifest": "application/manifest+json",
    "xml": "application/xml",
    "xsl": "application/xml",
}
_BINARY_TYPES = {
    "avif": "image/avif",
    "gif": "image/gif",
    "gz": "application/gzip",
    "ico": "image/vnd.microsoft.icon",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "otf": "font/otf",
    "pdf": "application/pdf",
    "png": "image/png",
    "ttf": "font/ttf",
    "wasm": "application/wasm",
    "webm": "video/webm",
    "webp": "image/webp",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "zip": "application/zip",
}


def find_file(root: Path, address: str) -> Path | None:
    """Find the file inside `root` that stands at `address`: the path of a URL, percent-encoded, no query.

    An address that ends in a slash stands for that folder's index.html. None: there is no such file, or it
    lies outside `root` (by `..`, by an encoded separator, by a symlink).
    """
    if not address.startswith("/"):
        return None
    names = address[1:].split("/")
    if names[-1] == "":
        names[-1] = INDEX
    try:
        decoded = [_decode_name(name) for name in names]
    except ValueError:
        return None
    # os.path and not pathlib: pathlib raises for names too long and for symlinks in a circle.
    top = os.path.realpath(root)
    found = Path(os.path.realpath(Path(top, *decoded)))
    return found if found.is_relative_to(top) and os.path.isfile(found) else None  # noqa: PTH113


def content_type(name: str) -> str:
    """Give the Content-Type for a file of this name; text is always UTF-8."""
    ending = PurePath(name).suffix[1:].lower()
    if ending in _TEXT_TYPES:
        return f"{_TEXT_TYPES[ending]}; charset=utf-8"
    return _BINARY_TYPES.get(ending, "application/octet-stream")


def parse_range(header: str | None, size: int) -> range | None:
    """Read a Range header for a file of `size` bytes: the positions asked for, or None for the whole file.

    Other units and several ranges at once may be answered with the whole file, and are. Raises ValueError
    for a range that is malformed or has no byte in the file.
    """
    if header is None or not header.startswith("bytes=") or "," in header:
        return None
    match = re.fullmatch(r"bytes=([0-9]*)-([0-9]*)", header)
    if match is None or match.group() == "bytes=-":
        raise ValueError(header)
    first, last = match.groups()
    if first == "":
        wanted = range(max(size - int(last), 0), size)
    else:
        wanted = range(int(first), min(int(last) + 1, size) if last else size)
    if not wanted:
        raise ValueError(header)
    return wanted


def _decode_name(name: str) -> str:
    """Decode one step of an address; ValueError for what is not the plain name of a file or folder."""
    decoded = unquote_to_bytes(name).decode()
    if decoded in {"", ".", ".."} or not {"/", "\\", "\0"}.isdisjoint(decoded):
        raise ValueError(name)
    return decoded
