"""Time the making of pages alone, in one process: nothing is read, nothing is written.

    python tests/benchmarks/rendering.py [ARTICLES]

Printed is processor time, the least of five rounds: microseconds an article's page, a listing's page without
its cards, and a card.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from bench_peers import newsgen_project

from newsgen.archive import Archive
from newsgen.build import Workers, build
from newsgen.build.composing import article_page, card_of, pages_of
from newsgen.config import load_config
from newsgen.model.pages import ListingPage
from newsgen.render import Theme
from newsgen.render.renderer import Renderer


def main(count: int) -> None:
    """Build an archive of `count` articles and render its pages again and again."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        newsgen_project(project, count)
        config = load_config(project)
        with Workers(1) as workers:
            build(config, workers)
        with Archive(config.cache) as archive:
            with archive.transaction():
                archive.pages.all_pending(articles=True, listings=True)
            pending = list(archive.pages.pending_articles())
            size = config.site.page_size
            listings = [
                page for one in archive.listings.pending() for page in pages_of(archive, one, size, 1)
            ]
        renderer = Renderer(config.site, Theme.find(project))
        articles = [article_page(article, config.site) for article in pending]
        bare = [replace(page, cards=()) for page in listings]
        composed = _microseconds(partial(article_page, site=config.site), pending)
        rendered = _microseconds(renderer.printed, articles)
        carded = _microseconds(renderer.card, map(card_of, articles))
        weight = sum(len(renderer.printed(page)) for page in articles) / len(articles)
        print(
            f"an article's page: {composed:.0f} µs to compose, {rendered:.0f} µs to render; {weight:,.0f} B"
        )
        print(f"an article's card: {carded:.1f} µs")
        _print_listings(renderer, listings, bare)


def _print_listings(renderer: Renderer, listings: list[ListingPage], bare: list[ListingPage]) -> None:
    cards = sum(len(page.cards) for page in listings) / len(listings)
    full, empty = _microseconds(renderer.printed, listings), _microseconds(renderer.printed, bare)
    each = (full - empty) / cards
    print(f"a listing's page: {empty:.0f} µs, and {each:.1f} µs for each of its {cards:.1f} cards")


def _microseconds(work: Callable[..., object], items: Iterable[object]) -> float:
    everything = list(items)
    best = float("inf")
    for _ in range(5):
        begun = time.process_time()
        for item in everything:
            work(item)
        best = min(best, time.process_time() - begun)
    return best / len(everything) * 1e6


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
