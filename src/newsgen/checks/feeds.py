"""Whether feeds are what RFC 4287 and JSON Feed 1.1 ask of them."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, parse

from newsgen.checks.finding import Finding

_ATOM = "{http://www.w3.org/2005/Atom}"
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})")
_HINT = "build with --full; if it stays, a file of static/ is in its place or newsgen is at fault"


def check_atom(root: Path, name: str) -> Iterator[Finding]:
    """What is wrong with the Atom feed `name` below `root`."""
    try:
        feed = parse(root / name).getroot()  # noqa: S314 - newsgen wrote it
    except (ParseError, OSError) as error:
        yield Finding(name, getattr(error, "position", (None,))[0], "feed-invalid", str(error), _HINT)
        return
    for message in _faults(feed):
        yield Finding(name, None, "feed-invalid", message, _HINT)


def _faults(feed: Element) -> Iterator[str]:
    if feed.tag != f"{_ATOM}feed":
        yield f"the root is {feed.tag} and no Atom feed"
        return
    entries = feed.findall(f"{_ATOM}entry")
    for place, element in (("the feed", feed), *((f"entry {n}", e) for n, e in enumerate(entries, start=1))):
        for child in ("id", "title", "updated"):
            found = element.findall(_ATOM + child)
            if len(found) != 1 or not (found[0].text or "").strip():
                yield f"{place} has no {child}, or several"
        for child in ("updated", "published"):
            for moment in element.findall(_ATOM + child):
                if not _MOMENT.fullmatch(moment.text or ""):
                    yield f"{place} has {moment.text} as {child}, which is no RFC 3339 date"
    has_author = feed.find(f"{_ATOM}author/{_ATOM}name") is not None
    if not has_author and any(entry.find(f"{_ATOM}author") is None for entry in entries):
        yield "an entry has no author, nor has the feed"
    ids = Counter(entry.findtext(f"{_ATOM}id") for entry in entries)
    yield from (f"{count} entries have the id {ident}" for ident, count in ids.items() if count > 1)


def check_json_feed(root: Path, name: str) -> Iterator[Finding]:
    """What is wrong with the JSON feed `name` below `root`."""
    try:
        feed = json.loads((root / name).read_text(encoding="utf-8"))
    except (ValueError, OSError) as error:
        yield Finding(name, getattr(error, "lineno", None), "feed-invalid", str(error), _HINT)
        return
    for message in _json_faults(feed):
        yield Finding(name, None, "feed-invalid", message, _HINT)


def _json_faults(feed: object) -> Iterator[str]:
    if not isinstance(feed, dict) or feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield "it does not say that it is a JSON Feed of version 1.1"
        return
    if not isinstance(feed.get("title"), str) or not isinstance(feed.get("items"), list):
        yield "it has no title or no items"
        return
    for place, item in enumerate(feed["items"], start=1):
        if not isinstance(item, dict) or not isinstance(item.get("id"), str):
            yield f"item {place} has no id"
            continue
        if not isinstance(item.get("content_html", item.get("content_text")), str):
            yield f"item {place} has no content"
        for key in ("date_published", "date_modified"):
            if key in item and not _MOMENT.fullmatch(str(item[key])):
                yield f"item {place} has {item[key]} as {key}, which is no RFC 3339 date"
    ids = Counter(str(item.get("id")) for item in feed["items"] if isinstance(item, dict))
    yield from (f"{count} items have the id {ident}" for ident, count in ids.items() if count > 1)
