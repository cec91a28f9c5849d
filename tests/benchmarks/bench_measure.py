"""One command, measured from outside with all the processes that it starts. Linux only."""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

_BECOME_SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER of prctl(2)
_EVERY_SECONDS = 0.1


class Sample(NamedTuple):
    """The memory in MB at a second: of all processes, and of the one that has most."""

    second: float
    all_mb: int
    most_mb: int


@dataclass(frozen=True)
class Figures:
    """Wall and processor seconds (user and system), and the peak of all processes' memory in MB.

    Memory is the proportional set size: what processes share is counted once.
    """

    wall: float
    cpu: float
    peak_mb: int
    curve: list[Sample] = field(repr=False)


def measure(command: Sequence[str], folder: Path) -> Figures:
    """Run `command` in `folder`. Raises CalledProcessError if it fails."""
    # Workers outlive the one who started them by a moment: this process becomes their parent and is told.
    ctypes.CDLL(None).prctl(_BECOME_SUBREAPER, 1, 0, 0, 0)
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        curve: list[Sample] = []
        ended = threading.Event()
        watcher = threading.Thread(target=_watch, args=(process.pid, curve, ended))
        watcher.start()
        status = process.wait()
        wall = time.perf_counter() - began
        ended.set()
        watcher.join()
    with suppress(ChildProcessError):
        while True:
            os.wait()
    if status:
        raise subprocess.CalledProcessError(status, command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Figures(wall, cpu, max((sample.all_mb for sample in curve), default=0), curve)


def _watch(pid: int, curve: list[Sample], ended: threading.Event) -> None:
    began = time.perf_counter()
    while not ended.wait(_EVERY_SECONDS):
        kilobytes = [_memory(process) for process in _tree(pid)]
        second = time.perf_counter() - began
        curve.append(Sample(second, sum(kilobytes) // 1024, max(kilobytes) // 1024))


def _tree(pid: int) -> Iterator[int]:
    yield pid
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _tree(int(child))


def _memory(pid: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0
