from __future__ import annotations

from dataclasses import replace

from render_samples import MONTH_LISTING, TAG_LISTING, having, links, listed, only, renderer, shown

from newsgen.model.pages import Card, ListedCard
from newsgen.render.cards import LEVEL, ROOT, Slots

CARD = Card("2023/12/08/أ/", "خبر الجمعة", True, "وكالة الواحة", "2023-12-08", "نص الخبر")


def test_one_card_leads_to_its_article_from_pages_of_any_depth() -> None:
    card = listed(CARD)
    for page, root in ((TAG_LISTING, "../../"), (replace(TAG_LISTING, url="tags/x/page/1/"), "../../../../")):
        html = shown(replace(page, cards=(card,)))
        assert links(only(html, "card")) == {"خبر الجمعة": f"{root}2023/12/08/أ/"}


def test_a_cards_heading_has_the_level_that_its_page_wants() -> None:
    assert {heading.tag for heading in having(shown(TAG_LISTING), "card-title")} == {"h2"}
    assert {heading.tag for heading in having(shown(MONTH_LISTING), "card-title")} == {"h3"}


def test_no_mark_is_left_in_a_page() -> None:
    html = renderer().printed(MONTH_LISTING)
    assert not {0, 1, 2, 3} & set(html)


def test_a_text_with_marks_in_it_makes_no_markup() -> None:
    hostile = CARD._replace(heading=f"<b>{ROOT}{LEVEL}\x020\x03\x0299\x03</b>", summary="\x020\x03" * 3)
    page = replace(TAG_LISTING, key="\x020\x03\x0299\x03", cards=(listed(hostile),))
    assert "<b>" not in renderer().render(page)


def test_slots_are_filled_wherever_they_are_printed_and_empty_for_the_next_page() -> None:
    slots = Slots()
    first = slots.placed([ListedCard(None, f"<a href='{ROOT}x'>".encode())], "../", 2)
    second = slots.placed([ListedCard(None, f"<h{LEVEL}>".encode())], "./", 3)
    assert slots.filled(f"{second}، {first}، {second}") == "<h3>، <a href='../x'>، <h3>".encode()
    assert slots.filled("نص") == "نص".encode()
