"""What a page shows: the values that a template is given, one record for each kind of page.

Links and cards are named tuples: a page has dozens of them, and so they travel between processes at half
the cost.

Every `url` is a path from the site's root without a leading slash ("tags/x/"); the site's root itself is "".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from newsgen.model.article import Article

# Where the site's picture stands, drawn by newsgen or a project's own.
SOCIAL_CARD = "assets/social-card.png"

TermKind = Literal["tag", "source", "author"]
ListingKind = Literal["tag", "source", "author", "day", "month", "undated"]


class Link(NamedTuple):
    """A page's address and what stands on a link to it."""

    title: str
    url: str


class Card(NamedTuple):
    """An article as its card shows it. `title_stated`: False where the heading is the text's first words."""

    url: str
    heading: str
    title_stated: bool
    source: str | None
    published: str | None
    summary: str


class ListedCard(NamedTuple):
    """A card as it stands in a listing: `day` is its article's ISO day, None where it has no date.

    `html` is the rendered card in UTF-8, see `newsgen.render.cards`: made once, it is shown in many listings.
    """

    day: str | None
    html: bytes


class Headline(NamedTuple):
    """An article as other pages name it in passing. `title_stated` as in a card."""

    url: str
    heading: str
    title_stated: bool
    source: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Term:
    """A tag, source, author, year, month or day with the number of its articles. `sort` orders an index."""

    name: str
    url: str
    count: int
    sort: str = ""

    def __reduce__(self) -> tuple[object, ...]:
        """As a plain call: what dataclasses do by themselves costs ten times as much."""
        return Term, (self.name, self.url, self.count, self.sort)


@dataclass(frozen=True, slots=True)
class RelatedLink:
    """A related item as the page shows it. `url` is set where the archive holds that article."""

    title: str
    source: str | None
    text: str | None
    url: str | None
    external: str | None


class Citation(NamedTuple):
    """An article as reference managers read it. `csl` is one object of a CSL-JSON list."""

    bibtex: str
    ris: str
    csl: str


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article's own page. `previous` is the article before it in time, `next` the one after.

    `source_previous` and `source_next` are its neighbours among the articles of its source; `kindred` are
    articles near it in time that have a tag in common with it.
    """

    url: str
    article: Article
    day: Link | None
    source: Link | None
    author: Link | None
    tags: tuple[Link, ...]
    related: tuple[RelatedLink, ...]
    previous: Link | None
    next: Link | None
    source_previous: Link | None = None
    source_next: Link | None = None
    kindred: tuple[Headline, ...] = ()
    citation: Citation | None = None


class Stretch(NamedTuple):
    """A month ("2023-12") with the number of a listing's articles in it; "" for those without a date."""

    month: str
    articles: int


@dataclass(frozen=True, slots=True)
class Profile:
    """What a term's articles tell of it: their course over time, and the terms that occur with it.

    `course` has the months with articles, the oldest first. `years` are its years, the newest first, each
    with the page of the listing on which the year's newest article is. The terms beside it are those of its
    newest articles, the most frequent first, as those articles spell them.
    """

    course: tuple[Stretch, ...]
    years: tuple[Term, ...]
    tags: tuple[Term, ...]
    sources: tuple[Term, ...]
    authors: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class ListingPage:
    """One page of a listing, its newest articles first.

    `home` is the listing's own address, where its newest articles are; `number` is None there and counts
    from 1, the oldest page, elsewhere. `key` is the term's name, or "2023/12", "2023/12/08" for dates.
    `older`/`newer` lead through the pages of this listing, `before`/`after` to the neighbouring day or month
    that has articles. `count` is the whole listing's number of articles; on a numbered page it is None, so
    that an old page never changes. `profile` is there on a term's own address only, for the same reason, and
    so are `citations`: the files of a source's or tag's citations, without their suffixes.
    """

    url: str
    kind: ListingKind
    key: str
    home: str
    number: int | None
    count: int | None
    cards: tuple[ListedCard, ...]
    older: str | None
    newer: str | None
    before: Link | None = None
    after: Link | None = None
    profile: Profile | None = None
    citations: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[object, ...]:
        """As plain tuples: so a page with its dozens of cards travels at a tenth of the cost."""
        facts = (self.url, self.kind, self.key, self.home, self.number, self.count)
        ways = (self.older, self.newer, self.before, self.after)
        return _listing_page, (facts, tuple(map(tuple, self.cards)), (*ways, self.profile, self.citations))


def _listing_page(facts: tuple[Any, ...], cards: tuple[Any, ...], ways: tuple[Any, ...]) -> ListingPage:
    fields: tuple[Any, ...] = (*facts, tuple(map(ListedCard._make, cards)), *ways)
    return ListingPage(*fields)


@dataclass(frozen=True, slots=True)
class TermIndexPage:
    """tags/, sources/ or authors/: every term, in Arabic alphabetical order."""

    url: str
    kind: TermKind
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A month with articles: `key` is "2023/12", `days` its days that have some ("2023/12/08")."""

    key: str
    url: str
    count: int
    days: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class YearPage:
    """YYYY/: the year's months and days with their counts; neighbours are the nearest years with articles."""

    url: str
    year: int
    count: int
    months: tuple[Month, ...]
    before: Link | None
    after: Link | None


@dataclass(frozen=True, slots=True)
class Year:
    """A year with articles and its twelve months' counts, January first."""

    year: int
    url: str
    count: int
    months: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DatesPage:
    """dates/: every year that has articles, newest first, and the number of undated articles."""

    url: str
    years: tuple[Year, ...]
    undated: int


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the archive holds. `first` and `last` are the ISO days of its oldest and newest dated article."""

    articles: int
    undated: int
    sources: int
    authors: int
    tags: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class HomePage:
    """index.html: the newest articles (or undated ones where none has a date), and the ways in.

    `anniversary` is the newest day ("2023/12/08") on which the archive has articles of earlier years as well;
    `on_this_day` are those, one a year, the newest year first.
    """

    url: str
    holdings: Holdings
    cards: tuple[ListedCard, ...]
    sources: tuple[Term, ...]
    tags: tuple[Term, ...]
    years: tuple[Term, ...]
    anniversary: str | None = None
    on_this_day: tuple[Headline, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """How often something occurs: a problem's code, an encoding, a missing fact."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class AboutPage:
    """about/: what the archive holds, its sources, and how its documents were read."""

    url: str
    holdings: Holdings
    sources: tuple[Term, ...]
    encodings: tuple[Tally, ...]
    problems: tuple[Tally, ...]
    corrections: int
    unread: int


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """404.html: what a host shows for an address that does not exist."""

    url: str


@dataclass(frozen=True, slots=True)
class MovedPage:
    """What stands at an address that an article had before it was corrected: the way to its present one."""

    url: str
    target: Link


@dataclass(frozen=True, slots=True)
class SearchPage:
    """search/: where the archive is searched, by a script; `holdings` say what there is to search."""

    url: str
    holdings: Holdings


@dataclass(frozen=True, slots=True)
class SocialCard:
    """A picture of the site's name, 1200 by 630, that others show beside a link to any of its pages."""

    url: str


Page = (
    ArticlePage
    | ListingPage
    | TermIndexPage
    | YearPage
    | DatesPage
    | HomePage
    | AboutPage
    | SearchPage
    | NotFoundPage
    | SocialCard
    | MovedPage
)
