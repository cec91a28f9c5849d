"""newsgen.yaml: read once, checked once, handed on as plain values."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, get_args
from urllib.parse import urlsplit

import yaml
from babel import Locale, UnknownLocaleError

from newsgen.errors import ConfigError
from newsgen.loader import FIELDS
from newsgen.metadata import TAG_URI
from newsgen.model.hints import Hints, LabelKind
from newsgen.model.site import DataFormat, Density, Digits, Encoding, Face, FeedText, Font, Language, Site
from newsgen.text.letters import clean

FILE = "newsgen.yaml"


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


_DEFAULTS: dict[str, Any] = {
    "title": "أرشيف الأخبار",
    "description": "",
    "base_url": "",
    "language": "ar",
    "country": "EG",
    "digits": "latin",
    "hijri": False,
    "theme": Face(),
    "page_size": 50,
    "search": True,
    "identifier": "",
    "license": "",
    "feed_text": "summary",
    "news_sitemap": False,
    "data": ("csv", "jsonl"),
    "precompress": (),
    "seeds": ("seeds",),
    "articles": "articles",
    "output": "site",
    "columns": (),
    "labels": (),
    "outlets": (),
    "ignore": (),
}


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
    written = _read(project / FILE)
    values = {**_DEFAULTS, **written}
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
    return _hints({**_DEFAULTS, **_read(project / FILE)})


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


def _read(file: Path) -> dict[str, Any]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return {}
    except UnicodeDecodeError as error:
        raise ConfigError(
            "the settings are not in UTF-8", where=file, hint="save the file as UTF-8"
        ) from error
    except OSError as error:
        raise ConfigError(f"cannot read the settings: {error.strerror}", where=file) from error
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        values = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or str(error).splitlines()[0]
        hint = 'put a text that has a colon in quotes: title: "أرشيف: الأخبار"' if "mapping" in what else ""
        raise ConfigError(
            f"not valid YAML: {what}", where=file, line=mark.line + 1 if mark else None, hint=hint
        ) from error
    if values is None:
        return {}
    if not isinstance(root, yaml.MappingNode) or not isinstance(values, dict):
        raise ConfigError("settings are `key: value` lines", where=file, line=1)
    lines = _lines(file, root)
    return {key: _value(file, line, key, values.get(key)) for key, line in lines.items()}


def _lines(file: Path, root: yaml.MappingNode) -> dict[str, int]:
    """The line on which each key stands; YAML itself would take the last of two without a word."""
    lines: dict[str, int] = {}
    for node, _ in root.value:
        line = node.start_mark.line + 1
        if node.value in lines:
            what = f"`{node.value}` stands here again, after line {lines[node.value]}"
            raise ConfigError(what, where=file, line=line, hint="delete one of them")
        lines[node.value] = line
    return lines


def _value(file: Path, line: int, key: str, value: Any) -> Any:
    if key not in _CHECKS:
        near = difflib.get_close_matches(key, _CHECKS, n=1, cutoff=0.5)
        hint = f"did you mean `{near[0]}`?" if near else f"the keys are {', '.join(_CHECKS)}"
        raise ConfigError(f"unknown key `{key}`", where=file, line=line, hint=hint)
    check, wanted = _CHECKS[key]
    checked = check(value)
    if checked is None:
        raise ConfigError(f"`{key}` must be {wanted}, not {value!r}", where=file, line=line)
    return checked


def _text(value: Any) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = clean(str(value))
    return None if any("\ud800" <= letter <= "\udfff" for letter in text) else " ".join(text.split())


def _filled_text(value: Any) -> str | None:
    return _text(value) or None


def _address(value: Any) -> str | None:
    text = _text(value)
    if not text:
        return text
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment:
        return None
    return text if text.endswith("/") else f"{text}/"


def _country(value: Any) -> str | None:
    if not isinstance(value, str) or len(value) != 2:
        return None
    return (
        value.upper() if any(_is_spoken(language, value.upper()) for language in get_args(Language)) else None
    )


def _is_spoken(language: str, country: str) -> bool:
    try:
        Locale(language, country)
    except UnknownLocaleError:
        return False
    return True


def _one_of(chosen: object) -> Callable[[Any], str | None]:
    return lambda value: value if value in get_args(chosen) else None


def _yes_or_no(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _face(value: Any) -> Face | None:
    checks: dict[str, Callable[[Any], Any]] = {
        "accent": _colour,
        "font": _one_of(Font),
        "density": _one_of(Density),
    }
    if not isinstance(value, dict) or not value.keys() <= checks.keys():
        return None
    wanted: dict[str, Any] = {key: checks[key](wish) for key, wish in value.items()}
    return Face(**wanted) if None not in wanted.values() else None


def _colour(value: Any) -> str | None:
    return value.lower() if isinstance(value, str) and re.fullmatch("#[0-9A-Fa-f]{6}", value) else None


def _page_size(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 1000 else None


def _identifier(value: Any) -> str | None:
    text = _text(value)
    return text if text == "" or (text and TAG_URI.fullmatch(text)) else None


def _web_address(value: Any) -> str | None:
    text = _text(value)
    return text if text == "" or (text and re.fullmatch(r"https?://[^\s<>\"]+", text)) else None


def _data(value: Any) -> tuple[str, ...] | None:
    return _chosen(value, get_args(DataFormat), {"parquet": ("pyarrow", "data")})


def _precompress(value: Any) -> tuple[str, ...] | None:
    return _chosen(value, get_args(Encoding), {"br": ("brotli", "br")})


def _chosen(
    value: Any, known: Sequence[str], needed: Mapping[str, tuple[str, str]]
) -> tuple[str, ...] | None:
    """Some of the `known` names, in their order. What is `needed` for one is a module, of an extra."""
    if value is None:
        return ()
    listed = value if isinstance(value, list) else [value]
    if not set(map(str, listed)) <= set(known):
        return None
    for name, (module, extra) in needed.items():
        if name in listed and find_spec(module) is None:
            hint = f"install it: pip install 'newsgen[{extra}]'"
            raise ConfigError(f"{name} needs the package {module}", where=FILE, hint=hint)
    return tuple(name for name in known if name in listed)


def _folder(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() and value.isprintable() else None


def _folders(value: Any) -> tuple[str, ...] | None:
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not listed or not all(_folder(item) for item in listed):
        return None
    return tuple(listed)


def _columns(value: Any) -> tuple[tuple[str, str], ...] | None:
    if not isinstance(value, dict) or not value.keys() <= set(FIELDS):
        return None
    columns = [(field, _filled_text(column)) for field, column in sorted(value.items())]
    named = tuple((field, column) for field, column in columns if column)
    return named if len(named) == len(columns) else None


def _labels(value: Any) -> tuple[tuple[str, str], ...] | None:
    if not isinstance(value, dict) or not value.keys() <= set(get_args(LabelKind)):
        return None
    phrases = {kind: _texts(listed) for kind, listed in sorted(value.items())}
    if not all(phrases.values()):
        return None
    return tuple((kind, phrase) for kind, listed in phrases.items() for phrase in listed or ())


def _texts(value: Any) -> tuple[str, ...] | None:
    """Texts with a letter or digit each; one alone needs no list."""
    listed = value if isinstance(value, list) else [value]
    texts = [text for item in listed if (text := _filled_text(item)) and any(map(str.isalnum, text))]
    return tuple(texts) if texts and len(texts) == len(listed) else None


_CHECKS: dict[str, tuple[Callable[[Any], Any], str]] = {
    "title": (_filled_text, "a text"),
    "description": (_text, "a text"),
    "base_url": (_address, "the site's address, as in https://example.org/archive/"),
    "language": (_one_of(Language), f"one of {', '.join(get_args(Language))}"),
    "country": (_country, "a country's two letters, as in EG, LB or MA"),
    "digits": (_one_of(Digits), f"one of {', '.join(get_args(Digits))}"),
    "hijri": (_yes_or_no, "true or false"),
    "theme": (
        _face,
        f"accent: a colour as in '#0d5c63'; font: one of {', '.join(get_args(Font))}; density: one of"
        f" {', '.join(get_args(Density))}",
    ),
    "page_size": (_page_size, "a whole number from 1 to 1000"),
    "search": (_yes_or_no, "true or false"),
    "identifier": (_identifier, "a tag URI, as in tag:example.org,2026:archive"),
    "license": (_web_address, "the licence's address, as in https://creativecommons.org/licenses/by/4.0/"),
    "feed_text": (_one_of(FeedText), f"one of {', '.join(get_args(FeedText))}"),
    "news_sitemap": (_yes_or_no, "true or false"),
    "data": (_data, f"a list of formats, of {', '.join(get_args(DataFormat))}; or [] for none"),
    "precompress": (_precompress, f"a list of {', '.join(get_args(Encoding))}"),
    "seeds": (_folders, "a folder or a list of folders"),
    "articles": (_folder, "a folder"),
    "output": (_folder, "a folder"),
    "columns": (_columns, f"the names of tables' columns by field, of {', '.join(FIELDS)}"),
    "labels": (_labels, f"lists of phrases by what they stand before, of {', '.join(get_args(LabelKind))}"),
    "outlets": (_texts, "a name or a list of names"),
    "ignore": (_texts, "a line or a list of lines, in which * stands for anything"),
}
