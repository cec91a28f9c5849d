"""The plan: which pages a listing has, and which pages are outdated and why. Pure functions on records."""

from newsgen.plan.addresses import is_reserved
from newsgen.plan.pagination import first_outdated, listing_pages, year_pages
from newsgen.plan.reasons import Reason, content_digest, page_digest, reason

__all__ = [
    "Reason",
    "content_digest",
    "first_outdated",
    "is_reserved",
    "listing_pages",
    "page_digest",
    "reason",
    "year_pages",
]
