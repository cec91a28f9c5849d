"""Corrections: laying one over an article, and the files that `newsgen correct` and `newsgen new` write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import yaml

from newsgen.loader.correction import Correction
from newsgen.loader.summary import summarize
from newsgen.loader.values import one_line
from newsgen.model.article import Article, CorrectedField
from newsgen.text.letters import clean

_FIELDS = ("title", "published", "source", "author", "categories", "tags")


def overlay(article: Article, correction: Correction) -> Article:
    """`article` as `correction` has it: the stated fields and a stated body replace its own.

    A body brings a new summary. The address changes only where the correction has a slug. What the document
    is (path, ident, digest, encoding) stays. The fields that are not as they were are noted.
    """
    corrected = replace(article, **correction.stated, corrected_by=correction.path)
    if "published" in correction.stated:
        corrected = replace(corrected, converted=False)
    if correction.body is not None:
        corrected = replace(corrected, body=correction.body, summary=summarize(correction.body))
    if correction.slug is not None:
        corrected = replace(corrected, slug=correction.slug)
    return replace(corrected, corrected=tuple(_changes(article, corrected)))


def _changes(article: Article, corrected: Article) -> Iterator[CorrectedField]:
    for field in _FIELDS:
        before = getattr(article, field)
        if before != getattr(corrected, field):
            yield CorrectedField(field, " | ".join(before) if isinstance(before, tuple) else before)
    for field in ("related", "body"):
        if getattr(article, field) != getattr(corrected, field):
            yield CorrectedField(field)


def correction_text(article: Article, seed: str, slug: str) -> str:
    """A Markdown file that corrects `seed`: the article's present values as front matter, and no body.

    `slug` is the last part of the article's present address, so that a corrected title breaks no link.
    """
    present = {
        "title": article.title,
        "date": article.published,
        "source": article.source,
        "author": article.author,
        "tags": list(article.tags),
        "categories": list(article.categories),
        "slug": slug,
    }
    # Reading cleans a file's text, and with it a name that is not clean itself: such a name is escaped.
    name = _yaml({"seed": seed}, as_ascii=clean(seed) != seed)
    remark = "# Keys that are right as they are may be deleted; text below the second --- replaces the body."
    return f"---\n{name}{_yaml(present)}{remark}\n---\n"


def new_article_text(title: str, date: str) -> str:
    """A Markdown file that begins an article: a draft of `title` with keys to fill in; `date` is ISO 8601."""
    begun = _yaml({"title": one_line(title), "date": date})
    to_fill_in = "source:\nauthor:\ntags: []\ncategories: []\ndraft: true\n"
    remark = "# Write the text below the second ---. Delete the line draft: true when it may be published."
    return f"---\n{begun}{to_fill_in}{remark}\n---\n\n"


def _yaml(values: Mapping[str, object], *, as_ascii: bool = False) -> str:
    # Folded lines would hide where one value ends and the next begins from somebody who edits them.
    return str(yaml.safe_dump(values, allow_unicode=not as_ascii, sort_keys=False, width=float("inf")))
