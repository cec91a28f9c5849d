from __future__ import annotations

import re
from dataclasses import replace

import pytest
from render_samples import ARTICLE, STORY, having, links, one, only, shown, story, words

from newsgen.model.article import Block, BlockKind
from newsgen.model.pages import Headline, Link, RelatedLink

HOSTILE = "\"><script>alert(1)</script><img src=x onerror='alert(1)'> {{ site }} & \u202eخبر"


def test_an_article_shows_its_facts_at_their_hooks() -> None:
    html = only(shown(STORY), "story")
    assert html.tag == "article"
    assert (only(html, "story-title").tag, words(only(html, "story-title"))) == ("h1", "مكتبة جوالة في السهل")
    assert words(only(html, "story-source")) == "وكالة الواحة"
    assert words(only(html, "story-author")) == "هيثم الورد"
    assert only(html, "story-date").get("datetime") == "2023-12-08"
    assert words(only(html, "story-date")) == "الجمعة، 8 ديسمبر 2023"
    assert [words(item) for item in only(html, "story-categories").iter("li")] == ["ثقافة", "محليات"]
    assert links(only(html, "story-tags")) == {"الكتب": "../../../../tags/الكتب/"}


def test_a_body_is_made_of_paragraphs_captions_headings_quotes_and_lists() -> None:
    body = only(shown(STORY), "story-body")
    assert [element.tag for element in body] == ["p", "p", "h2", "blockquote", "ul"]
    assert words(only(body, "caption")) == "الحافلة أمام المدرسة"
    assert words(one(body, "blockquote/p")) == "من يقرأ في الطريق لا يضيع"
    assert [words(item) for item in body.iter("li")] == ["ألف رواية", "ألفا كتاب للأطفال"]


def test_headings_have_anchors_of_their_own_even_where_their_words_repeat() -> None:
    blocks = tuple(Block("heading", text) for text in ("الخاتمة", "الخاتمة", "main", "!!", "!!"))
    headings = shown(story(body=blocks)).findall(".//h2[@id]/..")[0].findall("h2")
    ids = [heading.get("id") for heading in headings]
    assert ids == ["الخاتمه", "الخاتمه-2", "main-2", "section", "section-2"]
    assert [one(heading, "a").get("href") for heading in headings] == [f"#{anchor}" for anchor in ids]
    assert words(headings[0]) == "الخاتمة"


def test_an_article_without_facts_says_undated_and_nothing_else() -> None:
    bare = replace(
        story(published=None, source=None, author=None, categories=(), tags=()), tags=(), related=()
    )
    html = shown(replace(bare, day=None, source=None, author=None, previous=None, next=None))
    assert words(only(html, "story-undated")) == "بلا تاريخ"
    for hook in ("date", "source", "author", "categories", "tags", "related", "neighbours"):
        assert having(html, f"story-{hook}") == []


def test_a_source_without_a_page_is_named_without_a_link() -> None:
    html = shown(replace(STORY, source=None, author=None))
    assert (only(html, "story-source").tag, words(only(html, "story-source"))) == ("span", "وكالة الواحة")
    assert (only(html, "story-author").tag, words(only(html, "story-author"))) == ("span", "هيثم الورد")


def test_a_heading_taken_from_the_text_is_marked_as_inferred() -> None:
    html = shown(story(title=None))
    title = only(html, "story-title")
    assert title in having(html, "inferred")
    assert words(title) == "انطلقت المكتبة الجوالة من ساحة البلدة نحو قرى…"
    assert words(only(html, "note")) == "العنوان من أول النص"
    assert having(shown(STORY), "inferred") == having(shown(STORY), "note") == []


