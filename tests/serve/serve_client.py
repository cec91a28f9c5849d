"""What the tests of the preview share: a plain HTTP client that changes nothing, and patience."""

from __future__ import annotations

import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPResponse
from typing import Self
from urllib.parse import urlsplit

PATIENCE = 15.0


def wait_until(happened: Callable[[], bool]) -> None:
    """Return as soon as it has happened; fail if it does not."""
    deadline = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.01)


class Answer:
    """A response, read to its end."""

    def __init__(self, response: HTTPResponse) -> None:
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()
        self.text = self.body.decode("utf-8", "replace")


def fetch(url: str, path: str, method: str = "GET", **headers: str) -> Answer:
    """Send one request for exactly this path, which is not normalised."""
    connection = HTTPConnection(urlsplit(url).netloc, timeout=PATIENCE)
    try:
        connection.request(method, path, headers={name.replace("_", "-"): v for name, v in headers.items()})
        return Answer(connection.getresponse())
    finally:
        connection.close()


class Events:
    """A listener to the preview's Server-Sent Events, as reload.js is one."""

    def __init__(self, url: str) -> None:
        self._connection = HTTPConnection(urlsplit(url).netloc, timeout=PATIENCE)
        self._connection.request("GET", "/__newsgen__/events")
        self._response = self._connection.getresponse()
        self.content_type = self._response.headers["Content-Type"]

    def next_version(self) -> str | None:
        """Wait for the next event; None at the end of the stream."""
        for line in self._response:
            if line.startswith(b"data: "):
                return line.removeprefix(b"data: ").strip().decode()
        return None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._response.close()
        self._connection.close()
