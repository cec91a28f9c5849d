"""Time what an archive publishes beside its readers' pages: metadata, citations, feeds, sitemaps, data.

    python tests/benchmarks/publishing.py [ARTICLES]

Builds invented articles in one process, and prints processor time in microseconds an article: of all of the
build, and of each step that is for other programs.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from types import GeneratorType
from typing import Any

from bench_peers import newsgen_project

from newsgen.archive.notices import Notices
from newsgen.build import Workers, build, composing, printing, publishing
from newsgen.config import load_config
from newsgen.render.metadata import Metadata

# Where each step is called, by the name that it has there.
_STEPS = {
    "metadata of pages": (Metadata, "of"),
    "citations": (composing, "cite"),
    "notices made": (printing, "notice_of"),
    "notices kept": (Notices, "keep"),
    "feeds, lists, sitemaps, data, manifest": (publishing, "write_beside"),
}


class Stopwatch:
    """Adds up the processor time of functions by name."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def watch(self, name: str, owner: Any, attribute: str) -> None:
        """Have every call of a function timed, and what it yields."""
        watched: Callable[..., Any] = getattr(owner, attribute)

        def timed(*arguments: Any, **named: Any) -> Any:
            begun = time.process_time()
            result = watched(*arguments, **named)
            self.seconds[name] += time.process_time() - begun
            return self._steps(name, result) if isinstance(result, GeneratorType) else result

        setattr(owner, attribute, timed)

    def _steps(self, name: str, steps: Iterator[Any]) -> Iterator[Any]:
        while True:
            begun = time.process_time()
            step = next(steps, self)
            self.seconds[name] += time.process_time() - begun
            if step is self:
                return
            yield step


def main(count: int) -> None:
    """Build an archive of `count` articles, and say what its steps took."""
    stopwatch = Stopwatch()
    for name, (owner, attribute) in _STEPS.items():
        stopwatch.watch(name, owner, attribute)
    with tempfile.TemporaryDirectory() as folder:
        newsgen_project(Path(folder), count)
        begun = time.process_time()
        with Workers(1) as workers:
            build(load_config(Path(folder)), workers)
        whole = time.process_time() - begun
    for name, seconds in stopwatch.seconds.items():
        print(f"{seconds / count * 1e6:6.0f} µs  {name}")
    steps = sum(stopwatch.seconds.values())
    print(f"{steps / count * 1e6:6.0f} µs  of {whole / count * 1e6:.0f} µs an article")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
