"""The repository's own seeds, read as a careful human reads them (samples.jsonl, a line a seed).

chess-league-cafes.txt has no author there. Its line "البيلسان - ريم الأقحواني:" names a town that no list has
and a person. A reader knows which is which; a rule that knows neither would take outlets for persons as well.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newsgen.loader import Piece, load_seed
from newsgen.model.hints import NO_HINTS

PROJECT = Path(__file__).parents[2]
SAMPLES: list[dict[str, Any]] = [
    json.loads(line) for line in Path(__file__).with_name("samples.jsonl").read_text("utf-8").splitlines()
]


def test_every_seed_has_its_sample() -> None:
    seeds = {path.relative_to(PROJECT).as_posix() for path in PROJECT.glob("seeds/**/*.txt")}
    assert seeds == {sample["path"] for sample in SAMPLES}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["path"])
def test_a_seed_is_read_as_a_human_reads_it(sample: dict[str, Any]) -> None:
    loaded = load_seed(Piece(sample["path"], "text", PROJECT / sample["path"]), NO_HINTS)
    assert [problem.code for problem in loaded.problems] == sample["problems"]
    article = loaded.article
    if article is None:
        assert sample["title"] is None
        return
    found = {
        "path": article.path,
        "title": article.title,
        "published": article.published and article.published[:10],
        "source": article.source,
        "author": article.author,
        "categories": list(article.categories),
        "tags": list(article.tags),
        "headings": [block.text for block in article.body if block.kind == "heading"],
        "related": [item.title for item in article.related],
        "related_sources": [item.source for item in article.related],
        "problems": sample["problems"],
        "encoding": article.encoding,
    }
    assert {fact: found[fact] for fact in sample} == sample