def test_hostile_text_stays_text() -> None:
    kinds: tuple[BlockKind, ...] = ("paragraph", "heading", "quote", "caption")
    blocks = (*(Block(kind, HOSTILE) for kind in kinds), Block("list", items=(HOSTILE,)))
    folded = RelatedLink(HOSTILE, HOSTILE, HOSTILE, None, HOSTILE)
    term = Link(HOSTILE, "tags/x/")
    page = replace(
        story(title=HOSTILE, summary=HOSTILE, body=blocks, path=HOSTILE, encoding=HOSTILE),
        related=(folded, RelatedLink(HOSTILE, None, None, "x/", None)),
        source=term,
        author=term,
        tags=(term,),
        previous=term,
        next=term,
    )
    html = shown(page, title=HOSTILE, description=HOSTILE)
    sources = [script.get("src") or script.get("type") for script in html.iter("script")]
    assert [re.sub(r"\?v=\w+", "", source or "") for source in sources] == [
        *(f"../../../../assets/{name}.js" for name in ("look", "site")),
        "application/ld+json",
    ]
    assert list(html.iter("img")) == []
    expected = " ".join(HOSTILE.split())
    assert words(only(html, "story-title")) == expected
    assert words(one(html, "head/title")) == f"{expected} — {expected}"
    assert [words(block) for block in only(html, "story-body")] == [expected] * 5


def test_latin_words_are_isolated_in_titles_and_text() -> None:
    html = shown(story(title="فريق Valley Robotics يفوز", body=(Block("paragraph", "نظام OpenShelf 2.4."),)))
    assert words(one(only(html, "story-title"), "bdi")) == "Valley Robotics"
    assert words(one(only(html, "story-body"), "p/bdi")) == "OpenShelf 2.4"
    assert words(one(html, "head/title")).startswith("فريق Valley Robotics يفوز")


def test_the_articles_own_digits_stay_as_printed() -> None:
    html = shown(story(body=(Block("paragraph", "في عام 1999 و٢٠٠٠"),)), digits="arabic")
    assert words(only(html, "story-body")) == "في عام 1999 و٢٠٠٠"
    assert words(only(html, "story-date")) == "الجمعة، ٨ ديسمبر ٢٠٢٣"
    assert words(only(html, "sha256")) == ARTICLE.sha256


def test_markup_of_the_documents_own_goes_in_as_it_is() -> None:
    blocks = (
        Block("paragraph", "أ", html='أ <a href="https://example.com/">ب</a>'),
        Block("heading", "أ", html="<em>أ</em>"),
        Block("quote", "أ", html="<p>أ</p>\n<p>ب</p>\n"),
        Block("list", items=("أ",), html="<ol><li>أ</li></ol>"),
        Block("paragraph", "أ", html="<table><tbody><tr><td>أ</td></tr></tbody></table>"),
        Block("paragraph", "أ", html="<pre><code>أ</code></pre>"),
        Block("paragraph", "<table"),
    )
    body = only(shown(story(body=blocks)), "story-body")
    assert [element.tag for element in body] == ["p", "h2", "blockquote", "ol", "table", "pre", "p"]
    assert one(body, "p/a").get("href") == "https://example.com/"
    assert len(body.findall("blockquote/p")) == 2
    assert one(body, "h2/em").text == "أ"


def test_a_related_article_of_the_archive_is_linked_and_another_folded_with_its_text() -> None:
    related = (
        RelatedLink("في الأرشيف", "جريدة السهل", "نص", "2020/01/01/خبر/", None),
        RelatedLink("نصه هنا", "جريدة السهل", "سطر أول\n\nسطر ثان", None, "https://example.com/a"),
        RelatedLink("عنوانه فقط", None, None, None, "javascript:alert(1)"),
        RelatedLink("في موقعه", None, None, None, "http://example.com/b"),
    )
    archived, folded, bare, outside = only(shown(replace(STORY, related=related)), "story-related").iter("li")
    assert links(archived) == {"في الأرشيف": "../../../../2020/01/01/خبر/"}
    assert archived.findall("details") == []
    assert words(one(folded, "details/summary")) == "نصه هنا جريدة السهل"
    assert [words(p) for p in folded.findall("details/p")] == ["سطر أول", "سطر ثان", "الخبر في موقعه"]
    assert list(links(folded).values()) == ["https://example.com/a"]
    assert (words(bare), links(bare)) == ("عنوانه فقط", {})
    assert links(outside) == {"في موقعه": "http://example.com/b"}


