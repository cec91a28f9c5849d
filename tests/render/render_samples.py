"""Sample records for every kind of page, and a strict look at the HTML that comes of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib

from newsgen.model.article import Article, Block
from newsgen.model.pages import (
    AboutPage,
    ArticlePage,
    Card,
    DatesPage,
    Holdings,
    HomePage,
    Link,
    ListedCard,
    ListingPage,
    Month,
    NotFoundPage,
    Page,
    RelatedLink,
    Tally,
    Term,
    TermIndexPage,
    Year,
    YearPage,
)
from newsgen.model.site import Site
from newsgen.render import Theme
from newsgen.render.renderer import Renderer

SITE = Site("أرشيف السهل", "أخبار السهل", "https://example.org/archive/", "EG", "latin", 20)
NOWHERE = Path("/nonexistent/project")

ARTICLE = Article(
    path="seeds/wire/library.txt",
    ident="k3f9a",
    title="مكتبة جوالة في السهل",
    published="2023-12-08",
    source="وكالة الواحة",
    author="هيثم الورد",
    categories=("ثقافة", "محليات"),
    tags=("الكتب",),
    summary="انطلقت المكتبة الجوالة من ساحة البلدة نحو قرى السهل حاملة أربعة آلاف كتاب",
    body=(
        Block("paragraph", "انطلقت المكتبة الجوالة."),
        Block("caption", "الحافلة أمام المدرسة"),
        Block("heading", "كتب على العجلات"),
        Block("quote", "من يقرأ في الطريق لا يضيع"),
        Block("list", items=("ألف رواية", "ألفا كتاب للأطفال")),
    ),
    related=(),
    sha256="9f86d081",
    encoding="windows-1256",
)
STORY = ArticlePage(
    url="2023/12/08/مكتبة/",
    article=ARTICLE,
    day=Link("2023/12/08", "2023/12/08/"),
    source=Link("وكالة الواحة", "sources/وكالة-الواحه/"),
    author=Link("هيثم الورد", "authors/هيثم-الورد/"),
    tags=(Link("الكتب", "tags/الكتب/"),),
    related=(RelatedLink("معرض الكتاب", "جريدة السهل", None, "2023/12/07/معرض/", None),),
    previous=Link("سد صغير", "2023/12/07/سد/"),
    next=Link("بطولة الشراع", "2023/12/09/شراع/"),
)
_CARDS = (
    Card("2023/12/08/أ/", "خبر الجمعة", True, "وكالة الواحة", "2023-12-08", "نص الخبر"),
    Card("2023/12/08/ب/", "خبر آخر", False, None, "2023-12-08T09:30", ""),
    Card("2023/12/07/ج/", "خبر الخميس", True, "Delta Post", "2023-12-07", "نص"),
)


def listed(card: Card, **facts: Any) -> ListedCard:
    """The card as a build hands it to a listing: rendered with the default theme, the site having `facts`."""
    day = card.published[:10] if card.published else None
    return ListedCard(day, renderer(**facts).card(card))


def renderer(**facts: Any) -> Renderer:
    """A renderer with the default theme, its site having other `facts`."""
    return Renderer(replace(SITE, **facts), Theme.find(NOWHERE))


CARDS = tuple(map(listed, _CARDS))
MONTH_LISTING = ListingPage(
    url="2023/12/",
    kind="month",
    key="2023/12",
    home="2023/12/",
    number=None,
    count=3,
    cards=CARDS,
    older="2023/12/page/1/",
    newer=None,
    before=Link("2023/11", "2023/11/"),
    after=None,
)
TAG_LISTING = replace(
    MONTH_LISTING, url="tags/الكتب/", kind="tag", key="الكتب", home="tags/الكتب/", older=None, before=None
)
NUMBERED_LISTING = replace(
    TAG_LISTING,
    url="tags/الكتب/page/2/",
    number=2,
    count=None,
    older="tags/الكتب/page/1/",
    newer="tags/الكتب/",
)
EMPTY_UNDATED = replace(
    TAG_LISTING, url="undated/", kind="undated", key="", home="undated/", cards=(), count=0
)
TERMS = (
    Term("الأطفال", "tags/الاطفال/", 12),
    Term("إعمار", "tags/اعمار/", 1),
    Term("البيئة", "tags/البييه/", 1402),
    Term("UNESCO", "tags/unesco/", 3),
    Term("2023", "tags/2023/", 1),
)
TAG_INDEX = TermIndexPage("tags/", "tag", TERMS)
DAYS = (Term("2023/12/07", "2023/12/07/", 1), Term("2023/12/08", "2023/12/08/", 8))
YEAR = YearPage(
    "2023/", 2023, 9, (Month("2023/12", "2023/12/", 9, DAYS),), Link("2021", "2021/"), Link("2024", "2024/")
)
DATES = DatesPage("dates/", (Year(2023, "2023/", 9, (0,) * 11 + (9,)),), 2)
HOLDINGS = Holdings(11, 2, 3, 1, 100, "2019-01-03", "2023-12-08")
HOME = HomePage("", HOLDINGS, CARDS, TERMS[:1], TERMS[1:], (Term("2023", "2023/", 9),))
EMPTY_HOME = HomePage("", Holdings(0, 0, 0, 0, 0, None, None), (), (), (), ())
ABOUT = AboutPage("about/", HOLDINGS, TERMS[:2], (Tally("utf-8", 9),), (Tally("no-date", 2),), 1, 0)
NOT_FOUND = NotFoundPage("404.html")

PAGES: dict[str, Page] = {
    "article": STORY,
    "month": MONTH_LISTING,
    "tag": TAG_LISTING,
    "numbered": NUMBERED_LISTING,
    "undated": EMPTY_UNDATED,
    "tags": TAG_INDEX,
    "no sources": TermIndexPage("sources/", "source", ()),
    "year": YEAR,
    "dates": DATES,
    "no dates": DatesPage("dates/", (), 0),
    "home": HOME,
    "empty home": EMPTY_HOME,
    "about": ABOUT,
    "404": NOT_FOUND,
}


def story(**changes: Any) -> ArticlePage:
    """The sample article's page with other facts in its article."""
    return replace(STORY, article=replace(ARTICLE, **changes))


def shown(page: Page, **facts: Any) -> Element:
    """The page's <html> element. Any fault in the HTML's syntax is an error."""
    if facts and isinstance(page, ListingPage | HomePage) and page.cards:
        page = replace(page, cards=tuple(listed(card, **facts) for card in _CARDS))
    return parsed(renderer(**facts).render(page))


def parsed(html: str) -> Element:
    """The <html> element of a document, read by the standard's algorithm, strictly."""
    parser = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(html)
    for element in root.iter():
        if isinstance(element.tag, str):  # a comment's is a function
            element.tag = element.tag.rpartition("}")[2]  # links in drawings are links
    return root


def having(root: Element, css_class: str) -> list[Element]:
    """The elements of a class, in order."""
    return [element for element in root.iter() if css_class in element.get("class", "").split()]


def only(root: Element, css_class: str) -> Element:
    """The one element of a class."""
    (element,) = having(root, css_class)
    return element


def one(root: Element, path: str) -> Element:
    """The one element at an ElementTree path."""
    (element,) = root.findall(path)
    return element


def words(element: Element) -> str:
    """The element's text with single spaces."""
    return " ".join("".join(element.itertext()).split())


def links(root: Element) -> dict[str, str]:
    """Each link's text and where it leads."""
    return {words(link): link.get("href", "") for link in root.iter("a")}
