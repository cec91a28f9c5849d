"""Where each segment of the search index begins. An insertion moves no borders but those beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

# A segment is long enough to be worth its files, and short enough to be made again for one edited article.
LEAST, MOST = 768, 2048
# Segments to one directory at most.
_MOST_TOGETHER = 32
FIRST = "0"
# Of the letters of an identifier, which are as good as random, the last but two of one opening in sixteen.
_OPENS_DIRECTORY = "ab"


class Border(NamedTuple):
    """A segment to be: its name, the place of its first article, the place before which it ends, and its
    size.

    `directory` is the name of the directory to which it belongs.
    """

    name: str
    first: str
    end: str
    articles: int
    directory: str


def segment_borders(
    openings: Iterable[tuple[str, str]],
    count: Callable[[str, str], int],
    find: Callable[[str, int], tuple[str, str]],
    last: str,
) -> Iterator[Border]:
    """The segments of an archive, the oldest first.

    `openings` are the articles that may open a segment by chance of their identifier, (place, identifier) in
    order. `count` says how many articles there are from a place on and before another, `find` which one is so
    many behind a place; `last` is a place behind all.
    """
    name, first, size, directory, together = FIRST, "", 0, FIRST, 0
    reached = ""

    def cut(place: str, ident: str) -> Border:
        nonlocal name, first, size, directory, together
        border = Border(name, first, place, size, directory)
        name, first, size, together = ident, place, 0, together + 1
        if ident[-3:-2] in _OPENS_DIRECTORY or together >= _MOST_TOGETHER:
            directory, together = ident, 0
        return border

    for place, ident in [*openings, (last, "")]:
        more = count(reached, place)
        while size + more > MOST:
            at, who = find(first, MOST)
            more -= MOST - size
            size = MOST
            yield cut(at, who)
        size, reached = size + more, place
        if ident and size >= LEAST:
            yield cut(place, ident)
    if size:
        yield Border(name, first, last, size, directory)
