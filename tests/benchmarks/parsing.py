"""Time the reading of documents alone, in one process: no folder is scanned twice, nothing is rendered.

    python tests/benchmarks/parsing.py FOLDER [FOLDER ...]

FOLDER holds seeds of any kind. Printed is the processor time that finding out what each line is takes, in
milliseconds an article, without decoding and unpacking.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from newsgen.loader import Piece, iter_pieces
from newsgen.loader.material import read_piece
from newsgen.loader.parse import parse


def texts(folders: list[str]) -> Iterator[str]:
    """The text of each document below the folders."""
    files = (file for folder in folders for file in sorted(Path(folder).rglob("*")) if file.is_file())
    for file in files:
        for found in iter_pieces(file.as_posix(), file):
            if isinstance(found, Piece) and (text := read_piece(found, {}).text):
                yield text


def main(folders: list[str]) -> None:
    """Parse every document once, and tell what it took."""
    parse("")  # patterns are compiled at the first document
    taken = []
    for text in texts(folders):
        begun = time.process_time()
        parse(text)
        taken.append((time.process_time() - begun) * 1000)
    if not taken:
        sys.exit("no documents there")
    longest = sorted(taken)[-max(1, len(taken) // 100)]
    print(
        f"{len(taken)} articles: median {statistics.median(taken):.2f} ms,"
        f" mean {statistics.fmean(taken):.2f} ms, one in a hundred above {longest:.2f} ms"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
