from __future__ import annotations

import pytest

from newsgen.hosting import HOSTS, Size, misfits

SMALL = {"files": 10, "total": 1000, "largest": "a", "largest_size": 100, "redirects": 0}


@pytest.mark.parametrize(
    ("host", "size", "codes"),
    [
        ("cloudflare", {}, []),
        ("cloudflare", {"files": 20_001}, ["host-files"]),
        ("cloudflare", {"largest_size": 25 * 1024**2 + 1}, ["host-file-size"]),
        ("cloudflare", {"redirects": 2001}, ["host-redirects"]),
        ("github-pages", {"total": 10**9 + 1}, ["host-size"]),
        ("github-pages", {"files": 10**6, "total": 10**9}, []),
        (
            "github-pages",
            {"total": 2 * 10**9, "largest_size": 200 * 1024**2},
            ["host-file-size", "host-size"],
        ),
        ("s3", {"files": 10**6, "total": 10**12}, []),
        ("netlify", {"files": 10**6}, []),
        ("nginx", {"files": 10**6, "total": 10**12}, []),
    ],
)
def test_a_site_that_is_too_large_for_a_host_is_told(
    host: str, size: dict[str, int], codes: list[str]
) -> None:
    found = list(misfits(HOSTS[host], Size(**{**SMALL, **size})))  # type: ignore[arg-type]
    assert [code for code, _, _ in found] == codes
    assert all(what and hint for _, what, hint in found)
