"""What free plans of hosts hold, as their documentation has it, and what to do where a site is larger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_MIB, _GIB = 1024**2, 1024**3


@dataclass(frozen=True, slots=True)
class Host:
    """A host's limits: number of files, bytes in a file, bytes in all, redirects; None: there is none."""

    name: str
    files: int | None
    file_size: int | None
    total_size: int | None
    redirects: int | None


@dataclass(frozen=True, slots=True)
class Size:
    """How large a site is: sizes in bytes, `largest` the file of `largest_size`."""

    files: int
    total: int
    largest: str
    largest_size: int
    redirects: int


HOSTS = {
    host.name: host
    for host in (
        # docs.github.com: 1 GB a published site, 100 MiB a file.
        Host("github-pages", None, 100 * _MIB, 10**9, None),
        # developers.cloudflare.com/pages/platform/limits: 20,000 files, 25 MiB a file, 2,000 redirects.
        Host("cloudflare", 20_000, 25 * _MIB, None, 2_000),
        # docs.netlify.com names no number of files or bytes for a site.
        Host("netlify", None, None, None, None),
        # docs.aws.amazon.com: 5 GiB in one request, beyond that in parts.
        Host("s3", None, 5 * _GIB, None, None),
        Host("nginx", None, None, None, None),
    )
}


def misfits(host: Host, size: Size) -> Iterator[tuple[str, str, str]]:
    """(code, what is too large, what to do) for each limit of `host` that a site of this size passes."""
    if host.files is not None and size.files > host.files:
        what = f"the site has {size.files:,} files, {host.name} takes {host.files:,}"
        hint = "raise page_size, leave out precompress, take a paid plan, or a host of your own (s3, nginx)"
        yield "host-files", what, hint
    if host.file_size is not None and size.largest_size > host.file_size:
        what = (
            f"{size.largest} has {_mib(size.largest_size)}, {host.name} takes {_mib(host.file_size)} a file"
        )
        yield "host-file-size", what, "make it smaller, or put it on another host and link to it there"
    if host.total_size is not None and size.total > host.total_size:
        what = f"the site has {_mib(size.total)}, {host.name} takes {_mib(host.total_size)}"
        hint = "leave out precompress or a format of data, divide the archive, or take another host"
        yield "host-size", what, hint
    if host.redirects is not None and size.redirects > host.redirects:
        what = f"_redirects has {size.redirects:,} lines, {host.name} takes {host.redirects:,}"
        yield "host-redirects", what, "give corrections the former address as their slug"


def _mib(size: int) -> str:
    return f"{size / _MIB:,.1f} MiB"
