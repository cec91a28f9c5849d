"""Words of the other direction: isolated, so that punctuation beside them keeps its side."""

from __future__ import annotations

import re
from html import unescape

from markupsafe import Markup, escape

from newsgen.render.markup import mark

_LATIN = r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
# From a Latin letter to the last Latin letter or digit, across spaces and what stands inside names, versions
# and addresses. Brackets and quotation marks end a run: they pair with one another outside of it.
_RUN = re.compile(rf"([{_LATIN}](?:[{_LATIN}0-9 \-–.,:;/'’&+_@#%?!=~*]*[{_LATIN}0-9])?)")
_ARABIC = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RIGHT_TO_LEFT = re.compile(f"[{_ARABIC}]")
# From an Arabic letter to the last one before a sign that English puts between names and around titles.
_NAME = re.compile(f"[{_ARABIC}](?:[^.,“”<>&;]*[{_ARABIC}])?")
# In HTML made from Markdown every "<" opens a tag, and no value holds one of ">".
_TAG = re.compile(r"(<[^>]*>)")
# The first byte, in UTF-8, of each letter of _LATIN.
_LATIN_BYTES = bytes([*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xC3, 0xCA), 0xE1])


def has_latin(text: str) -> bool:
    """Whether Latin letters may be in `text`; False is certain. A third faster than looking for one."""
    encoded = text.encode(errors="replace")
    return len(encoded.translate(None, _LATIN_BYTES)) != len(encoded)


def has_arabic(text: str) -> bool:
    """Whether a letter that is written from right to left is in `text`."""
    return _RIGHT_TO_LEFT.search(text) is not None


def isolate_latin(text: str) -> Markup:
    """`text` escaped for HTML, each run of Latin words in it in a `<bdi>` of its own.

    A text without a letter from right to left is one run: its last full stop belongs to it.
    """
    if not has_latin(text):
        return escape(text)
    pieces = _RUN.split(text)
    if len(pieces) == 1:
        return escape(text)
    if not has_arabic(text):
        return Markup("<bdi>{}</bdi>").format(text)
    # split() gives what lies between the runs at even places and the runs at odd ones.
    pieces[1::2] = [f"<bdi>{escape(run)}</bdi>" for run in pieces[1::2]]
    pieces[::2] = [escape(between) for between in pieces[::2]]
    return mark("".join(pieces))


def isolate_arabic(text: str) -> Markup:
    """`text` escaped for HTML in a page whose lines run to the right: isolated as a whole if it is Arabic."""
    return Markup("<bdi>{}</bdi>").format(text) if has_arabic(text) else escape(text)


def isolate_names(text: str) -> Markup:
    """English `text` escaped for HTML, the Arabic names and titles in it isolated between its punctuation."""
    escaped = str(escape(text))
    return mark(_NAME.sub(r"<bdi>\g<0></bdi>", escaped))


def isolate_markup(html: str) -> Markup:
    """Safe `html` with its texts isolated as by `isolate_latin`. Code is not divided: a piece is one run."""
    pieces, in_code = _TAG.split(html), 0
    for place, piece in enumerate(pieces):
        if place % 2 == 0:
            # Unescaped first: the letters of "&quot;" are no Latin words.
            pieces[place] = piece if in_code else isolate_latin(unescape(piece))
        elif piece.startswith("<code"):
            in_code += 1
            pieces[place] = f'<code dir="auto"{piece[5:]}'
        elif piece == "</code>":
            in_code -= 1
    return mark("".join(pieces))
