"""A document's bytes as text: which encoding they are in, and what is wrong with them."""

from __future__ import annotations

import codecs
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass

import charset_normalizer

from newsgen.loader.damage import mend_mojibake
from newsgen.loader.flaw import Flaw
from newsgen.text.letters import clean

_MAGIC = (
    b"%PDF-",
    b"\x89PNG",
    b"PK\x03\x04",  # ZIP: docx, odt, epub
    b"\x1f\x8b",  # gzip
    b"\xd0\xcf\x11\xe0",  # doc, xls
    b"\xff\xd8\xff",  # JPEG
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"SQLite format 3",
)
_CONTROLS = bytes(byte for byte in range(0x20) if byte not in b"\t\n\v\f\r") + b"\x7f"
_LEGACY = {"cp1256": "windows-1256", "iso8859_6": "iso-8859-6"}
_NOT_ISO_8859_6 = bytes(
    byte for byte in range(0x80, 0x100) if bytes([byte]).decode("iso-8859-6", "ignore") == ""
)
_REPLACEMENT = "\ufffd"
_SAVE_AS_UTF8 = "save the document as UTF-8"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A document as cleaned text (`text.letters.clean`), or None where its bytes are no text.

    `encoding` is "utf-8", "utf-16-le", "utf-16-be", "windows-1256" or "iso-8859-6", None beside no text.
    `problems` has the codes "empty" (`text` is ""), "undecodable-bytes" (U+FFFD stands for each), "mojibake"
    (it was mended), and, beside no text, "binary" and "undecodable".
    """

    text: str | None
    encoding: str | None
    problems: tuple[Flaw, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """`data` as text. Never raises: what cannot be read is a problem of the result.

    UTF-8 is tried first. What is not UTF-8 is UTF-16 where it says so or the Arabic block's high bytes show
    it, UTF-8 with damaged bytes where nearly all is valid, else windows-1256 or iso-8859-6: the one that the
    document itself names, `declared`, or the likelier one.
    """
    if data.startswith(_MAGIC):
        return _binary("the file is not text but a PDF, an archive, an image or an office document")
    wide = _marked_order(data)
    if wide is None and _count_controls(data):
        wide = _likely_order(data[:4096])
        if wide is None and _has_too_many_controls(data):
            return _binary("the file holds binary data, not text")
    if wide is not None:
        return _in_encoding(data, wide)
    try:
        return _as_text(data.decode(), "utf-8")
    except UnicodeDecodeError:
        encoding = "utf-8" if _is_damaged_utf8(data) else _declared(declared) or _legacy_encoding(data)
    if encoding is None:
        return _without_text("undecodable", "the encoding cannot be told", _SAVE_AS_UTF8)
    return _in_encoding(data, encoding)


def _marked_order(data: bytes) -> str | None:
    """The order of UTF-16's bytes by the mark at the document's beginning."""
    if data.startswith(BOM_UTF16_LE):
        return "utf-16-le"
    return "utf-16-be" if data.startswith(BOM_UTF16_BE) else None


def _likely_order(sample: bytes) -> str | None:
    """The order without a mark: every other byte of Arabic is 6, of its spaces and Latin letters 0."""
    if len(sample) < 4 or not _has_too_many_controls(sample):
        return None
    even, odd = sample[0::2], sample[1::2]
    for high, low, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        typical = high.count(0) + high.count(6)
        if typical * 10 >= len(high) * 9 and low.count(0) * 10 <= len(low):
            return encoding
    return None


def _count_controls(data: bytes) -> int:
    return len(data) - len(data.translate(None, _CONTROLS))


def _has_too_many_controls(data: bytes) -> bool:
    controls = _count_controls(data)
    return controls > 0 and (b"\0" in data or controls > max(3, len(data) // 20))


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most of what is not ASCII is valid UTF-8: bytes of another encoding hardly ever are."""
    text = data.decode(errors="replace")
    bad = text.count(_REPLACEMENT)
    good = sum(not character.isascii() for character in text) - bad
    return good >= 4 * bad


def _declared(name: str | None) -> str | None:
    try:
        return _LEGACY.get(codecs.lookup(name or "").name.replace("-", "_"))
    except LookupError:
        return None


def _legacy_encoding(data: bytes) -> str | None:
    encoding = _detect(data)
    if encoding is None:
        # A few stray bytes hide iso-8859-6, where a third of the upper half means nothing.
        iso = data.translate(None, _NOT_ISO_8859_6)
        if (len(data) - len(iso)) * 50 <= len(data):
            encoding = _detect(iso)
    return encoding


def _detect(data: bytes) -> str | None:
    match = charset_normalizer.from_bytes(data, cp_isolation=list(_LEGACY)).best()
    return None if match is None else _LEGACY.get(match.encoding)


def _in_encoding(data: bytes, encoding: str) -> Decoded:
    try:
        return _as_text(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        text = data.decode(encoding, "replace")
        before = clean(data[: error.start].decode(encoding, "replace"))
        count = max(1, text.count(_REPLACEMENT))
        flaw = Flaw(
            "undecodable-bytes",
            before.count("\n") + 1,
            f"{count} places cannot be read as {encoding}, the first one here"
            if count > 1
            else f"bytes that cannot be read as {encoding}",
            f"put right what is shown as {_REPLACEMENT} and {_SAVE_AS_UTF8}",
        )
        return _as_text(text, encoding, flaw)


def _as_text(text: str, encoding: str, *flaws: Flaw) -> Decoded:
    if encoding.startswith("utf-16") and _has_too_many_controls(text.encode()):
        return _binary("the file holds binary data, not text")
    text, mended = mend_mojibake(text)
    text = clean(text)
    flaws = (*flaws, mended) if mended else flaws
    if not text or text.isspace():
        empty = Flaw("empty", None, "the document is empty", "write its text or delete the file")
        return Decoded("", encoding, (*flaws, empty))
    return Decoded(text, encoding, flaws)


def _binary(message: str) -> Decoded:
    return _without_text("binary", message, "keep only text documents here; convert it to plain text")


def _without_text(code: str, message: str, hint: str) -> Decoded:
    return Decoded(None, None, (Flaw(code, None, message, hint),))
