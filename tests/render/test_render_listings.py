from __future__ import annotations

from dataclasses import replace
from xml.etree.ElementTree import Element

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

from newsgen.model.pages import Card, Profile, Stretch, Term, TermIndexPage, Year


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
    months = having(html, "month")
    assert [words(one(month, "h2")) for month in months][::11] == ["يناير 2023", "ديسمبر 2023 9 أخبار"]
    assert [link.get("href") for month in months for link in one(month, "h2").iter("a")] == ["../2023/12/"]
    calendar = only(months[-1], "calendar")
    assert [(link.get("href"), link.get("aria-label")) for link in calendar.iter("a")] == [
        ("../2023/12/07/", "الخميس، 7 ديسمبر 2023: خبر واحد"),
        ("../2023/12/08/", "الجمعة، 8 ديسمبر 2023: 8 أخبار"),
    ]
    assert [words(count) for count in having(calendar, "day-count")] == ["1", "8"]
    assert [rect.get("class") for rect in calendar.iter("rect")] == ["tint-1", "tint-4"]
    assert links(only(html, "neighbours")) == {"السابق 2021": "../2021/", "التالي 2024": "../2024/"}


def places(html: Element) -> dict[str, tuple[int, int]]:
    """Column from where lines begin, and row, of each day of December 2023 and of each weekday's letter."""
    calendar = having(html, "calendar")[-1]
    numbers = [text for text in calendar.iter("text") if text.get("class") != "day-count"]
    ends_at_the_right = html.get("dir") == "ltr"
    return {
        words(text): (
            abs((0 if ends_at_the_right else 6) - int(text.get("x", "")) // 40),
            int(text.get("y", "")) // 40,
        )
        for text in numbers
    }


def test_a_calendar_has_every_day_of_its_month_below_its_weekday() -> None:
    html = shown(YEAR)
    assert having(html, "calendar")[-1].get("viewBox") == "0 0 280 280"
    found = places(html)
    assert {str(day) for day in range(1, 32)} <= found.keys()
    # The first of December 2023 was a Friday: the last day of an Egyptian week.
    assert (found["1"], found["2"], found["31"]) == ((6, 1), (0, 2), (1, 6))
    assert (found["ج"], found["س"]) == ((6, 0), (0, 0))


def test_a_week_begins_on_the_countrys_first_day() -> None:
    assert places(shown(YEAR, country="MA"))["1"] == (4, 1)


def test_a_calendar_runs_as_the_pages_lines_do() -> None:
    assert places(shown(YEAR, language="fr", country="FR"))["1"] == (4, 1)


def test_the_dates_show_every_year_with_its_twelve_months_to_one_scale() -> None:
    years = (Year(2023, "2023/", 12, (3,) + (0,) * 10 + (9,)), Year(2022, "2022/", 90, (90,) + (0,) * 11))
    html = shown(replace(DATES, years=years))
    first, second = having(html, "months")
    assert [(link.get("href"), link.get("aria-label")) for link in first.iter("a")] == [
        ("../2023/01/", "يناير 2023: 3 أخبار"),
        ("../2023/12/", "ديسمبر 2023: 9 أخبار"),
    ]
    assert [words(count) for count in having(first, "count")] == ["3", "9"]
    heights = [[int(bar.get("height", "")) for bar in having(year, "bar")] for year in (first, second)]
    assert heights == [[2, 6], [60]]
    letters = [words(text) for text in first.iter("text") if text.get("class") != "count"]
    assert letters == list("يفمأونلغسكبد")
    assert links(only(html, "undated-link")) == {"خبران بلا تاريخ": "../undated/"}


def test_a_term_tells_its_course_its_years_and_its_company() -> None:
    profile = Profile(
        course=(Stretch("", 1), Stretch("2021-11", 2), Stretch("2023-01", 4)),
        years=(Term("2023", "tags/الكتب/", 4), Term("2021", "tags/الكتب/page/1/", 2)),
        tags=(Term("الأطفال", "tags/الاطفال/", 3),),
        sources=(Term("Delta Post", "sources/delta-post/", 2),),
        authors=(),
    )
    shown_profile = only(shown(replace(TAG_LISTING, profile=profile)), "profile")
    course = only(shown_profile, "course")
    assert one(course, "svg").get("viewBox") == "0 0 30 36"
    assert one(course, "svg/path").get("d") == "M1 36v-36m28 36v-18"
    assert words(one(course, "figcaption")) == "نوفمبر 2021 يناير 2023"
    assert links(only(shown_profile, "by-year")) == {
        "2023 4 من الأخبار": "../../tags/الكتب/",
        "2021 2 من الأخبار": "../../tags/الكتب/page/1/",
    }
    assert [words(heading) for heading in shown_profile.iter("h2")] == ["سنةً سنة", "وسوم ترد معه", "مصادره"]
    assert [words(name) for name in having(shown_profile, "term-name")][2:] == ["الأطفال", "Delta Post"]


def test_a_page_that_goes_on_tells_from_when_to_when_it_is() -> None:
    assert words(only(shown(NUMBERED_LISTING), "listing-span")) == "7 ديسمبر 2023 – 8 ديسمبر 2023 أول القائمة"
    assert having(shown(TAG_LISTING), "listing-span") == []


def test_hijri_dates_stand_beside_the_days_where_the_site_wants_them() -> None:
    assert [words(day) for day in having(shown(MONTH_LISTING, hijri=True), "hijri")] == [
        "24 جمادى الأولى 1445 هـ",
        "23 جمادى الأولى 1445 هـ",
    ]
    assert having(shown(MONTH_LISTING), "hijri") == []
