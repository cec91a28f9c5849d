"""Reading newsgen.yaml: every key with its line, so that a fault can be shown where it stands."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any

import yaml

from newsgen.config.keys import CHECKS
from newsgen.errors import ConfigError


def read_settings(file: Path) -> dict[str, Any]:
    """The checked values of the keys that stand in `file`, by key; none where there is no file.

    Raises ConfigError, with file and line, for bad YAML, an unknown key or a wrong value.
    """
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
    if key not in CHECKS:
        near = difflib.get_close_matches(key, CHECKS, n=1, cutoff=0.5)
        hint = f"did you mean `{near[0]}`?" if near else f"the keys are {', '.join(CHECKS)}"
        raise ConfigError(f"unknown key `{key}`", where=file, line=line, hint=hint)
    check, wanted = CHECKS[key]
    checked = check(value)
    if checked is None:
        raise ConfigError(f"`{key}` must be {wanted}, not {value!r}", where=file, line=line)
    return checked
