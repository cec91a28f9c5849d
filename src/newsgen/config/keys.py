"""The keys of newsgen.yaml: what each is where it does not stand there, and what a value has to be."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from typing import Any, get_args
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError

from newsgen.errors import ConfigError
from newsgen.loader import FIELDS
from newsgen.metadata import TAG_URI
from newsgen.model.hints import LabelKind
from newsgen.model.site import DataFormat, Density, Digits, Encoding, Face, FeedText, Font, Language
from newsgen.text.letters import clean

FILE = "newsgen.yaml"

DEFAULTS: dict[str, Any] = {
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

# A check gives the value to go on with, None where it will not do.


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


# By key: its check, and what a value must be.
CHECKS: dict[str, tuple[Callable[[Any], Any], str]] = {
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
