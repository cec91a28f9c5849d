"""What an article's page shows."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from newsgen.errors import printable
from newsgen.metadata import cite_in_arabic, cite_in_english
from newsgen.model.article import CorrectedField
from newsgen.model.pages import ArticlePage, Link, RelatedLink
from newsgen.model.site import Language, Site
from newsgen.render.bidi import isolate_latin, isolate_names
from newsgen.render.body import body_html
from newsgen.render.links import is_web_address
from newsgen.render.markup import address
from newsgen.render.views.parts import Anchor, HeadlineView, headline_views
from newsgen.render.voice import Voice
from newsgen.render.words import message

# How many words people read in a minute: Trauzettel-Klosinski and Dietz, "Standardized Assessment of Reading
# Performance" (2012), table 2. Persian was not measured; it is taken to be read as Arabic is.
_WORDS_A_MINUTE: dict[Language, int] = {"ar": 138, "fa": 138, "en": 228, "fr": 195}
_DESCRIPTION_LENGTH = 200
_FIELDS = {
    "title": message("The title"),
    "published": message("The date"),
    "source": message("The source"),
    "author": message("The author"),
    "categories": message("The categories"),
    "tags": message("The tags"),
    "related": message("The related articles"),
    "body": message("The text"),
}


class RelatedView(NamedTuple):
    """A related item: linked in the archive or outside of it, folded with its text, or only named."""

    title: Markup
    source: Markup | None
    href: str | None
    paragraphs: list[Markup]
    external: str | None


class CitationView(NamedTuple):
    """The article's citation for people, the words of the other direction isolated."""

    arabic: Markup
    english: Markup


class CorrectedView(NamedTuple):
    """A field that a correction has changed; `before` is what the document says there, None for a text."""

    name: Markup
    before: Markup | None
    was_missing: bool


class ArticleView(NamedTuple):
    """An article, ready to print. `date` is "" where it has none, `minutes` how long it takes to read."""

    title: str
    description: str
    heading: Markup
    categories: list[Markup]
    source: Anchor | None
    author: Anchor | None
    day: str | None
    date: str
    hijri: str
    minutes: str
    body: Markup
    tags: list[Anchor]
    related: list[RelatedView]
    kindred: list[HeadlineView]
    path: str
    corrected_by: str | None
    corrected: list[CorrectedView]
    citation: CitationView | None
    previous: Anchor | None
    next: Anchor | None
    same_day: tuple[bool, bool]
    source_previous: Anchor | None
    source_next: Anchor | None


def article_view(page: ArticlePage, root: str, site: Site, voice: Voice) -> ArticleView:
    """What the article's page shows."""
    article, isolate = page.article, voice.isolate
    heading, published = article.heading, article.published
    text = " ".join([block.plain for block in article.body])
    return ArticleView(
        title=heading,
        description=_cut(article.summary or site.description or site.title),
        heading=isolate(heading),
        categories=[isolate(category) for category in article.categories],
        source=_named(page.source, article.source, root, voice),
        author=_named(page.author, article.author, root, voice),
        day=address(root, page.day.url) if page.day else None,
        date=voice.dates.moment(published) if published else "",
        hijri=voice.hijri(published),
        minutes=_reading_time(text, voice),
        body=body_html(article.body, text, root, voice.direction, voice.text("Link to this heading")),
        tags=[Anchor(isolate(name), address(root, url)) for name, url in page.tags],
        related=[_related(item, root, voice) for item in page.related],
        kindred=headline_views(page.kindred, root, voice),
        path=printable(article.path),
        corrected_by=printable(article.corrected_by) if article.corrected_by else None,
        corrected=[_corrected(field, voice) for field in article.corrected],
        citation=_citation(page, site, voice) if page.citation else None,
        previous=_beside(page.previous, root, voice),
        next=_beside(page.next, root, voice),
        same_day=(_same_day(page.url, page.previous), _same_day(page.url, page.next)),
        source_previous=_beside(page.source_previous, root, voice),
        source_next=_beside(page.source_next, root, voice),
    )


def _citation(page: ArticlePage, site: Site, voice: Voice) -> CitationView:
    published = page.article.published
    date = voice.arabic_dates.short(published) if published else ""
    return CitationView(
        isolate_latin(cite_in_arabic(page.article, site, date)),
        isolate_names(cite_in_english(page.article, site)),
    )


def _corrected(field: CorrectedField, voice: Voice) -> CorrectedView:
    name = voice.text(_FIELDS[field.field])
    before = voice.isolate_passage(field.before) if field.before else None
    return CorrectedView(name, before, before is None and field.field not in {"body", "related"})


def _named(link: Link | None, name: str | None, root: str, voice: Voice) -> Anchor | None:
    """A source or author: with a page of its own, or ("" as its address) without."""
    if link:
        return Anchor(voice.isolate(link.title), address(root, link.url))
    return Anchor(voice.isolate(name), "") if name else None


def _reading_time(text: str, voice: Voice) -> Markup:
    minutes = round(text.count(" ") / _WORDS_A_MINUTE[voice.language])
    return voice.counted(max(1, minutes), "minute")


def _cut(text: str) -> str:
    """`text`, cut at a space if it is longer than what search engines show."""
    if len(text) <= _DESCRIPTION_LENGTH:
        return text
    return text[:_DESCRIPTION_LENGTH].rsplit(" ", 1)[0] + "…"


def _related(item: RelatedLink, root: str, voice: Voice) -> RelatedView:
    external = item.external if is_web_address(item.external) else None
    lines = [line for line in (item.text or "").splitlines() if line.strip()]
    return RelatedView(
        title=voice.isolate(item.title),
        source=voice.isolate(item.source) if item.source else None,
        href=address(root, item.url) if item.url is not None else None,
        paragraphs=[voice.isolate_passage(line) for line in lines] if item.url is None else [],
        external=external,
    )


def _beside(link: Link | None, root: str, voice: Voice) -> Anchor | None:
    return Anchor(voice.isolate(link.title), address(root, link.url)) if link else None


def _same_day(url: str, link: Link | None) -> bool:
    return link is not None and link.url[:10] == url[:10]
