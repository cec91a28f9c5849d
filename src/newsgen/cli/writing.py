"""`newsgen init`, `newsgen new` and `newsgen correct`: files that are written for the user to go on with."""

from __future__ import annotations

import datetime as dt
from importlib import resources
from pathlib import Path

import click

from newsgen.archive import Archive, article_from_json
from newsgen.cli.options import archive_of, in_project, read_folders, working
from newsgen.config import FILE, load_config
from newsgen.errors import ConfigError
from newsgen.loader import correction_text, new_article_text
from newsgen.text.slugs import natural_slug, shorten


@click.command("init")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
def init_command(*, folder: Path) -> None:
    """Make a new project in DIR, with a sample seed."""
    if (folder / FILE).exists():
        raise ConfigError("there is a project already", where=folder / FILE)
    starter = resources.files("newsgen.cli") / "starter"
    _write_new(folder / FILE, (starter / FILE).read_text(encoding="utf-8"))
    _write_new(folder / "seeds" / "sample.txt", (starter / "sample.txt").read_text(encoding="utf-8"))
    (folder / "articles").mkdir(exist_ok=True)
    if not (folder / ".gitignore").exists():
        _write_new(folder / ".gitignore", "/site/\n/.newsgen/\n")
    click.echo(f"A new project is in {folder}. Put your text files into {folder / 'seeds'}, then:")
    click.echo(f"  newsgen -C {folder} build")
    click.echo(f"  newsgen -C {folder} serve")


@click.command("new")
@in_project
@click.argument("title")
def new_command(*, project: Path, title: str) -> None:
    """Begin an article with this TITLE in articles/, as a draft."""
    config = load_config(project)
    today = dt.datetime.now(tz=dt.UTC).astimezone().date()
    file = config.articles / f"{shorten(natural_slug(title)) or 'article'}.md"
    _write_new(file, new_article_text(title, today.isoformat()))
    click.echo(file)


@click.command("correct")
@in_project
@read_folders
@working
@click.argument("seed")
def correct_command(
    *, project: Path, seeds: tuple[Path, ...], articles: Path | None, jobs: int, drafts: bool, seed: str
) -> None:
    """Write a correction of SEED into articles/, with the present values and address filled in."""
    with archive_of(project, seeds, articles, jobs, drafts=drafts) as (config, archive):
        path = _seed_named(archive, project, seed)
        found = archive.entries.find(path)
        if found is None:
            raise ConfigError(f"no article was made of {path}; `newsgen check` says why")
        url, article = found[0], article_from_json(found[1])
        if article.corrected_by:
            raise ConfigError(f"{path} is corrected already", where=project / article.corrected_by)
        file = config.articles / f"{'-'.join(Path(path).with_suffix('').parts[1:]) or Path(path).stem}.md"
        _write_new(file, correction_text(article, path, url.rstrip("/").rsplit("/", 1)[-1]))
    click.echo(file)


def _seed_named(archive: Archive, project: Path, seed: str) -> str:
    """The seed that the user means: a path in the project or from here, or a file's name alone."""
    given = Path(seed)
    names = [seed.replace("\\", "/")]
    if given.exists() and given.resolve().is_relative_to(project.resolve()):
        names.insert(0, given.resolve().relative_to(project.resolve()).as_posix())
    for name in names:
        found = archive.documents.find_seeds(name)
        if len(found) == 1:
            return found[0]
        if found:
            raise ConfigError(f"several seeds are named {seed}: {', '.join(found[:4])}", hint="give the path")
    raise ConfigError(f"there is no seed {seed}", hint="name a file below the seeds folders")


def _write_new(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError as error:
        raise ConfigError("the file is there already", where=file) from error
    except OSError as error:
        raise ConfigError(f"cannot write: {error.strerror}", where=file) from error
