"""The first half of a build: bring the archive up to date with the project's folders."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from newsgen.archive import Archive, Entry, entry_of
from newsgen.build.executors import in_batches
from newsgen.build.fingerprint import code_digest
from newsgen.build.progress import Progress
from newsgen.config import Config
from newsgen.loader import (
    Correction,
    HandWritten,
    Kind,
    Stamp,
    correction_from_json,
    correction_to_json,
    iter_stamps,
    load_markdown,
    load_seed,
)
from newsgen.model.problem import Problem

_BATCH = 64


@dataclass(frozen=True, slots=True)
class Read:
    """How many documents were read, were unchanged, and are gone."""

    read: int
    unchanged: int
    gone: int


@dataclass(frozen=True, slots=True)
class _Task:
    """A file to load in a worker, with the correction to lay over it as JSON ("": none)."""

    path: str
    file: Path
    size: int
    mtime_ns: int
    correction: str


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a worker made of a file: an entry, a correction (seed name and JSON), or neither."""

    entry: Entry | None
    correction: tuple[str, str] | None
    problems: tuple[Problem, ...]


def read_documents(
    config: Config, archive: Archive, executor: Executor, progress: Progress, *, drafts: bool = False
) -> Read:
    """Load what is new or changed in the project's folders, take out what is gone, and settle the rest.

    Drafts are articles only with `drafts`. What cannot be read becomes a problem in the archive.
    """
    progress.stage("scan", None)
    with archive.transaction():
        _outdate_what_other_code_read(archive, drafts=drafts)
        _scan(config, archive)
        gone = 0
        for path in archive.documents.gone():
            gone += 1
            archive.entries.remove(path)
            archive.documents.forget(path)
    read = _load(
        config, archive, executor, progress, loading=_DRAFTS if drafts else _ARTICLES, corrections={}
    )
    with archive.transaction():
        corrections = _assign_corrections(archive, drafts=drafts)
    read += _load(config, archive, executor, progress, loading=_SEEDS, corrections=corrections)
    progress.stage("settle", None)
    with archive.transaction():
        archive.pages.settle()
    return Read(read, archive.documents.count() - read, gone)


def _outdate_what_other_code_read(archive: Archive, *, drafts: bool) -> None:
    reader = code_digest("loader", "text", "model", "archive")
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

    def stamps() -> Iterator[tuple[str, str, int, int]]:
        roots: list[tuple[Kind, Path]] = [("seed", folder) for folder in config.seeds]
        for found in iter_stamps(config.project, [*roots, ("article", config.articles)]):
            if isinstance(found, Stamp):
                yield found.path, found.kind, found.size, found.mtime_ns
            else:
                problems.append(found)

    archive.documents.scanned(stamps())
    archive.documents.replace_problems("scan", problems)


def _load(
    config: Config,
    archive: Archive,
    executor: Executor,
    progress: Progress,
    *,
    loading: _Loading,
    corrections: Mapping[str, str],
) -> int:
    """Load every file of a kind that has to be read, and return their number."""
    digests = {path: _digest(content) for path, content in corrections.items()}
    with archive.transaction():
        count = archive.documents.list_unread(loading.kind, digests)
    progress.stage(f"read {loading.kind}", count)
    tasks = (
        _Task(path, config.project / path, size, mtime_ns, corrections.get(path, ""))
        for path, size, mtime_ns in archive.documents.unread()
    )
    with closing(in_batches(executor, loading.work, tasks, _BATCH)) as batches:
        for batch, outcomes in batches:
            with archive.transaction():
                for task, outcome in zip(batch, outcomes, strict=True):
                    _enter(archive, task, loading.kind, outcome)
            progress.advance(len(batch))
    return count


def _enter(archive: Archive, task: _Task, kind: str, outcome: _Outcome) -> None:
    if outcome.entry is None:
        archive.entries.remove(task.path)
    else:
        archive.entries.put(outcome.entry)
    if outcome.correction is None:
        archive.documents.drop_correction(task.path)
    else:
        archive.documents.correct(task.path, *outcome.correction)
    archive.documents.replace_problems("load", outcome.problems, task.path)
    # What could not be opened is tried again: permissions that are mended leave a file's stamp as it was.
    unopened = any(problem.code == "unreadable" for problem in outcome.problems)
    mtime_ns = -1 if unopened else task.mtime_ns
    archive.documents.loaded(task.path, kind, task.size, mtime_ns, _digest(task.correction))


def _assign_corrections(archive: Archive, *, drafts: bool) -> dict[str, str]:
    """The correction that is laid over each seed, as JSON; what leads nowhere becomes a problem."""
    assigned: dict[str, str] = {}
    holders: dict[str, str] = {}
    problems = []
    for path, name, content in archive.documents.corrections():
        if correction_from_json(content).draft and not drafts:
            continue
        seeds = archive.documents.find_seeds(name)
        if len(seeds) != 1:
            problems.append(_lost_correction(path, name, seeds))
        elif seeds[0] in holders:
            message = f"{holders[seeds[0]]} corrects {seeds[0]} already; this one is not used"
            problems.append(Problem(path, None, "correction-twice", message, "put both into one file"))
        else:
            holders[seeds[0]], assigned[seeds[0]] = path, content
    archive.documents.replace_problems("correction", problems)
    return assigned


def _lost_correction(path: str, name: str, seeds: list[str]) -> Problem:
    if not seeds:
        hint = "write the seed's path relative to the project, as `newsgen check` prints it"
        return Problem(path, None, "correction-lost", f"there is no seed {name}", hint)
    message = f"several seeds have the name {name}: {', '.join(seeds[:3])}"
    return Problem(path, None, "correction-unclear", message, "write the seed's whole path")


def _digest(content: str) -> str:
    return hashlib.blake2b(content.encode(), digest_size=16).hexdigest() if content else ""


# What the workers do


def load_seeds(tasks: list[_Task]) -> list[_Outcome]:
    """Load seeds, each with its correction."""
    return [_load_seed(task) for task in tasks]


def load_articles(tasks: list[_Task]) -> list[_Outcome]:
    """Load files of articles/, without drafts."""
    return [_load_article(task, drafts=False) for task in tasks]


def load_drafts_and_articles(tasks: list[_Task]) -> list[_Outcome]:
    """Load files of articles/, with drafts."""
    return [_load_article(task, drafts=True) for task in tasks]


def _load_seed(task: _Task) -> _Outcome:
    correction = correction_from_json(task.correction) if task.correction else None
    loaded = load_seed(task.path, task.file, correction)
    if loaded.article is None:
        return _Outcome(None, None, loaded.problems)
    entry = entry_of(loaded.article)
    return _Outcome(entry, None, (*loaded.problems, *entry.problems))


def _load_article(task: _Task, *, drafts: bool) -> _Outcome:
    loaded = load_markdown(task.path, task.file)
    if isinstance(loaded, Correction):
        return _Outcome(None, (loaded.seed, correction_to_json(loaded)), loaded.problems)
    if not isinstance(loaded, HandWritten) or (loaded.draft and not drafts):
        return _Outcome(None, None, loaded.problems)
    entry = entry_of(loaded.article)
    return _Outcome(entry, None, (*loaded.problems, *entry.problems))


@dataclass(frozen=True, slots=True)
class _Loading:
    """How the files of a kind are loaded."""

    kind: Kind
    work: Callable[[list[_Task]], list[_Outcome]]


_SEEDS = _Loading("seed", load_seeds)
_ARTICLES = _Loading("article", load_articles)
_DRAFTS = _Loading("article", load_drafts_and_articles)
