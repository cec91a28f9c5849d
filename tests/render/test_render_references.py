"""Relative links and pictures in articles written by hand: they count from the site's root."""

from __future__ import annotations

import html5lib
import pytest
from render_samples import only, shown, story

from newsgen.loader.markdown import read_body
from newsgen.model.article import Block
from newsgen.render.links import from_root


def references(html: str) -> list[str]:
    fragment = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return [value for element in fragment.iter() for name in ("href", "src") if (value := element.get(name))]


@pytest.mark.parametrize(
    ("path", "inside"),
    [
        ("images/a.png", "images/a.png"),
        ("/images/a.png", "images/a.png"),
        ("./images/a.png", "images/a.png"),
        ("../images/a.png", "images/a.png"),
        ("../../../../etc/passwd", "etc/passwd"),
        ("images/../../b.png", "b.png"),
        ("images//a.png", "images/a.png"),
        ("tags/", "tags/"),
        ("/2021/03/04/خبر/", "2021/03/04/%D8%AE%D8%A8%D8%B1/"),
        ("a.html?b=1&c=2", "a.html?b=1&c=2"),
        ("tags/#letter-2", "tags/#letter-2"),
        ("/", ""),
        (".", ""),
        ("..", ""),
        ("tags/.", "tags/"),
    ],
)
def test_a_relative_link_counts_from_the_sites_root(path: str, inside: str) -> None:
    (block,) = read_body(f"[نص]({path})").blocks
    assert block.html is not None
    assert references(from_root(block.html, "../../")) == [f"../../{inside}"]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com/a.png",
        "HTTP://example.com/",
        "//example.com/a.png",
        "mailto:desk@example.com",
        "tel:+123",
        "#part",
        "?page=2",
    ],
)
def test_an_address_of_its_own_stays_as_it_is(address: str) -> None:
    (block,) = read_body(f"[نص]({address})").blocks
    assert block.html is not None
    assert from_root(block.html, "../../") == block.html


@pytest.mark.parametrize(
    "text",
    [
        'نص يذكر &lt;a href="x"&gt; كما هو `<img src="y">` و*مشدد*',
        '[نص](a.png "عنوان فيه href=&quot;b.png&quot; وعلامة > و<")',
        '![صورة فيها " src="b.png" وعلامة >](a.png)',
        '```\n<a href="x">\n```',
    ],
)
def test_text_that_looks_like_a_link_stays_text(text: str) -> None:
    (block,) = read_body(text).blocks
    assert block.html is not None
    changed = from_root(block.html, "../")
    assert str(changed).replace('"../a.png"', '"a.png"') == block.html
    assert references(changed) in ([], ["../a.png"])


@pytest.mark.parametrize(
    "text",
    [
        "## عنوان ![س](images/a.png)",
        "نص ![س](images/a.png)",
        "> قول ![س](images/a.png)",
        "- بند ![س](images/a.png)",
        "| أ | ب |\n|---|---|\n| ![س](images/a.png) | ت |",
    ],
)
def test_pictures_are_found_in_every_kind_of_block(text: str) -> None:
    page = story(body=read_body(text).blocks)
    (image,) = only(shown(page), "story-body").iter("img")
    assert image.get("src") == "../../../../images/a.png"


def test_on_the_root_itself_links_need_no_way_up() -> None:
    block = Block("paragraph", "نص", html='<a href="/images/a.png">نص</a> <a href="/">نص</a>')
    assert block.html is not None
    assert references(from_root(block.html, "./")) == ["./images/a.png", "./"]
