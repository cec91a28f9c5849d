"""One HTTP request, one answer: as a real host gives it, except that nothing may be cached."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import quote

from newsgen.serve.edition import Edition, Editions
from newsgen.serve.files import content_type, find_file, parse_range
from newsgen.serve.reload import (
    EVENTS_ADDRESS,
    MISSING_PAGE,
    SCRIPT,
    SCRIPT_ADDRESS,
    add_reload_script,
    error_page,
)

_HTML = content_type("page.html")
_LOCAL_HOST = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:[0-9]+)?", re.IGNORECASE)
_HEARTBEAT_SECONDS = 15.0
_CHUNK = 1 << 16


@dataclass(frozen=True)
class Site:
    """What is served: the folder `root`, in its current edition.

    `local_only` refuses requests that name another host than this machine: a page elsewhere can point its own
    name at 127.0.0.1 and read the preview through the visitor's browser (DNS rebinding).
    """

    root: Path
    editions: Editions
    local_only: bool


class Handler(BaseHTTPRequestHandler):
    """Answers the requests of one connection; `partial(Handler, site)` is what a server wants."""

    protocol_version = "HTTP/1.1"
    timeout = 60
    disable_nagle_algorithm = True

    def __init__(self, site: Site, *connection: Any) -> None:
        self._site = site
        super().__init__(*connection)

    def parse_request(self) -> bool:
        """Read the request; False if it was refused here already."""
        if not super().parse_request():
            return False
        hosts = self.headers.get_all("Host", [])
        if self._site.local_only and not all(map(_LOCAL_HOST.fullmatch, hosts)):
            self._refuse(403, "The preview answers to localhost and 127.0.0.1 only.\n")
        elif self.command not in {"GET", "HEAD"}:
            self._refuse(405, "The preview answers GET and HEAD only.\n", Allow="GET, HEAD")
        else:
            return True
        return False

    def do_GET(self) -> None:
        """Answer a GET request."""
        # The request line comes decoded as Latin-1: some clients send the address as bare UTF-8.
        target = self.path.encode("latin-1").decode("utf-8", "replace")
        address, mark, query = target.partition("?")
        if address == SCRIPT_ADDRESS:
            self._send(200, SCRIPT, content_type(SCRIPT_ADDRESS))
        elif address == EVENTS_ADDRESS:
            self._send_events()
        elif (file := find_file(self._site.root, address)) is not None:
            self._send_file(file)
        elif find_file(self._site.root, address + "/") is not None:
            self._send_head(301, {"Location": _quoted(f"{address}/{mark}{query}"), "Content-Length": "0"})
        else:
            self._send_missing()

    def do_HEAD(self) -> None:
        """Answer a HEAD request: as GET, without the body."""
        self.do_GET()

    def version_string(self) -> str:
        """Name the server as its answers do."""
        return "newsgen"

    def log_message(self, *_: object) -> None:
        """Stay quiet: what a build says matters more than each picture fetched."""

    def _send_file(self, file: Path) -> None:
        edition = self._site.editions.current
        try:
            stream = file.open("rb")
        except OSError:  # a build is just replacing it
            self._send_missing()
            return
        with stream:
            if content_type(file.name) == _HTML:
                self._send_page(200, stream.read(), edition)
            else:
                self._send_bytes_of(stream, content_type(file.name))

    def _send_bytes_of(self, stream: BinaryIO, kind: str) -> None:
        size = os.fstat(stream.fileno()).st_size
        headers = {"Content-Type": kind, "Accept-Ranges": "bytes"}
        try:
            part = parse_range(self.headers.get("Range"), size)
        except ValueError:
            self._send_head(416, {"Content-Range": f"bytes */{size}", "Content-Length": "0"})
            return
        if part is None:
            self._send_head(200, headers | {"Content-Length": str(size)})
            self._copy(stream, size)
        else:
            headers["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{size}"
            self._send_head(206, headers | {"Content-Length": str(len(part))})
            stream.seek(part.start)
            self._copy(stream, len(part))

    def _copy(self, stream: BinaryIO, length: int) -> None:
        if self.command == "HEAD":
            return
        while length > 0 and (chunk := stream.read(min(_CHUNK, length))):
            self.wfile.write(chunk)
            length -= len(chunk)
        if length > 0:  # the file was cut short meanwhile: only the connection's end can tell the client
            self.close_connection = True

    def _send_missing(self) -> None:
        edition = self._site.editions.current
        file = find_file(self._site.root, "/404.html")
        try:
            page = MISSING_PAGE if file is None else file.read_bytes()
        except OSError:
            page = MISSING_PAGE
        self._send_page(404, page, edition)

    def _send_page(self, status: int, page: bytes, edition: Edition) -> None:
        if edition.failure is not None:
            status, page = 500, error_page(edition.failure)
        self._send(status, add_reload_script(page, edition), _HTML)

    def _send_events(self) -> None:
        # Without a length the events end with the connection, which then serves nothing else.
        self._send_head(200, {"Content-Type": "text/event-stream", "Connection": "close"})
        if self.command == "HEAD":
            return
        editions = self._site.editions
        shown = editions.current
        self.wfile.write(f"retry: 1000\ndata: {shown.version}\n\n".encode())
        while (latest := editions.wait_past(shown, _HEARTBEAT_SECONDS)) is not None:
            # The heartbeat fails once the client has gone, and so ends this thread.
            self.wfile.write(b":\n\n" if latest is shown else f"data: {latest.version}\n\n".encode())
            shown = latest

    def _refuse(self, status: int, reason: str, **headers: str) -> None:
        # The connection ends: the request may have a body, which nobody is going to read.
        self._send(status, reason.encode(), content_type("reason.txt"), Connection="close", **headers)

    def _send(self, status: int, body: bytes, kind: str, **headers: str) -> None:
        about = {"Content-Type": kind, "Content-Length": str(len(body))}
        self._send_head(status, about | headers)
        if self.command != "HEAD":
            self.wfile.write(body)

    def _send_head(self, status: int, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-store")
        self.end_headers()


def _quoted(target: str) -> str:
    return quote(target, safe="/?%~:@!$&'()*+,;=")
