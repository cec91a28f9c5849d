from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.loader.correction import Correction
from newsgen.loader.handwritten import HandWritten, Unusable, read_markdown
from newsgen.model.article import Article, Block, RelatedItem
from newsgen.text.slugs import short_digest

PATH = "articles/a.md"


def read(text: str) -> HandWritten | Correction | Unusable:
    return read_markdown(PATH, text, encoding="utf-8", sha256="f" * 64)


def read_article(header: str, body: str = "نص المقال.") -> HandWritten:
    result = read(f"---\n{header}\n---\n{body}")
    assert isinstance(result, HandWritten)
    return result


def read_correction(header: str, body: str = "") -> Correction:
    result = read(f"---\nseed: a.txt\n{header}\n---\n{body}")
    assert isinstance(result, Correction)
    return result


def found(result: HandWritten | Correction | Unusable) -> list[tuple[str, int | None]]:
    return [(problem.code, problem.line) for problem in result.problems]


def test_a_file_with_all_keys_is_an_article() -> None:
    result = read(
        """
---
title: "مهرجان: الدورة الثالثة"
date: 2023-12-08 14:30:00 +02:00
source: صحيفة الوادي
author: ليلى حداد
tags: ثقافة، مهرجانات , ثقافه
categories: [محليات, ثقافة]
related:
  - افتتاح المعرض
  - title: ختام المعرض
    source: صحيفة المرفأ
    text: |
      سطر أول
      سطر ثان
    url: https://example.org/a
slug: third-festival
draft: false
...

نص المقال.
"""
    )
    assert result == HandWritten(
        Article(
            path=PATH,
            ident=short_digest(PATH, 12),
            title="مهرجان: الدورة الثالثة",
            published="2023-12-08T14:30:00+02:00",
            source="صحيفة الوادي",
            author="ليلى حداد",
            categories=("محليات", "ثقافة"),
            tags=("ثقافة", "مهرجانات"),
            summary="نص المقال.",
            body=(Block("paragraph", "نص المقال."),),
            related=(
                RelatedItem("افتتاح المعرض"),
                RelatedItem("ختام المعرض", "صحيفة المرفأ", "سطر أول\nسطر ثان", "https://example.org/a"),
            ),
            sha256="f" * 64,
            encoding="utf-8",
            slug="third-festival",
        ),
        draft=False,
        problems=(),
    )


def test_a_file_without_front_matter_takes_its_title_from_the_first_heading() -> None:
    result = read("# عنوان *مهم*\n\nنص.")
    assert isinstance(result, HandWritten)
    assert result.article.title == "عنوان مهم"
    assert result.article.body == (Block("paragraph", "نص."),)
    assert result.problems == ()


def test_a_first_heading_that_repeats_the_title_is_left_out_and_another_is_kept() -> None:
    assert len(read_article("title: إيران", "# ايران\n\nنص").article.body) == 1
    assert len(read_article("title: إيران", "# العراق\n\nنص").article.body) == 2


def test_an_article_without_title_or_text_is_built_and_a_problem() -> None:
    assert [code for code, _ in found(read("نص"))] == ["title-missing"]
    assert [code for code, _ in found(read_article("title: أ", ""))] == ["body-missing"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2023-12-08", "2023-12-08"),
        ("'2023-12-08'", "2023-12-08"),
        ("2023-2-8", "2023-02-08"),
        ("2023-12-08T14:30", "2023-12-08T14:30"),
        ("2023-12-08 9:05", "2023-12-08T09:05"),
        ("2023-12-08T14:30:15.5Z", "2023-12-08T14:30:15+00:00"),
        ("2023-12-08 14:30 +3", "2023-12-08T14:30+03:00"),
        ("2023-12-08T14:30-0530", "2023-12-08T14:30-05:30"),
        ("٢٠٢٣-١٢-٠٨", "2023-12-08"),
        ("", None),
        ("~", None),
    ],
)
def test_dates_are_iso_as_stated(value: str, expected: str | None) -> None:
    result = read_article(f"title: أ\ndate: {value}")
    assert (result.article.published, result.problems) == (expected, ())


@pytest.mark.parametrize(
    "value", ["2023-02-31", "2023-13-01", "2023-12-08T25:00", "2023-12-08T10:00+99:00", "0000-01-01"]
)
def test_a_date_that_no_calendar_has_is_a_problem(value: str) -> None:
    result = read_article(f"title: أ\ndate: {value}")
    assert (result.article.published, found(result)) == (None, [("date-impossible", 3)])


def test_texts_are_taken_as_written_even_where_yaml_sees_numbers() -> None:
    article = read_article("title: 007\nsource: 1_000\nauthor: 2023-12-08\ntags: [1.50, 0x1F, no]").article
    assert (article.title, article.source, article.author) == ("007", "1_000", "2023-12-08")
    assert article.tags == ("1.50", "0x1F", "no")


@pytest.mark.parametrize(
    "line",
    [
        "title: [a]",
        "date: next week",
        "tags: {a: b}",
        "tags: [[a]]",
        "categories: [{a: b}]",
        "related: نص",
        "related: [[a]]",
        "related: [{source: a}]",
        "related: [{title: a, url: 'javascript:alert(1)'}]",
        "slug: {a: b}",
        "author: !!binary aGk=",
        "author: !!python/object/apply:os.system ['true']",
    ],
)
def test_a_value_of_the_wrong_type_is_ignored_and_named(line: str) -> None:
    result = read_article(f"source: صحيفة\n\n{line}", "# عنوان\n\nنص")
    assert found(result) == [("front-matter-type", 4)]
    assert result.article.source == "صحيفة"


