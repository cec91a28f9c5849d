from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.model.pages import ListedCard, ListingPage
from newsgen.plan import first_outdated, listing_pages
from newsgen.plan.pagination import numbered_pages


def cards(count: int) -> list[ListedCard]:
    return [ListedCard(None, b"%d" % number) for number in range(1, count + 1)]


def pages(count: int, size: int = 3) -> list[ListingPage]:
    return list(listing_pages("tag", "عسل", "tags/عسل/", count, cards(count), size=size))


def shown(page: ListingPage) -> list[int]:
    """The numbers of the articles on the page, in its order."""
    return [int(card.html) for card in page.cards]


def test_a_listing_of_no_articles_is_one_empty_page() -> None:
    (page,) = pages(0)
    assert (page.url, page.count, page.cards, page.older, page.newer) == ("tags/عسل/", 0, (), None, None)


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, [[1]]),
        (3, [[3, 2, 1]]),
        (5, [[5, 4, 3, 2, 1]]),
        (6, [[3, 2, 1], [6, 5, 4]]),
        (8, [[3, 2, 1], [8, 7, 6, 5, 4]]),
        (9, [[3, 2, 1], [6, 5, 4], [9, 8, 7]]),
    ],
)
def test_pages_fill_from_the_oldest_and_the_newest_page_is_never_short(
    count: int, expected: list[list[int]]
) -> None:
    assert [shown(page) for page in pages(count)] == expected


def test_a_page_of_one_article_each_leaves_the_newest_at_the_listings_own_address() -> None:
    assert [(page.url, shown(page)) for page in pages(3, size=1)] == [
        ("tags/عسل/page/1/", [1]),
        ("tags/عسل/page/2/", [2]),
        ("tags/عسل/", [3]),
    ]


def test_pages_lead_to_each_other() -> None:
    assert [(page.number, page.older, page.newer) for page in pages(9)] == [
        (1, None, "tags/عسل/page/2/"),
        (2, "tags/عسل/page/1/", "tags/عسل/"),
        (None, "tags/عسل/page/2/", None),
    ]


def test_only_the_listings_own_page_tells_how_many_articles_there_are() -> None:
    assert [page.count for page in pages(7)] == [None, 7]


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_a_further_article_changes_two_numbered_pages_at_most(size: int) -> None:
    for count in range(30):
        before, after = pages(count, size)[:-1], pages(count + 1, size)[:-1]
        assert len(after) - len(before) in {0, 1}
        assert after[: max(0, len(before) - 1)] == before[: max(0, len(before) - 1)]


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_every_article_is_on_one_page(size: int) -> None:
    for count in range(30):
        assert sorted(number for page in pages(count, size) for number in shown(page)) == list(
            range(1, count + 1)
        )
        assert len(pages(count, size)) == numbered_pages(count, size) + 1


def test_pages_are_made_while_the_articles_come() -> None:
    stream = iter(cards(100))
    first = next(listing_pages("tag", "عسل", "tags/عسل/", 100, stream, size=10))
    assert (len(first.cards), next(stream).html) == (10, b"11")


@given(st.integers(1, 4), st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_pages_before_the_first_outdated_one_are_as_they_were(
    size: int, before: int, after: int, unchanged: int
) -> None:
    unchanged = min(unchanged, before, after)
    first = first_outdated(unchanged, after, size)
    spared = pages(after, size)[: first - 1]
    assert spared == pages(before, size)[: first - 1]
    assert all(page.number for page in spared)
    rest = listing_pages(
        "tag", "عسل", "tags/عسل/", after, cards(after)[size * (first - 1) :], size=size, first=first
    )
    assert spared + list(rest) == pages(after, size)


def test_a_change_among_the_newest_articles_leaves_all_but_a_few_pages_out_of_sight() -> None:
    assert first_outdated(unchanged=9_990, count=10_000, size=50) == 198
