from __future__ import annotations

from dataclasses import replace

from render_samples import (
    DATES,
    EMPTY_UNDATED,
    MONTH_LISTING,
    NUMBERED_LISTING,
    TAG_INDEX,
    TAG_LISTING,
    YEAR,
    having,
    links,
    listed,
    one,
    only,
    shown,
    words,
)

from newsgen.model.pages import Card, TermIndexPage


def test_a_card_has_title_link_source_date_and_summary() -> None:
    card = having(only(shown(TAG_LISTING), "listing"), "card")[0]
    assert card.tag == "li"
    assert links(card) == {"خبر الجمعة": "../../2023/12/08/أ/"}
    assert words(only(card, "card-source")) == "وكالة الواحة"
    assert (one(card, ".//time").get("datetime"), words(one(card, ".//time"))) == (
        "2023-12-08",
        "8 ديسمبر 2023",
    )
    assert words(only(card, "card-summary")) == "نص الخبر"


def test_a_card_without_a_stated_title_is_marked_as_inferred() -> None:
    stated, inferred, _ = having(shown(TAG_LISTING), "card")
    assert having(stated, "note") == []
    assert words(only(inferred, "inferred")) == "خبر آخر"
    assert words(only(inferred, "note")) == "العنوان من أول النص"


def test_an_undated_card_says_so() -> None:
    undated = listed(Card("undated/أ/", "خبر", True, None, None, ""))
    assert words(only(shown(replace(EMPTY_UNDATED, cards=(undated,))), "card-undated")) == "بلا تاريخ"


def test_a_month_groups_its_cards_by_day() -> None:
    days = having(shown(MONTH_LISTING), "day")
    assert [words(only(day, "day-title")) for day in days] == [
        "الجمعة، 8 ديسمبر 2023",
        "الخميس، 7 ديسمبر 2023",
    ]
    assert [len(having(day, "card")) for day in days] == [2, 1]
    assert one(days[0], "h2/a").get("href") == "../../2023/12/08/"
    assert {card.tag for card in having(days[0], "card-title")} == {"h3"}


def test_a_listings_own_address_counts_all_its_articles() -> None:
    assert words(only(shown(MONTH_LISTING), "listing-count")) == "3 أخبار"
    assert words(only(shown(replace(MONTH_LISTING, count=12), digits="arabic"), "listing-count")) == "١٢ خبرًا"


def test_a_numbered_page_tells_its_number_and_no_count() -> None:
    html = shown(NUMBERED_LISTING)
    assert having(html, "listing-count") == []
    assert words(only(html, "listing-page")) == "الصفحة 2، والعدّ من الأقدم"
    assert words(one(html, "head/title")) == "وسم: الكتب، الصفحة 2 — أرشيف السهل"


def test_pagination_leads_to_newer_and_older_pages() -> None:
    pages = only(shown(NUMBERED_LISTING), "pagination")
    assert words(only(pages, "newer")) == "أحدث"
    assert words(only(pages, "older")) == "أقدم"
    assert only(pages, "older").get("href") == "../../../../tags/الكتب/page/1/"
    assert only(pages, "newer").get("href") == "../../../../tags/الكتب/"
    assert having(only(shown(MONTH_LISTING), "pagination"), "newer") == []
    assert having(shown(TAG_LISTING), "pagination") == []


def test_a_month_leads_to_its_neighbours_by_name() -> None:
    neighbours = only(shown(MONTH_LISTING, country="LB"), "neighbours")
    assert links(neighbours) == {"السابق تشرين الثاني 2023": "../../2023/11/"}


def test_a_listing_without_articles_says_what_to_do() -> None:
    empty = only(shown(EMPTY_UNDATED), "empty")
    assert list(links(empty).values()) == ["../dates/"]


def test_an_index_of_terms_is_grouped_by_first_letter_with_counts() -> None:
    html = shown(TAG_INDEX)
    letters = having(html, "letter")
    assert [words(one(letter, "h2")) for letter in letters] == ["ا", "ب", "U", "#"]
    assert [[words(name) for name in having(letter, "term-name")] for letter in letters] == [
        ["الأطفال", "إعمار"], ["البيئة"], ["UNESCO"], ["2023"],
    ]  # fmt: skip
    assert words(only(letters[1], "term-count")).startswith("1,402")
    targets = {link.get("href") for link in only(html, "letters").iter("a")}
    assert targets == {f"#{one(letter, 'h2').get('id')}" for letter in letters}
    assert words(only(html, "listing-count")) == "5 وسوم"


def test_an_index_without_terms_says_what_to_do() -> None:
    empty = only(shown(TermIndexPage("authors/", "author", ())), "empty")
    assert words(only(empty, "empty-title")) == "لا كتّاب بعد"
    assert "newsgen build" in [words(code) for code in empty.iter("code")]


def test_a_year_shows_its_months_as_calendars_with_day_links_and_counts() -> None:
    html = shown(YEAR)
    calendar = only(html, "calendar")
    assert [(link.get("href"), link.get("aria-label")) for link in calendar.iter("a")] == [
        ("../2023/12/07/", "7 ديسمبر 2023: خبر واحد"), ("../2023/12/08/", "8 ديسمبر 2023: 8 أخبار"),
    ]  # fmt: skip
    assert sum(1 for cell in calendar.iter("td") if words(cell)) == 31
    assert {len(row) for row in calendar.iter("tr")} == {7}
    assert [cell.get("class") for cell in calendar.iter("td") if cell.get("class")] == ["tint-1", "tint-4"]
    assert links(only(html, "neighbours")) == {"السابق 2021": "../2021/", "التالي 2024": "../2024/"}


def test_a_week_begins_on_the_countrys_first_day() -> None:
    first = {country: one(shown(YEAR, country=country), ".//thead/tr/th[1]/abbr") for country in ("EG", "MA")}
    assert {country: day.get("title") for country, day in first.items()} == {"EG": "السبت", "MA": "الاثنين"}


def test_the_dates_list_every_year_with_its_twelve_months() -> None:
    html = shown(DATES)
    months = list(only(html, "months").iter("li"))
    assert [words(only(month, "month-name")) for month in months][::11] == ["يناير", "ديسمبر"]
    assert [one(month, "a").get("href") for month in months if month.findall("a")] == ["../2023/12/"]
    assert links(only(html, "undated-link")) == {"خبران بلا تاريخ": "../undated/"}
