"""Numbers as the interface prints them: Latin digits or Arabic ones, thousands grouped."""

from __future__ import annotations

from newsgen.model.site import Digits

_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def in_digits(text: str, digits: Digits) -> str:
    """`text` with its digits 0 to 9 written as the site's `digits` ask."""
    return text.translate(_ARABIC) if digits == "arabic" else text


def grouped(number: int, digits: Digits) -> str:
    """`number` with its thousands apart: 12,345 or ١٢٬٣٤٥."""
    # Fixed separators, not the country's: some Arabic locales print 12.345, which reads as a fraction.
    return f"{number:,}" if digits == "latin" else in_digits(f"{number:,}".replace(",", "٬"), digits)
