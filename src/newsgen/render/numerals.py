"""Numbers as the interface prints them: Latin digits or Arabic ones, thousands grouped."""

from __future__ import annotations

from newsgen.model.site import Digits, Language

_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_NARROW_SPACE = "\u202f"


class Numerals:
    """The digits of one site: its language's own where `digits` asks for Arabic ones."""

    def __init__(self, digits: Digits, language: Language = "ar") -> None:
        self._own = (_PERSIAN if language == "fa" else _ARABIC) if digits == "arabic" else None
        # Fixed separators, not the country's: some Arabic locales print 12.345, which reads as a fraction.
        self._separator = "٬" if self._own else _NARROW_SPACE if language == "fr" else ","

    def written(self, text: str) -> str:
        """`text` with its digits 0 to 9 as the site writes them."""
        return text.translate(self._own) if self._own else text

    def grouped(self, number: int) -> str:
        """`number` with its thousands apart: 12,345 or ١٢٬٣٤٥."""
        return self.written(f"{number:,}".replace(",", self._separator))
