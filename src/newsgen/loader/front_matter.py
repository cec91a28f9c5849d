"""The YAML front matter of a Markdown file: finding it, and reading what it states."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, cast

import yaml

from newsgen.loader import values
from newsgen.loader.correction import Written
from newsgen.loader.flaw import Flaw
from newsgen.loader.values import WrongValueError
from newsgen.model.article import RelatedItem

# PyYAML reads some hundred kilobytes a second; a front matter has some hundred bytes.
_LONGEST = 256 * 1024
_END = frozenset({"---", "..."})
_RELATED_KEYS: dict[str, Callable[[yaml.Node, str], str | None]] = {
    "title": values.line_text,
    "source": values.line_text,
    "text": values.full_text,
    "url": values.web_address,
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a file states: the fields of its article, and the keys that are about the file itself."""

    stated: Written
    seed: str | None
    slug: str | None
    draft: bool
    flaws: tuple[Flaw, ...]


def split_front_matter(text: str) -> tuple[str | None, int, str]:
    """`text` as its front matter, the 1-based line on which that begins, and the body.

    The front matter stands between a line "---" at the top and the next line "---" or "..."; None where the
    text does not begin with one. Raises ValueError where it is not closed.
    """
    lines = text.split("\n")
    top = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if lines[top].rstrip() != "---":
        return None, 0, text
    for number in range(top + 1, len(lines)):
        if lines[number].rstrip() in _END:
            return "\n".join(lines[top + 1 : number]), top + 2, "\n".join(lines[number + 1 :])
    raise ValueError(top + 1)


def read_front_matter(text: str, first_line: int) -> FrontMatter | Flaw:
    """What the YAML in `text` states; `first_line` is its first line's number in the file.

    A flaw where nothing can be told: YAML that cannot be read, no mapping, a seed without a name. All else
    that is wrong is among the result's flaws. A file whose `draft` cannot be read, or that has an unknown key
    close to "draft" or "seed", is a draft: nothing is published by a slip of the pen.
    """
    root = _compose(text, first_line)
    if root is None:
        return FrontMatter(Written(), None, None, False, ())
    if isinstance(root, yaml.MappingNode):
        return _Reading(first_line).of(root)
    return (
        root if isinstance(root, Flaw) else _broken(first_line, "it has no keys", 'write lines as "title: …"')
    )


def _compose(text: str, first_line: int) -> yaml.Node | Flaw | None:
    if len(text) > _LONGEST:
        return _broken(first_line, f"it is longer than {_LONGEST // 1024} KiB", "move text below it")
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        return _yaml_flaw(error, text, first_line)
    except RecursionError:
        return _broken(first_line, "it is nested too deeply", "write keys and values side by side")
    except (ValueError, OverflowError):
        # PyYAML lets numbers through that chr() and int() refuse.
        return _broken(first_line, "a number in it is out of range", "write it in quotes")


class _Reading:
    def __init__(self, first_line: int) -> None:
        self._first_line = first_line
        self._flaws: list[Flaw] = []
        self._found: dict[str, Any] = {}
        self._doubtful = False
        self._readers: dict[str, Callable[[yaml.Node, str], object]] = {
            "title": values.line_text,
            "date": values.iso_date,
            "updated": values.iso_date,
            "source": values.line_text,
            "author": values.line_text,
            "tags": values.terms,
            "categories": values.terms,
            "related": self._related,
            "slug": values.slug,
            "draft": values.switch,
            "seed": values.document_name,
        }

    def of(self, root: yaml.MappingNode) -> FrontMatter | Flaw:
        seen: set[str] = set()
        for key, value in root.value:
            name = _name(key)
            if name in seen:
                message = f'"{values.shown(name)}" is stated twice, the last one counts'
                self._flaw("front-matter-key", key, message, "delete one")
            seen.add(name)
            if name not in self._readers:
                self._unknown_key(name, key, self._readers)
                continue
            try:
                self._found[name] = self._readers[name](value, name)
            except WrongValueError as wrong:
                flaw = self._wrong(wrong)
                if name == "seed":
                    return flaw
                self._doubtful |= name == "draft"
        return self._result()

    def _result(self) -> FrontMatter:
        found = self._found
        stated = {
            "published" if name == "date" else name: value
            for name, value in found.items()
            if name not in {"seed", "slug", "draft"}
        }
        return FrontMatter(
            cast("Written", stated),
            found.get("seed"),
            found.get("slug"),
            found.get("draft", False) or self._doubtful,
            tuple(self._flaws),
        )

    def _related(self, node: yaml.Node, name: str) -> tuple[RelatedItem, ...]:
        if isinstance(node, yaml.ScalarNode) and values.line_text(node, name) is None:
            return ()
        if not isinstance(node, yaml.SequenceNode):
            hint = "write a list of titles, or of entries with title, source, text and url"
            raise WrongValueError("front-matter-type", node, f"{name} is not a list", hint)
        items = (self._related_item(entry) for entry in node.value)
        return tuple(item for item in items if item is not None)

    def _related_item(self, node: yaml.Node) -> RelatedItem | None:
        if not isinstance(node, yaml.MappingNode):
            headline = self._read(values.line_text, node, "an entry of related")
            return RelatedItem(headline) if headline else None
        stated = {_name(key): self._related_value(key, value) for key, value in node.value}
        title = stated.get("title")
        if title is None:
            self._flaw("front-matter-type", node, "an entry of related has no title", "give it one")
            return None
        return RelatedItem(title, stated.get("source"), stated.get("text"), stated.get("url"))

    def _related_value(self, key: yaml.Node, value: yaml.Node) -> str | None:
        name = _name(key)
        if name in _RELATED_KEYS:
            return self._read(_RELATED_KEYS[name], value, name)
        self._unknown_key(name, key, _RELATED_KEYS)
        return None

    def _read(self, reader: Callable[[yaml.Node, str], str | None], node: yaml.Node, name: str) -> str | None:
        try:
            return reader(node, name)
        except WrongValueError as wrong:
            self._wrong(wrong)
            return None

    def _unknown_key(self, name: str, key: yaml.Node, known: Iterable[str]) -> None:
        close = get_close_matches(name.lower(), list(known), 1)
        if close and close[0] in {"draft", "seed"}:
            self._doubtful = True
        hint = f"write {close[0]}" if close else f"the keys are {', '.join(known)}"
        self._flaw("front-matter-key", key, f'there is no key "{values.shown(name)}"', hint)

    def _wrong(self, wrong: WrongValueError) -> Flaw:
        flaw = Flaw(wrong.code, self._first_line + wrong.line, wrong.message, wrong.hint)
        self._flaws.append(flaw)
        return flaw

    def _flaw(self, code: str, node: yaml.Node, message: str, hint: str) -> None:
        self._flaws.append(Flaw(code, self._first_line + node.start_mark.line, message, hint))


def _name(key: yaml.Node) -> str:
    return str(key.value) if isinstance(key, yaml.ScalarNode) else ""


def _yaml_flaw(error: yaml.YAMLError, text: str, first_line: int) -> Flaw:
    line, reason = first_line, str(error)
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        line += mark.line if mark else 0
        reason = ": ".join(part for part in (error.context, error.problem) if part)
    elif isinstance(error, yaml.reader.ReaderError):
        line += text.count("\n", 0, error.position)
        reason = error.reason
    return _broken(min(line, first_line + text.count("\n")), " ".join(reason.split()))


def _broken(
    line: int, reason: str, hint: str = "put values that hold : # [ ] { } or quotes between quotes"
) -> Flaw:
    return Flaw("front-matter", line, f"the front matter cannot be read: {reason}", hint)
