"""The manifest of the seeds, in BagIt's form (RFC 8493, section 2.1.3), which `sha256sum -c` reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def manifest_lines(digests: Iterable[tuple[str, str]]) -> Iterator[bytes]:
    """A line for each (SHA-256 in hexadecimal digits, path relative to the project).

    A path stands as it is, as sha256sum has it; BagIt would write a percent sign in it as %25.
    """
    return (f"{sha256}  {path}\n".encode() for sha256, path in digests)
