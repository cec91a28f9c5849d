"""The built sample archives: a plugin, which a conftest.py beside another one cannot be."""

from __future__ import annotations

import pytest
from sample_archive import Sample, build_sample


@pytest.fixture(scope="session")
def plain_sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """The sample archive as it is."""
    return build_sample(tmp_path_factory.mktemp("plain"))


@pytest.fixture(scope="session")
def published_sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """The sample archive as it is published below a path, with other digits and months and Hijri dates."""
    base_url = "https://example.org/news/archive/"
    settings = f"base_url: {base_url}\ncountry: LB\ndigits: arabic\nhijri: true\n"
    return build_sample(tmp_path_factory.mktemp("published"), settings, base_url)


@pytest.fixture(scope="session", params=["as it is", "below a path"])
def sample(request: pytest.FixtureRequest, plain_sample: Sample, published_sample: Sample) -> Sample:
    """Either of them."""
    return plain_sample if request.param == "as it is" else published_sample
