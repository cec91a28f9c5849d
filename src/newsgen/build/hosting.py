"""The files that there is one of: index of sitemaps, descriptor of the data, manifest, those for hosts."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from contextlib import closing
from functools import partial
from pathlib import Path, PurePosixPath

from newsgen.archive import Archive
from newsgen.archive.parts import DataFile
from newsgen.build.executors import in_batches
from newsgen.build.exporting import PART, sitemap_pages
from newsgen.build.filing import Filing
from newsgen.hosting import headers_file, redirects_file
from newsgen.metadata import base_path
from newsgen.model.site import Site
from newsgen.opendata import (
    COUNT_COLUMNS,
    FACTS,
    RECORD,
    Provenance,
    Resource,
    data_package,
    manifest_lines,
    schema_json,
)
from newsgen.syndication import NewsItem, news_sitemap, robots_txt, sitemap, sitemap_index

_OWNER = "beside"
MANIFEST = "data/manifest-sha256.txt"
_HASHED = 64
# Google reads a thousand articles of the last two days.
_NEWS_DAYS, _NEWS_ITEMS = 2, 1000
_OUTLETS = 100


class Surroundings:
    """The single files of one build. `own` are the names of the project's static files, which come first."""

    def __init__(self, archive: Archive, filing: Filing, site: Site, look: str, own: Iterable[str]) -> None:
        self._archive, self._filing, self._site, self._look = archive, filing, site, look
        self._own, self._kept = frozenset(own), list[str]()

    def write(self, versioned: Iterable[str]) -> None:
        """All of them. `versioned` are the addresses of files whose links carry a digest."""
        if self._site.data:
            self._write_manifest()
        with self._archive.transaction():
            self._write_others(versioned)

    def _write_others(self, versioned: Iterable[str]) -> None:
        site, moved = self._site, list(self._archive.entries.former_addresses())
        self._put("robots.txt", robots_txt(self._write_sitemaps()))
        self._put(".nojekyll", b"")
        self._put("_headers", headers_file(base_path(site.base_url), versioned))
        if moved:
            old_and_new = [(old, new) for old, _, new in moved]
            self._put("_redirects", redirects_file(base_path(site.base_url), old_and_new))
        if site.data:
            self._write_package()
        self._filing.sweep(_OWNER, self._kept)

    def _put(self, url: str, data: bytes) -> None:
        if url not in self._own:
            self._filing.put(url, _OWNER, data)
            self._kept.append(url)

    def _write_sitemaps(self) -> list[str]:
        """The index and what belongs to no part; the addresses that robots.txt names."""
        site, named = self._site, []
        if not site.base_url or not self._archive.parts.total():
            return []
        if self._archive.parts.total() > PART:
            self._put("sitemap-pages.xml", sitemap(site.base_url, sitemap_pages(self._archive)))
            parts = [(file.url, file.lastmod) for file in self._archive.parts.published("sitemap-*.xml")]
            self._put("sitemap.xml", sitemap_index(site.base_url, [("sitemap-pages.xml", ""), *parts]))
        named.append(f"{site.base_url}sitemap.xml")
        if site.news_sitemap:
            self._put("news-sitemap.xml", news_sitemap(site.base_url, site.title, self._news()))
            named.append(f"{site.base_url}news-sitemap.xml")
        return named

    def _news(self) -> Iterator[NewsItem]:
        """The articles of the last days, counted from the newest: a build has no clock."""
        last = self._archive.listings.holdings().last
        if last is not None:
            first = dt.date.fromisoformat(last) - dt.timedelta(days=_NEWS_DAYS - 1)
            since = self._archive.notices.since(first.isoformat(), _NEWS_ITEMS)
            yield from (NewsItem(*article) for article in since)

    def _write_manifest(self) -> None:
        digests = (self._look, "")
        self._kept.append(MANIFEST)
        if self._archive.fixity.is_outdated() or not self._filing.is_as([MANIFEST], digests):
            lines = manifest_lines(self._archive.fixity.digests())
            with self._filing.making([MANIFEST], _OWNER, digests):
                written = self._filing.stream(MANIFEST, _OWNER, lines)
                self._archive.parts.keep([DataFile(MANIFEST, 0, written.size, written.sha256, "")])
                self._archive.fixity.published()

    def _write_package(self) -> None:
        """datapackage.json and the schemas that it names."""
        described = "data/datapackage.json"
        self._kept.append(described)
        if "csv" in self._site.data:
            self._put("data/schema-articles.json", schema_json(FACTS, joined=True))
            self._put("data/schema-daily-counts.json", schema_json(COUNT_COLUMNS, joined=True))
        if "jsonl" in self._site.data:
            self._put("data/schema-records.json", schema_json(RECORD, joined=False))
        outlets = self._archive.listings.most_used("source", _OUTLETS)
        provenance = Provenance(
            self._archive.parts.total(), tuple((outlet.name, outlet.url) for outlet in outlets)
        )
        resources = map(_resource, self._archive.parts.published("data/*"))
        self._filing.stream(described, _OWNER, data_package(self._site, provenance, resources))


def _kind(url: str) -> str:
    name = PurePosixPath(url).name
    if url == MANIFEST:
        return "manifest"
    return (
        "daily-counts" if name.startswith("daily-counts") else "records" if ".jsonl" in name else "articles"
    )


def _resource(file: DataFile) -> Resource:
    path = PurePosixPath(file.url).name
    name = path.removesuffix(".gz").replace(".", "-").lower()
    return Resource(name, _kind(file.url), path, file.size, file.sha256)


def hash_seeds(project: Path, archive: Archive, executor: Executor) -> None:
    """Have those seeds hashed whose digest reading them has not given, if any has come or changed."""
    if not archive.fixity.is_outdated():
        return
    work = partial(_hash_files, project)
    with closing(in_batches(executor, work, archive.fixity.unknown(), _HASHED)) as batches:
        for batch, digests in batches:
            known = [(*seed, digest) for seed, digest in zip(batch, digests, strict=True) if digest]
            with archive.transaction():
                archive.fixity.keep(known)


def _hash_files(project: Path, seeds: list[tuple[str, int, int]]) -> list[str]:
    return [_hash_file(project / path) for path, _, _ in seeds]


def _hash_file(file: Path) -> str:
    """The file's SHA-256, "" where it cannot be read: that is among the problems already."""
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""
