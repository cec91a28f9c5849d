from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from newsgen.model.site import Digits, Language
from newsgen.render.numerals import Numerals
from newsgen.render.words import CATALOGUES, Noun, counted, text

REPOSITORY = Path(__file__).parents[2]
# As `make catalogues` has them.
KEYWORDS = {"_": None, "text": None, "said": None, "message": None, "_forms": (1, 2)}
LANGUAGES = ("ar", "fa", "fr")


def said(number: int, noun: Noun, language: Language = "ar", digits: Digits = "latin") -> str:
    return counted(number, noun, language, Numerals(digits, language).grouped(number))


@pytest.fixture(scope="module")
def messages() -> set[str | tuple[str, ...]]:
    """What the templates and the code of the interface say."""
    found: set[str | tuple[str, ...]] = set()
    for folder, method in (
        (REPOSITORY / "templates", [("**.html", "jinja2")]),
        (REPOSITORY / "src/newsgen/render", [("**.py", "python")]),
    ):
        extracted = extract_from_dir(folder, method, keywords=KEYWORDS)
        found |= {message for _, _, message, _, _ in extracted}
    return found


def catalogue(language: str) -> Catalog:
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_all_that_is_said_and_nothing_else(
    messages: set[str | tuple[str, ...]], language: str
) -> None:
    translated = {message.id: message for message in catalogue(language) if message.id}
    assert translated.keys() == messages
    for message in translated.values():
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(forms), message.id
        assert not message.fuzzy, message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_places_of_facts(language: str) -> None:
    for message in catalogue(language):
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        places = set(re.findall(r"%\(\w+\)s", str(message.id)))
        for string in strings:
            # "One" and "two" say their number themselves in Arabic.
            found = set(re.findall(r"%\(\w+\)s", str(string)))
            assert found == places or (len(strings) > 3 and not found), message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_of_the_interface_needs_to_be_escaped(language: str) -> None:
    for message in catalogue(language):
        said = message.id, message.string
        assert not message.id or not re.search('[<>&"]', " ".join(str(part) for part in said if part))


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "لا أخبار"),
        (1, "خبر واحد"),
        (2, "خبران"),
        (3, "3 أخبار"),
        (10, "10 أخبار"),
        (11, "11 خبرًا"),
        (99, "99 خبرًا"),
        (100, "100 خبر"),
        (101, "101 خبر"),
        (102, "102 خبر"),
        (103, "103 أخبار"),
        (1000, "1,000 خبر"),
    ],
)
def test_articles_are_counted_in_the_six_arabic_forms(number: int, expected: str) -> None:
    assert said(number, "article") == expected


def test_counts_are_written_in_the_digits_that_the_site_asks_for() -> None:
    assert said(1234567, "article", digits="arabic") == "١٬٢٣٤٬٥٦٧ خبرًا"
    assert said(1234567, "article", "fa", "arabic") == "۱٬۲۳۴٬۵۶۷ خبر"
    assert said(1234567, "article", "fr") == "1\u202f234\u202f567 articles"


@pytest.mark.parametrize("noun", get_args(Noun))
def test_every_noun_has_its_six_forms(noun: Noun) -> None:
    assert len({said(number, noun) for number in (0, 1, 2, 3, 11, 100)}) == 6


@pytest.mark.parametrize(
    ("number", "noun", "expected"),
    [
        (2, "source", "مصدران"),
        (4, "author", "4 كتّاب"),
        (12, "tag", "12 وسمًا"),
        (1, "year", "سنة واحدة"),
        (15, "day", "15 يومًا"),
        (200, "problem", "200 مشكلة"),
        (3, "minute", "3 دقائق"),
    ],
)
def test_other_nouns_are_counted_by_the_same_rule(number: int, noun: Noun, expected: str) -> None:
    assert said(number, noun) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["0 tags", "1 tag", "2 tags"]),
        ("fr", ["0 mot-clé", "1 mot-clé", "2 mots-clés"]),
        ("fa", ["0 برچسب", "1 برچسب", "2 برچسب"]),
    ],
)
def test_other_languages_count_by_their_own_rule(language: Language, expected: list[str]) -> None:
    assert [said(number, "tag", language) for number in (0, 1, 2)] == expected


def test_what_a_catalogue_does_not_have_is_said_as_it_is() -> None:
    assert text("My own words", "ar") == "My own words"
