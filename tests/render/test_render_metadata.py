"""What pages say to machines, read as machines read it."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from render_samples import NOT_FOUND, PAGES, STORY, TAG_LISTING, one, shown, story

from newsgen.model.article import CorrectedField
from newsgen.model.pages import AboutPage, Citation, Link, MovedPage, Page, SearchPage

HOSTILE = "</script><!-- <script>alert(1)</script> \" ' & \u2028 {{ x }}"
ADDRESS = "https://example.org/archive/2023/12/08/%D9%85%D9%83%D8%AA%D8%A8%D8%A9/"


def metas(html: Element) -> dict[str, list[str]]:
    """The contents of meta elements by name or property."""
    found = defaultdict(list)
    for element in html.iter("meta"):
        name = element.get("name") or element.get("property")
        if name:
            found[name].append(element.get("content", ""))
    return found


def graph(html: Element) -> dict[str, dict[str, Any]]:
    """The objects of a page's JSON-LD by type."""
    (script,) = (s for s in html.iter("script") if s.get("type") == "application/ld+json")
    linked = json.loads(script.text or "")
    assert linked["@context"] == "https://schema.org"
    return {thing["@type"]: thing for thing in linked["@graph"]}


def test_an_article_has_what_google_asks_of_one() -> None:
    article = story(updated="2024-01-02T10:00+03:00", original_url="https://waha.example/library")
    news = graph(shown(article, license="https://creativecommons.org/licenses/by/4.0/"))["NewsArticle"]
    assert news["headline"] == "مكتبة جوالة في السهل"
    assert (news["datePublished"], news["dateModified"]) == ("2023-12-08", "2024-01-02T10:00:00+03:00")
    assert news["author"] == {
        "@type": "Person",
        "name": "هيثم الورد",
        "url": "https://example.org/archive/authors/%D9%87%D9%8A%D8%AB%D9%85-%D8%A7%D9%84%D9%88%D8%B1%D8%AF/",
    }
    assert (news["publisher"]["@type"], news["publisher"]["name"]) == (
        "NewsMediaOrganization",
        "وكالة الواحة",
    )
    assert news["isBasedOn"] == "https://waha.example/library"
    assert news["isPartOf"]["name"] == "أرشيف السهل"
    assert (news["inLanguage"], news["keywords"], news["articleSection"]) == (
        "ar",
        ["الكتب"],
        ["ثقافة", "محليات"],
    )
    assert (news["url"], news["@id"]) == (ADDRESS, "tag:example.org,2026:/archive/k3f9a")
    assert news["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_what_a_document_does_not_state_is_not_in_its_metadata() -> None:
    bare = replace(
        story(published=None, source=None, author=None, tags=(), categories=(), title=None),
        day=None,
        source=None,
        author=None,
        tags=(),
    )
    html = shown(bare)
    assert not {"datePublished", "author", "publisher", "keywords"} & graph(html)["NewsArticle"].keys()
    absent = {
        "citation_author",
        "citation_journal_title",
        "citation_publication_date",
        "DC.creator",
        "DC.date",
    }
    assert not absent & metas(html).keys()


def test_reference_managers_find_the_facts_in_the_head() -> None:
    found = metas(shown(STORY))
    assert found["citation_title"] == found["DC.title"] == ["مكتبة جوالة في السهل"]
    assert found["citation_author"] == found["DC.creator"] == ["هيثم الورد"]
    assert found["citation_journal_title"] == found["DC.publisher"] == ["وكالة الواحة"]
    assert (found["citation_publication_date"], found["DC.date"]) == (["2023/12/08"], ["2023-12-08"])
    assert found["DC.subject"] == found["article:tag"] == ["الكتب"]
    assert found["DC.identifier"] == ["tag:example.org,2026:/archive/k3f9a"]


def test_a_shared_link_has_its_card() -> None:
    found = metas(shown(STORY))
    assert (found["og:type"], found["og:title"], found["og:url"]) == (
        ["article"],
        ["مكتبة جوالة في السهل"],
        [ADDRESS],
    )
    assert found["og:image"] == ["https://example.org/archive/assets/social-card.png"]
    assert found["og:site_name"] == ["أرشيف السهل"]
    assert "og:image" not in metas(shown(STORY, base_url=""))


def test_the_way_down_to_a_page_is_a_list_of_breadcrumbs() -> None:
    steps = graph(shown(STORY))["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    assert [step["name"] for step in steps] == [
        "الرئيسية",
        "التواريخ",
        "2023",
        "ديسمبر",
        "8 ديسمبر",
        "مكتبة جوالة في السهل",
    ]
    assert [step.get("item", "").removeprefix("https://example.org/archive/") for step in steps] == [
        *("", "dates/", "2023/", "2023/12/", "2023/12/08/", "")
    ]


@pytest.mark.parametrize(
    "page", [p for p in PAGES.values() if p not in (NOT_FOUND, STORY)], ids=lambda p: p.url
)
def test_every_other_page_is_a_collection_or_about_page(page: Page) -> None:
    html = shown(page)
    things = graph(html)
    kind = {AboutPage: "AboutPage", SearchPage: "SearchResultsPage"}.get(type(page), "CollectionPage")
    assert things[kind]["url"].startswith("https://example.org/archive/")
    assert things[kind]["name"] == metas(html)["og:title"][0]
    assert ("BreadcrumbList" in things) == bool(page.url)


def test_without_a_sites_address_links_count_from_the_page() -> None:
    news = graph(shown(STORY, base_url=""))["NewsArticle"]
    assert news["url"] == "../../../../2023/12/08/%D9%85%D9%83%D8%AA%D8%A8%D8%A9/"
    assert news["isPartOf"]["url"] == "../../../../"


def test_no_text_can_leave_its_script_or_its_attribute() -> None:
    term = Link(HOSTILE, "tags/x/")
    page = replace(
        story(
            title=HOSTILE,
            summary=HOSTILE,
            author=HOSTILE,
            source=HOSTILE,
            tags=(HOSTILE,),
            categories=(HOSTILE,),
        ),
        source=term,
        author=term,
        tags=(term,),
    )
    html = shown(page, title=HOSTILE, description=HOSTILE)
    news = graph(html)["NewsArticle"]
    assert news["headline"] == HOSTILE[:110]
    assert news["author"]["name"] == news["publisher"]["name"] == news["isPartOf"]["name"] == HOSTILE
    assert metas(html)["citation_title"] == metas(html)["DC.creator"] == [HOSTILE]
    assert graph(shown(replace(TAG_LISTING, key=HOSTILE)))["CollectionPage"]["name"].endswith(HOSTILE)


def test_feeds_are_found_from_every_page_and_a_terms_own_from_its_listing() -> None:
    def feeds(html: Element) -> list[str]:
        return [link.get("href", "") for link in html.iter("link") if link.get("rel") == "alternate"]

    assert feeds(shown(STORY)) == ["../../../../feed.xml", "../../../../feed.json"]
    assert feeds(shown(TAG_LISTING)) == ["../../feed.xml", "../../feed.json", "../../tags/الكتب/feed.xml"]


def test_a_moved_page_leads_on_and_is_not_indexed() -> None:
    html = shown(MovedPage("2023/12/07/قديم/", Link('عنوان "جديد"', "2023/12/08/جديد/")))
    assert (
        one(html, "head/meta[@http-equiv='refresh']").get("content") == "0; url=../../../../2023/12/08/جديد/"
    )
    assert one(html, "head/meta[@name='robots']").get("content") == "noindex"
    assert (
        one(html, "head/link[@rel='canonical']")
        .get("href", "")
        .startswith("https://example.org/archive/2023")
    )
    assert one(html, "body/main/p/a").get("href") == "../../../../2023/12/08/جديد/"


def test_the_page_of_a_corrected_article_says_what_the_document_has() -> None:

    fields = (CorrectedField("title", "عنوان الوثيقة"), CorrectedField("author"), CorrectedField("body"))
    html = shown(story(corrected_by="articles/x.md", corrected=fields))
    (shown_fields,) = (ul for ul in html.iter("ul") if ul.get("class") == "corrected-fields")
    texts = [" ".join("".join(item.itertext()).split()) for item in shown_fields]
    assert texts == ["العنوان: في الوثيقة عنوان الوثيقة", "الكاتب: لا تذكره الوثيقة", "النص"]


def test_arabic_names_in_an_english_citation_are_isolated() -> None:
    html = shown(replace(story(), citation=Citation("", "", "")))
    (english,) = (p for p in html.iter("p") if p.get("class") == "citation" and p.get("lang") == "en")
    assert [bdi.text for bdi in english.iter("bdi")][:3] == [
        "هيثم الورد",
        "مكتبة جوالة في السهل",
        "وكالة الواحة",
    ]
    assert " ".join("".join(english.itertext()).split()).endswith(
        "أرشيف السهل. https://example.org/archive/2023/12/08/مكتبة/"
    )
