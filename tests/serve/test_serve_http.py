"""What the preview answers, over real sockets."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from serve_client import PATIENCE, fetch

from newsgen.errors import ConfigError
from newsgen.serve.edition import Editions
from newsgen.serve.handler import Handler, Site
from newsgen.serve.server import Server

_PAGE = "<!DOCTYPE html><html><body><p>أهلًا</p></BODY></html>"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an output folder, and a secret beside it."""
    top = tmp_path_factory.mktemp("served")
    (top / "secret.txt").write_text("secret")
    root = top / "site"
    (root / "أخبار").mkdir(parents=True)
    (root / "index.html").write_text(_PAGE)
    (root / "أخبار" / "index.html").write_text("<p>بلا وسم ختام")
    (root / "404.html").write_text("<body>لا توجد</body>")
    (root / "digits.txt").write_text("0123456789")
    (root / "empty.txt").touch()
    (root / "out.txt").symlink_to(top / "secret.txt")
    return root


@pytest.fixture(scope="module")
def url(root: Path) -> Iterator[str]:
    """Serve the output folder."""
    editions, failures = Editions(), list[str]()
    with Server("127.0.0.1", 0, partial(Handler, Site(root, editions, True)), failures.append) as server:
        server.start()
        yield server.url
        editions.close()
    assert failures == []


def send_raw(url: str, request: bytes) -> bytes:
    place = urlsplit(url)
    with socket.create_connection((place.hostname or "", place.port or 0), PATIENCE) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def test_a_folder_is_answered_with_its_index(url: str) -> None:
    answer = fetch(url, "/")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert "أهلًا" in answer.text


@pytest.mark.parametrize("path", [quote("/أخبار/"), "/أخبار/".encode().decode("latin-1")])
def test_arabic_paths_work_percent_encoded_or_bare(url: str, path: str) -> None:
    request = f"GET {path} HTTP/1.0\r\n\r\n".encode("latin-1")
    answer = send_raw(url, request)
    assert answer.startswith(b"HTTP/1.1 200 ")
    assert "بلا وسم ختام".encode() in answer


def test_a_folder_without_its_slash_is_redirected_with_its_query(url: str) -> None:
    answer = fetch(url, quote("/أخبار") + "?q=a%26b&p=2")
    assert answer.status == 301
    assert answer.headers["Location"] == quote("/أخبار/") + "?q=a%26b&p=2"


def test_a_redirect_never_leads_to_another_host(url: str) -> None:
    assert fetch(url, f"//{quote('أخبار')}").headers["Location"] == quote("/أخبار/")


def test_an_unknown_path_is_answered_with_the_sites_404_page(url: str) -> None:
    answer = fetch(url, "/missing/")
    assert answer.status == 404
    assert "لا توجد" in answer.text
    assert "/__newsgen__/reload.js" in answer.text


def test_nothing_is_cached(url: str) -> None:
    for path in ("/", "/digits.txt", "/missing", quote("/أخبار"), "/__newsgen__/reload.js"):
        assert fetch(url, path).headers["Cache-Control"] == "no-store"


def test_head_is_answered_like_get_without_the_body(url: str) -> None:
    for path in ("/", "/digits.txt", "/missing", quote("/أخبار"), "/__newsgen__/events"):
        head, length = fetch(url, path, "HEAD"), None
        if path != "/__newsgen__/events":
            length = fetch(url, path).headers["Content-Length"]
        assert (head.body, head.headers["Content-Length"]) == (b"", length)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "BREW"])
def test_other_methods_are_refused(url: str, method: str) -> None:
    answer = fetch(url, "/", method)
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")


def test_one_range_of_bytes_is_answered_with_these_bytes(url: str) -> None:
    answer = fetch(url, "/digits.txt", Range="bytes=2-4")
    assert (answer.status, answer.text) == (206, "234")
    assert answer.headers["Content-Range"] == "bytes 2-4/10"
    assert fetch(url, "/digits.txt").headers["Accept-Ranges"] == "bytes"


def test_a_range_outside_the_file_is_refused(url: str) -> None:
    answer = fetch(url, "/digits.txt", Range="bytes=10-")
    assert (answer.status, answer.headers["Content-Range"]) == (416, "bytes */10")