def test_an_unknown_key_is_a_problem_that_names_the_nearest_one() -> None:
    result = read_article("title: أ\nTilte: ب\nمصدر: ج")
    assert found(result) == [("front-matter-key", 3), ("front-matter-key", 4)]
    assert result.problems[0].hint == "write title"
    assert "the keys are title, date" in result.problems[1].hint


def test_a_problem_quotes_no_character_that_could_disturb_a_terminal() -> None:
    (problem,) = read_article('title: أ\n"a\\u202e\\e[31m\\nb\\ud800": c').problems
    assert problem.message == 'there is no key "a[31m b\ufffd"'


def test_a_key_stated_twice_is_a_problem_and_the_last_counts() -> None:
    result = read_article("title: أ\ntitle: ب")
    assert (result.article.title, found(result)) == ("ب", [("front-matter-key", 3)])


@pytest.mark.parametrize("line", ["draft: maybe", "draft:", "drafts: true", "Draft: true", "seeds: a.txt"])
def test_nothing_is_published_by_a_slip_of_the_pen(line: str) -> None:
    result = read_article(f"title: أ\n{line}")
    assert result.draft
    assert len(result.problems) == 1


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ("title: أ: ب", 2),
        ("title: أ\ntags: [a", 3),
        ("title: 'أ", 2),
        ("title: أ\n\tb: c", 3),
        ("- a\n- b", 2),
        ("نص", 2),
        ("a: " + "[" * 5000, 2),
        ("a: " + "{b: " * 5000, 2),
        ('a: "\\UFFFFFFFF"', 2),
        ("a: *b", 2),
        ("a: b" + "ا" * 300_000, 2),
    ],
)
def test_front_matter_that_cannot_be_read_makes_nothing(header: str, line: int) -> None:
    result = read(f"---\n{header}\n---\nنص")
    assert isinstance(result, Unusable)
    assert found(result) == [("front-matter", line)]
    assert "\n" not in result.problems[0].message


def test_front_matter_that_is_not_closed_makes_nothing() -> None:
    result = read("\n---\ntitle: أ\ndraft: true\n\nنص")
    assert isinstance(result, Unusable)
    assert found(result) == [("front-matter", 2)]


@pytest.mark.parametrize("seed", ["", "~", "[a.txt]", "''"])
def test_a_correction_that_names_no_seed_does_not_become_an_article(seed: str) -> None:
    result = read(f"---\ntitle: أ\nseed: {seed}\n---\nنص")
    assert isinstance(result, Unusable)
    assert found(result) == [("front-matter-type", 3)]


def test_aliases_are_not_multiplied_out() -> None:
    bomb = "a: &a [x, x]\n" + "\n".join(
        f"b{n}: &b{n} [{', '.join(['*' + ('a' if n == 0 else f'b{n - 1}')] * 9)}]" for n in range(50)
    )
    result = read_article(f"title: أ\n{bomb}\ntags: *b49")
    assert result.article.tags == ()


def test_a_correction_holds_only_what_is_stated() -> None:
    result = read_correction("source: صحيفة\nauthor: null\ntags:\nslug: old-address\ndraft: yes")
    assert result == Correction(
        path=PATH,
        seed="a.txt",
        stated={"source": "صحيفة", "author": None, "tags": ()},
        body=None,
        slug="old-address",
        draft=True,
    )


def test_a_corrections_first_heading_states_the_title_unless_it_is_stated_as_missing() -> None:
    assert read_correction("author: أ", "# عنوان").stated == {"author": "أ", "title": "عنوان"}
    assert read_correction("author: أ", "# عنوان").body is None
    untitled = read_correction("title: ~", "# عنوان")
    assert untitled.stated == {"title": None}
    assert untitled.body == (Block("heading", "عنوان"),)


def test_a_seeds_name_is_kept_exactly() -> None:
    result = read('---\nseed: "a  \\u200fb.txt"\n---\n')
    assert isinstance(result, Correction)
    assert result.seed == "a  \u200fb.txt"


def test_characters_that_escapes_bring_in_are_cleaned() -> None:
    article = read_article('title: "أ\\u202eب\\nج \\ud83d\\ude00 \\udc00"').article
    assert article.title == "أب ج 😀 \ufffd"


@pytest.mark.parametrize(
    ("written", "slug", "problem"),
    [
        ("مهرجان-الربيع", "مهرجان-الربيع", None),
        ("My_Page", "My_Page", None),
        ("مهرجان الربيع/2", "مهرجان-الربيع-2", None),
        ("../../etc", "etc", None),
        ("'...'", None, "slug-empty"),
        ("ا" * 128, None, "slug-long"),
    ],
)
def test_a_slug_is_one_part_of_an_address(written: str, slug: str | None, problem: str | None) -> None:
    result = read_article(f"title: أ\nslug: {written}")
    assert result.article.slug == slug
    assert [code for code, _ in found(result)] == ([problem] if problem else [])


YAML = st.text(st.sampled_from("ab \n:-[]{}&*!|>'\"%@`#,?~0\\xuUت\t"), max_size=60)
LINES = st.lists(
    st.sampled_from(["title: ", "date: ", "seed: ", "related:\n", "- ", "tags: ", "slug: ", "draft: ", "  "])
    | YAML
).map("".join)


@given(LINES.map(lambda header: f"---\n{header}\n---\n# أ") | st.text())
def test_no_text_makes_it_raise(text: str) -> None:
    for problem in read(text).problems:
        assert problem.path == PATH
        assert problem.line is None or 1 <= problem.line <= text.count("\n") + 1
        assert "\n" not in problem.message + problem.hint
