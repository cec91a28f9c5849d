"""A correction: a Markdown file that is laid over a seed."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any, TypedDict

from newsgen.model.article import Block, RelatedItem
from newsgen.model.problem import Problem


class Stated(TypedDict, total=False):
    """The fields of `Article` that a document states; None: it states that there is none.

    `published` is an ISO 8601 date or date-time, as in `Article`.
    """

    title: str | None
    published: str | None
    source: str | None
    author: str | None
    categories: tuple[str, ...]
    tags: tuple[str, ...]
    related: tuple[RelatedItem, ...]


class Written(Stated, total=False):
    """What a front matter states: also when the article was last changed, as `published` is."""

    updated: str | None


@dataclass(frozen=True, slots=True)
class Correction:
    """What the file at `path` says about the seed that it names.

    `seed` is the name exactly as written, `stated` the fields that it gives, `body` None where it has none,
    `slug` None where it gives none. A draft is laid over its seed only where drafts are built.
    """

    path: str
    seed: str
    stated: Written
    body: tuple[Block, ...] | None
    slug: str | None
    draft: bool
    problems: tuple[Problem, ...] = ()


def correction_to_json(correction: Correction) -> str:
    """The correction as one line of JSON, for `correction_from_json`."""
    return json.dumps(asdict(correction), ensure_ascii=False, separators=(",", ":"))


def correction_from_json(text: str) -> Correction:
    """The correction that `correction_to_json` wrote."""
    record: dict[str, Any] = json.loads(text)
    stated: dict[str, Any] = record["stated"]
    for name in ("categories", "tags"):
        if name in stated:
            stated[name] = tuple(stated[name])
    if "related" in stated:
        stated["related"] = tuple(RelatedItem(**item) for item in stated["related"])
    if record["body"] is not None:
        record["body"] = tuple(Block(**{**block, "items": tuple(block["items"])}) for block in record["body"])
    record["problems"] = tuple(Problem(**problem) for problem in record["problems"])
    return Correction(**record)
