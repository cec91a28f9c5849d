from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from newsgen.archive import Archive

URLS = st.lists(st.text("0/9-.ب~", min_size=0, max_size=6), unique=True)


def test_the_tops_of_a_site_are_what_its_pages_lie_in(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        urls = ["", "2023/12/", "2023/", "2023-a.html", "20233/x/", "about/", ".nojekyll", "ب/ج/"]
        archive.pages.writing((url, "test") for url in urls)
        assert sorted(archive.pages.tops()) == sorted(
            ["", "2023", "2023-a.html", "20233", "about", ".nojekyll", "ب"]
        )


@given(URLS)
def test_every_top_is_found_once(urls: list[str]) -> None:
    with TemporaryDirectory() as folder, Archive(Path(folder)) as archive:
        archive.pages.writing((url, "test") for url in urls)
        assert sorted(archive.pages.tops()) == sorted({url.split("/")[0] for url in urls})
