"""`newsgen serve`."""

from __future__ import annotations

from pathlib import Path

import click

from newsgen.build import Workers, build
from newsgen.cli.options import in_project, read_folders, site_folder, working
from newsgen.cli.screen import screen, tallied
from newsgen.config import FILE, load_config
from newsgen.serve import Preview


@click.command("serve", short_help="Show the site in the browser and keep it up to date.")
@in_project
@read_folders
@site_folder("Write the site into this folder.")
@working
@click.option(
    "--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Answer at this address."
)
@click.option(
    "--port",
    "-p",
    type=click.IntRange(0, 65535),
    default=8000,
    metavar="N",
    help="Answer on this port; 0 takes any that is free.  [default: 8000]",
)
def serve_command(
    *,
    project: Path,
    seeds: tuple[Path, ...],
    articles: Path | None,
    output: Path | None,
    jobs: int,
    drafts: bool,
    host: str,
    port: int,
) -> None:
    """Build the site, show it in the browser, and keep it up to date while you work.

    Pages that are open in a browser reload by themselves. Ctrl-C ends the preview.
    """
    config = load_config(project, seeds=seeds, articles=articles, output=output)
    folders = (*config.seeds, config.articles, project / "templates", project / "static", project / FILE)

    def announce(line: str) -> None:
        click.echo(line, err=True)

    with Workers(jobs) as workers:

        def rebuild() -> None:
            current = load_config(project, seeds=seeds, articles=articles, output=config.output)
            with screen() as progress:
                built = build(current, workers, progress, drafts=drafts)
            files = built.files
            announce(
                f"{files.written} files written, {files.removed} removed; problems: {tallied(built.problems)}"
            )

        preview = Preview(config.output, folders, rebuild, host=host, port=port, announce=announce)
        preview.run(lambda url: announce(f"The site is at {url} (Ctrl-C ends the preview)"))
