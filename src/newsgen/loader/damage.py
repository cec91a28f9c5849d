"""Text that was damaged before newsgen saw it: decoded wrongly and saved again, or taken out of a PDF."""

from __future__ import annotations

import re
from contextlib import suppress

from newsgen.loader.flaw import Flaw

_REPLACEMENT = "\ufffd"
_ARABIC = re.compile("[\u0621-\u064a\u066e-\u06d3]")

# UTF-8's first bytes of Arabic letters as windows-1252 shows them: Ø and Ù.
_WESTERN_SIGNS = ("\u00d8", "\u00d9")
_TO_BYTES = {
    **{ord(bytes([byte]).decode("cp1252", "ignore") or "\ufffe"): byte for byte in range(0x80, 0xA0)},
    ord(_REPLACEMENT): 0xFF,
}
# windows-1252 has no character for 0x81, and that byte ends only one letter of newspapers: ف (D9 81).
_LOST_FEH, _FEH = "\u00d9\ufffd", "\u00d9\u0081"
_ONE_IN = 50
_SAMPLE = 256
_NO_FIRST_BYTES, _NO_FOLLOWING_BYTES = bytes(range(0xC0)), bytes((*range(0x80), *range(0xC0, 0x100)))


def mend_mojibake(text: str) -> tuple[str, Flaw | None]:
    """`text` read once more as it was meant, and what was done; or `text` as it is.

    UTF-8 that somebody took for windows-1252, Latin-1 or windows-1256 is mended where the whole of it turns
    back into UTF-8 and into Arabic. Flaw code: "mojibake".
    """
    for encoding, data in _candidates(text):
        meant = data.decode("utf-8", "replace")
        lost = meant.count(_REPLACEMENT)
        # Arabic that is right as it is turns into U+FFFD at nearly every letter.
        if len(_ARABIC.findall(meant)) > max(3, _ONE_IN * lost) and _is_arabic(meant):
            what = f"the text was UTF-8 taken for {encoding} and saved again; it is read as it was meant"
            what += "; the letter that was lost everywhere is taken for ف" if _LOST_FEH in text else ""
            what += f"; {lost} more are lost and shown as {_REPLACEMENT}" if lost else ""
            return meant, Flaw("mojibake", None, what, "compare it with the original")
    return text, None


def _candidates(text: str) -> list[tuple[str, bytes]]:
    """The bytes that `text` may have been."""
    found = []
    if any(sign in text for sign in _WESTERN_SIGNS):
        with suppress(UnicodeEncodeError):
            data = text.replace(_LOST_FEH, _FEH).translate(_TO_BYTES).encode("latin-1")
            found.append(("windows-1252", data))
    with suppress(UnicodeEncodeError):
        if not _is_surely_no_utf8(text[:_SAMPLE].encode("cp1256"), len(text)):
            found.append(("windows-1256", text.encode("cp1256")))
    return found


def _is_surely_no_utf8(sample: bytes, length: int) -> bool:
    """Whether a text of this `length` that begins with `sample` loses too much when it is read as UTF-8.

    A byte of 0xC0 or more begins a letter. It is lost unless one of 0x80 to 0xBF follows it, and Arabic as it
    is right in windows-1256 has hardly any of these. The last letter of the sample may be cut.
    """
    following = len(sample.translate(None, _NO_FOLLOWING_BYTES))
    lost = len(sample.translate(None, _NO_FIRST_BYTES)) - following - 1
    return length // 2 <= _ONE_IN * lost


def _is_arabic(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return 2 * len(_ARABIC.findall(text)) > letters


def is_garbled(text: str) -> bool:
    """Whether so much of `text` (cleaned) is lost that nobody can read it: U+FFFD or "?" all over."""
    if "?" not in text and _REPLACEMENT not in text:
        return False
    marks = text.count(_REPLACEMENT) + text.count("?")
    letters = len(text) - text.count(" ") - text.count("\n") - marks
    return marks > 3 and 4 * marks > letters and 2 * len(_ARABIC.findall(text)) < letters + marks


# What only broken text has: ة or ى before another letter, the article divided from its hamza (األ for الأ), a
# letter of another script, a sign or U+FFFD within a word, tatweels and single letters in a row.
_FOREIGN = r"[\u00a1-\u00aa\u00ae-\u00ba\u00bf-\u024f\u02c6-\u02dd\u2200-\u25ff\ufffd]"
_BROKEN_WORDS = re.compile(
    r"[ةى][\u064b-\u0652]*[\u0621-\u064a]"
    r"|ا[أإآ]ل[\u0621-\u064a]"
    rf"|[\u0621-\u064a]{_FOREIGN}"
    r"|(?<!\S)ـ+\s+ـ"
    r"|(?<!\S)(?:[\u0621-\u064a]\s){4}"
)
_LEAST_BROKEN = 5
# Each of these is in a broken word, at a place of its own, and most texts have none. They are looked for
# first: an expression that begins with one certain letter passes over a text thirty times as fast.
_SUSPECT = tuple(
    map(
        re.compile,
        (
            r"ة[\u0621-\u0652]",
            r"ى[\u0621-\u0652]",
            r"أ(?<=اأ)ل",
            r"إ(?<=اإ)ل",
            r"آ(?<=اآ)ل",
            r"ـ\s",
            r" [\u0621-\u064a] [\u0621-\u064a] ",
            r"\n[\u0621-\u064a]\s",
        ),
    )
)
_SUSPECT_FOREIGN = re.compile(_FOREIGN)


def pdf_flaw(text: str, *, is_plain: bool = False) -> Flaw | None:
    """The flaw of a `text` (cleaned) out of a PDF, with its letters in another order or of another font.

    `is_plain`: see `text.letters.is_plain`.
    """
    suspects = sum([len(suspect.findall(text)) for suspect in _SUSPECT])
    if not is_plain:
        suspects += len(_SUSPECT_FOREIGN.findall(text))
    if suspects < _LEAST_BROKEN:
        return None
    broken = len(_BROKEN_WORDS.findall(text))
    if broken < _LEAST_BROKEN or broken * 25 < len(text.split()):
        return None
    what = "the text looks as if it was copied out of a PDF: its letters are in a wrong order or wrong"
    return Flaw("pdf-text", None, what, "compare it with the PDF; `newsgen correct` takes the right text")
