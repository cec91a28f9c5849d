"""The preview as a whole: serve, watch, rebuild, reload."""

from __future__ import annotations

import contextlib
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from newsgen.errors import NewsgenError
from newsgen.serve.changes import Changes
from newsgen.serve.edition import Editions
from newsgen.serve.files import find_file
from newsgen.serve.handler import Handler, Site
from newsgen.serve.server import Server
from newsgen.serve.watch import Watcher

_LOCAL = {"127.0.0.1", "localhost", "::1"}


class Preview:
    """Shows the folder `output` in a browser and keeps it up to date.

    `rebuild` builds the site into `output`. It is called once at the start and again after changes in the
    `watched` folders and files, always in the thread of `run`, never twice at once. What it raises is told to
    `announce` and shown in the browser until a later build succeeds.

    On 127.0.0.1 or localhost only requests that name this machine are answered; any other `host` answers to
    every name. Port 0 takes any that is free.
    """

    def __init__(
        self,
        output: Path,
        watched: Sequence[Path],
        rebuild: Callable[[], None],
        *,
        host: str = "127.0.0.1",
        port: int,
        announce: Callable[[str], None],
    ) -> None:
        self._output = output
        self._watched = watched
        self._rebuild = rebuild
        self._host = host
        self._port = port
        self._announce = announce
        self._changes = Changes()

    def run(self, ready: Callable[[str], None]) -> None:
        """Build the site, serve it, and rebuild on changes, until `stop` or Ctrl-C.

        `ready` is called with the site's URL once it can be read: at once if an earlier build has left it,
        after the first build otherwise. Raises ConfigError if the port cannot be had, before anything is
        built. On return nothing is left running.
        """
        editions = Editions()
        handler = partial(Handler, Site(self._output, editions, self._host in _LOCAL))
        with (
            contextlib.suppress(KeyboardInterrupt),
            Server(self._host, self._port, handler, self._announce) as server,
            contextlib.closing(editions),
            Watcher(self._watched, self._output, self._changes.note, self._announce) as watcher,
        ):
            if find_file(self._output, "/") is None:
                self._build(editions)
            else:
                # The last build is shown at once, however large the archive, and is seen to meanwhile.
                self._changes.note()
            server.start()
            ready(server.url)
            while self._changes.wait():
                watcher.renew()
                self._build(editions)

    def stop(self) -> None:
        """Let `run` return, after the build in progress if there is one. For any thread to call."""
        self._changes.close()

    def _build(self, editions: Editions) -> None:
        failure = None
        try:
            self._rebuild()
        except NewsgenError as error:
            failure = str(error)
            self._announce(failure)
        except Exception:  # a bug must not end the preview: its author needs to see it mended
            report = traceback.format_exc().rstrip()
            failure = report.splitlines()[-1]
            self._announce(report)
        editions.publish(failure)
