"""`newsgen init`, `newsgen new` and `newsgen correct`: files that are written for the user to go on with."""

from __future__ import annotations

import datetime as dt
import os
import shlex
from importlib import resources
from itertools import chain, count
from pathlib import Path, PurePosixPath

import click

from newsgen.archive import Archive, article_from_json
from newsgen.cli.options import archive_of, in_project, read_folders, working
from newsgen.config import FILE, Config, load_config
from newsgen.errors import ConfigError
from newsgen.loader import correction_text, holds_several, load_file, new_article_text
from newsgen.text.slugs import natural_slug, shorten


@click.command("init", short_help="Make a new project.")
@in_project
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
def init_command(*, project: Path, folder: Path) -> None:
    """Make a new project in DIR: settings, a sample seed, and folders for your own documents.

    DIR may hold a seeds folder with your files already; nothing in it is overwritten.
    """
    folder = project / folder
    if (folder / FILE).exists():
        raise ConfigError("there is a project already", where=folder / FILE)
    starter = resources.files("newsgen.cli") / "starter"
    _write_new(folder / FILE, (starter / FILE).read_text(encoding="utf-8"))
    sampled = not any((folder / "seeds").glob("*"))
    if sampled:
        _write_new(folder / "seeds" / "sample.txt", (starter / "sample.txt").read_text(encoding="utf-8"))
    try:
        (folder / "articles").mkdir(exist_ok=True)
    except OSError as error:
        raise ConfigError(f"cannot make the folder: {error.strerror}", where=folder / "articles") from error
    if not (folder / ".gitignore").exists():
        _write_new(folder / ".gitignore", "/site/\n/.newsgen/\n")
    here = folder.resolve() == Path.cwd()
    command = "newsgen" if here else f"newsgen -C {shlex.quote(str(folder))}"
    click.echo(
        f"A new project is {'here' if here else f'in {folder}'}. Put your text files into its seeds folder:"
    )
    click.echo(f"  {folder / 'seeds'}")
    if sampled:
        click.echo("sample.txt in it is an example: delete it once you have your own.")
    click.echo("Then build the site, or see it in the browser:")
    click.echo(f"  {command} build")
    click.echo(f"  {command} serve")


@click.command("new", short_help="Begin an article of your own.")
@in_project
@click.argument("title")
def new_command(*, project: Path, title: str) -> None:
    """Begin an article with this TITLE in articles/, as a draft, and print its file."""
    if not title.strip():
        raise click.BadParameter("an article needs a title", param_hint="TITLE")
    config = load_config(project)
    today = dt.datetime.now(tz=dt.UTC).astimezone().date()
    file = config.articles / f"{shorten(natural_slug(title)) or 'article'}.md"
    _write_new(file, new_article_text(title, today.isoformat()))
    click.echo(file)


@click.command("correct", short_help="Begin a correction of a seed.")
@in_project
@read_folders
@working
@click.argument("seed")
def correct_command(
    *, project: Path, seeds: tuple[Path, ...], articles: Path | None, jobs: int, drafts: bool, seed: str
) -> None:
    """Write a correction of SEED into articles/, and print its file.

    SEED is the document's path, or its file's name where no other seed has it; of a file of several articles,
    FILE#ROW or FILE/MEMBER. The present values and address are filled in: change what is wrong. The seed
    itself stays as it is.
    """
    with archive_of(project, seeds, articles, jobs, drafts=drafts) as (config, archive):
        path = _seed_named(archive, config, seed)
        found = archive.entries.find(path)
        if found is None and holds_several(path):
            one = f"{path}/MEMBER" if path.lower().endswith(".zip") else f"{path}#1"
            raise ConfigError("it holds several articles", where=path, hint=f"name one, as in {one}")
        if found is None:
            raise ConfigError(f"no article was made of {path}; `newsgen check` says why")
        url, article = found[0], article_from_json(found[1])
        if article.corrected_by:
            raise ConfigError(f"{path} is corrected already", where=project / article.corrected_by)
    file = _free_file(config, path)
    _write_new(file, correction_text(article, path, url.rstrip("/").rsplit("/", 1)[-1]))
    click.echo(file)


def _seed_named(archive: Archive, config: Config, seed: str) -> str:
    """The seed that the user means: a path in the project or from here, or a file's name alone."""
    given = Path(seed)
    names = [seed.replace("\\", "/")]
    if given.exists():
        # Scanned paths are relative to the project, for folders outside of it too.
        names.insert(0, Path(os.path.relpath(given, config.project)).as_posix())
    for name in names:
        found = [path for _, path in archive.documents.find_seeds(name)]
        if len(found) == 1:
            return found[0]
        if found:
            raise ConfigError(f"several seeds are named {seed}: {', '.join(found[:4])}", hint="give the path")
    if given.resolve().is_relative_to(config.articles.resolve()):
        raise ConfigError("not a seed but written by hand", where=seed, hint="edit the file itself")
    raise ConfigError(f"there is no seed {seed}", hint="name a file below the seeds folders")


def _free_file(config: Config, seed: str) -> Path:
    """A file in articles/ for the correction of `seed`: its own name, or that name with a number."""
    parts = [part for part in PurePosixPath(seed).with_suffix("").parts if part != ".."]
    name = shorten("-".join(parts[1:] or parts))
    names = chain([f"{name}.md"], (f"{name}-{number}.md" for number in count(2)))
    files = (config.articles / name for name in names)
    return next(file for file in files if not _is_about_another(config, file, seed))


def _is_about_another(config: Config, file: Path, seed: str) -> bool:
    """Whether the file is there and certainly no correction of `seed`, finished or not."""
    if not file.exists():
        return False
    report = load_file(config.project, file)
    corrects_another = report.correction is not None and not seed.endswith(report.correction.seed)
    return report.article is not None or corrects_another


def _write_new(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError as error:
        raise ConfigError("the file is there already", where=file) from error
    except OSError as error:
        raise ConfigError(f"cannot write: {error.strerror}", where=file) from error
