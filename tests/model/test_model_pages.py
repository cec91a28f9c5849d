"""Records of pages travel between processes as plain calls: they have to arrive as they were."""

from __future__ import annotations

import pickle
from dataclasses import fields

import pytest

from newsgen.model.pages import Link, ListedCard, ListingPage, Profile, Stretch, Term

PROFILE = Profile(
    (Stretch("2023-12", 3),), (Term("2023", "2023/", 3),), (Term("بحر", "tags/بحر/", 2),), (), ()
)
LISTING = ListingPage(
    url="tags/عسل/page/2/",
    kind="tag",
    key="عسل",
    home="tags/عسل/",
    number=2,
    count=7,
    cards=(ListedCard("2023-12-08", "<li>خبر</li>".encode()), ListedCard(None, b"")),
    older="tags/عسل/page/1/",
    newer="tags/عسل/",
    before=Link("2023/11", "2023/11/"),
    after=Link("2024/01", "2024/01/"),
    profile=PROFILE,
    citations=("tags/عسل/citations",),
)


@pytest.mark.parametrize("record", [LISTING, Term("بحر", "tags/بحر/", 2, sort="بحر")])
def test_a_record_arrives_as_it_was(record: object) -> None:
    arrived = pickle.loads(pickle.dumps(record))  # noqa: S301 - our own bytes
    assert arrived == record
    assert type(arrived) is type(record)


def test_the_sample_has_something_in_every_field() -> None:
    assert all(getattr(LISTING, field.name) for field in fields(LISTING))
