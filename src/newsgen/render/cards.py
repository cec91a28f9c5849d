"""Cards: each is rendered once, beside its article's page, and put into all listings that show it.

A card does not know on which page it will stand: in the place of the way to the site's root and of the level
of its heading it has marks, which are no text, and which are filled in there. Cards are bytes: most of a
listing is cards, and to turn them into text and back would cost more than all the rest of its page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup

from newsgen.model.pages import ListedCard

TEMPLATE = "partials/card.html"
# Text that had one of these marks would be changed, but never become markup.
ROOT, LEVEL = "\x00/", "\x01"
_ROOT, _LEVEL = ROOT.encode(), LEVEL.encode()
_SLOT = re.compile(b"\x02([0-9]{1,4})\x03")


class Slots:
    """The places for cards in one page while it is rendered."""

    def __init__(self) -> None:
        self._cards: list[bytes] = []

    def placed(self, cards: Iterable[ListedCard], root: str, level: int) -> Markup:
        """A slot for these cards. `root` leads from the page to the site's root; headings are `h{level}`."""
        html = b"".join([card.html for card in cards])
        self._cards.append(html.replace(_ROOT, root.encode()).replace(_LEVEL, str(level).encode()))
        return Markup(f"\x02{len(self._cards) - 1}\x03")  # noqa: S704  a number

    def filled(self, html: str) -> bytes:
        """The page in UTF-8, the cards in their slots; empties this for the next page."""
        cards, self._cards = self._cards, []
        if not cards:
            return html.encode()
        return _SLOT.sub(
            lambda slot: cards[int(slot[1])] if int(slot[1]) < len(cards) else b"", html.encode()
        )
