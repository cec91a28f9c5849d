"""A project to try builds on: it writes documents, builds, and tells what each build did to the site."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsgen.archive import Archive
from newsgen.build import Built, Workers, build, open_archive
from newsgen.config import Config, load_config
from newsgen.output import url_of

BODY = "اجتمع أهالي القرية في الساحة مساء أمس وتحدثوا عن موسم القطاف الذي بدأ قبل أوانه هذا العام."
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")


# What is written beside the pages: feeds, citations, data, the search index, sitemaps, files for hosts.
_BESIDE = re.compile(
    r"data/.*|search/.+|.*\bfeed\.(?:xml|json)|.*\bcitations(?:-\d+)?\.(?:bib|json)|(?:news-)?sitemap.*\.xml"
    r"|robots\.txt|_headers|_redirects|.*\.(?:gz|br)"
)


@dataclass(frozen=True)
class Changes:
    """What one build did: the addresses whose files it wrote, removed, and left as they were.

    Those are of pages and static files; `beside` are the addresses of all other files that it wrote.
    """

    built: Built
    written: set[str]
    removed: set[str]
    left: set[str]
    beside: set[str]


class Project:
    """A newsgen project in `root`. Every file that it writes is a second younger than the one before."""

    def __init__(self, root: Path, **settings: object) -> None:
        self.root = root
        self.output = root / "site"
        self._seconds = 1_700_000_000
        (root / "seeds").mkdir(parents=True)
        self.settings(**settings)

    # The project's files

    def write(self, name: str, content: str | bytes) -> Path:
        """Write the file `name`, relative to the project."""
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        self.touch(name)
        return file

    def touch(self, name: str) -> None:
        """Give the file a later time and leave what is in it."""
        self._seconds += 1
        os.utime(self.root / name, (self._seconds, self._seconds))

    def delete(self, name: str) -> None:
        """Delete the file `name`."""
        (self.root / name).unlink()

    def settings(self, **values: object) -> None:
        """Write newsgen.yaml with these values, and two articles a page where they do not say."""
        lines = {"page_size": 2, **values}
        self.write("newsgen.yaml", "".join(f"{key}: {value}\n" for key, value in lines.items()))

    def seed(
        self,
        name: str,
        title: str,
        day: str | None = None,
        *,
        tags: Sequence[str] = (),
        source: str | None = None,
        related: Sequence[str] = (),
        body: str = BODY,
    ) -> str:
        """Write a raw document, seeds/NAME.txt, as sites give them; its path."""
        lines = [title]
        if day:
            year, month, date = day.split("-")
            lines.append(f"تاريخ النشر: {int(date)}th, {_MONTHS[int(month) - 1]} {year} GMT")
        lines.append(body)
        lines += [f"المصدر: {source}"] if source else []
        lines += [f"كلمات دلالية: {' '.join(tags)}"] if tags else []
        lines += [f"اقرأ أيضاً: {headline}" for headline in related]
        path = f"seeds/{name}.txt"
        self.write(path, "\n".join(lines) + "\n")
        return path

    def article(self, name: str, *, body: str = BODY, **front: object) -> str:
        """Write articles/NAME.md, with what is true of `front` as its front matter; its path."""
        lines = [f"{key}: {_yaml(value)}" for key, value in front.items() if value]
        path = f"articles/{name}.md"
        self.write(path, "\n".join(["---", *lines, "---", "", body, ""]))
        return path

    # Building

    @property
    def config(self) -> Config:
        """The project's settings as they are now."""
        return load_config(self.root, output=self.output)

    def build(self, *, jobs: int = 1, full: bool = False, drafts: bool = False) -> Changes:
        """Build, and say what became of each file of the site."""
        before = dict(stamps(self.output))
        with Workers(jobs) as workers:
            built = build(self.config, workers, full=full, drafts=drafts)
        after = dict(stamps(self.output))
        written = {url for url in after if after[url] != before.get(url)}
        removed, left = before.keys() - after.keys(), after.keys() - written
        twins = {url for url in written if url.endswith((".gz", ".br")) and url_of(url[:-3]) in after}
        # .nojekyll is hidden, and made with the first build.
        assert built.files.written in {len(written - twins), len(written - twins) + 1}
        assert built.files.unchanged <= len(left) + 1
        pages, gone, kept = (
            {url for url in urls if not _BESIDE.fullmatch(url)} for urls in (written, removed, left)
        )
        return Changes(built, pages, gone, kept, written - pages)

    def archive(self) -> Archive:
        """The project's catalogue, to be used in a `with`."""
        return Archive(self.config.cache)

    def read(self, *, drafts: bool = False) -> None:
        """Bring the archive up to date and write nothing, as `newsgen export` and `check` do."""
        with Workers(1) as workers, open_archive(self.config, workers, drafts=drafts):
            pass

    def page(self, url: str) -> str:
        """The text of the page at `url`."""
        return (self.output / url / "index.html").read_text(encoding="utf-8")

    def problems(self) -> list[tuple[str, int]]:
        """How often each kind of problem occurs."""
        return [(tally.name, tally.count) for tally in self.build().built.problems]

    def clean(self, *, drafts: bool = False) -> dict[str, bytes]:
        """The site as a clean build of the same documents makes it, elsewhere."""
        elsewhere = self.root.with_name(f"{self.root.name}-clean")
        shutil.rmtree(elsewhere, ignore_errors=True)
        shutil.copytree(self.root, elsewhere, ignore=shutil.ignore_patterns(".newsgen", self.output.name))
        with Workers(1) as workers:
            build(load_config(elsewhere), workers, drafts=drafts)
        return tree(elsewhere / "site")

    def assert_as_clean(self, *, drafts: bool = False) -> None:
        """Fail unless the site is, byte for byte, what a clean build makes."""
        have, want = tree(self.output), self.clean(drafts=drafts)
        differing = {name for name in have.keys() | want.keys() if have.get(name) != want.get(name)}
        assert not differing, sorted(differing)


def tree(root: Path) -> dict[str, bytes]:
    """The bytes of every file below `root` by name, and "" for every folder (its name ends in a slash)."""
    found: dict[str, bytes] = {}
    for path in root.rglob("*"):
        name = path.relative_to(root).as_posix()
        found |= {f"{name}/": b""} if path.is_dir() else {name: path.read_bytes()}
    return found


def stamps(root: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each file of the site by its address, with what differs once it has been written again."""
    for path in root.rglob("*"):
        name = path.relative_to(root).as_posix()
        if path.is_file() and not name.startswith("."):
            status = path.stat()
            yield url_of(name), (status.st_ino, status.st_mtime_ns)


def _yaml(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_yaml, value))}]"
    if isinstance(value, str):
        return f'"{value}"'
    return str(value).lower() if isinstance(value, bool) else str(value)
