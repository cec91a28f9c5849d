"""A build: the one place where the rooms meet, and the stages in their order.

reading     scan, have loaded what changed, settle what that means
loading     load documents in workers, enter what they made of them in the archive
correcting  which correction lies over which seed
publishing  have outdated pages rendered and written if they differ, prune
planning    which pages are wanted, and which of them are outdated
looks       what each kind of page depends on beside what it shows
printing    render and write, in workers
composing   what the archive holds -> the records of pages
indexing    which parts of the search index are outdated
index_files making and writing these, in workers
beside      what is published beside the pages, by the next five
noticing    what of an article stands in the files of many
syndicating feeds and lists of citations
exporting   the archive as data, part by part, with its sitemaps
hosting     files that there is one of: manifest, descriptor, what hosts read
filing      writing these, and noting whose they are
checking    findings in the archive and in the built site
executors   where the heavy work is done
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass

from newsgen.archive import Archive
from newsgen.build.executors import Workers, spare_the_collector, usable_cores
from newsgen.build.progress import Progress, Silent
from newsgen.build.publishing import Publication, Published
from newsgen.build.reading import Read, read_again, read_documents
from newsgen.config import Config
from newsgen.model.pages import Tally

__all__ = ["Built", "Progress", "Workers", "build", "open_archive", "spare_the_collector", "usable_cores"]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: documents read, files written, and the problems by kind."""

    documents: Read
    files: Published
    articles: int
    problems: tuple[Tally, ...]


def build(
    config: Config,
    executor: Executor,
    progress: Progress | None = None,
    *,
    full: bool = False,
    drafts: bool = False,
) -> Built:
    """Bring the site of `config` up to date: afterwards it is what a clean build would make, byte for byte.

    The heavy work goes to `executor`. With `full`, every document is read and every page made again. Raises
    NewsgenError; what is wrong with a document is not raised but recorded in the archive.
    """
    progress = progress or Silent()
    with Archive(config.cache) as archive:
        if full:
            with archive.transaction():
                read_again(archive)
        documents = read_documents(config, archive, executor, progress, drafts=drafts)
        files = Publication(config, archive, executor, progress).publish(full=full)
        articles = archive.listings.holdings().articles
        return Built(documents, files, articles, archive.documents.problem_tallies())


@contextmanager
def open_archive(
    config: Config, executor: Executor, progress: Progress | None = None, *, drafts: bool = False
) -> Iterator[Archive]:
    """The project's archive, brought up to date with its folders; no page is written."""
    with Archive(config.cache) as archive:
        read_documents(config, archive, executor, progress or Silent(), drafts=drafts)
        yield archive
