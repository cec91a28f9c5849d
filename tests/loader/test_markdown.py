from __future__ import annotations

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.loader.markdown import read_body
from newsgen.loader.summary import summarize
from newsgen.model.article import Block

SAFE_ELEMENTS = {
    "a",
    "blockquote",
    "br",
    "code",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "p",
    "pre",
    "s",
} | {"strong", "ol", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}
SAFE_ATTRIBUTES = frozenset({"alt", "href", "src", "start", "style", "title"})


def blocks(text: str) -> tuple[Block, ...]:
    return read_body(text).blocks


def test_plain_pieces_have_no_html() -> None:
    text = "## الحصاد\n\nفقرة أولى\nفي سطرين.\n\n> قال الوزير\n\n- قمح\n- شعير\n\n* * *\n\nفقرة & ثانية <ب>"
    assert blocks(text) == (
        Block("heading", "الحصاد"),
        Block("paragraph", "فقرة أولى في سطرين."),
        Block("quote", "قال الوزير"),
        Block("list", items=("قمح", "شعير")),
        Block("paragraph", "فقرة & ثانية <ب>"),
    )


def test_a_paragraph_with_markup_has_its_inner_html() -> None:
    (block,) = blocks('فقرة **مهمة** [رابط](https://x.example "عنوان")  \nو~~سطر~~')
    assert block.text == "فقرة مهمة رابط وسطر"
    assert block.html == (
        'فقرة <strong>مهمة</strong> <a href="https://x.example" title="عنوان">رابط</a><br>\nو<s>سطر</s>'
    )


def test_a_heading_with_markup_has_its_inner_html() -> None:
    assert blocks("# *نص*") == (Block("heading", "نص", html="<em>نص</em>"),)


def test_a_quote_of_several_paragraphs_has_them_as_html() -> None:
    assert blocks("> أ\n>\n> ب") == (Block("quote", "أ\nب", html="<p>أ</p>\n<p>ب</p>"),)


@pytest.mark.parametrize(
    ("text", "items", "beginning"),
    [
        ("1. أ\n2. ب", ("أ", "ب"), "<ol>"),
        ("3. أ", ("أ",), '<ol start="3">'),
        ("- أ\n  - ب\n- ج", ("أ ب", "ج"), "<ul>"),
        ("- *أ*", ("أ",), "<ul>"),
        ("- أ\n\n  ب", ("أ ب",), "<ul>"),
        ("- `أ`\n- ![صورة](a.png)", ("أ", "صورة"), "<ul>"),
    ],
)
def test_a_list_that_items_cannot_tell_has_html(text: str, items: tuple[str, ...], beginning: str) -> None:
    (block,) = blocks(text)
    assert (block.kind, block.items) == ("list", items)
    assert block.html is not None
    assert block.html.startswith(beginning)


def test_a_loose_list_of_single_plain_paragraphs_is_plain() -> None:
    assert blocks("- أ\n\n- ب") == (Block("list", items=("أ", "ب")),)


def test_tables_and_code_are_paragraphs_with_a_whole_element() -> None:
    table, code = blocks("|سنة|عدد|\n|-|-|\n|2020|7|\n\n```py\nx < 1\n```")
    assert (table.kind, table.text) == ("paragraph", "سنة | عدد\n2020 | 7")
    assert (code.kind, code.text) == ("paragraph", "x < 1")
    assert table.html is not None
    assert table.html.startswith("<table>")
    assert code.html == "<pre><code>x &lt; 1\n</code></pre>"


def test_an_image_alone_keeps_its_place() -> None:
    assert blocks("![منظر *عام*](a.png)") == (
        Block("paragraph", "منظر عام", html='<img src="a.png" alt="منظر عام">'),
    )


def test_raw_html_is_shown_as_text() -> None:
    text = "<script>alert(1)</script>\n\nقبل <b onclick='x'>نص</b>\n\n<div>\n\n<!-- سر -->"
    assert all(block.html is None for block in blocks(text))
    assert blocks(text)[0].text == "<script>alert(1)</script>"
    (block,) = blocks("*أ* <b>ب</b>")
    assert block.html == "<em>أ</em> &lt;b&gt;ب&lt;/b&gt;"


@pytest.mark.parametrize(
    "link",
    ["[x](javascript:alert(1))", "<javascript:alert(1)>", "[x](JaVaScRiPt&#58;a)", "![x](data:text/html,a)"],
)
def test_a_link_that_could_run_a_script_is_text(link: str) -> None:
    assert blocks(link)[0].html is None


def test_characters_written_as_entities_are_cleaned_too() -> None:
    (block,) = blocks('نص&#x202e;مقلوب [أ](x "&#x202e;ب")')
    assert block.text == "نصمقلوب أ"
    assert block.html == 'نصمقلوب <a href="x" title="ب">أ</a>'


@pytest.mark.parametrize("text", [">" * 200 + " نص عميق", "- " * 200 + "نص عميق"])
def test_nesting_without_end_loses_no_text(text: str) -> None:
    body = read_body(text)
    assert [flaw.code for flaw in body.flaws] == ["markdown-nesting"]
    assert "نص عميق" in body.blocks[0].text


def test_only_a_first_heading_of_the_first_level_opens_as_a_title() -> None:
    assert read_body("\n# أ\n\nب").opens_with_title
    assert not read_body("## أ").opens_with_title
    assert not read_body("ب\n\n# أ").opens_with_title
    assert not read_body("# \n\n## أ").opens_with_title
    assert not read_body("").opens_with_title


def elements(html: str) -> list[tuple[str, set[str]]]:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parseFragment(html)
    return [(element.tag, set(element.attrib)) for element in tree.iter()][1:]


MARKDOWN = st.text(st.sampled_from("اب <>[]()!*_~`#-+|\\\n\t:.1\"'&;=x/"), max_size=80) | st.lists(
    st.sampled_from(
        [
            "<script>",
            "](javascript:",
            "[",
            "]",
            "(",
            "> ",
            "- ",
            "1. ",
            "\n\n",
            "```",
            "|a|\n|-|",
            "&#x202e;",
            "![",
            "نص",
        ]
    )
).map("".join)


@given(MARKDOWN | st.text())
def test_no_text_makes_it_raise_and_its_html_is_safe(text: str) -> None:
    for block in read_body(text).blocks:
        for tag, attributes in elements(block.html or ""):
            assert tag in SAFE_ELEMENTS
            assert attributes <= SAFE_ATTRIBUTES


def test_a_summary_is_the_first_paragraph_cut_between_words() -> None:
    words = " ".join(["كلمة"] * 100)
    summary = summarize((Block("heading", "عنوان"), Block("paragraph", words), Block("paragraph", "ب")))
    assert len(summary) <= 241
    assert summary.endswith("كلمة…")
    assert summarize((Block("paragraph", "سطر\nثان"),)) == "سطر ثان"
    assert summarize((Block("caption", "صورة"), Block("list", items=("أ", "ب")))) == "أ ب"
    assert summarize((Block("heading", "عنوان"),)) == ""
    assert summarize((Block("paragraph", "ا" * 500),)) == "ا" * 240 + "…"
