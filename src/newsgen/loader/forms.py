"""Which files are seeds, by their names: texts, web pages, tables of articles, and packs of these."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

Form = Literal["text", "page", "rows", "zip", "gzip"]

_FORM_OF_SUFFIX: dict[str, Form] = {
    "": "text",
    "txt": "text",
    "text": "text",
    "html": "page",
    "htm": "page",
    "xhtml": "page",
    "json": "rows",
    "jsonl": "rows",
    "ndjson": "rows",
    "csv": "rows",
    "tsv": "rows",
    "zip": "zip",
    "gz": "gzip",
}
SEEDS_ARE = (
    "seeds are .txt, .text and files without a suffix, .html, .htm and .xhtml, .json, .jsonl, .ndjson,"
    " .csv and .tsv, and .zip or .gz of these"
)


def suffix(name: str) -> str:
    """The suffix of a file's name in lower case, without its dot; "" where there is none.

    What follows the last dot is a suffix only if it looks like one: "أ.ف.ب" and "12.5 مليون" have none.
    """
    _, dot, end = name.rpartition(".")
    return _as_suffix(end) if dot else ""


@lru_cache
def _as_suffix(end: str) -> str:
    looks_like_one = end.isascii() and " " not in end and any(map(str.isalpha, end))
    return end.lower() if looks_like_one else ""


def is_markdown(name: str) -> bool:
    """Whether a file of this name is an article or a correction written by hand."""
    return suffix(name) in {"md", "markdown"}


def find_form(name: str) -> Form | None:
    """What a seed of this name holds, or None where it is no kind of seed."""
    return _FORM_OF_SUFFIX.get(suffix(name))


def holds_several(name: str) -> bool:
    """Whether a seed of this name may hold many articles: a table or a pack."""
    return find_form(name) in {"rows", "zip", "gzip"}
