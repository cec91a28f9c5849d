"""Checks of an archive and of the site built from it, one finding behind another."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from contextlib import closing
from functools import partial
from pathlib import Path

from newsgen.archive import Archive
from newsgen.build.executors import in_batches
from newsgen.checks import (
    Finding,
    broken_links,
    check_atom,
    check_json_feed,
    check_sitemap,
    files_below,
    pages_below,
)
from newsgen.hosting import HOSTS, Size, misfits

_BATCH = 200


def check_archive(archive: Archive) -> Iterator[Finding]:
    """The documents' problems, then what they miss and repeat, which is a note and no fault."""
    for problem in archive.documents.problems():
        found = (problem.path, problem.line, problem.code, problem.message, problem.hint)
        yield Finding(*found, level="warning")
    for path, is_undated, has_no_source in archive.entries.missing():
        if is_undated:
            yield Finding(path, None, "date-missing", "the document states no date", level="note")
        if has_no_source:
            yield Finding(path, None, "source-missing", "the document states no source", level="note")
    for path, others, first in archive.entries.repeated_titles():
        message = f"{others} articles have this title, the first is {first}"
        hint = "if they are one article, remove the others"
        yield Finding(path, None, "title-repeated", message, hint, level="note")


def check_site(site: Path, base_url: str, executor: Executor) -> Iterator[Finding]:
    """What is wrong with the links, feeds and sitemaps of the site built in the folder `site`."""
    checks: list[tuple[Iterable[str], Callable[[list[str]], list[Finding]]]] = [
        (pages_below(site), partial(_check_links, site)),
        (files_below(site, "feed.xml"), partial(_check_feeds, site)),
    ]
    for names, work in checks:
        with closing(in_batches(executor, work, names, _BATCH)) as batches:
            for _, found in batches:
                yield from (_placed(site, finding) for finding in found)
    if (site / "feed.json").is_file():
        yield from (_placed(site, finding) for finding in check_json_feed(site, "feed.json"))
    for file in sorted(site.glob("*sitemap*.xml")) if base_url else ():
        yield from (_placed(site, finding) for finding in check_sitemap(site, file.name, base_url))


def check_host(site: Path, host: str) -> tuple[Size, list[Finding]]:
    """How large the site is, and which limits of the host with this name it passes."""
    size = measure(site)
    found = misfits(HOSTS[host], size)
    return size, [Finding(str(site), None, code, message, hint) for code, message, hint in found]


def measure(site: Path) -> Size:
    """The size of a built site as it is uploaded: newsgen's own mark is left out."""
    files, total, largest, largest_size = 0, 0, "", 0
    folders = [str(site)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                elif not entry.name.startswith(".newsgen"):
                    size = entry.stat().st_size
                    files, total = files + 1, total + size
                    if (size, entry.path) > (largest_size, largest):
                        largest, largest_size = entry.path, size
    redirects = site / "_redirects"
    lines = redirects.read_bytes().count(b"\n") if redirects.is_file() else 0
    return Size(files, total, largest, largest_size, lines)


def _placed(site: Path, finding: Finding) -> Finding:
    return Finding(
        str(site / finding.file), finding.line, finding.code, finding.message, finding.hint, finding.level
    )


# What the workers do


def _check_links(site: Path, names: list[str]) -> list[Finding]:
    return list(broken_links(site, names))


def _check_feeds(site: Path, names: list[str]) -> list[Finding]:
    return [finding for name in names for finding in check_atom(site, name)]
