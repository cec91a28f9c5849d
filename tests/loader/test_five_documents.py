"""The five real documents that the loader's rules began with, each of the 13 facts of each document.

They are other people's texts and lie outside of the repository, in the folder that NEWSGEN_CORPUS names.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from newsgen.loader import Piece, load_seed
from newsgen.model.article import Article
from newsgen.model.hints import NO_HINTS

CORPUS = os.environ.get("NEWSGEN_CORPUS", "")
FACTS = [
    "title",
    "published",
    "source",
    "author",
    "categories",
    "tags",
    "headings",
    "list_items",
    "body_first",
    "body_last",
    "related",
    "related_sources",
    "not_in_body",
]


@pytest.fixture(scope="module")
def expected() -> dict[str, dict[str, Any]]:
    if not CORPUS:
        reason = "NEWSGEN_CORPUS does not name the folder with the five documents and their expected.json"
        if os.environ.get("CI"):
            pytest.fail(f"{reason}; with CI set they are required")
        pytest.skip(reason)
    documents: dict[str, dict[str, Any]] = json.loads(Path(CORPUS, "expected.json").read_text("utf-8"))
    return documents


def loaded(name: str) -> Article:
    article = load_seed(Piece(name, "text", Path(CORPUS, name)), NO_HINTS).article
    assert article is not None
    return article


def found(article: Article, wanted: dict[str, Any]) -> dict[str, Any]:
    """Each fact of the article as expected.json states it; a caption is no part of the running body."""
    told = [block for block in article.body if block.kind != "caption"]
    body = "\n".join(block.plain for block in told)
    return {
        "title": article.title,
        "published": article.published,
        "source": article.source,
        "author": article.author,
        "categories": list(article.categories),
        "tags": list(article.tags),
        "headings": [block.text for block in told if block.kind == "heading"],
        "list_items": sum(len(block.items) for block in told),
        "body_first": body[: len(wanted["body_first"])],
        "body_last": body[-len(wanted["body_last"]) :],
        "related": [item.title for item in article.related],
        "related_sources": [item.source for item in article.related],
        "not_in_body": [phrase for phrase in wanted["not_in_body"] if phrase not in body],
    }


def test_there_are_five_documents_with_expected_facts(expected: dict[str, dict[str, Any]]) -> None:
    assert len(expected) == 5
    stated = {fact for wanted in expected.values() for fact in wanted}
    assert stated == set(FACTS)


@pytest.mark.parametrize("fact", FACTS)
def test_a_fact_holds_for_all_five_documents(fact: str, expected: dict[str, dict[str, Any]]) -> None:
    for name, wanted in expected.items():
        right = wanted.get(fact, 0 if fact == "list_items" else None)
        assert found(loaded(name), wanted)[fact] == right, name
