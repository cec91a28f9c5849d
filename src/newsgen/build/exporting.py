"""The archive as data, part by part, with its sitemaps: a change rewrites the part that it is in."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable, Iterator
from functools import lru_cache

from newsgen.archive import Archive, article_from_json, public_record
from newsgen.archive.parts import DataFile, Part, Span
from newsgen.build.filing import Filing
from newsgen.model.problem import Problem
from newsgen.model.site import Site
from newsgen.opendata import FACTS, count_days, counts_csv, csv_head, parquet
from newsgen.output import Streamed
from newsgen.plan import content_digest
from newsgen.syndication import sitemap

# So many articles at most are a part: some megabytes, and what an edit costs.
PART = 1000
# JSON lines of more bytes are compressed, at the fastest level: a part is compressed anew at each change.
_LARGE = 4 * 1024 * 1024
_LEVEL = 1
_OWNER = "part "
# Pages that are no articles, and of which search engines have to know.
_PAGES = ("", "about/", "dates/", "sources/", "tags/", "authors/")

_Pages = list[tuple[str, str]]
_Problems = dict[str, tuple[Problem, ...]]
_File = tuple[str, Iterable[bytes]]


class Export:
    """The data files and sitemaps of one build. `every`: nothing of what was written is known to be right."""

    def __init__(self, archive: Archive, filing: Filing, site: Site, look: str, *, every: bool) -> None:
        self._archive, self._filing, self._site, self._look = archive, filing, site, look
        # Whether the whole archive is one part is known of the last build.
        self._one = str(archive.parts.total() <= PART)
        self._every = every or archive.meta("one part") != self._one

    def write_parts(self) -> Iterator[None]:
        """The files of all parts that have changed; one part a step, each with its transactions."""
        for span in self._archive.parts.spans(PART, every=self._every):
            kept: list[str] = []
            for part in self._archive.parts.divide(span, PART):
                kept += self._write_part(part, _OWNER + span.name)
                yield
            with self._archive.transaction():
                kept += self._write_counts(span)
                self._filing.sweep(_OWNER + span.name, kept)
            yield
        if self._every or self._archive.parts.changed():
            names = self._archive.parts.names(PART)
            with self._archive.transaction():
                self._filing.sweep_owners(_OWNER, [_OWNER + name for name in names])
                self._archive.remember("one part", self._one)
            yield

    def _write_part(self, part: Part, owner: str) -> list[str]:
        """Write the part's files if it has changed; their addresses."""
        state, problems = self._archive.parts.state(part), self._archive.parts.problems(part)
        pages = [(url, lastmod) for _, url, lastmod, _ in state]
        files = self._files(part, pages, problems, size=sum(size for _, _, _, size in state))
        urls = [url for url, _ in files]
        digests = (self._look, content_digest(state, problems))
        if not self._filing.is_as(urls, digests):
            lastmod = max((lastmod for _, lastmod in pages), default="")
            with self._filing.making(urls, owner, digests):
                for url, pieces in files:
                    self._keep(url, len(state), self._filing.stream(url, owner, pieces), lastmod)
        return urls

    def _keep(self, url: str, articles: int, written: Streamed, lastmod: str) -> None:
        self._archive.parts.keep([DataFile(url, articles, written.size, written.sha256, lastmod)])

    def _files(self, part: Part, pages: _Pages, problems: _Problems, *, size: int) -> list[_File]:
        """The addresses of the part's files with what is in them, made when it is read.

        `size` is that of its records in bytes.
        """
        behind = f"-{part.name}" if part.name else ""
        files: list[_File] = []
        if "csv" in self._site.data:
            files.append((f"data/articles{behind}.csv", self._table(part)))
        if "jsonl" in self._site.data:
            lines, name = self._lines(part, problems), f"data/articles{behind}.jsonl"
            files.append((f"{name}.gz", _compressed(lines)) if size > _LARGE else (name, lines))
        if "parquet" in self._site.data:
            files.append((f"data/articles{behind}.parquet", self._parquet(part)))
        if self._site.base_url:
            files.append((f"sitemap{behind}.xml", self._sitemap(part, pages)))
        return files

    def _table(self, part: Part) -> Iterator[bytes]:
        yield csv_head(FACTS).encode()
        yield from self._archive.parts.rows(part)

    def _lines(self, part: Part, problems: _Problems) -> Iterator[bytes]:
        for path, url, record in self._archive.parts.records(part):
            yield public_record(record, url, problems.get(path, ())) + b"\n"

    def _parquet(self, part: Part) -> Iterator[bytes]:
        records = self._archive.parts.records(part)
        yield parquet((article_from_json(record), url) for _, url, record in records)

    def _sitemap(self, part: Part, pages: _Pages) -> Iterator[bytes]:
        above = [] if part.name else sitemap_pages(self._archive)
        yield sitemap(self._site.base_url, [*above, *pages])

    def _write_counts(self, span: Span) -> list[str]:
        """Write how many articles a span's days have by source and tag; its address, if there are any."""
        if "csv" not in self._site.data or span.name == "undated":
            return []
        table = counts_csv(count_days(self._archive.parts.daily(span), self._named))
        url = f"data/daily-counts{f'-{span.name}' if span.name else ''}.csv"
        written = self._filing.stream(url, _OWNER + span.name, [table])
        self._keep(url, span.count, written, "")
        return [url]

    @lru_cache(maxsize=4096)  # noqa: B019 - an Export lives as long as its build
    def _named(self, kind: str, key: str) -> tuple[str, str] | None:
        return self._archive.listings.named(kind, key)


def sitemap_pages(archive: Archive) -> list[tuple[str, str]]:
    """The pages beside the articles that sitemaps name, without a date: their articles have one."""
    months = [month.url for month in archive.listings.dates("month")]
    years = sorted({url[:5] for url in months})
    return [(url, "") for url in (*_PAGES, *years, *months)]


def _compressed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """gzip, without the time and the file's name in its head."""
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=_LEVEL, fileobj=buffer, mtime=0) as packer:
        for piece in pieces:
            packer.write(piece)
            if buffer.tell():
                yield buffer.getvalue()
                buffer.seek(0)
                buffer.truncate()
    yield buffer.getvalue()
