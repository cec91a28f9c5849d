"""Cards: each is rendered once, beside its article's page, and put into all listings that show it.

A card does not know on which page it will stand: in the place of the way to the site's root and of the level
of its heading it has marks, which are no text, and which `placed` fills in.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from newsgen.model.pages import ListedCard

TEMPLATE = "partials/card.html"
# Text that had them would be changed, but never become markup.
ROOT, LEVEL = "\x00/", "\x01"


def placed(cards: Iterable[ListedCard], root: str, level: int) -> Markup:
    """The HTML of these cards on a page from which `root` leads to the site's root, headings `h{level}`."""
    html = "".join([card.html for card in cards])
    return Markup(html.replace(ROOT, root).replace(LEVEL, str(level)))  # noqa: S704  rendered and escaped
