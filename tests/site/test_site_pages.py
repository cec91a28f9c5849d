"""What holds for every page of the sample archive."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import PurePosixPath
from urllib.parse import quote, unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import pytest
from sample_archive import Sample, having, outward_links, references, words

import newsgen
from newsgen.checks import broken_links, pages_below

pytest_plugins = ["site_fixtures"]

HOST = "https://host.test/below/a/path/"


def test_every_page_is_arabic_and_runs_from_right_to_left(sample: Sample) -> None:
    assert all((page.get("lang"), page.get("dir")) == ("ar", "rtl") for page in sample.pages.values())


def test_every_page_has_one_heading_of_the_first_level_with_words(sample: Sample) -> None:
    headings = {url: [words(h) for h in page.iter("h1")] for url, page in sample.pages.items()}
    assert {url: found for url, found in headings.items() if len(found) != 1 or not found[0]} == {}


def test_no_heading_skips_a_level(sample: Sample) -> None:
    for url, page in sample.pages.items():
        levels = [int(e.tag[1]) for e in page.iter() if re.fullmatch("h[1-6]", str(e.tag))]
        assert all(after <= before + 1 for before, after in pairwise(levels)), url


def test_every_page_has_a_title_of_its_own(sample: Sample) -> None:
    titles = Counter(words(page.findall("head/title")[0]) for page in sample.pages.values())
    # One story by two outlets has one headline.
    twice = {title for title, count in titles.items() if count > 1}
    stories = Counter(record["title"] for record in sample.records)
    assert all(stories[title.split(" — ", maxsplit=1)[0]] > 1 for title in twice)


def test_every_page_says_what_made_it(sample: Sample) -> None:
    for page in sample.pages.values():
        (generator,) = page.findall("head/meta[@name='generator']")
        assert generator.get("content") == f"newsgen {newsgen.__version__}"


def test_every_page_has_a_description_without_markup(sample: Sample) -> None:
    for url, page in sample.pages.items():
        (description,) = page.findall("head/meta[@name='description']")
        content = description.get("content", "")
        assert content.strip(), url
        assert content == " ".join(content.split()), url
        assert "<" not in content, url


def test_no_id_occurs_twice_in_a_page(sample: Sample) -> None:
    for url, page in sample.pages.items():
        ids = Counter(value for element in page.iter() if (value := element.get("id")))
        assert [value for value, count in ids.items() if count > 1] == [], url


def test_what_a_label_or_description_points_to_is_there(sample: Sample) -> None:
    for url, page in sample.pages.items():
        ids = {element.get("id") for element in page.iter()}
        named = {e.get(name) for e in page.iter() for name in ("aria-labelledby", "aria-describedby", "for")}
        assert named - {None} <= ids, url


def test_every_link_is_relative(sample: Sample) -> None:
    for url, page in sample.pages.items():
        for reference in references(page):
            parts = urlsplit(reference)
            assert not reference.startswith("/"), url
            assert not parts.scheme, (url, reference)
        for link in outward_links(page):
            assert not sample.base_url or not link.get("href", "").startswith(sample.base_url), url


def test_every_link_and_anchor_leads_to_a_page_of_the_site(sample: Sample) -> None:
    """By the rules by which a browser resolves links, with the site below some path of some host."""
    anchors = {url: {element.get("id") for element in page.iter()} for url, page in sample.pages.items()}
    files = {file.relative_to(sample.root).as_posix() for file in sample.root.rglob("*") if file.is_file()}
    for url, page in sample.pages.items():
        base = "" if url == "404.html" else url
        for reference in references(page):
            address = urlsplit(urljoin(HOST + quote(base), reference))
            target = unquote(address.path).removeprefix("/below/a/path/")
            assert address.netloc == "host.test", (url, reference)
            assert target in anchors or target in files, (url, reference)
            assert not address.fragment or unquote(address.fragment) in anchors[target], (url, reference)


def test_check_finds_no_broken_link(sample: Sample) -> None:
    assert list(broken_links(sample.root, pages_below(sample.root))) == []


def test_every_page_can_be_reached_from_the_home_page(sample: Sample) -> None:
    reached, waiting = {""}, [""]
    while waiting:
        url = waiting.pop()
        for reference in references(sample.pages[url]):
            found = unquote(urlsplit(urljoin(HOST + quote(url), reference)).path)
            target = found.removeprefix("/below/a/path/")
            if target in sample.pages and target not in reached:
                reached.add(target)
                waiting.append(target)
    assert set(sample.pages) - reached == {"404.html"}


def test_links_have_words(sample: Sample) -> None:
    for url, page in sample.pages.items():
        for link in page.iter("a"):
            assert words(link) or link.get("aria-label"), (url, link.get("href"))


def test_only_a_published_site_names_its_permalinks(sample: Sample) -> None:
    for url, page in sample.pages.items():
        links = [link.get("href") for link in page.findall("head/link[@rel='canonical']")]
        expected = [sample.base_url + quote(url)] if sample.base_url and url != "404.html" else []
        assert links == expected, url


@pytest.mark.parametrize("css_class", ["story-title", "card-title", "story-body"])
def test_latin_words_in_arabic_text_are_isolated(sample: Sample, css_class: str) -> None:
    def bare(element: Element, *, isolated: bool = False) -> str:
        isolated = isolated or element.tag in {"bdi", "code"} or element.get("dir") is not None
        text = "" if isolated else element.text or ""
        return text + "".join(
            bare(e, isolated=isolated) + ("" if isolated else e.tail or "") for e in element
        )

    for url, page in sample.pages.items():
        for element in having(page, css_class):
            assert not re.search("[A-Za-z]", bare(element)), url


def test_no_page_has_control_or_bidi_override_characters(sample: Sample) -> None:
    forbidden = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
    for file in sample.root.rglob("*.html"):
        assert not forbidden.search(file.read_text(encoding="utf-8")), PurePosixPath(file)
