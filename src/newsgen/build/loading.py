"""Loading documents in workers, and entering what they made of them into the archive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import dataclass
from itertools import chain, islice
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
# Each commit writes the same pages of the catalogue anew; what was not committed, a killed build reads again.
_BATCHES_A_TRANSACTION = 32
# So many bytes of a pack or a table count as one piece more: a batch is sent to its worker whole.
_BYTES_A_PIECE = 16 * 1024


@dataclass(frozen=True, slots=True)
class _Document:
    """A file with its stamp, whether it was read before, and the digest of the corrections over it."""

    path: str
    file: Path
    size: int
    mtime_ns: int
    known: bool
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
        if count:
            # Not when all is read: if the build dies just then, the next one has nothing to read.
            archive.fixity.outdate()
    progress.stage(f"read {loading.kind}", count)
    intake = _Intake(archive, loading.kind)
    tasks = _tasks(config, archive, loading.kind, corrections)
    with closing(in_batches(executor, loading.work, tasks, _BATCH, _weight)) as batches:
        for first in batches:
            with archive.transaction():
                for batch, outcomes in chain((first,), islice(batches, _BATCHES_A_TRANSACTION - 1)):
                    progress.advance(intake.take(batch, outcomes))
    with archive.transaction():
        intake.finish()
    return count


def _tasks(config: Config, archive: Archive, kind: Kind, corrections: Corrections) -> Iterator[_Task]:
    for path, size, mtime_ns, known in archive.documents.unread():
        file = config.project / path
        document = _Document(path, file, size, mtime_ns, known, corrections.digest(path))
        laid = corrections.of_file.get(path, {})
        pieces = iter_pieces(path, file) if kind == "seed" else (Piece(path, "text", file),)
        for found in pieces:
            yield _Task(document, found, laid.get(found.path, ""), config.hints)


def _weight(task: _Task) -> int:
    carried = task.found.weight if isinstance(task.found, Piece) else 0
    return 1 + carried // _BYTES_A_PIECE


class _Intake:
    """Enters what was made of files, batch by batch; a file's pieces come one behind another.

    The last file of a batch stays open: more of its pieces may come with the next one.
    """

    def __init__(self, archive: Archive, kind: Kind) -> None:
        self._archive, self._kind = archive, kind
        self._open: _Document | None = None
        self._unopened: set[str] = set()

    def take(self, tasks: list[_Task], outcomes: list[_Outcome]) -> int:
        """Enter what was made of pieces; returns how many files were begun with them."""
        documents, entries = self._archive.documents, self._archive.entries
        files = list({task.document.path: task.document for task in tasks}.values())
        begun = files[1:] if files[0] == self._open else files
        documents.begin(file.path for file in begun if file.known)
        made = list(zip(tasks, outcomes, strict=True))
        documents.seen(o.entry.path for task, o in made if o.entry is not None and task.document.known)
        entries.put((o.entry, task.document.path) for task, o in made if o.entry is not None)
        for task, outcome in made:
            if outcome.correction is not None:
                documents.correct(task.document.path, *outcome.correction)
            if outcome.problems:
                documents.add_problems(task.document.path, outcome.problems)
                self._unopened |= {task.document.path for p in outcome.problems if p.code == "unreadable"}
        read = files[:-1] if files[0] == self._open or self._open is None else [self._open, *files[:-1]]
        self._open = files[-1]
        self._finish(read)
        documents.loaded([(self._open.path, self._kind, -1, -1, "")])
        return len(begun)

    def finish(self) -> None:
        """The last file was read to its end as well."""
        self._finish([self._open] if self._open is not None else [])

    def _finish(self, files: list[_Document]) -> None:
        """Take out what these files no longer hold, and remember that they were read to their end."""
        for file in files:
            if file.known:
                self._archive.entries.remove_unseen(file.path)
        self._archive.documents.loaded(
            (file.path, self._kind, file.size, self._mtime(file), file.correction) for file in files
        )

    def _mtime(self, file: _Document) -> int:
        # What could not be opened is tried again: permissions that are mended leave a file's stamp as it was.
        return -1 if file.path in self._unopened else file.mtime_ns


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
    entry = entry_of(loaded.article, loaded.uncorrected)
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
