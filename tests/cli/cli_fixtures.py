"""Projects for the tests of the command line: a plugin, which a conftest.py beside another one cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_project import FILES, newsgen, write_files


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The sample project, not built yet."""
    return write_files(tmp_path / "project", FILES)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project, built; tests only look at it."""
    folder = write_files(tmp_path_factory.mktemp("built") / "project", FILES)
    assert newsgen("-C", folder, "build").status == 0
    return folder
