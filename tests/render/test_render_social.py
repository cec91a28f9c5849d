from __future__ import annotations

import struct
from dataclasses import replace

import pytest
from render_samples import SITE, renderer

from newsgen.model.pages import SocialCard
from newsgen.model.site import Face
from newsgen.render.social import card_view, picture

CARD = SocialCard("assets/social-card.png")


def ink(svg: str) -> tuple[int, ...]:
    """The bytes of a picture of one line of text, to be compared with others."""
    return tuple(picture(svg))


def line(text: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80"><text x="150" y="50"'
        f' font-size="40" text-anchor="middle" font-family="Newsgen Naskh">{text}</text></svg>'
    )


def test_the_card_is_a_picture_of_the_size_that_others_ask_for() -> None:
    png = renderer().printed(CARD)
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", png[16:24]) == (1200, 630)
    assert len(png) < 100_000


def test_the_card_is_the_same_to_the_byte() -> None:
    assert renderer().printed(CARD) == renderer().printed(CARD)


def test_the_card_shows_the_sites_name_description_and_accent() -> None:
    first = renderer().printed(CARD)
    for other in ({"title": "أرشيف آخر"}, {"description": "غيره"}, {"face": Face("#b3261e")}):
        assert renderer(**other).printed(CARD) != first


def test_letters_are_joined() -> None:
    # A non-joiner between the letters keeps them apart; without one they must look otherwise.
    assert ink(line("سلام")) != ink(line("س\u200cل\u200cا\u200cم"))
    assert ink(line("لا")) != ink(line("ل\u200cا"))


def test_arabic_lines_run_from_right_to_left_with_their_full_stop_at_the_left() -> None:
    (shown,) = card_view(replace(SITE, title="سلام.")).title
    # SVG's own lines run from left to right: there, a full stop at the left is the first character.
    assert ink(line(shown)) == ink(line(".سلام"))
    (mixed,) = card_view(replace(SITE, title="سلام News")).title
    assert ink(line(mixed)) == ink(line("News سلام"))
    assert card_view(replace(SITE, title="The News.")).title == ["The News."]


@pytest.mark.parametrize(
    "letters", ["ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئىة", "پچژگکی", "AZazéç", "0123456789٠١٢٣۴۵"]
)
def test_the_cards_font_has_the_letters(letters: str) -> None:
    missing = ink(line("\U0001f5ff"))
    for letter in letters:
        assert ink(line(letter)) != missing, letter


def test_a_long_name_is_broken_and_a_longer_one_cut() -> None:
    view = card_view(replace(SITE, title="أرشيف صحافة الإقليم منذ مئة عام وأكثر قليلا مما نذكر جميعا"))
    assert len(view.title) == 2
    assert view.title[-1].strip("\u2069").endswith("…")
    assert card_view(replace(SITE, title="كلمة", description="")).description == []


def test_a_hostile_name_stays_text() -> None:
    svg = renderer(title="</text><script>&").render(CARD)
    assert "<script>" not in svg
    assert renderer(title="</text><script>&").printed(CARD)[:4] == b"\x89PNG"
