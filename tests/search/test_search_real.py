"""The index of a month of real news, where its folder is named: what it weighs, what an article costs."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page
from search_sites import found, hosted, round_trips

from newsgen.build import Workers, build, usable_cores
from newsgen.config import load_config

pytest_plugins = ["search_fixtures"]
NEWS = os.environ.get("NEWSGEN_NEWS")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not NEWS and "CI" not in os.environ, reason="needs the folder NEWSGEN_NEWS"),
]


def update(project: Path) -> dict[str, int]:
    """Bring the project up to date; when each file of its index was written last."""
    config = load_config(project)
    with Workers(usable_cores()) as workers:
        build(config, workers)
    return {file.as_posix(): file.stat().st_mtime_ns for file in (config.output / "search").rglob("*.*")}


@pytest.mark.browser
def test_the_index_is_small_beside_its_text_and_soon_read_and_a_new_article_rewrites_little_of_it(
    tmp_path: Path, tab: Page
) -> None:
    assert NEWS, "NEWSGEN_NEWS has to name the folder"
    (tmp_path / "seeds").mkdir()
    for pack in Path(NEWS).glob("*.zip"):
        shutil.copy(pack, tmp_path / "seeds")
    before = update(tmp_path)
    text = 99_000_000  # bytes of titles and bodies in UTF-8
    assert sum(Path(name).stat().st_size for name in before) < 0.4 * text
    with hosted(tmp_path / "site") as host:
        # The second is rare: which segments have it is to be known before they are read, a step more.
        trips = [round_trips(tab, f"{host}search/?q={word}") for word in ("السعودية", "سنغافورة")]
    assert trips == [4, 5]
    (tmp_path / "articles").mkdir()
    article = (
        "---\ntitle: منطاد فوق المرفأ\ndate: 2015-12-31\n---\n\nصعد المنطاد صباح اليوم فوق المرفأ القديم.\n"
    )
    (tmp_path / "articles/new.md").write_text(article, encoding="utf-8")
    after = update(tmp_path)
    written = [name for name, stamp in after.items() if before.get(name) != stamp]
    # The page, the manifest, and of the newest segment its contents, a text and the shards of a dozen words.
    assert len(written) < 40
    assert found(tmp_path / "site", "المنطاد فوق")[0].heading == "منطاد فوق المرفأ"
