"""The built sample archives: a plugin, which a conftest.py beside another one cannot be."""

from __future__ import annotations

import pytest
from sample_archive import Sample, build_sample


@pytest.fixture(scope="session")
def plain_sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """The sample archive as it is."""
    return build_sample(tmp_path_factory.mktemp("plain"))


@pytest.fixture(scope="session", params=["as it is", "below a path"])
def sample(
    request: pytest.FixtureRequest, plain_sample: Sample, tmp_path_factory: pytest.TempPathFactory
) -> Sample:
    """The sample archive as it is, and published below a path with other digits and months."""
    if request.param == "as it is":
        return plain_sample
    base_url = "https://example.org/news/archive/"
    settings = f"base_url: {base_url}\ncountry: LB\ndigits: arabic\n"
    return build_sample(tmp_path_factory.mktemp("published"), settings, base_url)
