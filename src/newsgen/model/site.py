"""What every page of a site shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Digits = Literal["latin", "arabic"]
Language = Literal["ar", "en", "fa", "fr"]
Font = Literal["naskh", "sans", "system"]
Density = Literal["comfortable", "compact"]
Direction = Literal["rtl", "ltr"]

FeedText = Literal["summary", "full"]
DataFormat = Literal["csv", "jsonl", "parquet"]
Encoding = Literal["gz", "br"]


@dataclass(frozen=True, slots=True)
class Face:
    """How a project wants the default theme to look. `accent` is a colour, #rrggbb, or empty."""

    accent: str = ""
    font: Font = "naskh"
    density: Density = "comfortable"


@dataclass(frozen=True, slots=True)
class Site:
    """The site's own facts, as newsgen.yaml states them.

    `base_url` ends in a slash, or is empty where the site's address is not known. `country` is an ISO 3166
    code that chooses the month names (EG: ديسمبر, LB: كانون الأول, MA: دجنبر). `page_size` is the number of
    articles on a full page of a listing. `language` is the interface's; `hijri` has Hijri dates stand beside
    the Gregorian ones; `search` says whether the site has a search.

    What else is published beside the pages: `identifier` is the archive's own tag URI, empty where it is made
    of `base_url`; `license` an address, or empty. `feed_text` is what feeds have of an article. `data` are
    the formats of the open data, `precompress` the compressed twins of each text file.
    """

    title: str
    description: str
    base_url: str
    country: str
    digits: Digits
    page_size: int
    language: Language = "ar"
    hijri: bool = False
    face: Face = Face()
    search: bool = True
    identifier: str = ""
    license: str = ""
    feed_text: FeedText = "summary"
    news_sitemap: bool = False
    data: tuple[DataFormat, ...] = ("csv", "jsonl")
    precompress: tuple[Encoding, ...] = ()

    @property
    def direction(self) -> Direction:
        """Where the interface's lines run to."""
        return "rtl" if self.language in {"ar", "fa"} else "ltr"