@pytest.mark.parametrize(("rel", "href"), [("prev", "2023/12/07/سد/"), ("next", "2023/12/09/شراع/")])
def test_the_neighbours_in_time_are_linked(rel: str, href: str) -> None:
    assert (
        one(only(shown(STORY), "story-neighbours"), f"a[@rel='{rel}']").get("href") == "../../../../" + href
    )


def test_provenance_tells_file_digest_encoding_and_correction() -> None:
    html = only(shown(story(corrected_by="articles/library.md")), "story-provenance")
    assert html.tag == "details"
    facts = [words(fact) for fact in html.iter("dd")]
    assert facts == ["seeds/wire/library.txt", "9f86d081", "windows-1256", "articles/library.md"]
    assert having(shown(STORY), "corrected-by") == []


def test_the_way_up_leads_through_the_calendar() -> None:
    up = {
        "الرئيسية": "",
        "التواريخ": "dates/",
        "2023": "2023/",
        "ديسمبر": "2023/12/",
        "8 ديسمبر": "2023/12/08/",
    }
    assert links(only(shown(STORY), "crumbs")) == {name: "../../../../" + url for name, url in up.items()}


def test_the_way_up_of_an_undated_article_leads_through_the_undated_ones() -> None:
    page = replace(story(published=None), url="undated/خبر/", day=None)
    assert list(links(only(shown(page), "crumbs"))) == ["الرئيسية", "بلا تاريخ"]


def test_kindred_articles_and_those_of_the_source_are_linked() -> None:
    kindred = (Headline("2023/12/01/معرض/", "معرض Delta", True, "جريدة السهل", "2023-12-01"),)
    page = replace(
        STORY,
        kindred=kindred,
        source_previous=Link("خبر قبله", "2023/12/02/قبله/"),
        source_next=Link("خبر بعده", "2024/01/02/بعده/"),
    )
    html = shown(page)
    (item,) = only(html, "kindred").iter("li")
    assert words(item) == "معرض Delta جريدة السهل 1 ديسمبر 2023"
    assert links(item) == {"معرض Delta": "../../../../2023/12/01/معرض/"}
    assert links(only(html, "source-neighbours")) == {
        "السابق من هذا المصدر خبر قبله": "../../../../2023/12/02/قبله/",
        "التالي من هذا المصدر خبر بعده": "../../../../2024/01/02/بعده/",
    }
    assert having(shown(STORY), "kindred") == having(shown(STORY), "source-neighbours") == []


def test_a_neighbour_of_the_same_day_is_told_from_one_of_another() -> None:
    page = replace(STORY, next=Link("بطولة الشراع", "2023/12/08/شراع/"))
    directions = [words(direction) for direction in having(shown(page), "direction")]
    assert directions == ["أقدم", "بعده في اليوم نفسه"]


def test_the_time_to_read_counts_the_words_of_the_body() -> None:
    words_of_five_minutes = Block("paragraph", "كلمة " * 690)
    assert words(only(shown(story(body=(words_of_five_minutes,))), "reading-time")) == "مدة القراءة: 5 دقائق"
    assert words(only(shown(STORY), "reading-time")) == "مدة القراءة: دقيقة واحدة"


def test_a_hijri_date_stands_beside_the_gregorian_one_where_the_site_wants_it() -> None:
    assert words(only(shown(STORY, hijri=True), "story-hijri")) == "24 جمادى الأولى 1445 هـ"
    assert having(shown(STORY), "story-hijri") == []


def test_a_site_in_french_runs_from_left_to_right_with_its_arabic_set_apart() -> None:
    html = shown(STORY, language="fr", country="FR")
    assert (html.get("lang"), html.get("dir")) == ("fr", "ltr")
    assert words(only(html, "story-date")) == "vendredi 8 décembre 2023"
    assert words(one(only(html, "story-title"), "bdi")) == "مكتبة جوالة في السهل"
    assert {block.get("dir") for block in only(html, "story-body")} == {"auto"}
    assert list(links(only(html, "crumbs"))) == ["Accueil", "Dates", "2023", "décembre", "8 décembre"]
