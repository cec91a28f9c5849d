"""What every page of a site shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Digits = Literal["latin", "arabic"]


@dataclass(frozen=True, slots=True)
class Site:
    """The site's own facts, as newsgen.yaml states them.

    `base_url` ends in a slash, or is empty where the site's address is not known. `country` is an ISO 3166
    code that chooses the month names (EG: ديسمبر, LB: كانون الأول, MA: دجنبر). `page_size` is the number of
    articles on a full page of a listing, `search` whether the site has one.
    """

    title: str
    description: str
    base_url: str
    country: str
    digits: Digits
    page_size: int
    search: bool = True
