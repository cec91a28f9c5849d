"""A document of a TREC collection, as research corpora of Arabic news have them: an element a field."""

from __future__ import annotations

_NAMES = "TITLE HEADLINE TEXT BODY TIME DATE SRC SOURCE AUTHOR BYLINE CAT URL"


def find_trec_fields(text: str) -> dict[str, str] | None:
    """The fields of `text` by their elements' names, or None where it is not exactly one <DOC>."""
    if not text.lstrip().startswith("<DOC>") or text.count("<DOC>") > 1:
        return None
    fields = {}
    for name in _NAMES.split():
        _, _, behind = text.partition(f"<{name}>")
        value, closed, _ = behind.partition(f"</{name}>")
        if closed and value.strip():
            fields[name] = value.strip()
    return fields
