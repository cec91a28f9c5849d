from __future__ import annotations

import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen

from cli_project import FERRY, OVEN_URL, PATIENCE, clean_environment, command_line, newsgen, write_files

pytest_plugins = ["cli_fixtures"]


@contextmanager
def serving(project: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str, str]]:
    """The preview in a process of its own, its URL, and what it told before."""
    with subprocess.Popen(
        command_line("serve", "--port", "0", *options),
        cwd=project,
        env=clean_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as preview:
        try:
            assert preview.stderr is not None
            told = []
            for line in preview.stderr:
                told.append(line)
                if url := re.search(r"http://127\.0\.0\.1:\d+/", line):
                    yield preview, url[0], "".join(told)
                    break
            else:
                raise AssertionError("".join(told))
        finally:
            preview.kill()


def page(url: str, path: str = "") -> str:
    with urlopen(url + quote(path), timeout=PATIENCE) as response:  # noqa: S310  the preview's own address
        return str(response.read().decode())


def test_the_site_is_shown_and_kept_up_to_date_until_it_is_stopped(project: Path) -> None:
    with serving(project) as (preview, url, told):
        assert re.search(r"\d+ files written, 0 removed; problems: none\n", told)
        assert "فرن الحي القديم" in page(url, OVEN_URL)
        write_files(project, {"seeds/new.txt": FERRY.replace("عبّارة النهر تستأنف", "قارب الإسعاف يستأنف")})
        deadline = time.monotonic() + PATIENCE
        while "قارب الإسعاف" not in page(url):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        preview.send_signal(signal.SIGINT)
        out, err = preview.communicate(timeout=PATIENCE)
    assert (preview.returncode, out) == (0, "")
    assert "Traceback" not in err


def test_a_port_that_is_in_use_is_one_line(project: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = newsgen("-C", project, "serve", "--port", str(port))
    assert (done.status, done.out) == (2, "")
    assert done.error == f"newsgen: port {port} is in use; choose another with --port"
    assert not (project / "site").exists()
