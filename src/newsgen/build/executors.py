"""Where the heavy work is done: any `concurrent.futures.Executor`, processes of this machine by default."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from importlib import import_module
from itertools import chain
from multiprocessing.context import BaseContext
from typing import Any, ParamSpec, TypeVar

from newsgen.errors import NewsgenError

T = TypeVar("T")
R = TypeVar("R")
P = ParamSpec("P")

# Batches under way at once: for each process of our own, and on machines of which nobody says how many.
_AHEAD = 4
_AHEAD_ELSEWHERE = 64
# By how much workers stand behind the process that plans for them.
_BEHIND = 5
_EXHAUSTED = object()
_WORK = ("newsgen.build.loading", "newsgen.build.printing")


def usable_cores() -> int:
    """How many processors this process may run on."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Workers(Executor):
    """Processes of this machine, started when the first work comes. With one job: this process itself."""

    def __init__(self, jobs: int) -> None:
        self.ahead = jobs * _AHEAD
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def submit(self, fn: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        """Have `fn` called with these arguments."""
        if self._jobs == 1:
            return _done(fn, *args, **kwargs)
        try:
            return self._running().submit(fn, *args, **kwargs)
        except BrokenExecutor:
            # One of its processes was killed, and it takes no work any more; a preview's next build goes on.
            self._pool = None
            return self._running().submit(fn, *args, **kwargs)

    def _running(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._jobs, mp_context=_context(), initializer=_begin_work)
        return self._pool

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes."""
        if self._pool is not None:
            self._pool.shutdown(wait=wait, cancel_futures=cancel_futures)


def _context() -> BaseContext:
    """How processes are started. What they work with is imported once, and shared: it is slow and large.

    A fork has at once all that this process has. But a lock that another thread holds, as that of a progress
    bar, would stay locked in it for ever, and other systems' own libraries do not survive it.
    """
    if sys.platform == "linux" and threading.active_count() == 1:
        for module in _WORK:
            import_module(module)
        return multiprocessing.get_context("fork")
    if "forkserver" in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(list(_WORK))
        return context
    return multiprocessing.get_context("spawn")


def _begin_work() -> None:
    """What a worker does first."""
    # Ctrl-C is for the process that commands: it ends the workers, without a traceback from each.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        # Where that process has to wait for a processor, they soon have nothing to do.
        os.nice(_BEHIND)
    spare_the_collector()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def spare_the_collector() -> None:
    """Have Python look for cycles of garbage rarely, and not among what is there already.

    A batch makes many thousand records and no cycle: looking through them costs a tenth of the work.
    """
    gc.freeze()
    gc.set_threshold(50_000, 50, 100)


def _end_with_parent() -> None:
    """A process that is killed cannot end its workers: they would go on writing beside the next build."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _done(fn: Callable[..., R], /, *args: Any, **kwargs: Any) -> Future[R]:
    future: Future[R] = Future()
    try:
        future.set_result(fn(*args, **kwargs))
    except Exception as error:
        future.set_exception(error)
    return future


def in_batches(
    executor: Executor,
    work: Callable[[list[T]], list[R]],
    items: Iterable[T],
    size: int,
    weigh: Callable[[T], int] = lambda _: 1,
    *,
    ahead: int | None = None,
    meanwhile: Iterable[None] = (),
) -> Generator[tuple[list[T], list[R]]]:
    """Have `work` done on `items` in batches of `size`; yields each batch with its results, in order.

    Only a few batches are under way at once, so that memory does not grow with their number; where items
    carry much along, `weigh` says for how many each counts, or `ahead` how many batches. A single batch is
    not worth another process and is done in this one. Close it, and nothing is under way any more.

    `meanwhile` is other work of this process: it goes on with that, step by step, while it waits. Some or all
    of it may be left at the end, and what it raises comes out here.
    """
    batches = _batches(items, size, weigh)
    first, second = next(batches, None), next(batches, None)
    if first is None:
        return
    if second is None:
        yield first, work(first)
        return
    under_way: deque[tuple[list[T], Future[list[R]]]] = deque()
    steps = iter(meanwhile)
    limit = ahead or (executor.ahead if isinstance(executor, Workers) else _AHEAD_ELSEWHERE)
    try:
        for batch in chain((first, second), batches):
            under_way.append((batch, executor.submit(work, batch)))
            if len(under_way) >= limit:
                yield _next_result(under_way, steps)
        while under_way:
            yield _next_result(under_way, steps)
    except BrokenExecutor as error:
        hint = "the machine may be short of memory: try fewer --jobs"
        raise NewsgenError("a worker process was killed", hint=hint) from error
    finally:
        # Not cancelled: a pool whose process died fails on setting the outcome of a cancelled future.
        wait([future for _, future in under_way])


def _batches(items: Iterable[T], size: int, weigh: Callable[[T], int]) -> Iterator[list[T]]:
    batch: list[T] = []
    weight = 0
    for item in items:
        batch.append(item)
        weight += weigh(item)
        if weight >= size:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def _next_result(
    under_way: deque[tuple[list[T], Future[list[R]]]], steps: Iterator[None]
) -> tuple[list[T], list[R]]:
    batch, future = under_way[0]
    while not future.done() and next(steps, _EXHAUSTED) is not _EXHAUSTED:
        pass
    results = future.result()
    under_way.popleft()  # not before: an interrupted wait leaves it under way
    return batch, results
