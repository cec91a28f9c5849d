"""The search for links that lead nowhere, on small sites made for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsgen.checks import Finding, broken_links, pages_below


def site(folder: Path, body: str, name: str = "tags/x/index.html", **files: str) -> list[str]:
    """A site with `body` in the page `name`; the targets that lead nowhere."""
    pages = {
        "index.html": '<p id="first">أ</p><a name="old">ب</a>',
        "tags/index.html": '<meta name="viewport" content="x"><h2 id="ا">ا</h2>',
        "assets/style.css": "",
        **files,
        name: body,
    }
    for path, text in pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return [target_of(link) for link in found_in(folder)]


def found_in(folder: Path) -> list[Finding]:
    """The links of the site that lead nowhere."""
    return list(broken_links(folder, pages_below(folder)))


def target_of(link: Finding) -> str:
    """Where a link that leads nowhere would lead."""
    return link.message.removesuffix(" leads nowhere")


@pytest.mark.parametrize(
    "target",
    [
        "../",
        "../../",
        "../../index.html",
        "../../#first",
        "../../#old",
        "../#%D8%A7",
        "../#ا",
        "./",
        ".",
        "",
        "#here",
        "#top",
        "#",
        "?q=1",
        "../../assets/style.css?v=2",
        "https://example.com/nowhere",
        "//example.com/nowhere",
        "mailto:desk@example.com",
    ],
)
def test_a_link_that_leads_somewhere_is_passed_over(tmp_path: Path, target: str) -> None:
    assert site(tmp_path, f'<p id="here"><a href="{target}">نص</a>') == []


@pytest.mark.parametrize(
    "target",
    [
        "../../nowhere/",
        "nowhere.png",
        "../#nowhere",
        "../#viewport",
        "#nowhere",
        "../../../",
        "../../..",
        "../../../site/index.html",
        "/tags/",
        "../../assets/",
        "http://[",
        "a%00b",
        "ا" * 300,
    ],
)
def test_a_link_that_leads_nowhere_is_told(tmp_path: Path, target: str) -> None:
    assert site(tmp_path / "site", f'<a href="{target}">نص</a>') == [target]


def test_pictures_scripts_and_styles_are_links_too(tmp_path: Path) -> None:
    body = '<img src="a.png"><script src="b.js"></script><link rel="stylesheet" href="c.css">'
    assert site(tmp_path, body) == ["a.png", "b.js", "c.css"]


def test_a_link_in_a_comment_or_a_script_is_none(tmp_path: Path) -> None:
    assert site(tmp_path, '<!-- <a href="a"> --><script>"<a href=\\"b\\">"</script>') == []


def test_a_link_is_told_with_its_file_and_line(tmp_path: Path) -> None:
    site(tmp_path, '<p>\n<p>\n<a href="nowhere/">نص</a>')
    (link,) = found_in(tmp_path)
    assert (link.file, link.line, target_of(link)) == ("tags/x/index.html", 3, "nowhere/")


def test_a_page_with_a_base_counts_from_the_root(tmp_path: Path) -> None:
    body = '<base href="/below/"><a href="./">أ</a> <a href="tags/">ب</a> <a href="../tags/">ت</a>'
    assert site(tmp_path, body, name="404.html") == ["../tags/"]


def test_pages_are_looked_through_in_order(tmp_path: Path) -> None:
    broken = '<a href="nowhere">نص</a>'
    site(tmp_path, broken, **{"b/index.html": broken, "a/index.html": broken, "a/b.html": broken})
    files = [link.file for link in found_in(tmp_path)]
    assert files == ["a/b.html", "a/index.html", "b/index.html", "tags/x/index.html"]


def test_a_static_page_in_another_encoding_is_read(tmp_path: Path) -> None:
    site(tmp_path, "")
    (tmp_path / "old.html").write_bytes('<a href="nowhere">نص</a>'.encode("windows-1256"))
    assert [target_of(link) for link in found_in(tmp_path)] == ["nowhere"]
