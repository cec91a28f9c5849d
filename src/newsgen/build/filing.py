"""Writing the files that are no pages, and noting whose they are: what nobody wants any more has to go.

Some are written whenever they may have changed. Others are first asked for what they were made of, `is_as`:
such a file must not count as written while it is, or a build that dies just then leaves one that is known for
what it was. So `begin` is committed before, and `finish` notes it afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from newsgen.archive import Archive
from newsgen.model.site import Site
from newsgen.output import Streamed, add_twins, write_stream, write_with_twins

# What a build without a change asks first: (look, content) of a file as it was written last.
Digests = tuple[str, str]

_TURN = 20


class Filing:
    """Files beside the pages, each with an owner, see `build.planning`. To be used in transactions."""

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
        streamed = write_stream(self._output, url, pieces)
        add_twins(self._output, url, self._encodings, anew=streamed.written)
        self._wrote(streamed.written)
        return streamed

    def is_as(self, urls: Iterable[str], digests: Digests) -> bool:
        """Whether all these files were written with these digests, and none has to go."""
        return all(self._archive.pages.written(url) == digests for url in urls)

    def begin(self, urls: Iterable[str], owner: str) -> None:
        """Commit that these files are about to be written: until they are finished they are as nothing."""
        with self._archive.transaction():
            self._archive.pages.writing((url, owner) for url in urls)

    def finish(self, urls: Iterable[str], digests: Digests) -> None:
        """Note that these files are written, and of what they were made."""
        self._archive.pages.wrote((*digests, url) for url in urls)

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
