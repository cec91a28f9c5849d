"""Loading documents in workers, and entering what they made of them into the archive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from newsgen.archive import Archive, Entry, entry_of
from newsgen.build.correcting import Corrections
from newsgen.build.executors import in_batches
from newsgen.build.progress import Progress
from newsgen.config import Config
from newsgen.loader import (
    Correction,
    HandWritten,
    Kind,
    Piece,
    correction_from_json,
    correction_to_json,
    iter_pieces,
    load_markdown,
    load_seed,
)
from newsgen.model.hints import Hints
from newsgen.model.problem import Problem

_BATCH = 64
# So many bytes of a pack or a table count as one piece more: a batch is sent to its worker whole.
_BYTES_A_PIECE = 16 * 1024


@dataclass(frozen=True, slots=True)
class _Document:
    """A file with its stamp, and the digest of the corrections over it."""

    path: str
    file: Path
    size: int
    mtime_ns: int
    correction: str


@dataclass(frozen=True, slots=True)
class _Task:
    """A piece of a file to load in a worker, or why there is none; its correction as JSON ("": none)."""

    document: _Document
    found: Piece | Problem
    correction: str
    hints: Hints


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a worker made of a piece: an entry, a correction (seed name and JSON), or neither."""

    entry: Entry | None
    correction: tuple[str, str] | None
    problems: tuple[Problem, ...]


def load_changed(
    config: Config,
    archive: Archive,
    executor: Executor,
    progress: Progress,
    *,
    loading: Loading,
    corrections: Corrections,
) -> int:
    """Load every file of a kind that has to be read, and return their number."""
    with archive.transaction():
        count = archive.documents.list_unread(loading.kind, corrections.digests())
    progress.stage(f"read {loading.kind}", count)
    intake = _Intake(archive, loading.kind)
    tasks = _tasks(config, archive, loading.kind, corrections)
    with closing(in_batches(executor, loading.work, tasks, _BATCH, _weight)) as batches:
        for batch, outcomes in batches:
            before = intake.documents
            with archive.transaction():
                for task, outcome in zip(batch, outcomes, strict=True):
                    intake.take(task, outcome)
            progress.advance(intake.documents - before)
    with archive.transaction():
        intake.finish()
    return count


def _tasks(config: Config, archive: Archive, kind: Kind, corrections: Corrections) -> Iterator[_Task]:
    for path, size, mtime_ns in archive.documents.unread():
        file = config.project / path
        document = _Document(path, file, size, mtime_ns, corrections.digest(path))
        laid = corrections.of_file.get(path, {})
        pieces = iter_pieces(path, file) if kind == "seed" else (Piece(path, "text", file),)
        for found in pieces:
            yield _Task(document, found, laid.get(found.path, ""), config.hints)


def _weight(task: _Task) -> int:
    carried = task.found.weight if isinstance(task.found, Piece) else 0
    return 1 + carried // _BYTES_A_PIECE


class _Intake:
    """Enters what was made of files, each file's pieces one behind another."""

    def __init__(self, archive: Archive, kind: Kind) -> None:
        self._archive, self._kind = archive, kind
        self._document: _Document | None = None
        self._unopened = False
        self.documents = 0

    def take(self, task: _Task, outcome: _Outcome) -> None:
        """Enter what was made of a piece; the file before is finished where this is another's."""
        document = task.document.path
        if task.document != self._document:
            self.finish()
            self._document, self._unopened = task.document, False
            self.documents += 1
            self._archive.documents.begin(document, self._kind)
            self._archive.documents.drop_correction(document)
        if outcome.entry is not None:
            self._archive.documents.seen(outcome.entry.path)
            self._archive.entries.put(outcome.entry, document)
        if outcome.correction is not None:
            self._archive.documents.correct(document, *outcome.correction)
        self._archive.documents.add_problems(document, outcome.problems)
        self._unopened |= any(problem.code == "unreadable" for problem in outcome.problems)

    def finish(self) -> None:
        """Take out what the file no longer holds, and remember that it was read to its end."""
        document = self._document
        if document is None:
            return
        self._archive.entries.remove_unseen(document.path)
        # What could not be opened is tried again: permissions that are mended leave a file's stamp as it was.
        mtime_ns = -1 if self._unopened else document.mtime_ns
        self._archive.documents.loaded(
            document.path, self._kind, document.size, mtime_ns, document.correction
        )


# What the workers do


def load_seeds(tasks: list[_Task]) -> list[_Outcome]:
    """Load pieces of seeds, each with its correction."""
    return [_load_seed(task) for task in tasks]


def load_articles(tasks: list[_Task]) -> list[_Outcome]:
    """Load files of articles/, without drafts."""
    return [_load_article(task, drafts=False) for task in tasks]


def load_drafts_and_articles(tasks: list[_Task]) -> list[_Outcome]:
    """Load files of articles/, with drafts."""
    return [_load_article(task, drafts=True) for task in tasks]


def _load_seed(task: _Task) -> _Outcome:
    if isinstance(task.found, Problem):
        return _Outcome(None, None, (task.found,))
    correction = correction_from_json(task.correction) if task.correction else None
    loaded = load_seed(task.found, task.hints, correction)
    if loaded.article is None:
        return _Outcome(None, None, loaded.problems)
    entry = entry_of(loaded.article)
    return _Outcome(entry, None, (*loaded.problems, *entry.problems))


def _load_article(task: _Task, *, drafts: bool) -> _Outcome:
    loaded = load_markdown(task.document.path, task.document.file)
    if isinstance(loaded, Correction):
        return _Outcome(None, (loaded.seed, correction_to_json(loaded)), loaded.problems)
    if not isinstance(loaded, HandWritten) or (loaded.draft and not drafts):
        return _Outcome(None, None, loaded.problems)
    entry = entry_of(loaded.article)
    return _Outcome(entry, None, (*loaded.problems, *entry.problems))


@dataclass(frozen=True, slots=True)
class Loading:
    """How the files of a kind are loaded."""

    kind: Kind
    work: Callable[[list[_Task]], list[_Outcome]]


SEEDS = Loading("seed", load_seeds)
ARTICLES = Loading("article", load_articles)
DRAFTS = Loading("article", load_drafts_and_articles)
