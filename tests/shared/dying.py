"""Builds that die at a moment of one's choice, as one that is killed just then."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

import pytest

from newsgen.archive import Archive


@contextmanager
def dying_at(
    moment: int, *, files: bool = False, since: tuple[ModuleType, str] | None = None
) -> Iterator[list[int]]:
    """Have builds in this process die at `moment`; what is given counts the moments that have come.

    A moment is before a transaction and, with `files`, also when a file is written or deleted and that is not
    yet noted. They are counted from the call of the function `since` on.
    """
    come, begin, replace, unlink = [0], Archive.transaction, os.replace, os.unlink

    def pass_moment() -> None:
        come[0] += 1
        if come[0] == moment:
            raise KeyboardInterrupt

    @contextmanager
    def transaction(archive: Archive) -> Iterator[None]:
        pass_moment()
        with begin(archive):
            yield

    def replaced(source: str, target: str) -> None:
        replace(source, target)
        pass_moment()

    def unlinked(file: str) -> None:
        unlink(file)
        pass_moment()

    with pytest.MonkeyPatch.context() as patched:

        def count() -> None:
            patched.setattr(Archive, "transaction", transaction)
            if files:
                patched.setattr(os, "replace", replaced)
                patched.setattr(os, "unlink", unlinked)

        if since is None:
            count()
        else:
            module, name = since
            awaited = getattr(module, name)

            def count_from_here(*arguments: object) -> object:
                count()
                return awaited(*arguments)

            patched.setattr(module, name, count_from_here)
        yield come
