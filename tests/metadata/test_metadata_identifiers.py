from __future__ import annotations

import pytest

from newsgen.metadata import TAG_URI, archive_id, article_id, permalink, rfc3339, w3c_date
from newsgen.model.site import Site


def site(base_url: str = "", identifier: str = "") -> Site:
    return Site("أرشيف", "", base_url, "EG", "latin", 50, identifier=identifier)


@pytest.mark.parametrize(
    ("base_url", "identifier"),
    [
        ("https://example.org/", "tag:example.org,2026:"),
        ("https://example.org:8000/news/archive/", "tag:example.org,2026:/news/archive"),
        ("https://مثال.إختبار/أخبار/", "tag:xn--mgbh0fb.xn--kgbechtv,2026:/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1"),
        ("", "tag:newsgen.invalid,2026:"),
    ],
)
def test_an_archive_is_named_by_its_host_and_path(base_url: str, identifier: str) -> None:
    assert archive_id(site(base_url)) == identifier
    assert TAG_URI.fullmatch(article_id(site(base_url), "k3f9a"))


def test_an_archive_that_moves_keeps_the_identifier_that_it_states() -> None:
    stated = "tag:old.example,2026:/archive"
    here, there = (site(f"https://{host}/", stated) for host in ("a.example", "b.example"))
    assert article_id(here, "k3f9a") == article_id(there, "k3f9a") == "tag:old.example,2026:/archive/k3f9a"


def test_a_permalink_is_percent_encoded() -> None:
    assert (
        permalink("https://example.org/", "2023/12/08/سد-1/")
        == "https://example.org/2023/12/08/%D8%B3%D8%AF-1/"
    )


@pytest.mark.parametrize(
    ("stated", "moment", "date"),
    [
        ("2023-12-08", "2023-12-08T00:00:00Z", "2023-12-08"),
        ("2023-12-08T14:30", "2023-12-08T14:30:00Z", "2023-12-08"),
        ("2023-12-08T14:30:05", "2023-12-08T14:30:05Z", "2023-12-08"),
        ("2023-12-08T14:30+03:00", "2023-12-08T14:30:00+03:00", "2023-12-08T14:30:00+03:00"),
        ("2023-12-08T14:30:05-05:00", "2023-12-08T14:30:05-05:00", "2023-12-08T14:30:05-05:00"),
        ("2023-12-08T14:30:05+00:00", "2023-12-08T14:30:05Z", "2023-12-08T14:30:05Z"),
    ],
)
def test_stated_dates_are_written_as_feeds_and_sitemaps_want_them(
    stated: str, moment: str, date: str
) -> None:
    assert (rfc3339(stated), w3c_date(stated)) == (moment, date)
