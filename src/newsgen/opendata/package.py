"""datapackage.json: what the data are, their licence, where they come from, and their checksums.

Frictionless Data, https://specs.frictionlessdata.io/data-package/ and /table-schema/
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import newsgen
from newsgen.metadata import archive_id, permalink
from newsgen.model.site import Site

_TEXT, _LIST = "string", "array"
_FIELDS: dict[str, tuple[str, str]] = {
    "path": (_TEXT, "the document's path in the archive's folder, with a part's name where it has several"),
    "id": (_TEXT, "stable and unique"),
    "url": (_TEXT, "the page's address, relative to the site's root"),
    "title": (_TEXT, "as the document states it"),
    "published": (_TEXT, "ISO 8601 date or date-time, as the document states it"),
    "source": (_TEXT, "the outlet"),
    "author": (_TEXT, "as the document states it"),
    "categories": (_LIST, "the outlet's sections"),
    "tags": (_LIST, "as the document states them"),
    "summary": (_TEXT, "the text's beginning"),
    "body": (_LIST, "the text: pieces with kind and text, or items"),
    "related": (_LIST, "what the document points to: title, source, text, url"),
    "problems": (_LIST, "what was found when the document was read: code, line, message"),
    "sha256": (_TEXT, "of the document's bytes"),
    "encoding": (_TEXT, "in which the document was read"),
    "original_url": (_TEXT, "where the outlet published it, as the document states it"),
    "inferred": (_LIST, "the fields that are converted and not stated"),
    "set_aside": (_LIST, "lines of the document that are in neither body nor related"),
    "updated": (_TEXT, "when the article was last changed, ISO 8601, where that is stated"),
    "corrected_by": (_TEXT, "the file that corrects the document"),
    "corrected": (_LIST, "the fields that it corrects"),
    "date": ("date", "the day"),
    "kind": (_TEXT, "source or tag"),
    "name": (_TEXT, "the source's or tag's name"),
    "articles": ("integer", "how many articles it has on that day"),
}
_TITLES = {
    "articles": "The facts of each article; lists are joined by ' | '",
    "records": "Each article as a record with its text",
    "daily-counts": "Articles a day, by source and by tag",
}


class Resource(NamedTuple):
    """A data file in data/: `kind` is articles, records, daily-counts or manifest, `name` unique.

    `size` is in bytes, `sha256` their digest.
    """

    name: str
    kind: str
    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the data come from: the outlets with most articles, (name, address of the page in the site)."""

    articles: int
    outlets: tuple[tuple[str, str], ...]


def schema_json(columns: Sequence[str], *, joined: bool) -> bytes:
    """The Table Schema of a table with these columns. `joined`: lists are texts, as in CSV."""
    fields = [
        {"name": name, "type": _TEXT if joined and kind == _LIST else kind, "description": meaning}
        for name, (kind, meaning) in ((column, _FIELDS[column]) for column in columns)
    ]
    return (json.dumps({"fields": fields, "missingValues": [""]}, indent=1) + "\n").encode()


def data_package(site: Site, provenance: Provenance, resources: Iterable[Resource]) -> Iterator[bytes]:
    """The descriptor, piece by piece: a large archive has many files."""
    head = json.dumps(_described(site, provenance), ensure_ascii=False, indent=1)
    yield head.removesuffix("\n}").encode() + b',\n "resources": ['
    between = b"\n  "
    for resource in resources:
        yield between + json.dumps(_resource(resource), ensure_ascii=False).encode()
        between = b",\n  "
    yield b"\n ]\n}\n"


def _described(site: Site, provenance: Provenance) -> dict[str, Any]:
    package: dict[str, Any] = {
        "profile": "data-package",
        "name": "news-archive",
        "id": f"{archive_id(site)}/data",
        "title": site.title,
    }
    if site.description:
        package["description"] = site.description
    if site.base_url:
        package["homepage"] = site.base_url
    if site.license:
        package["licenses"] = [{"path": site.license, "title": site.license}]
    outlets = [
        {"title": name, **({"path": permalink(site.base_url, url)} if site.base_url else {})}
        for name, url in provenance.outlets
    ]
    if outlets:
        package["sources"] = outlets
    return {
        **package,
        "articles": provenance.articles,
        "provenance": "Read by rules out of documents as they were collected; what a document does not state"
        " is empty. manifest-sha256.txt has the digest of each document.",
        "generator": f"newsgen {newsgen.__version__}",
    }


def _resource(resource: Resource) -> dict[str, Any]:
    found = {
        "name": resource.name,
        "path": resource.path,
        "bytes": resource.size,
        "hash": f"sha256:{resource.sha256}",
    }
    if resource.kind == "manifest":
        return {**found, "title": "The SHA-256 of every document", "format": "txt", "mediatype": "text/plain"}
    form = resource.path.removesuffix(".gz").rpartition(".")[2]
    described = {**found, "title": _TITLES[resource.kind], "format": form}
    if resource.path.endswith(".gz"):
        described["compression"] = "gz"
    if form != "parquet":
        described |= {"encoding": "utf-8", "schema": f"schema-{resource.kind}.json"}
        described["mediatype"] = "text/csv" if form == "csv" else "application/jsonl"
    return described
