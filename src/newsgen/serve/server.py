"""The port, the connections to it, and their end."""

from __future__ import annotations

import contextlib
import errno
import socket
import sys
import threading
import traceback
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from types import TracebackType
from typing import Any, Self

from newsgen.errors import ConfigError


class Server(ThreadingHTTPServer):
    """Listens from the moment that it is made, answers from `start` on, and is gone after its with block.

    `handler` makes the handler of a connection; `announce` gets the traceback of a handler that fails.
    Raises ConfigError if it cannot listen on that host and port. Port 0 takes any that is free.
    """

    request_queue_size = 64

    def __init__(
        self,
        host: str,
        port: int,
        handler: Callable[..., BaseHTTPRequestHandler],
        announce: Callable[[str], None],
    ) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._host = host
        self._announce = announce
        self._loop: threading.Thread | None = None
        self._connections: dict[threading.Thread, socket.socket] = {}
        self._lock = threading.Lock()
        try:
            super().__init__((host, port), handler)
        except OSError as error:
            raise _cannot_listen(host, port, error) from error

    @property
    def url(self) -> str:
        """The address of the site's front page."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{host}:{self.socket.getsockname()[1]}/"

    def start(self) -> None:
        """Answer requests, in threads."""
        # The poll interval is what the end has to wait for.
        self._loop = threading.Thread(
            target=self.serve_forever, args=(0.05,), name="newsgen-serve", daemon=True
        )
        self._loop.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._loop is not None:
            self.shutdown()
            self._loop.join()
        with self._lock:
            connections = dict(self._connections)
        for connection in connections.values():
            # A browser keeps connections open for its next request: the handlers wait in them.
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in connections:
            thread.join()
        self.server_close()

    def server_bind(self) -> None:
        """Take the port, without asking the DNS for this machine's name as HTTPServer does."""
        TCPServer.server_bind(self)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer one connection in a thread of its own, which is known until it ends."""
        thread = threading.Thread(
            target=self.process_request_thread, args=(request, client_address), daemon=True
        )
        with self._lock:
            self._connections[thread] = request
        thread.start()

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer one connection."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            with self._lock:
                del self._connections[threading.current_thread()]

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002 - the base class's face
        """Announce what failed in a handler, unless it is only that the browser went away."""
        if not isinstance(sys.exception(), (ConnectionError, TimeoutError)):
            self._announce(traceback.format_exc().rstrip())


def _cannot_listen(host: str, port: int, error: OSError) -> ConfigError:
    if error.errno == errno.EADDRINUSE:
        return ConfigError(f"port {port} is in use", hint="choose another with --port")
    return ConfigError(
        f"cannot listen on {host}, port {port}: {error.strerror}", hint="choose another host or port"
    )
