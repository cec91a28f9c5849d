"""Records as Apache Parquet, with the extra newsgen[data]."""

from __future__ import annotations

import io
from collections.abc import Iterable
from importlib import import_module
from typing import Any

from newsgen.model.article import Article
from newsgen.opendata.table import FACTS

_LISTS = ("categories", "tags", "inferred", "corrected")


def parquet(articles: Iterable[tuple[Article, str]]) -> bytes:
    """The facts of these articles, (article, address) each, and their texts in a column `text`.

    Raises ModuleNotFoundError where pyarrow is not installed.
    """
    # Typed as Any: pyarrow is there for those who ask for it.
    arrow: Any = import_module("pyarrow")
    files: Any = import_module("pyarrow.parquet")
    names = [*FACTS, "text"]
    kinds = [arrow.list_(arrow.string()) if name in _LISTS else arrow.string() for name in names]
    schema = arrow.schema(list(zip(names, kinds, strict=True)))
    table = arrow.Table.from_pylist([_row(article, url) for article, url in articles], schema=schema)
    buffer = io.BytesIO()
    files.write_table(table, buffer, compression="zstd")
    return buffer.getvalue()


def _row(article: Article, url: str) -> dict[str, Any]:
    known = {
        name: getattr(article, name) for name in FACTS if name not in {"id", "url", "inferred", "corrected"}
    }
    return {
        **known,
        "id": article.ident,
        "url": url,
        "inferred": ["published"] if article.converted else [],
        "corrected": [field.field for field in article.corrected],
        "text": "\n".join(block.plain for block in article.body),
    }
