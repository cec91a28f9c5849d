"""Web pages: where the article is, what its lines are, what the page states, and pages that mean harm."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from seed_files import MORE, PROSE, TITLE, articles, load_all, problems

from newsgen.model.article import Article, Block

MENU = "<nav><ul><li>الرئيسية</li><li>رياضة</li></ul></nav><aside><p>" + "خبر آخر لا يخص هذه الصفحة. " * 9
PARTS = [*"<>/=\"' x", "<p>", "</p>", "<article", "<h1>", "<li>", "&lt;", TITLE, PROSE]
AROUND = f"{MENU}</p></aside><form><p>اترك تعليقا على هذا الخبر الطويل من فضلك الآن</p></form>"


def read(folder: Path, html: str | bytes) -> Article:
    file = folder / "page.html"
    file.write_bytes(html if isinstance(html, bytes) else html.encode())
    (article,) = articles(file)
    return article


@pytest.mark.parametrize(
    "story",
    [
        "<article><h1>{0}</h1><p>{1}</p><p>{2}</p></article>",
        "<main><h1>{0}</h1><div><p>{1}</p><p>{2}</p></div></main>",
        "<h1>{0}</h1><div itemprop='articleBody'>{1}<br><br>{2}</div>",
        "<div><h1>{0}</h1><div class=x><div>{1}</div><div>{2}</div></div></div>",
        "<table><tr><td><h1>{0}</h1><p>{1}<p>{2}</table>",
    ],
)
def test_the_article_is_found_among_menus_and_forms(story: str, tmp_path: Path) -> None:
    article = read(tmp_path, f"<body>{AROUND}{story.format(TITLE, PROSE, MORE)}{AROUND}<footer>حقوق</footer>")
    assert article.title == TITLE
    assert article.body == (Block("paragraph", PROSE), Block("paragraph", MORE))


def test_lines_keep_what_the_page_says_that_they_are(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        f"<article><h1>{TITLE}</h1><figure><figcaption>شجرة توت</figcaption></figure><p>{PROSE}</p>"
        f"<h2>في الحديقة</h2><p>{MORE}</p><blockquote>هذا توت الحديقة.</blockquote>"
        "<ul><li>توت أبيض</li><li>توت أسود</li></ul></article>",
    )
    assert article.body == (
        Block("caption", "شجرة توت"),
        Block("paragraph", PROSE),
        Block("heading", "في الحديقة"),
        Block("paragraph", MORE),
        Block("quote", "هذا توت الحديقة."),
        Block("list", items=("توت أبيض", "توت أسود")),
    )


def test_what_meta_elements_state_is_taken(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        f"""<head><title>شيء آخر</title><meta property="og:title" content="{TITLE} | نشرة الجسر">
        <meta property="og:site_name" content="نشرة الجسر"><meta name="author" content="هدى الصفصافي">
        <meta property="article:published_time" content="2022-03-04T05:06:07+02:00">
        <meta property="article:tag" content="الحديقة"><meta property="article:tag" content="التوت">
        <meta name="keywords" content="أخبار، عاجل"><link rel="canonical" href="https://bridge.example/a">
        <body><p>{PROSE}</p>""",
    )
    assert (article.title, article.source, article.author) == (TITLE, "نشرة الجسر", "هدى الصفصافي")
    assert (article.published, article.tags) == ("2022-03-04T05:06:07+02:00", ("الحديقة", "التوت"))
    assert article.original_url == "https://bridge.example/a"


def test_the_outlets_name_is_no_part_of_the_pages_title(tmp_path: Path) -> None:
    article = read(tmp_path, f"<title>{TITLE} - موقع ضفاف</title><p>{PROSE}</p><p>{MORE}</p>")
    assert (article.title, article.source) == (TITLE, "موقع ضفاف")


def test_what_is_stated_as_json_for_search_engines_comes_first(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        f"""<meta property="og:title" content="عنوان آخر"><script type="application/ld+json">{{"@graph": [
        {{"@type": "WebSite", "name": "x"}}, {{"@type": ["NewsArticle"], "headline": "{TITLE}",
        "datePublished": "2021-05-06", "author": [{{"name": "هدى الصفصافي"}}], "keywords": "الحديقة،التوت",
        "publisher": {{"name": "نشرة الجسر"}}, "articleSection": "بيئة"}}]}}</script><p>{PROSE}</p>""",
    )
    assert (article.title, article.published, article.source) == (TITLE, "2021-05-06", "نشرة الجسر")
    assert (article.author, article.tags, article.categories) == (
        "هدى الصفصافي",
        ("الحديقة", "التوت"),
        ("بيئة",),
    )


def test_marked_elements_of_the_article_state_facts_too(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        f'<article><h1>{TITLE}</h1><time datetime="2020-01-02T03:04">أمس</time><p>{PROSE}</p><p>{MORE}</p>'
        '<a rel="tag" href="/t">التوت</a></article>',
    )
    assert (article.title, article.published, article.tags) == (TITLE, "2020-01-02T03:04", ("التوت",))


@pytest.mark.parametrize("declared", ["windows-1256", "utf-8", None])
def test_a_page_is_decoded_by_what_it_is_rather_than_by_what_it_says(
    declared: str | None, tmp_path: Path
) -> None:
    meta = f"<meta charset={declared}>" if declared else ""
    html = f"<html><head>{meta}</head><body><h1>{TITLE}</h1><p>{PROSE}</p><p>{MORE}</p>"
    for encoding in ("utf-8", "windows-1256"):
        article = read(tmp_path, html.encode(encoding))
        assert (article.title, article.encoding) == (TITLE, encoding)


def test_the_encoding_that_a_short_page_states_decides(tmp_path: Path) -> None:
    html = "<html><head><meta charset='iso-8859-6'></head><body><h1>توت</h1><p>توت وخوخ</p>"
    article = read(tmp_path, html.encode("iso-8859-6"))
    assert (article.title, article.encoding) == ("توت", "iso-8859-6")


def test_nothing_of_a_script_and_no_markup_becomes_text(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        f"<h1>{TITLE}</h1><p onclick=x()>{PROSE}<script>alert('{MORE}')</script><style>p {{}}</style>"
        f"<!-- {MORE} --><svg><title>{MORE}</title></svg><template><p>{MORE}</p></template></p>",
    )
    assert [block.text for block in article.body] == [PROSE]
    assert all(block.html is None for block in article.body)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "/a", "https://a b", "file:///etc"]
)
def test_only_a_web_address_is_taken_for_the_original(url: str, tmp_path: Path) -> None:
    assert read(tmp_path, f'<link rel=canonical href="{url}"><p>{PROSE}').original_url is None


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 50_000 + PROSE,
        "<table>" * 20_000 + PROSE,
        "<b>" * 10_000 + "<p>" * 2000 + PROSE,
        "<a " + "x=1 " * 100_000 + f">{PROSE}</a>",
        f"<p>{PROSE}" + "<script type=application/ld+json>" + "[" * 200_000,
        "<meta " * 50_000 + f"><p>{PROSE}",
        "<!--" * 50_000,
    ],
)
def test_a_page_that_is_made_to_take_long_does_not(html: str, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(html, encoding="utf-8")
    begun = time.process_time()
    assert load_all(file)
    assert time.process_time() - begun < 8


def test_a_page_without_text_is_told(tmp_path: Path) -> None:
    file = tmp_path / "page.htm"
    file.write_text("<html><body><nav>الرئيسية</nav><script>x</script>", encoding="utf-8")
    assert problems(file) == [("seeds/page.htm", None, "empty")]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.sampled_from(PARTS)))
def test_no_page_is_a_crash(parts: list[str], tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("".join(parts), encoding="utf-8")
    assert load_all(file)
