"""The social card: a picture that others show beside a link to the site, drawn from a template in SVG."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from resvg_py import svg_to_bytes

from newsgen.model.site import Site
from newsgen.render.bidi import has_arabic
from newsgen.render.face import PAPER, readable

TEMPLATE = "social_card.svg"
_FONT = Path(__file__).with_name("naskh-700.ttf")
_ACCENT = "#0d5c63"
_TITLE_LETTERS, _TITLE_LINES = 22, 2
_DESCRIPTION_LETTERS, _DESCRIPTION_LINES = 52, 2


@dataclass(frozen=True, slots=True)
class CardView:
    """What the card shows: the site's name and what it is, in lines."""

    title: list[str]
    description: list[str]
    accent: str
    paper: str


def card_view(site: Site) -> CardView:
    """The card of a site."""
    return CardView(
        title=_lines(site.title, _TITLE_LETTERS, _TITLE_LINES),
        description=_lines(site.description, _DESCRIPTION_LETTERS, _DESCRIPTION_LINES),
        accent=readable(site.face.accent or _ACCENT, PAPER["light"]),
        paper=PAPER["light"],
    )


def picture(svg: str) -> bytes:
    """The card as PNG, with newsgen's own font alone: the same bytes on every machine."""
    return svg_to_bytes(
        svg_string=svg,
        skip_system_fonts=True,
        font_files=[str(_FONT)],
        font_family="Newsgen Naskh",
    )


def _lines(text: str, letters: int, most: int) -> list[str]:
    """`text` in lines of about so many letters, and no more than `most` of them."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > letters:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    if len(lines) > most:
        lines[most - 1 :] = [lines[most - 1] + "…"]
    return [_directed(line) for line in lines if line]


def _directed(line: str) -> str:
    """An Arabic line as an isolate from right to left: SVG's own lines run from left to right."""
    return f"\u2067{line}\u2069" if has_arabic(line) else line
