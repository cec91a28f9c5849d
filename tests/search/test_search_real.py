"""The index of a month of real news, where its folder is named: what it weighs, what an article costs."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from search_sites import found

from newsgen.build import Workers, build, usable_cores
from newsgen.config import load_config

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


def test_the_index_is_small_beside_its_text_and_a_new_article_rewrites_little_of_it(tmp_path: Path) -> None:
    assert NEWS, "NEWSGEN_NEWS has to name the folder"
    (tmp_path / "seeds").mkdir()
    for pack in Path(NEWS).glob("*.zip"):
        shutil.copy(pack, tmp_path / "seeds")
    before = update(tmp_path)
    text = 99_000_000  # bytes of titles and bodies in UTF-8
    assert sum(Path(name).stat().st_size for name in before) < 0.4 * text
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
