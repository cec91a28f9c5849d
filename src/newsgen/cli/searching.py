"""`newsgen search`."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import get_args

import click

from newsgen.cli.options import in_project, site_folder
from newsgen.config import load_config
from newsgen.errors import OutputError, printable
from newsgen.search.answer import Asked
from newsgen.search.files import IndexFiles
from newsgen.search.query import Query, Sort, parse_parts


@click.command("search", short_help="Search the built site.")
@click.argument("query", nargs=-1, required=True)
@in_project
@site_folder("Search the site in this folder.")
@click.option("--source", default="", metavar="NAME", help="Only of this source.")
@click.option("--tag", default="", metavar="NAME", help="Only with this tag.")
@click.option(
    "--from", "first", type=int, default=0, metavar="YEAR", help="Only of this year and later ones."
)
@click.option(
    "--to", "last", type=int, default=9999, metavar="YEAR", help="Only of this year and earlier ones."
)
@click.option("--sort", type=click.Choice(get_args(Sort)), default="newest", help="Which come first.")
@click.option("--limit", type=click.IntRange(min=1), default=20, metavar="N", help="Print so many at most.")
def search_command(
    *,
    query: tuple[str, ...],
    project: Path,
    output: Path | None,
    source: str,
    tag: str,
    first: int,
    last: int,
    sort: Sort,
    limit: int,
) -> None:
    """Search the built site for QUERY, by the same index and the same rules as its search page.

    All words have to be in an article, in any of their forms. "A phrase" in quotation marks is looked for as
    it is; behind -- a word or phrase with - before it is left out:

        newsgen search -- الوزير -"مجلس الأمن"

    Prints a line an article: its date, source, title and address.
    """
    site = load_config(project, output=output).output
    parts = parse_parts(" ".join(query))
    asked = Asked(IndexFiles(lambda name: _read(site / name)), Query(parts, source, tag, first, last, sort))
    for hit in islice(asked.hits(), limit):
        shown = asked.shown(hit)
        day = shown.published[:10] or "-"
        click.echo("\t".join(map(printable, (day, shown.source or "-", shown.heading, shown.url))))


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        hint = "build the site with `newsgen build`; its settings must not say `search: false`"
        raise OutputError(f"cannot read the index: {error.strerror}", where=file, hint=hint) from error
