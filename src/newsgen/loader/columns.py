"""The columns of a table of articles: which of them is the title, which the text, by their usual names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from newsgen.text.fold import key

# A field of an article, and the names that its column has, the likeliest first. Spaces, hyphens, underscores
# and capitals do not count. When a page was fetched is no date of its article: that column has no name here.
_NAMES = {
    "title": "title headline heading العنوان عنوان عنوان-الخبر عنوان-المقال",
    "body": "body content text full-text article article-body article-text main-text story"
    " النص المحتوى نص-الخبر نص-المقال الخبر المقال نص",
    "published": "published date-published published-date publish-date published-at published-time"
    " publication-date pub-date date time timestamp تاريخ-النشر التاريخ تاريخ",
    "source": "source outlet publisher site-name newspaper src المصدر الصحيفة الوكالة الموقع",
    "author": "author byline writer authors creator الكاتب كاتب المؤلف المحرر",
    "tags": "tags keywords tag الوسوم وسوم الكلمات-المفتاحية كلمات-مفتاحية كلمات-دلالية",
    "categories": "categories category sections section cat القسم التصنيف قسم تصنيف",
    "url": "url link canonical-url href الرابط رابط",
}
FIELDS = tuple(_NAMES)


# The rows of a table all have the same.
@lru_cache(maxsize=1024)
def plain_name(column: str) -> str:
    """A column's name without what does not count in it."""
    return key(column.replace("_", " ")).replace(" ", "")


_KNOWN = {field: [plain_name(name) for name in names.split()] for field, names in _NAMES.items()}
_ALL = frozenset(name for names in _KNOWN.values() for name in names)


def knows(column: str) -> bool:
    """Whether a column of this name is one of an article's."""
    return plain_name(column) in _ALL


def fields_of(row: Mapping[str, Any], columns: Mapping[str, str]) -> dict[str, Any]:
    """The values of a row by the fields of an article ("title", "body", …), without empty ones.

    `columns` names the column of a field where the project says it; all other fields have the first column
    with one of their usual names that is not empty.
    """
    named = {plain_name(column): value for column, value in row.items() if value not in (None, "", [], {})}
    found: dict[str, Any] = {}
    for field, usual in _KNOWN.items():
        names = [plain_name(columns[field])] if field in columns else usual
        name = next(filter(named.__contains__, names), None)
        if name is not None:
            found[field] = named[name]
    return found
