"""The first half of a build: bring the archive up to date with the project's folders."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from newsgen.archive import Archive
from newsgen.build.correcting import Corrections, assign_corrections, note_problems
from newsgen.build.fingerprint import code_digest
from newsgen.build.loading import ARTICLES, DRAFTS, SEEDS, load_changed
from newsgen.build.progress import Progress
from newsgen.config import Config
from newsgen.loader import Kind, Stamp, iter_stamps
from newsgen.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Read:
    """How many documents were read, were unchanged, and are gone."""

    read: int
    unchanged: int
    gone: int


def read_documents(
    config: Config, archive: Archive, executor: Executor, progress: Progress, *, drafts: bool = False
) -> Read:
    """Load what is new or changed in the project's folders, take out what is gone, and settle the rest.

    Drafts are articles only with `drafts`. What cannot be read becomes a problem in the archive.
    """
    progress.stage("scan", None)
    with archive.transaction():
        _outdate_what_was_read_otherwise(config, archive, drafts=drafts)
        _scan(config, archive)
        gone = 0
        for path in archive.documents.gone():
            gone += 1
            archive.entries.remove(path)
            archive.documents.forget(path)
        if gone:
            archive.fixity.outdate()
    articles = DRAFTS if drafts else ARTICLES
    read = load_changed(config, archive, executor, progress, loading=articles, corrections=Corrections())
    corrections = assign_corrections(archive, drafts=drafts)
    read += load_changed(config, archive, executor, progress, loading=SEEDS, corrections=corrections)
    progress.stage("settle", None)
    with archive.transaction():
        note_problems(archive, corrections)
        archive.pages.settle()
    return Read(read, archive.documents.count() - read, gone)


def _outdate_what_was_read_otherwise(config: Config, archive: Archive, *, drafts: bool) -> None:
    """Have read again what other code read, or by other hints, and with the drafts or without them."""
    reader = f"{code_digest('loader', 'text', 'model', 'archive')} {config.hints}"
    if archive.meta("reader") != reader:
        read_again(archive)
        archive.remember("reader", reader)
    if archive.meta("drafts") != str(drafts):
        archive.documents.outdate("article")
        archive.remember("drafts", str(drafts))


def read_again(archive: Archive) -> None:
    """Have every document read and everything settled again."""
    archive.documents.outdate()
    archive.pages.resettle()


def _scan(config: Config, archive: Archive) -> None:
    problems: list[Problem] = []

    def stamps() -> Iterator[Stamp]:
        roots: list[tuple[Kind, Path]] = [("seed", folder) for folder in config.seeds]
        for found in iter_stamps(config.project, [*roots, ("article", config.articles)]):
            if isinstance(found, Stamp):
                yield found
            else:
                problems.append(found)

    archive.documents.scanned(stamps())
    archive.documents.replace_problems("scan", problems)
