"""Measure what archives of several sizes cost: first builds, builds without a change, and after an edit.

    python tests/benchmarks/growing.py 10000 100000 300000

Each is an archive of so many invented articles. Printed are a table of the builds, and the memory in the
course of each first build: the most in each tenth of its time, of all processes and of the largest.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from bench_measure import Figures, Sample, measure
from bench_peers import newsgen_project

_BUILD = [str(Path(sys.executable).with_name("newsgen")), "build"]
_PARTS = 10


def builds(project: Path, count: int) -> dict[str, Figures]:
    """The first build of a new project of so many articles, one without a change, and one after an edit."""
    newsgen_project(project, count)
    figures = {"first build": measure(_BUILD, project), "nothing changed": measure(_BUILD, project)}
    edited = project / f"seeds/{count // 2:07d}.txt"
    edited.write_text(edited.read_text(encoding="utf-8").replace(".", "، وزيد هذا.", 1), encoding="utf-8")
    return figures | {"one article edited": measure(_BUILD, project)}


def tenths(figures: Figures) -> list[list[Sample]]:
    """The samples of a build, in parts of equal length in time."""
    parts: list[list[Sample]] = [[] for _ in range(_PARTS)]
    for sample in figures.curve:
        parts[min(_PARTS - 1, int(sample.second / figures.wall * _PARTS))].append(sample)
    return parts


def main() -> None:
    """Build, and print tables in Markdown."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", type=int, nargs="+", help="how many articles the archives have")
    parser.add_argument("--work", type=Path, help="work below this folder")
    chosen = parser.parse_args()
    curves = []
    with tempfile.TemporaryDirectory(dir=chosen.work) as work:
        print("| articles | | wall s | CPU s | peak MB |\n|---:|---|---:|---:|---:|")
        for count in chosen.articles:
            for name, of in builds(Path(work, str(count)), count).items():
                print(f"| {count:,} | {name} | {of.wall:.1f} | {of.cpu:.1f} | {of.peak_mb} |", flush=True)
                if name == "first build":
                    curves.append((count, tenths(of)))
    print("\n| articles | MB, all processes, by tenth of the time | the largest process |\n|---:|---|---|")
    for count, parts in curves:
        print(f"| {count:,} | {_most(parts, 'all_mb')} | {_most(parts, 'most_mb')} |")


def _most(parts: list[list[Sample]], column: str) -> str:
    return " ".join(str(max((getattr(sample, column) for sample in part), default=0)) for part in parts)


if __name__ == "__main__":
    main()
