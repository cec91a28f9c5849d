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
from dataclasses import dataclass
from pathlib import Path

_BECOME_SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER of prctl(2)
_EVERY_SECONDS = 0.1


@dataclass(frozen=True)
class Figures:
    """Wall and processor seconds (user and system), and the peak of all processes' memory in MB.

    Memory is the proportional set size: what processes share is counted once.
    """

    wall: float
    cpu: float
    peak_mb: int


def measure(command: Sequence[str], folder: Path) -> Figures:
    """Run `command` in `folder`. Raises CalledProcessError if it fails."""
    # Workers outlive the one who started them by a moment: this process becomes their parent and is told.
    ctypes.CDLL(None).prctl(_BECOME_SUBREAPER, 1, 0, 0, 0)
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        peak, ended = [0], threading.Event()
        watcher = threading.Thread(target=_watch, args=(process.pid, peak, ended))
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
    return Figures(wall, cpu, peak[0] // 1024)


def _watch(pid: int, peak: list[int], ended: threading.Event) -> None:
    while not ended.wait(_EVERY_SECONDS):
        peak[0] = max(peak[0], sum(map(_memory, _tree(pid))))


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
