"""The plan: which pages a listing has, and which pages are outdated and why. Pure functions on records."""

from newsgen.plan.addresses import is_reserved
from newsgen.plan.lists import CITATIONS, citation_lists, feed_of, first_outdated_list
from newsgen.plan.pagination import first_outdated, listing_pages, numbered_pages, year_pages
from newsgen.plan.reasons import Reason, content_digest, page_digest, reason

__all__ = [
    "CITATIONS",
    "Reason",
    "citation_lists",
    "content_digest",
    "feed_of",
    "first_outdated",
    "first_outdated_list",
    "is_reserved",
    "listing_pages",
    "numbered_pages",
    "page_digest",
    "reason",
    "year_pages",
]
