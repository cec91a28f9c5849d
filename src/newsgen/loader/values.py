"""The values of a front matter: YAML nodes as texts, dates, lists and switches.

Nodes are read, not Python objects: they keep their lines, a number keeps its digits as written, and an alias
is never multiplied out, so that no document can grow in memory beyond its own size.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

import yaml

from newsgen.text.fold import key
from newsgen.text.letters import clean, latin_digits, proper
from newsgen.text.slugs import LONGEST_BY_HAND, natural_slug

_YAML = "tag:yaml.org,2002:"
_NULL = _YAML + "null"
_SCALARS = frozenset(
    _YAML + name for name in ("str", "int", "float", "bool", "timestamp", "value", "merge", "null")
)
_TRUE = frozenset({"true", "yes", "on"})
_FALSE = frozenset({"false", "no", "off"})
_SURROGATES = re.compile("[\ud800-\udfff]")
_COMMA = re.compile("[،,]")
_DATE = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:(?:T|\s+)(\d{1,2}):(\d{2})(:\d{2})?(?:\.\d+)?\s*(?:(Z)|([+-])(\d{1,2}):?(\d{2})?)?)?",
    re.ASCII | re.IGNORECASE,
)
_READY_SLUG = re.compile(r"\w[\w-]*")
_LIST_HINT = "write a list, or names with commas between them"


class WrongValueError(Exception):
    """A value cannot be what its key asks for; `code`, `line` (0-based in the YAML), `message` and `hint`."""

    def __init__(self, code: str, node: yaml.Node, message: str, hint: str) -> None:
        super().__init__(code, message)
        self.code, self.line, self.message, self.hint = code, node.start_mark.line, message, hint


def one_line(text: str) -> str:
    """`text` cleaned (text.letters.clean), on one line, single spaces between its words."""
    return " ".join(clean(_paired(text)).split())


def distinct_terms(names: Iterable[str]) -> tuple[str, ...]:
    """`names` in proper letters, each on one line, without empty ones and those that fold alike."""
    found: dict[str, str] = {}
    for name in names:
        spelled = proper(one_line(name))
        found.setdefault(key(spelled), spelled)
    found.pop("", None)
    return tuple(found.values())


def raw_text(node: yaml.Node, name: str) -> str | None:
    """The text of a scalar exactly as written, None for null. Raises WrongValueError for anything else."""
    if not isinstance(node, yaml.ScalarNode) or node.tag not in _SCALARS:
        raise WrongValueError("front-matter-type", node, f"{name} is not a text", "write one line of text")
    return None if node.tag == _NULL else _paired(str(node.value))


def document_name(node: yaml.Node, name: str) -> str:
    """A file's name exactly as written: a cleaned one could be another file's. Raises on null or empty."""
    text = raw_text(node, name)
    if not text:
        hint = "write the seed's file name, or delete the key"
        raise WrongValueError("front-matter-type", node, f"{name} names no document", hint)
    return text


def line_text(node: yaml.Node, name: str) -> str | None:
    """A scalar as one line of text; None for null or an empty text."""
    return one_line(raw_text(node, name) or "") or None


def full_text(node: yaml.Node, name: str) -> str | None:
    """A scalar as cleaned text with its line breaks; None for null or an empty text."""
    return clean(raw_text(node, name) or "").strip() or None


def terms(node: yaml.Node, name: str) -> tuple[str, ...]:
    """A list of scalars, or one scalar with commas, as names (`distinct_terms`); none for null."""
    if isinstance(node, yaml.ScalarNode):
        return distinct_terms(_COMMA.split(raw_text(node, name) or ""))
    if not isinstance(node, yaml.SequenceNode):
        raise WrongValueError("front-matter-type", node, f"{name} is not a list", _LIST_HINT)
    return distinct_terms(raw_text(item, f"an entry of {name}") or "" for item in node.value)


def switch(node: yaml.Node, name: str) -> bool:
    """true or false."""
    text = (line_text(node, name) or "").lower()
    if text not in _TRUE | _FALSE:
        raise WrongValueError(
            "front-matter-type", node, f"{name} is neither true nor false", "write true or false"
        )
    return text in _TRUE


def iso_date(node: yaml.Node, name: str) -> str | None:
    """An ISO date or date-time, "2023-12-08" or "2023-12-08T14:30", with seconds and offset if stated."""
    text = line_text(node, name)
    if text is None:
        return None
    found = _DATE.fullmatch(latin_digits(text))
    hint = "write it as 2023-12-08 or 2023-12-08T14:30"
    if not found:
        raise WrongValueError("front-matter-type", node, f'{name} "{shown(text)}" is not an ISO date', hint)
    year, month, day, hour, minute, second, utc, sign, ahead, ahead_minutes = found.groups(default="")
    iso = f"{year}-{month:0>2}-{day:0>2}"
    if hour:
        zone = "+00:00" if utc else f"{sign}{ahead:0>2}:{ahead_minutes:0>2}" if sign else ""
        iso += f"T{hour:0>2}:{minute}{second}{zone}"
    try:
        dt.datetime.fromisoformat(iso)
    except ValueError:
        message = f'{name} "{shown(text)}" is not in the calendar'
        raise WrongValueError("date-impossible", node, message, hint) from None
    return iso


def slug(node: yaml.Node, name: str) -> str | None:
    """The last part of an address: as written if it can be one, else made of letters, digits and hyphens."""
    text = line_text(node, name)
    if text is None:
        return None
    made = text if _READY_SLUG.fullmatch(text) else natural_slug(text)
    if not made:
        raise WrongValueError(
            "slug-empty", node, f"{name} has no letters or digits", "write some, or delete it"
        )
    if len(made.encode()) > LONGEST_BY_HAND:
        message = f"{name} is longer than {LONGEST_BY_HAND} bytes, an Arabic letter counting two"
        raise WrongValueError("slug-long", node, message, "shorten it")
    return made


def web_address(node: yaml.Node, name: str) -> str | None:
    """An address that begins with http:// or https://."""
    text = line_text(node, name)
    if text is not None and not text.lower().startswith(("http://", "https://")):
        raise WrongValueError(
            "front-matter-type", node, f"{name} is no web address", "begin it with https://"
        )
    return text


def shown(text: str) -> str:
    """`text` as a message quotes it: cleaned, on one line, cut to 40 characters."""
    text = one_line(text)
    return text if len(text) <= 40 else text[:39] + "…"


def _paired(text: str) -> str:
    # YAML's "\ud83d\ude00" gives two halves of one character; a half alone cannot be written to any file.
    if not _SURROGATES.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
