"""The index's alphabet: one byte a character, and what each becomes when it is looked for.

Text is kept and compared in this encoding: half as long as UTF-8, and folded by one table look-up a
character. A character outside of it is written as an escape, so that nothing of a text is lost. The browser
reads the same table, at the beginning of static/assets/search.js.
"""

from __future__ import annotations

import codecs
import json
import re
import unicodedata

ESCAPE = 0x01
# What stands between the fields of an article, and between articles; no text contains it.
FIELD, ARTICLE = b"\x02", b"\x00"
DROPPED = ""

# (letters, what each of them becomes)
_LETTERS = [
    (" !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", " "),
    ("0123456789", "0123456789"),
    ("٠١٢٣٤٥٦٧٨٩", "0123456789"),
    ("۰۱۲۳۴۵۶۷۸۹", "0123456789"),
    ("àâäçéèêëîïôöûùü", "aaaceeeeiioouuu"),
    ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz"),
    ("abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwxyz"),
    ("ءاأإآٱبتثجحخدذرزسشصضطظعغفقكلمنهوي", "ءااااابتثجحخدذرزسشصضطظعغفقكلمنهوي"),
    ("ؤئىةیکەھہۀگپچژڤ", "وييهيكههههكبجزف"),
    ("ًٌٍَُِّْٰٓٔـ\u200c\u200d", DROPPED),
    ("،؛؟٪٫٬«»“”‘’‚„…–—•·°±×€£©®™\u200e\u2212", " "),
]
# Where hamza is written on its seat beside a waw, usage varies: مسؤول and مسئول, رؤوس and رءوس.
_BEFORE_WAW = ("ئ", "ء")


def _fold_table() -> dict[str, str]:
    table = {"\n": "\n"}
    for letters, folded in _LETTERS:
        many = folded if len(folded) == len(letters) else [folded] * len(letters)
        table |= dict(zip(letters, many, strict=True))
    return table


FOLDED = _fold_table()
_CODES = [code for code in range(0x05, 0x100) if not (0x20 <= code < 0x7F or code == 0x0A)]


def _decoding_table() -> str:
    table = ["\ufffe"] * 256
    table[0] = "\0"
    free = iter(_CODES)
    for letter in FOLDED:
        table[ord(letter) if ord(letter) < 0x7F else next(free)] = letter
    return "".join(table)


ALPHABET = _decoding_table()
_ENCODING = codecs.charmap_build(ALPHABET)
_DECODING = ALPHABET[:ESCAPE] + chr(ESCAPE) + ALPHABET[ESCAPE + 1 :]
_CODE = {letter: code for code, letter in enumerate(ALPHABET) if letter in FOLDED}
_FOLDING = bytes(_CODE.get(FOLDED.get(letter, ""), code) for code, letter in enumerate(ALPHABET))
_DELETED = bytes(code for letter, code in _CODE.items() if FOLDED[letter] == DROPPED)
_WAW = bytes([_CODE["و"]])
_VARYING = [bytes([_CODE[letter]]) + _WAW for letter in _BEFORE_WAW]
_NUMBER = re.compile(rb"[0-9]+")
# A number that touches a letter is a word of its own: to look for two bytes is faster than any expression.
_KINDS = bytes(
    ord("0") if chr(code).isdigit() and code < 0x80 else code if code in b" \n" else ord("a")
    for code in range(256)
)
_ESCAPED = re.compile("\x01([a-p]{4})")
_FIRST = ord("a")
_INVISIBLE = re.compile("[\u064b-\u0655\u0670\u0640\u200c-\u200f]")
_STRANGERS = re.compile(f"[^{re.escape(''.join(FOLDED))}]+")


def _escape(error: UnicodeError) -> tuple[bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", errors="surrogatepass")
    nibbles = [(byte >> shift & 15) + _FIRST for byte in units for shift in (4, 0)]
    escapes = (bytes([ESCAPE, *nibbles[place : place + 4]]) for place in range(0, len(nibbles), 4))
    return b"".join(escapes), error.end


codecs.register_error("newsgen-escape", _escape)


def encoded(text: str) -> bytes:
    """`text` in the index's alphabet; `decoded` gives it back as it was."""
    return codecs.charmap_encode(text, "newsgen-escape", _ENCODING)[0]


def decoded(data: bytes) -> str:
    """The text that was `encoded`."""
    text = codecs.charmap_decode(data, "replace", _DECODING)[0]
    if "\x01" not in text:
        return text
    units = _ESCAPED.sub(_unescaped, text)
    return units.encode("utf-16", errors="surrogatepass").decode("utf-16", errors="replace")


def _unescaped(found: re.Match[str]) -> str:
    code = 0
    for letter in found[1]:
        code = code << 4 | ord(letter) - _FIRST
    return chr(code)


def folded(text: str, data: bytes | None = None) -> bytes:
    """`text` as it is looked for, in the index's alphabet: one spelling a letter, spaces for punctuation.

    `data` is the text encoded, where it is known already. Lines stay lines.
    """
    data = encoded(text) if data is None else data
    if b"\x01" in data:
        data = encoded(_STRANGERS.sub(_familiar, text))
    data = data.translate(None, _DELETED)
    for varying in _VARYING:
        data = data.replace(varying, _WAW * 2)
    data = data.translate(_FOLDING)
    kinds = data.translate(_KINDS)
    return _NUMBER.sub(rb" \g<0> ", data) if b"a0" in kinds or b"0a" in kinds else data


def _familiar(found: re.Match[str]) -> str:
    """For a character outside of the alphabet one that is in it, else letters and digits as they are."""
    return "".join(map(_kept, unicodedata.normalize("NFKC", found[0]).lower()))


def _kept(letter: str) -> str:
    if letter in FOLDED or letter.isalnum():
        return letter
    return "" if unicodedata.category(letter).startswith("M") else " "


def table_as_script() -> str:
    """The table as the browser's script has it: each code's letter, and what that becomes ("_": nothing)."""
    letters = "\0\x01\x02\x03\x04" + ALPHABET[5:].rstrip("\ufffe")
    folds = "".join(FOLDED.get(letter, "_") or "_" for letter in letters)
    # Some letters are invisible, others change the direction of what stands beside them.
    literals = (_INVISIBLE.sub(_as_escape, json.dumps(text, ensure_ascii=False)) for text in (letters, folds))
    return "const [letters, folds] = [{}, {}];\n".format(*literals)


def _as_escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def words(text: str) -> list[str]:
    """The folded words of `text`, in order."""
    return [decoded(word) for word in folded(text).split()]
