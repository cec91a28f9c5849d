"""What other programs fetch to learn what is in the archive: feeds, sitemaps, robots.txt.

Pure functions: records and texts in, files out. `build` decides which are outdated.
"""

from newsgen.syndication.atom import AtomFeed, atom_entry, atom_feed
from newsgen.syndication.json_feed import json_feed
from newsgen.syndication.robots import robots_txt
from newsgen.syndication.sitemaps import NewsItem, news_sitemap, sitemap, sitemap_index

__all__ = [
    "AtomFeed",
    "NewsItem",
    "atom_entry",
    "atom_feed",
    "json_feed",
    "news_sitemap",
    "robots_txt",
    "sitemap",
    "sitemap_index",
]
