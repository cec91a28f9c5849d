"""All that is published beside the pages: feeds, lists of citations, data, sitemaps, and what hosts read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from newsgen.archive import Archive
from newsgen.build.exporting import Export
from newsgen.build.filing import Filing, in_turns
from newsgen.build.hosting import Surroundings
from newsgen.build.syndicating import Syndication
from newsgen.config import Config


def write_beside(
    config: Config,
    archive: Archive,
    wrote: Callable[[bool], None],
    *,
    own: Iterable[str],
    versioned: Iterable[str],
    look: str,
    every: bool,
) -> Iterator[int]:
    """Bring these files up to date, once the articles' pages are made; yields how many steps were done.

    No transaction is open between the steps, and the seeds have to be hashed before (`hash_seeds`).
    `wrote` is told of each file whether it was written. `own` are the names of the static files, which come
    first; links to those that are `versioned` carry a digest. `look` is a digest of what files depend on
    beside the archive; `every`: nothing of what was written is known to be right. Raises OutputError.
    """
    filing = Filing(archive, config.output, config.site, wrote)
    syndication = Syndication(archive, filing, config.site, look)
    export = Export(archive, filing, config.site, look, every=every)
    yield from in_turns(archive, syndication.write_listings())
    for _ in export.write_parts():
        yield 1
    syndication.write_site_feeds()
    Surroundings(archive, filing, config.site, look, own).write(versioned)
