from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsgen.text.fold import key
from newsgen.text.slugs import LONGEST, natural_slug, short_digest, shorten, term_slug

NAMES = st.text(alphabet="اأإىيةهكتب _-ـ،.ABb1٢", max_size=120)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("أشجار التوت تثمر قبل موعدها", "أشجار-التوت-تثمر-قبل-موعدها"),
        ("«التوت».. حكاية 70 عامًا!", "التوت-حكاية-70-عاما"),
        ("ماذا بعد ایران؟", "ماذا-بعد-ايران"),
        ("GPS للصيادين", "gps-للصيادين"),
        ("  شرطة -- وأخرى ", "شرطة-وأخرى"),
    ],
)
def test_a_title_becomes_words_with_hyphens(title: str, slug: str) -> None:
    assert natural_slug(title) == slug


@pytest.mark.parametrize("title", ["", "…", "؟!", "🙂", "ـــ"])
def test_a_title_without_letters_has_an_empty_slug(title: str) -> None:
    assert natural_slug(title) == ""


@given(st.text(max_size=300))
def test_a_slug_is_one_safe_part_of_an_address(title: str) -> None:
    slug = shorten(natural_slug(title))
    assert len(slug.encode()) <= LONGEST
    assert not set(slug) & set("/\\?#%&. \n\0")
    assert not slug.startswith("-")
    assert not slug.endswith("-")


def test_a_long_slug_is_cut_between_words() -> None:
    slug = "-".join(["توت"] * 60)
    cut = shorten(slug)
    assert slug.startswith(cut + "-")
    assert LONGEST - len("-توت".encode()) <= len(cut.encode()) <= LONGEST


def test_a_word_without_end_is_cut_inside_it_at_a_whole_letter() -> None:
    assert shorten("ت" * 200) == "ت" * (LONGEST // 2)
    assert shorten("a" + "ت" * 200) == "a" + "ت" * ((LONGEST - 1) // 2)


@pytest.mark.parametrize("spelling", ["إيران", "ایران", "ايران", "#ايران", "إيرانُ"])
def test_all_spellings_of_a_term_have_one_address(spelling: str) -> None:
    assert term_slug(spelling) == "ايران"


def test_a_term_of_several_words_has_hyphens() -> None:
    assert term_slug("كرة القدم") == "كره-القدم"


def test_a_term_without_letters_has_no_address() -> None:
    assert term_slug("…") == ""


def test_long_terms_that_begin_alike_have_addresses_of_their_own() -> None:
    beginning = "جمعية أصدقاء الحديقة " * 10
    one, other = term_slug(beginning + "الأولى"), term_slug(beginning + "الثانية")
    assert one != other
    assert len(one.encode()) <= LONGEST + 7


@given(NAMES, NAMES)
def test_terms_have_one_address_exactly_if_they_have_one_key(one: str, other: str) -> None:
    assert (term_slug(one) == term_slug(other)) == (key(one) == key(other))


@given(st.text(), st.integers(1, 16))
def test_a_digest_has_its_length_and_safe_characters(text: str, length: int) -> None:
    digest = short_digest(text, length)
    assert len(digest) == length
    assert set(digest) <= set("abcdefghijklmnopqrstuvwxyz234567")


@given(st.text(), st.text())
def test_digests_of_different_texts_differ(one: str, other: str) -> None:
    assume(one != other)
    assert short_digest(one, 12) != short_digest(other, 12)


def test_a_digest_never_changes() -> None:
    assert short_digest("seeds/توت.txt", 12) == short_digest("seeds/توت.txt", 16)[:12]


@given(st.text("ab_ ", min_size=1, max_size=6), st.text("ab_ ", min_size=1, max_size=6))
def test_terms_with_underscores_have_addresses_of_their_own(one: str, other: str) -> None:
    assume(key(one) != key(other))
    assert term_slug(one) != term_slug(other)


@given(st.text("ab_ ", min_size=1, max_size=6))
def test_no_term_can_be_named_like_an_address_that_was_made_unique(name: str) -> None:
    address = term_slug(name)
    assume("--" in address)
    assert term_slug(address) != address
