from __future__ import annotations

import pickle
from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from newsgen.loader.correction import Correction, Written, correction_from_json, correction_to_json
from newsgen.loader.decode import decode
from newsgen.loader.handwritten import HandWritten, Unusable, read_markdown
from newsgen.loader.overlay import correction_text, new_article_text, overlay
from newsgen.loader.values import distinct_terms, one_line
from newsgen.model.article import Article, Block, CorrectedField, RelatedItem
from newsgen.model.problem import Problem

PARSED = Article(
    path="seeds/a.txt",
    ident="abcdefghijkl",
    title="عنوان مقروء",
    published="2023-12-08",
    source="صحيفة الوادي",
    author="ليلى حداد",
    categories=("محليات",),
    tags=("ثقافة",),
    summary="نص مقروء.",
    body=(Block("paragraph", "نص مقروء."),),
    related=(RelatedItem("خبر آخر"),),
    sha256="0" * 64,
    encoding="windows-1256",
)
CORRECTION = Correction("articles/c.md", "a.txt", {}, None, None, draft=False)

texts = st.text(max_size=60).map(one_line)
facts = st.none() | texts.filter(bool)
terms = st.lists(texts, max_size=4).map(distinct_terms)
dates = st.dates().map(lambda date: date.isoformat())
published = (
    st.none()
    | dates
    | st.builds("{}T14:30{}".format, dates, st.sampled_from(["", ":15", "+03:00", ":00-05:30"]))
)


def read_back(text: str) -> HandWritten | Correction | Unusable:
    """What a build reads where `text` was written to a file."""
    decoded = decode(text.encode())
    assert decoded.text is not None
    return read_markdown("articles/c.md", decoded.text, encoding="utf-8", sha256="0")


def test_stated_fields_replace_the_parsed_ones_and_all_else_stays() -> None:
    correction = replace(CORRECTION, stated={"title": "عنوان صحيح", "author": None, "tags": ()})
    stated = replace(PARSED, title="عنوان صحيح", author=None, tags=(), corrected_by="articles/c.md")
    before = {"title": PARSED.title, "author": PARSED.author, "tags": " | ".join(PARSED.tags)}
    noted = tuple(CorrectedField(field, was) for field, was in before.items())
    assert overlay(PARSED, correction) == replace(stated, corrected=noted)


def test_a_corrected_field_keeps_what_the_document_has_and_one_that_is_repeated_is_none() -> None:
    stated: Written = {"title": "عنوان صحيح", "source": PARSED.source, "categories": ("أ", "ب")}
    first = replace(PARSED, categories=("ج", "د"))
    assert overlay(first, replace(CORRECTION, stated=stated)).corrected == (
        CorrectedField("title", PARSED.title),
        CorrectedField("categories", "ج | د"),
    )


def test_a_body_replaces_the_body_and_the_summary() -> None:
    body = (Block("paragraph", "نص صحيح."),)
    corrected = overlay(PARSED, replace(CORRECTION, body=body))
    assert corrected == replace(
        PARSED,
        body=body,
        summary="نص صحيح.",
        corrected_by="articles/c.md",
        corrected=(CorrectedField("body"),),
    )


def test_the_slug_is_set_where_the_correction_has_one() -> None:
    assert overlay(PARSED, replace(CORRECTION, slug="a-b")).slug == "a-b"
    assert overlay(replace(PARSED, slug="old"), CORRECTION).slug == "old"


def test_a_corrections_file_shows_the_present_values() -> None:
    text = correction_text(PARSED, "a.txt", "عنوان-مقروء")
    assert text.startswith("---\nseed: a.txt\ntitle: عنوان مقروء\ndate: '2023-12-08'\nsource: صحيفة الوادي\n")
    assert "slug: عنوان-مقروء\n" in text
    assert text.endswith("\n---\n")


HOSTILE = "---: 'أ' \"ب\" # [ج] {د} & *ه !و | > % @ ` \\ 😀 \U000e0001"


@given(
    st.builds(
        replace,
        st.just(PARSED),
        title=facts,
        published=published,
        source=facts,
        author=facts,
        tags=terms,
        categories=terms,
    ),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
)
@example(replace(PARSED, title=HOSTILE, tags=distinct_terms([HOSTILE, "yes", "1e3", "~"])), "a: b.txt")
@example(replace(PARSED, title="null", source="2023-12-08", author="---"), "a  \u200fe\u0301 \U0001f600.txt")
@example(replace(PARSED, title="=\u0627\u0338 " * 300 + "\u0338"), "...")
def test_a_corrections_file_read_back_changes_nothing(article: Article, seed: str) -> None:
    correction = read_back(correction_text(article, seed, "مهرجان-2"))
    assert isinstance(correction, Correction)
    assert (correction.problems, correction.seed, correction.body) == ((), seed, None)
    assert overlay(article, correction) == replace(article, corrected_by="articles/c.md", slug="مهرجان-2")


@given(st.text())
@example(HOSTILE)
@example("\udcff \ud83d")
def test_a_new_articles_file_is_a_draft_with_its_title_whatever_that_is(title: str) -> None:
    result = read_back(new_article_text(title, "2023-12-08"))
    assert isinstance(result, HandWritten)
    assert (result.article.title or "", result.article.published) == (one_line(title), "2023-12-08")
    assert result.draft
    assert {problem.code for problem in result.problems} <= {"title-missing", "body-missing"}


def test_a_correction_survives_json_and_pickling() -> None:
    correction = Correction(
        path="articles/c.md",
        seed="a\u200f.txt",
        stated={
            "title": None,
            "published": "2023-12-08",
            "tags": ("أ", "ب"),
            "categories": (),
            "related": (RelatedItem("خبر", url="https://example.org"), RelatedItem("آخر")),
        },
        body=(Block("list", items=("أ",), html="<ul>"), Block("paragraph", "نص")),
        slug="a",
        draft=True,
        problems=(Problem("articles/c.md", 3, "front-matter-key", "أ", "ب"),),
    )
    for one in (correction, CORRECTION):
        assert correction_from_json(correction_to_json(one)) == one
        assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own bytes
    assert "\n" not in correction_to_json(correction)
