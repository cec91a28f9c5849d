"""Time newsgen, and beside it Hugo and Pelican where they are named, on the same invented articles.

    python tests/benchmarks 10000 --hugo /path/to/hugo --pelican /path/to/pelican

The generators build in turn, so that a machine that slows down slows all of them; figures are medians of the
rounds. Every build writes into a folder that was never there, and nothing is deleted before the end: file
systems that have just deleted much take their time for new files.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from bench_measure import Figures, measure
from bench_peers import hugo_project, newsgen_project, pelican_project

_NEWSGEN = str(Path(sys.executable).with_name("newsgen"))


class Round:
    """One round: every generator builds once, in a folder of its own."""

    def __init__(self, work: Path, count: int) -> None:
        self._work, self._count = work, count
        self.figures: dict[str, Figures] = {}

    def newsgen(self) -> None:
        """First builds, one without a change, one after an edit, and a plain copy of what was written."""
        bare = self._work / "newsgen-without-search"
        newsgen_project(bare, self._count, search=False)
        self._note("newsgen, first build without search", [_NEWSGEN, "build"], bare)
        project = self._work / "newsgen"
        newsgen_project(project, self._count)
        self._note("newsgen, first build", [_NEWSGEN, "build"], project)
        self._note("newsgen, nothing changed", [_NEWSGEN, "build"], project)
        edited = project / f"seeds/{self._count // 2:07d}.txt"
        edited.write_text(edited.read_text(encoding="utf-8").replace(".", "، وزيد هذا.", 1), encoding="utf-8")
        self._note("newsgen, one article edited", [_NEWSGEN, "build"], project)
        self._note("cp -r of the site", ["cp", "-r", "site", "copy"], project)

    def hugo(self, command: str) -> None:
        """A first build by Hugo."""
        hugo_project(self._work / "hugo", self._count)
        self._note("Hugo, first build", [command, "build", "--quiet"], self._work / "hugo")

    def pelican(self, command: str) -> None:
        """A first build by Pelican."""
        pelican_project(self._work / "pelican", self._count)
        self._note(
            "Pelican, first build", [command, "content", "-s", "pelicanconf.py", "-q"], self._work / "pelican"
        )

    def _note(self, name: str, command: list[str], folder: Path) -> None:
        self.figures[name] = measure(command, folder)
        print(f"  {name}: {self.figures[name]}", flush=True)


def main() -> None:
    """Run the rounds and print a table in Markdown."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", type=int, help="how many articles the archive has")
    parser.add_argument("--rounds", type=int, default=3, help="how often each builds (default: 3)")
    parser.add_argument("--hugo", help="Hugo's program")
    parser.add_argument("--pelican", help="Pelican's program")
    parser.add_argument(
        "--work", type=Path, help="work below this folder (default: the system's for temporary files)"
    )
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=chosen.work) as work:
        rounds = []
        for number in range(chosen.rounds):
            this = Round(Path(work, str(number)), chosen.articles)
            if chosen.hugo:
                this.hugo(chosen.hugo)
            if chosen.pelican:
                this.pelican(chosen.pelican)
            this.newsgen()
            rounds.append(this.figures)
    _print_table(rounds)


def _print_table(rounds: list[dict[str, Figures]]) -> None:
    print("\n| | wall s | CPU s | peak MB | wall, in first builds |\n|---|---:|---:|---:|---:|")
    first = statistics.median(figures["newsgen, first build"].wall for figures in rounds)
    for name in rounds[0]:
        wall = statistics.median(figures[name].wall for figures in rounds)
        cpu = statistics.median(figures[name].cpu for figures in rounds)
        peak = statistics.median(figures[name].peak_mb for figures in rounds)
        print(f"| {name} | {wall:.2f} | {cpu:.2f} | {peak:.0f} | {wall / first:.2f} |")


if __name__ == "__main__":
    main()
