"""Writing the files that are no pages, and noting whose they are: what nobody wants any more has to go.

Some are written whenever they may have changed. Others are asked first for what they were made of, `is_as`:
they must not be known for what they were while they are written, as a build may die just then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from newsgen.archive import Archive
from newsgen.model.site import Site
from newsgen.output import Streamed, stream_with_twins, write_with_twins

# What a build without a change asks first: (look, content) of a file as it was written last.
Digests = tuple[str, str]

# Few enough that what workers have made meanwhile does not lie long.
_TURN = 20


class Filing:
    """Files beside the pages, each with an owner, see `build.planning`. To be used within transactions.

    But for `making`, which has its own.
    """

    def __init__(self, archive: Archive, output: Path, site: Site, wrote: Callable[[bool], None]) -> None:
        self._archive, self._output, self._encodings = archive, output, site.precompress
        self._wrote = wrote

    def put(self, url: str, owner: str, data: bytes) -> None:
        """Give a file these bytes."""
        self._archive.pages.writing([(url, owner)])
        self._wrote(write_with_twins(self._output, url, data, self._encodings))

    def stream(self, url: str, owner: str, pieces: Iterable[bytes]) -> Streamed:
        """Give a file these bytes, as they come."""
        self._archive.pages.writing([(url, owner)])
        streamed = stream_with_twins(self._output, url, pieces, self._encodings)
        self._wrote(streamed.written)
        return streamed

    def is_as(self, urls: Iterable[str], digests: Digests) -> bool:
        """Whether all these files were written with these digests, and none has to go."""
        pages = self._archive.pages
        return all(pages.written(url) == digests and not pages.is_stale(url) for url in urls)

    @contextmanager
    def making(self, urls: Sequence[str], owner: str, digests: Digests) -> Iterator[None]:
        """A transaction in which these files are written, and behind which they have these digests.

        Before it, that they have none is committed.
        """
        pages = self._archive.pages
        with self._archive.transaction():
            pages.writing((url, owner) for url in urls)
            pages.keep(urls)
        with self._archive.transaction():
            yield
            pages.wrote((*digests, url) for url in urls)

    def sweep(self, owner: str, kept: Iterable[str]) -> None:
        """Of an owner's files only those `kept` are wanted; all others have to go."""
        wanted = set(kept)
        self._archive.pages.make_stale(self._archive.pages.addresses(owner) - wanted)
        self._archive.pages.keep(wanted)

    def sweep_owners(self, prefix: str, kept: Iterable[str]) -> None:
        """Of the owners whose names begin with `prefix` only those `kept` are left."""
        for owner in sorted(self._archive.pages.owners(prefix).difference(kept)):
            self.sweep(owner, ())


def in_turns(archive: Archive, steps: Iterable[None]) -> Iterator[int]:
    """Go through `steps`, which write files, some in a transaction; yields how many were done."""
    stream, done = iter(steps), _TURN
    while done == _TURN:
        with archive.transaction():
            done = sum(1 for _ in islice(stream, _TURN))
        if done:
            yield done
