"""Sites of real documents: other people's texts, which lie outside of the repository."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from sample_archive import run

FIVE = Path(os.environ.get("NEWSGEN_CORPUS", ""))
OUTLETS = Path(os.environ.get("NEWSGEN_LABELLED", ""), "..", "saudinewsnet").resolve()


def built(folder: Path, seeds: Path, pattern: str) -> Path:
    """A project with these seeds, built."""
    (folder / "seeds").mkdir()
    for file in seeds.glob(pattern):
        shutil.copy(file, folder / "seeds")
    (folder / "newsgen.yaml").write_text("base_url: https://example.org/archive/\n", encoding="utf-8")
    run("-C", str(folder), "build", patience=1800)
    return folder


def assert_without_fault(project: Path) -> None:
    """No link, anchor, feed or sitemap of the site is wrong."""
    told = run("-C", str(project), "check", patience=1800).splitlines()
    summary = dict(line.split(maxsplit=1) for line in told if line.startswith(("links ", "feeds ")))
    assert summary == {"links": "none broken", "feeds": "valid"}


@pytest.mark.skipif(not os.environ.get("NEWSGEN_CORPUS"), reason="NEWSGEN_CORPUS names no folder")
def test_no_link_of_the_five_documents_leads_nowhere(tmp_path: Path) -> None:
    assert_without_fault(built(tmp_path, FIVE, "*.txt"))


@pytest.mark.slow
@pytest.mark.skipif(not OUTLETS.is_dir(), reason="no folder saudinewsnet beside that of NEWSGEN_LABELLED")
def test_no_link_of_31030_articles_leads_nowhere(tmp_path: Path) -> None:
    assert_without_fault(built(tmp_path, OUTLETS, "*.zip"))
