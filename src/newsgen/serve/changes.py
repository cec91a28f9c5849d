"""Many changes on disk, one rebuild."""

from __future__ import annotations

import threading
import time

# An editor that saves, or a tool that writes many files, makes a burst of events: a rebuild waits for the
# pause after the burst, but not for ever.
QUIET_SECONDS = 0.08
LONGEST_SECONDS = 1.0


class Changes:
    """The changes since the last rebuild. Safe to use from many threads."""

    def __init__(self) -> None:
        self._noted = threading.Condition()
        self._first: float | None = None
        self._last = 0.0
        self._closed = False

    def note(self) -> None:
        """Something has changed just now."""
        with self._noted:
            self._last = time.monotonic()
            if self._first is None:
                self._first = self._last
                self._noted.notify()

    def wait(self) -> bool:
        """Block until changes were noted and have settled, and forget them; False once closed."""
        with self._noted:
            while not self._closed:
                if self._first is None:
                    self._noted.wait()
                    continue
                due = min(self._last + QUIET_SECONDS, self._first + LONGEST_SECONDS)
                left = due - time.monotonic()
                if left <= 0:
                    self._first = None
                    return True
                self._noted.wait(left)
            return False

    def close(self) -> None:
        """Let `wait` return False, now and from now on."""
        with self._noted:
            self._closed = True
            self._noted.notify()
