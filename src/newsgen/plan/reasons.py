"""Why a page has to be made again."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from enum import Enum

from newsgen.model.pages import ListingPage, Page


class Reason(Enum):
    """A reason for which a page is outdated; its value says it in a sentence."""

    NEW = "it was never written here"
    CONTENT = "what it shows has changed"
    LOOK = "its template, the settings or newsgen itself have changed"

    def __str__(self) -> str:
        return self.value


def content_digest(*parts: object) -> str:
    """A digest of records, texts and numbers: equal parts give equal digests in every process."""
    return hashlib.blake2b(repr(parts).encode(errors="surrogatepass"), digest_size=16).hexdigest()


def page_digest(page: Page) -> str:
    """A digest of what a page shows."""
    if not isinstance(page, ListingPage):
        return content_digest(page)
    # The cards are nearly all of it: their HTML is taken as it is, not written out once more as a repr.
    digest = hashlib.blake2b(
        content_digest(replace(page, cards=()), [(card.day, len(card.html)) for card in page.cards]).encode(),
        digest_size=16,
    )
    for card in page.cards:
        digest.update(card.html)
    return digest.hexdigest()


def reason(written: tuple[str, str] | None, look: str, content: str) -> Reason | None:
    """Why the page is outdated, or None if it is as it should be.

    `written` are the digests (look, content) of the page as it stands in the output folder, None if it does
    not stand there.
    """
    if written is None or written == ("", ""):
        return Reason.NEW
    if written[1] != content:
        return Reason.CONTENT
    return Reason.LOOK if written[0] != look else None
