"""`newsgen check`: what is wrong with the documents, the built site, and its place on a host."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

import click

from newsgen.archive import Archive
from newsgen.build import Workers
from newsgen.build.checking import check_archive, check_host, check_site
from newsgen.checks import Finding, json_lines, sarif_lines
from newsgen.cli.options import archive_of, in_project, read_folders, site_folder, strict_option, working
from newsgen.cli.screen import counted_kinds
from newsgen.config import Config, load_config
from newsgen.errors import printable
from newsgen.hosting import HOSTS, Size
from newsgen.model.pages import Tally

# Fewer may be a column's name or chance; more than these nobody reads at once.
_LEAST_REPEATED, _MOST_REPEATED = 10, 20
_NOT_BUILT = "not checked: the site is not built yet"


@click.command("check", short_help="List what is wrong with the documents and the site.")
@in_project
@read_folders
@site_folder("Check the site in this folder.")
@working
@strict_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help="Lines to read, one JSON array, or a SARIF log for a code host.",
)
@click.option(
    "--host",
    type=click.Choice(list(HOSTS)),
    help="Say as well whether the site fits this host.",
)
def check_command(
    *,
    project: Path,
    seeds: tuple[Path, ...],
    articles: Path | None,
    output: Path | None,
    jobs: int,
    drafts: bool,
    strict: bool,
    form: str,
    host: str | None,
) -> None:
    """List the problems of every document, and what is wrong with the built site.

    A finding is one line: file, line, kind, what is wrong, and what to do about it. Those of the site are
    links and anchors that lead nowhere, and feeds and sitemaps that are not as they should be. Articles
    without date or source and titles that stand over several are listed as well; they are no problems. At
    the end stand lines that many articles share: probably their pages' own, to be named under `ignore` in
    newsgen.yaml. Nothing is written.
    """
    config = load_config(project, seeds=seeds, articles=articles, output=output)
    with ExitStack() as stack:
        _, archive = stack.enter_context(archive_of(project, seeds, articles, jobs, drafts=drafts))
        run = _Run(config, archive, stack.enter_context(Workers(jobs)), host)
        if form == "text":
            _print_lines(map(str, run.findings()))
            run.print_summary()
        else:
            _print_lines(json_lines(run.findings()) if form == "json" else sarif_lines(run.findings()))
    if strict and run.faults:
        sys.exit(1)


class _Run:
    """One check: its findings as they come, counted by kind."""

    def __init__(self, config: Config, archive: Archive, workers: Workers, host: str | None) -> None:
        self._config, self._archive, self._workers, self._host = config, archive, workers, host
        self._count: Counter[tuple[str, str]] = Counter()
        self._size: Size | None = None

    @property
    def faults(self) -> int:
        """How many findings are more than notes."""
        return sum(count for (level, _), count in self._count.items() if level != "note")

    def findings(self) -> Iterator[Finding]:
        """All findings: of the documents, of the site if it is built, and of the host if one is named."""
        yield from self._counted(check_archive(self._archive))
        site = self._config.output
        if site.is_dir():
            yield from self._counted(check_site(site, self._config.site.base_url, self._workers))
            if self._host is not None:
                self._size, found = check_host(site, self._host)
                yield from self._counted(found)

    def _counted(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        for finding in findings:
            self._count[finding.level, finding.code] += 1
            yield finding

    def print_summary(self) -> None:
        """What was found, in a few lines, and lines that many articles share."""
        tallies = self._archive.documents.problem_tallies()
        missing = self._archive.entries.missing_facts()
        click.echo(f"problems   {counted_kinds(tallies)}")
        click.echo(f"missing    {', '.join(f'{t.name} {t.count}' for t in missing) or 'nothing'}")
        _print_repeated(self._archive.entries.repeated_lines(_LEAST_REPEATED, _MOST_REPEATED))
        is_built = self._config.output.is_dir()
        broken = self._count["error", "link-dead"]
        links = f"{broken or 'none'} broken" if is_built else _NOT_BUILT
        click.echo(f"links      {links}")
        if is_built:
            codes = ("feed-invalid", "sitemap-invalid", "sitemap-dead")
            wrong = sum(self._count["error", code] for code in codes)
            click.echo(f"feeds      {f'{wrong} faults in feeds and sitemaps' if wrong else 'valid'}")
        if self._host is not None:
            click.echo(f"host       {self._fit()}")

    def _fit(self) -> str:
        if self._size is None:
            return _NOT_BUILT
        total, largest = (f"{size / 1e6:,.1f} MB" for size in (self._size.total, self._size.largest_size))
        fits = not any(code.startswith("host-") for _, code in self._count)
        told = f"{self._size.files:,} files, {total}, the largest {largest}"
        return f"{self._host}: {told}; {'fits' if fits else 'does not fit'}"


def _print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _print_repeated(repeated: tuple[Tally, ...]) -> None:
    """Lines that probably belong to the pages, as they are written into newsgen.yaml."""
    if repeated:
        click.echo(
            "repeated   lines that many articles share; if they are the pages' own, set them aside with:"
        )
        click.echo("ignore:")
    for line in repeated:
        click.echo(f"  - {json.dumps(printable(line.name), ensure_ascii=False)}  # {line.count} articles")
