"""Which build of the site is being shown."""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass


@dataclass(frozen=True)
class Edition:
    """One build: `version` differs from that of every other, `failure` says why it failed, or is None."""

    version: str
    failure: str | None


class Editions:
    """The edition being shown, and a way to wait for the next. Safe to use from many threads."""

    def __init__(self) -> None:
        # A preview started anew must not repeat the versions of the one before: open pages compare them.
        self._start = secrets.token_hex(4)
        self._count = 0
        self._changed = threading.Condition()
        self._current = Edition(f"{self._start}-0", None)
        self._closed = False

    @property
    def current(self) -> Edition:
        """The edition being shown now."""
        return self._current

    def publish(self, failure: str | None) -> None:
        """Make the build that has just ended the current edition; `failure` is None if it succeeded."""
        with self._changed:
            self._count += 1
            self._current = Edition(f"{self._start}-{self._count}", failure)
            self._changed.notify_all()

    def wait_past(self, seen: Edition, timeout: float) -> Edition | None:
        """Wait for another edition than `seen`, for `timeout` seconds at most.

        Gives the current edition, which after the timeout is `seen` itself, or None once closed.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._current is not seen, timeout)
            return None if self._closed else self._current

    def close(self) -> None:
        """Send everyone home who waits for the next edition."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
