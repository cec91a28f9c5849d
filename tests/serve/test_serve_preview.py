"""The preview as a whole: a change on disk comes to the browser."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest
from serve_client import PATIENCE, Events, fetch, wait_until

from newsgen.errors import ConfigError, TemplateError
from newsgen.serve import Preview


class Project:
    """A project whose site is one page: its text files, one after the other."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.seeds, self.output = folder, folder / "seeds", folder / "site"
        self.seeds.mkdir()
        (self.seeds / "a.txt").write_text("الأول")
        self.builds = 0
        self.fault: Exception | None = None
        self.may_build = threading.Event()
        self.may_build.set()
        self.announced: list[str] = []
        self.preview = Preview(self.output, [folder], self._build, port=0, announce=self.announced.append)
        self._urls: Queue[str] = Queue()
        self._runner = threading.Thread(target=self.preview.run, args=(self._urls.put,))

    def start(self) -> str:
        self._runner.start()
        return self._urls.get(timeout=PATIENCE)

    def stop(self) -> None:
        self.may_build.set()
        self.preview.stop()
        if self._runner.ident is not None:
            self._runner.join(PATIENCE)
        assert not self._runner.is_alive()

    def _build(self) -> None:
        self.builds += 1
        if self.fault is not None:
            raise self.fault
        text = " ".join(path.read_text() for path in sorted(self.folder.rglob("*.txt")))
        assert self.may_build.wait(PATIENCE)
        self.output.mkdir(exist_ok=True)
        (self.output / "index.html").write_text(f"<body>{text}</body>")
        (self.output / "style.css").touch()


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Make a project, and see to it that its preview leaves no thread behind."""
    before = set(threading.enumerate())
    project = Project(tmp_path)
    yield project
    project.stop()
    assert set(threading.enumerate()) == before


def version_in(page: str) -> str:
    found = re.search('data-version="([^"]+)"', page)
    assert found is not None
    return found[1]


def test_the_site_is_built_before_it_is_shown(project: Project) -> None:
    url = project.start()
    assert project.builds == 1
    assert "الأول" in fetch(url, "/").text


def test_what_the_last_build_left_is_shown_at_once_and_brought_up_to_date_meanwhile(project: Project) -> None:
    project.output.mkdir()
    (project.output / "index.html").write_text("<body>من البناء السابق</body>")
    project.may_build.clear()
    url = project.start()
    with Events(url) as events:
        shown = events.next_version()
        assert "من البناء السابق" in fetch(url, "/").text
        project.may_build.set()
        assert events.next_version() not in {shown, None}
        assert "الأول" in fetch(url, "/").text
    assert project.builds == 1


def test_a_change_is_built_and_told_to_the_browser(project: Project) -> None:
    url = project.start()
    shown = version_in(fetch(url, "/").text)
    with Events(url) as events:
        assert events.content_type == "text/event-stream"
        assert events.next_version() == shown
        (project.seeds / "b.txt").write_text("الثاني")
        assert events.next_version() not in {shown, None}
        wait_until(lambda: "الأول الثاني" in fetch(url, "/").text)


def test_a_page_read_before_a_build_learns_of_it_though_it_listens_after(project: Project) -> None:
    url = project.start()
    shown = version_in(fetch(url, "/").text)
    (project.seeds / "b.txt").write_text("الثاني")
    wait_until(lambda: version_in(fetch(url, "/").text) != shown)
    with Events(url) as events:
        assert events.next_version() != shown


def test_a_preview_started_anew_repeats_no_version(tmp_path: Path) -> None:
    versions = []
    for name in ("once", "twice"):
        (tmp_path / name).mkdir()
        project = Project(tmp_path / name)
        versions.append(version_in(fetch(project.start(), "/").text))
        project.stop()
    assert versions[0] != versions[1]


def test_a_failing_build_is_shown_until_it_succeeds(project: Project) -> None:
    url = project.start()
    with Events(url) as events:
        good = events.next_version()
        project.fault = TemplateError("unknown tag <x>", where="base.html", line=3)
        (project.seeds / "b.txt").write_text("الثاني")
        bad = events.next_version()
        assert bad != good
        page = fetch(url, "/")
        assert page.status == 500
        assert "<h1>تعذّر بناء الموقع</h1>" in page.text
        assert '<pre dir="ltr">base.html:3: unknown tag &lt;x&gt;</pre>' in page.text
        assert version_in(page.text) == bad
        assert fetch(url, "/missing").status == 500
        assert fetch(url, "/style.css").status == 200
        assert project.announced == ["base.html:3: unknown tag <x>"]
        project.fault = None
        (project.seeds / "b.txt").write_text("الثالث")
        assert events.next_version() not in {good, bad}
        wait_until(lambda: fetch(url, "/").status == 200)


def test_a_bug_in_the_build_does_not_end_the_preview(project: Project) -> None:
    project.fault = ZeroDivisionError("nought & nothing")
    url = project.start()
    page = fetch(url, "/")
    assert page.status == 500
    assert '<pre dir="ltr">ZeroDivisionError: nought &amp; nothing</pre>' in page.text
    assert project.announced[0].startswith("Traceback (most recent call last):")
    project.fault = None
    (project.seeds / "b.txt").write_text("الثاني")
    wait_until(lambda: fetch(url, "/").status == 200)


def test_a_folder_that_appears_is_watched_from_then_on(project: Project) -> None:
    url = project.start()
    (project.folder / "articles").mkdir()
    wait_until(lambda: project.builds == 2)
    (project.folder / "articles" / "a.txt").write_text("مقال")
    wait_until(lambda: "مقال" in fetch(url, "/").text)


def test_many_changes_cause_few_builds(project: Project) -> None:
    url = project.start()
    for number in range(300):
        (project.seeds / f"{number:03}.txt").write_text(f"خبر-{number}")
    wait_until(lambda: "خبر-299" in fetch(url, "/").text)
    assert project.builds < 10


def test_changes_during_a_build_cause_another(project: Project) -> None:
    url = project.start()
    project.may_build.clear()
    (project.seeds / "b.txt").write_text("الثاني")
    wait_until(lambda: project.builds == 2)
    for number in range(100):
        (project.seeds / "c.txt").write_text(f"خبر-{number}")
    assert project.builds == 2
    project.may_build.set()
    wait_until(lambda: "خبر-99" in fetch(url, "/").text)
    assert project.builds < 6


def test_what_a_build_writes_causes_no_build(project: Project) -> None:
    url = project.start()
    with Events(url) as events:
        events.next_version()
        for number in range(3):
            (project.seeds / "b.txt").write_text(f"خبر-{number}")
            events.next_version()
    # Each build may have had a late event of its own change, but none of those has led on to yet another.
    assert project.builds <= 7


def test_the_end_is_told_to_listeners_at_once(project: Project) -> None:
    url = project.start()
    with Events(url) as events:
        events.next_version()
        project.stop()
        assert events.next_version() is None


def test_a_preview_stopped_before_it_runs_builds_once_and_ends(project: Project) -> None:
    project.preview.stop()
    project.start()
    project.stop()
    assert project.builds == 1


def test_ctrl_c_ends_the_preview_even_within_a_build(tmp_path: Path) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    before = set(threading.enumerate())
    Preview(tmp_path / "site", [tmp_path], interrupted, port=0, announce=pytest.fail).run(pytest.fail)
    assert set(threading.enumerate()) == before


def test_nothing_is_built_for_a_port_that_cannot_be_had(project: Project) -> None:
    port = int(project.start().rstrip("/").rpartition(":")[2])
    second = Preview(project.output, [], pytest.fail, port=port, announce=pytest.fail)
    with pytest.raises(ConfigError, match=f"port {port} is in use"):
        second.run(pytest.fail)
