"""Citations of articles that are meant to break them, read by the libraries that others read them with."""

from __future__ import annotations

import json
import random
import warnings

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON

from newsgen.metadata import cite, cite_in_arabic, cite_in_english
from newsgen.metadata.citations import plain
from newsgen.model.article import Article
from newsgen.model.site import Site

SITE = Site("أرشيف {السهل} 100%", "", "https://example.org/a_b/", "EG", "latin", 50)
HOSTILE = (
    *("{", "}", "{{}", '"', "'", "“", "%", "\\", "\\end", "$x$", "#", "&", "_", "~", "^", "@article{x,"),
    *(
        "\n",
        "\r\n",
        "\t",
        "\u2028",
        "\u202e",
        "\u200f",
        "\u2066",
        "ER  - ",
        "TY  - ",
        "</script>",
        "<!--",
        "،",
        "؛",
    ),
)
WORDS = ("مكتبة", "السهل", "تفتح", "أبوابها", "Valley", "2.4", "في", "الليل")


def article(number: int, title: str, **facts: object) -> Article:
    stated = {"published": f"20{number % 20:02}-0{1 + number % 9}-11", "source": "جريدة", "author": "هدى"}
    return Article(
        path=f"seeds/{number}.txt",
        ident=f"a{number}",
        title=title,
        categories=(),
        tags=("وسم_أول", "50%"),
        summary="",
        body=(),
        related=(),
        sha256="",
        encoding="utf-8",
        **{**stated, **facts},  # type: ignore[arg-type]
    )


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    """200 articles, hostile in every place and in many combinations."""
    chance = random.Random(7)  # noqa: S311 - the same articles each time
    made = []
    for number in range(200):
        pieces = chance.choices(WORDS, k=4) + chance.choices(HOSTILE, k=1 + number % 5)
        chance.shuffle(pieces)
        title = chance.choice(("", " ")).join(pieces)
        source = chance.choice(("جريدة الضفة", f"{chance.choice(HOSTILE)} نشرة", None))
        author = chance.choice(("هدى الصفصافي", f"سامر {chance.choice(HOSTILE)}", None))
        made.append(article(number, title, source=source, author=author))
    return made


def untex(text: str) -> str:
    """What TeX prints for a value that newsgen wrote."""
    for name, sign in (
        *(("textbraceleft", "{"), ("textbraceright", "}"), ("textasciitilde", "~")),
        *(("textasciicircum", "^"), ("textbackslash", "\x00")),
    ):
        text = text.replace(f"\\{name}{{}}", sign)
    for sign in "%&$#_":
        text = text.replace(f"\\{sign}", sign)
    return text.replace("\x00", "\\")


def test_bibtex_reads_back_as_the_articles(articles: list[Article]) -> None:
    whole = "\n".join(cite(a, f"2023/12/08/{a.ident}/", SITE).bibtex for a in articles)
    read = parse_string(whole).entries_dict
    assert len(read) == 200
    for each in articles:
        fields = {name: field.value for name, field in read[each.ident].fields_dict.items()}
        assert untex(fields["title"].removeprefix("{").removesuffix("}")) == plain(each.heading)
        assert untex(fields.get("author", "").removeprefix("{").removesuffix("}")) == plain(each.author or "")
        assert untex(fields.get("journal", "")) == plain(each.source or "")
        assert fields["url"] == f"https://example.org/a_b/2023/12/08/{each.ident}/"
        assert read[each.ident].entry_type == ("article" if each.source else "misc")


def test_braces_are_balanced_in_every_bibtex_entry(articles: list[Article]) -> None:
    for each in articles:
        text = cite(each, "x/", SITE).bibtex
        depths = [text[:end].count("{") - text[:end].count("}") for end in range(len(text) + 1)]
        assert min(depths) == 0
        assert depths[-1] == 0


def test_ris_reads_back_as_the_articles(articles: list[Article]) -> None:
    read = rispy.loads("".join(cite(a, "x/", SITE).ris for a in articles))
    assert [entry["id"] for entry in read] == [each.ident for each in articles]
    for entry, each in zip(read, articles, strict=True):
        assert entry["type_of_reference"] == "NEWS"
        assert entry["title"] == plain(each.heading).strip()
        assert entry.get("authors", []) == ([plain(each.author).strip()] if each.author else [])


def test_csl_json_is_set_by_a_citation_processor(articles: list[Article]) -> None:
    items = [json.loads(cite(each, "x/", SITE).csl) for each in articles]
    assert [item["title"] for item in items] == [plain(each.heading) for each in articles]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library's own
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        for each in articles:
            bibliography.register(Citation([CitationItem(each.ident)]))
        entries = [str(entry) for entry in bibliography.bibliography()]
    assert len(entries) == 200
    assert any("جريدة الضفة" in entry for entry in entries)


def test_nothing_that_turns_or_breaks_lines_is_left_in_a_citation(articles: list[Article]) -> None:
    for each in articles:
        citation = cite(each, "x/", SITE)
        for text in (citation.csl, cite_in_arabic(each, SITE, ""), cite_in_english(each, SITE)):
            assert text.isprintable()
        assert len(citation.ris.splitlines()) == citation.ris.count("\n")


def test_prose_names_what_the_document_states() -> None:
    stated = article(3, "مكتبة السهل", published="2023-12-08T14:30")
    title = "أرشيف {السهل} 100%"
    assert cite_in_arabic(stated, SITE, "8 ديسمبر 2023") == (
        f"هدى، «مكتبة السهل»، جريدة، 8 ديسمبر 2023، {title}."
    )
    assert cite_in_english(stated, SITE) == f"هدى. “مكتبة السهل.” جريدة, 8 December 2023. {title}."
    bare = article(3, "مكتبة السهل", published=None, source=None, author=None)
    assert cite_in_arabic(bare, SITE, "") == f"«مكتبة السهل»، {title}."
    assert cite_in_english(bare, SITE) == f"“مكتبة السهل.” {title}."


def test_without_a_sites_address_a_citation_has_none() -> None:
    site = Site("أرشيف", "", "", "EG", "latin", 50)
    citation = cite(article(3, "مكتبة"), "x/", site)
    assert "url" not in citation.bibtex
    assert "UR  -" not in citation.ris
    assert "URL" not in json.loads(citation.csl)