def test_a_page_is_whole_whatever_range_is_asked_for(url: str) -> None:
    answer = fetch(url, "/", Range="bytes=0-4")
    assert answer.status == 200
    assert answer.text.endswith("</html>")


def test_an_empty_file_leaves_the_connection_open_for_the_next_request(url: str) -> None:
    ask = "GET {} HTTP/1.1\r\nHost: localhost\r\n\r\n"
    answer = send_raw(url, (ask.format("/empty.txt") + ask.format("/digits.txt")).encode())
    assert answer.count(b"HTTP/1.1 200 ") == 2
    assert answer.endswith(b"0123456789")


def test_pages_get_the_reload_script_before_their_body_ends(url: str, root: Path) -> None:
    answer = fetch(url, "/")
    before, _, after = answer.text.partition('<script src="/__newsgen__/reload.js" defer')
    assert before.endswith("</p>")
    assert after.endswith("></script></BODY></html>")
    assert int(answer.headers["Content-Length"]) == len(answer.body)
    assert (root / "index.html").read_text() == _PAGE


def test_a_page_without_an_end_of_body_gets_the_reload_script_at_its_end(url: str) -> None:
    assert fetch(url, quote("/أخبار/")).text.endswith("></script>")


def test_the_reload_script_is_served_as_a_file_so_that_a_strict_policy_allows_it(url: str) -> None:
    answer = fetch(url, "/__newsgen__/reload.js")
    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert "EventSource" in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e%5csecret.txt",
        "/..\\secret.txt",
        "/out.txt",
        "/digits.txt%00",
        "//../secret.txt",
        "/%2fetc%2fpasswd",
        "//etc/passwd",
        "http://localhost/digits.txt",
        "/digits.txt\0",
        "*",
    ],
)
def test_nothing_outside_the_output_folder_can_be_fetched(url: str, path: str) -> None:
    answer = send_raw(url, f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    assert answer.startswith(b"HTTP/1.1 404 ")
    assert b"secret" not in answer


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:80", "127.0.0.1", "127.0.0.1:9", "[::1]:8000"])
def test_requests_to_this_machine_are_answered(url: str, host: str) -> None:
    assert fetch(url, "/", Host=host).status == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.nip.io:80", "[::2]", ""]
)
@pytest.mark.parametrize("path", ["/", "/__newsgen__/events"])
def test_requests_to_another_name_are_refused(url: str, host: str, path: str) -> None:
    assert fetch(url, path, Host=host).status == 403


def test_every_name_is_answered_where_the_preview_is_shown_to_others(root: Path) -> None:
    site = Site(root, Editions(), local_only=False)
    with Server("127.0.0.1", 0, partial(Handler, site), pytest.fail) as server:
        server.start()
        assert fetch(server.url, "/", Host="laptop.local:8000").status == 200


def test_a_site_without_a_404_page_has_a_plain_one(tmp_path: Path) -> None:
    with Server("127.0.0.1", 0, partial(Handler, Site(tmp_path, Editions(), True)), pytest.fail) as server:
        server.start()
        answer = fetch(server.url, "/")
        assert answer.status == 404
        assert "لا توجد صفحة بهذا العنوان" in answer.text


def test_a_busy_port_is_told_in_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(ConfigError) as caught:
            Server("127.0.0.1", port, Handler, print)
    assert str(caught.value) == f"port {port} is in use; choose another with --port"


def test_an_address_that_is_not_this_machines_is_told_in_one_line() -> None:
    with pytest.raises(ConfigError, match=r"cannot listen on 192\.0\.2\.1, port 0: "):
        Server("192.0.2.1", 0, Handler, print)


def test_the_end_does_not_wait_for_browsers_that_keep_their_connection(root: Path) -> None:
    with Server("127.0.0.1", 0, partial(Handler, Site(root, Editions(), True)), pytest.fail) as server:
        server.start()
        place = urlsplit(server.url)
        idle = socket.create_connection((place.hostname or "", place.port or 0), PATIENCE)
        idle.sendall(b"GET /digits.txt HTTP/1.1\r\nHost: localhost\r\n\r\n")
        answer = b""
        while not answer.endswith(b"0123456789"):
            answer += idle.recv(65536)
        begun = time.monotonic()
    assert time.monotonic() - begun < PATIENCE
    with idle:
        assert idle.recv(1) == b""
