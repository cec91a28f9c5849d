"""An article as reference managers read it: BibTeX, RIS, CSL-JSON, and prose in Arabic and English."""

from __future__ import annotations

import re
from json.encoder import encode_basestring as quoted
from typing import NamedTuple

from newsgen.model.article import Article
from newsgen.model.pages import Citation
from newsgen.model.site import Site

# What TeX takes for its own, and controls that turn the direction of a text or end its line.
_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "%&$#_"},
    }
)
_TEX_SPECIAL = re.compile(r"[\\{}~^%&$#_]")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


class _Facts(NamedTuple):
    """What is cited: texts on one line each, "" where the document does not say; `date` has 0 to 3 parts."""

    key: str
    title: str
    author: str
    source: str
    date: tuple[int, ...]
    address: str
    archive: str
    tags: list[str]


def cite(article: Article, url: str, site: Site) -> Citation:
    """The article's citation. It has an address where the site has one (`base_url`).

    That stands there in its own letters, as an IRI: people read it.
    """
    facts = _facts(article, url, site)
    return Citation(_bibtex(facts), _ris(facts), _csl(facts))


def cite_in_arabic(article: Article, site: Site, date: str) -> str:
    """The citation as an Arabic sentence; `date` is the article's date as the site prints it, or ""."""
    parts = [
        plain(article.author or ""),
        f"«{plain(article.heading)}»",
        plain(article.source or ""),
        date,
        plain(site.title),
    ]
    return "، ".join([part for part in parts if part]) + "."


def cite_in_english(article: Article, site: Site) -> str:
    """The citation in English, in the manner of the Chicago Manual of Style; names stay in their script."""
    author, source = plain(article.author or ""), plain(article.source or "")
    date = _english_date(_date(article.published))
    outlet = ", ".join(part for part in (source, date) if part)
    parts = [author and f"{author}.", f"“{plain(article.heading)}.”", outlet and f"{outlet}."]
    return " ".join(part for part in (*parts, f"{plain(site.title)}.") if part)


def plain(text: str) -> str:
    """`text` on one line, without controls and marks of direction."""
    return text if text.isprintable() else " ".join(_UNSEEN.sub(" ", text).split())


def _facts(article: Article, url: str, site: Site) -> _Facts:
    return _Facts(
        article.ident,
        plain(article.heading),
        plain(article.author or ""),
        plain(article.source or ""),
        _date(article.published),
        site.base_url and site.base_url + url,
        plain(site.title),
        [plain(tag) for tag in article.tags],
    )


def _date(published: str | None) -> tuple[int, ...]:
    day = published[:10] if published else ""
    return (int(day[:4]), int(day[5:7]), int(day[8:])) if day else ()


def _english_date(date: tuple[int, ...]) -> str:
    return f"{date[2]} {_MONTHS[date[1] - 1]} {date[0]}" if date else ""


def _bibtex(facts: _Facts) -> str:
    # A name in braces is one word to BibTeX: Arabic names have no comma that tells which comes first.
    fields = [f"title = {{{{{_tex(facts.title)}}}}}"]
    if facts.author:
        fields.append(f"author = {{{{{_tex(facts.author)}}}}}")
    if facts.source:
        fields.append(f"journal = {{{_tex(facts.source)}}}")
    if facts.date:
        year, month, day = facts.date
        fields += [f"year = {{{year}}}", f"month = {{{month}}}", f"day = {{{day}}}"]
    if facts.address:
        fields.append(f"url = {{{facts.address}}}")
    if facts.tags:
        fields.append(f"keywords = {{{_tex('، '.join(facts.tags))}}}")
    fields += [f"note = {{{_tex(facts.archive)}}}", "langid = {arabic}"]
    kind = "article" if facts.source else "misc"
    return f"@{kind}{{{facts.key},\n  " + ",\n  ".join(fields) + "\n}\n"


def _tex(text: str) -> str:
    return text.translate(_TEX) if _TEX_SPECIAL.search(text) else text


def _ris(facts: _Facts) -> str:
    lines = ["TY  - NEWS", f"TI  - {facts.title}"]
    if facts.author:
        lines.append(f"AU  - {facts.author}")
    if facts.source:
        lines.append(f"T2  - {facts.source}")
    if facts.date:
        year, month, day = facts.date
        lines += [f"PY  - {year}", f"DA  - {year}/{month:02}/{day:02}"]
    if facts.address:
        lines.append(f"UR  - {facts.address}")
    lines += [f"KW  - {tag}" for tag in facts.tags]
    return "\n".join([*lines, f"DB  - {facts.archive}", "LA  - ar", f"ID  - {facts.key}", "ER  - "]) + "\n"


def _csl(facts: _Facts) -> str:
    # By hand: every article has one, and json's encoder takes three times as long for so small an object.
    item = [f'"id": {quoted(facts.key)}, "type": "article-newspaper", "title": {quoted(facts.title)}']
    if facts.author:
        item.append(f'"author": [{{"literal": {quoted(facts.author)}}}]')
    if facts.source:
        item.append(f'"container-title": {quoted(facts.source)}')
    if facts.date:
        item.append(f'"issued": {{"date-parts": [{list(facts.date)}]}}')
    if facts.address:
        item.append(f'"URL": {quoted(facts.address)}')
    if facts.tags:
        item.append(f'"keyword": {quoted("، ".join(facts.tags))}')
    item.append(f'"archive": {quoted(facts.archive)}, "language": "ar"')
    return f"{{{', '.join(item)}}}"
