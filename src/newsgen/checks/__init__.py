"""What is wrong with a built site, and findings as other programs read them."""

from newsgen.checks.feeds import check_atom, check_json_feed
from newsgen.checks.finding import Finding, Level
from newsgen.checks.links import broken_links, files_below, pages_below
from newsgen.checks.reports import json_lines, sarif_lines
from newsgen.checks.sitemaps import check_sitemap

__all__ = [
    "Finding",
    "Level",
    "broken_links",
    "check_atom",
    "check_json_feed",
    "check_sitemap",
    "files_below",
    "json_lines",
    "pages_below",
    "sarif_lines",
]
