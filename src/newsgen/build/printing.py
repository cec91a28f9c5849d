"""What the workers do to publish: render pages and write those that differ."""

from __future__ import annotations

from functools import lru_cache

from newsgen.archive.pages import PendingArticle
from newsgen.build.composing import article_page, card_of
from newsgen.build.noticing import notice_of
from newsgen.build.publishing import Press, Printed
from newsgen.model.pages import Page
from newsgen.output import file_of, write_with_twins
from newsgen.render import Theme
from newsgen.render.renderer import Renderer
from newsgen.search import searchable


def print_articles(press: Press, articles: list[PendingArticle]) -> list[Printed]:
    """Render the articles' pages and write those that differ; makes what else there is of an article."""
    renderer = _renderer(press)
    return [_print_article(press, renderer, pending) for pending in articles]


def print_pages(press: Press, pages: list[Page]) -> list[Printed]:
    """Render other pages and write those that differ."""
    renderer = _renderer(press)
    return [Printed(_print(press, renderer, page)) for page in pages]


def _print_article(press: Press, renderer: Renderer, pending: PendingArticle) -> Printed:
    page = article_page(pending, press.site)
    made = searchable(page.article, page.url) if press.site.search else None
    written = _print(press, renderer, page)
    notice = notice_of(page, len(pending.record), press.site)
    return Printed(written, renderer.card(card_of(page)), made, notice)


def _print(press: Press, renderer: Renderer, page: Page) -> bool:
    return write_with_twins(press.output, file_of(page.url), renderer.printed(page), press.site.precompress)


@lru_cache(maxsize=1)
def _renderer(press: Press) -> Renderer:
    return Renderer(press.site, Theme.find(press.project))
