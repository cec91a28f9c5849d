"""Characters: what is kept, what is dropped, and which letters are written in their Arabic form."""

from __future__ import annotations

import html
import re
import unicodedata
from html.entities import html5

_SEPARATORS = {
    **dict.fromkeys("\r\x0b\x0c\x85\u2028\u2029", "\n"),
    **dict.fromkeys("\t\xa0\u1680\u202f\u205f\u3000", " "),
    **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
}
# Controls, bidi marks, embeddings, overrides and isolates, the BOM, the soft hyphen and the zero-width space:
# invisible, and able to make a text read otherwise than it is stored (Unicode TR36, "Trojan Source").
_DROPPED = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069"
    "\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"
)
_PRESENTATION = "\ufb50-\ufdcf\ufe70-\ufefc"
_SHAPED = re.compile(f"[{_PRESENTATION}]")
# One class for all: an expression of one class passes over a text several times as fast as any other.
_UNCLEAN = re.compile(f"[{''.join(_SEPARATORS)}{_DROPPED}{_PRESENTATION}]")
# Nearly every text is of these alone: ASCII, UTF-8's first bytes of U+0600 to U+06FF, all bytes that follow
# first ones. Each other letter leaves a byte when they are taken away.
_PLAIN_BYTES = bytes((*b"\n", *range(0x20, 0x7F), *range(0x80, 0xC0), *range(0xD8, 0xDC)))
_PLAIN_SIGNS = "«»“”‘’–—…•"
# A mark of direction, and letters that NFKC takes apart.
_NOT_PLAIN = "\u061c\u0675\u0676\u0677\u0678"
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")

# Tashkeel, Quranic marks and tatweel.
_MARK_RANGES = (
    (0x610, 0x61A),
    (0x640, 0x640),
    (0x64B, 0x65F),
    (0x670, 0x670),
    (0x6D6, 0x6DC),
    (0x6DF, 0x6E8),
    (0x6EA, 0x6ED),
)
MARKS = "".join(chr(code) for first, last in _MARK_RANGES for code in range(first, last + 1))
MARK = "[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _MARK_RANGES) + "]"
PERSIAN = dict(zip("یکەھہ", "يكههه", strict=True))
DIGITS = dict(zip("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789", strict=True))

_MARKED = re.compile(f"{MARK}+")
_TO_LATIN_DIGITS = str.maketrans(DIGITS)


def clean(text: str) -> str:
    r"""`text` in NFC with \n line ends, plain spaces, base letters, no controls and no bidi overrides."""
    # The two signs that are in many texts: without them nearly all are plain, and there is nothing to clean.
    text = text.replace("\xa0", " ")
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if not is_plain(text):
        text = _UNCLEAN.sub(_cleaned, text)
    return unicodedata.normalize("NFC", text)


def is_plain(text: str) -> bool:
    """Whether `text` has nothing but printable ASCII, line ends, the Arabic block and usual punctuation."""
    # An expression for them takes four times as long.
    strange = text.encode(errors="surrogatepass").translate(None, _PLAIN_BYTES)
    known = not strange or len(strange) == sum(map(text.count, _PLAIN_SIGNS))
    return known and not any(map(text.__contains__, _NOT_PLAIN))


def _cleaned(found: re.Match[str]) -> str:
    if found[0] in _SEPARATORS:
        return _SEPARATORS[found[0]]
    return unicodedata.normalize("NFKC", found[0]) if _SHAPED.match(found[0]) else ""


def unescaped(text: str) -> str:
    """`text` (cleaned) with the characters that HTML's entities stand for: &quot; &nbsp; &#1575; and others.

    Only whole ones with their semicolon are read, so that "AT&T" and "R&D" stay; none makes a line end.
    """
    return _ENTITY.sub(_entity, text) if "&" in text else text


def _entity(found: re.Match[str]) -> str:
    is_known = found[0][1] == "#" or found[0][1:] in html5
    return clean(html.unescape(found[0])).replace("\n", " ") if is_known else found[0]


def proper(text: str) -> str:
    """`text` in Arabic letters where Persian ones stood for them (ایران becomes ايران)."""
    for letter, arabic in PERSIAN.items():
        text = text.replace(letter, arabic)
    return text


def unmarked(text: str) -> str:
    """`text` without tashkeel, Quranic marks and tatweel."""
    return _MARKED.sub("", text)


def latin_digits(text: str) -> str:
    """`text` with Arabic-Indic and Persian digits written 0 to 9; every other character keeps its place."""
    return text.translate(_TO_LATIN_DIGITS)
