"""newsgen.yaml: read once, checked once, handed on as plain values.

`keys` has what may stand there, `reading` the file's lines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsgen.config.keys import DEFAULTS, FILE
from newsgen.config.reading import read_settings
from newsgen.errors import ConfigError
from newsgen.model.hints import Hints
from newsgen.model.site import Site

__all__ = ["FILE", "Config", "load_config", "load_hints"]


@dataclass(frozen=True, slots=True)
class Config:
    """A project: its folder, where it reads and writes, and what its site says of itself.

    `hints` are what it tells the loader of its documents.
    """

    project: Path
    site: Site
    seeds: tuple[Path, ...]
    articles: Path
    output: Path
    hints: Hints

    @property
    def cache(self) -> Path:
        """The folder of the catalogue."""
        return self.project / ".newsgen"


def load_config(
    project: Path,
    *,
    seeds: Sequence[Path] = (),
    articles: Path | None = None,
    output: Path | None = None,
) -> Config:
    """The project's settings; the folders given here come before those of newsgen.yaml.

    Raises ConfigError, with file and line, for an unknown key, a wrong value, bad YAML, a folder that does
    not exist, an output folder that would swallow the project's own files, or a folder that is no project.
    """
    project = Path(project)
    if not project.is_dir():
        raise ConfigError("no such folder", where=project, hint="make a project with `newsgen init DIR`")
    written = read_settings(project / FILE)
    values = {**DEFAULTS, **written}
    seed_folders = tuple(seeds) or tuple(project / folder for folder in values["seeds"])
    article_folder = articles or project / values["articles"]
    config = Config(
        project=project,
        site=Site(
            title=values["title"],
            description=values["description"],
            base_url=values["base_url"],
            country=values["country"],
            digits=values["digits"],
            page_size=values["page_size"],
            language=values["language"],
            hijri=values["hijri"],
            face=values["theme"],
            search=values["search"],
            identifier=values["identifier"],
            license=values["license"],
            feed_text=values["feed_text"],
            news_sitemap=values["news_sitemap"],
            data=values["data"],
            precompress=values["precompress"],
        ),
        seeds=seed_folders,
        articles=article_folder,
        output=output or project / values["output"],
        hints=_hints(values),
    )
    # What somebody wrote down has to be there: a mistyped folder would empty the archive.
    named = [*(seed_folders if seeds or "seeds" in written else ())]
    named += [article_folder] if articles or "articles" in written else []
    return _checked(config, named)


def load_hints(project: Path) -> Hints:
    """What newsgen.yaml tells the loader, where there is one: a document may be read outside of a project.

    Raises ConfigError as `load_config` does for the settings themselves.
    """
    return _hints({**DEFAULTS, **read_settings(project / FILE)})


def _hints(values: Mapping[str, Any]) -> Hints:
    return Hints(values["columns"], values["labels"], values["outlets"], values["ignore"])


def _checked(config: Config, named: Sequence[Path]) -> Config:
    for folder in named:
        if not folder.is_dir():
            raise ConfigError(
                "no such folder to read",
                where=folder,
                hint=f"make it, or mend the name in {FILE} or the option",
            )
    read = (*config.seeds, config.articles)
    if not any(folder.is_dir() for folder in read):
        raise ConfigError(
            "no newsgen project: neither a seeds nor an articles folder is here",
            where=config.project,
            hint="go to the project's folder, name it with -C, or make one with `newsgen init DIR`",
        )
    output = config.output.resolve()
    own = [*read, config.project / "templates", config.project / "static", config.cache]
    for folder in own:
        inside = output == folder.resolve() or output in folder.resolve().parents
        if inside or folder.resolve() in output.parents:
            raise ConfigError(
                f"the output folder and {folder} lie one in the other",
                where=config.output,
                hint="name another folder with --output",
            )
    return config
