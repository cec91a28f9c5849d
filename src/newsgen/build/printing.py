"""What the workers do to publish: render pages and write those that differ."""

from __future__ import annotations

from functools import lru_cache

from newsgen.archive.pages import PendingArticle
from newsgen.build.composing import article_page, card_of
from newsgen.build.noticing import notice_of
from newsgen.build.publishing import Made, Press, Printed
from newsgen.model.pages import ArticlePage, Page
from newsgen.output import file_of, write_with_twins
from newsgen.render import Theme
from newsgen.render.renderer import Renderer
from newsgen.search import searchable


def print_articles(press: Press, articles: list[PendingArticle]) -> list[Printed]:
    """Render the articles' pages and write those that differ; makes what else is wanted of them as well."""
    renderer = _renderer(press)
    return [_print_article(press, renderer, article_page(pending, press.site)) for pending in articles]


def print_pages(press: Press, pages: list[Page]) -> list[Printed]:
    """Render other pages and write those that differ."""
    renderer = _renderer(press)
    return [(_print(press, renderer, page), None) for page in pages]


def _print_article(press: Press, renderer: Renderer, page: ArticlePage) -> Printed:
    found = searchable(page.article, page.url) if press.site.search else None
    made = Made(renderer.card(card_of(page)), notice_of(page, press.site), found)
    return _print(press, renderer, page), made


def _print(press: Press, renderer: Renderer, page: Page) -> bool:
    return write_with_twins(press.output, file_of(page.url), renderer.printed(page), press.site.precompress)


@lru_cache(maxsize=1)
def _renderer(press: Press) -> Renderer:
    return Renderer(press.site, Theme.find(press.project))
