"""The browser's half of the rules: the same as Python's, in one small file."""

from __future__ import annotations

import runpy
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from newsgen.search.alphabet import ALPHABET, FOLDED, decoded, encoded, table_as_script, words
from newsgen.search.families import Family, variants
from newsgen.search.keys import shard_key
from newsgen.search.known_words import marked

pytest_plugins = ["search_fixtures"]
REPOSITORY = Path(__file__).parents[2]
SPELLINGS = {
    "قال أحمد إن آسيا": ["قال", "احمد", "ان", "اسيا"],
    "مسؤول مسئول رؤوس رءوس مَسْئُول": ["مسوول", "مسوول", "رووس", "رووس", "مسوول"],
    "قطاعُ غـــزّة": ["قطاع", "غزه"],
    "مستشفى علی ایران العسکری": ["مستشفي", "علي", "ايران", "العسكري"],
    "ﻻﻋﺐ ﻣﺪرﺳﺔ": ["لاعب", "مدرسه"],
    "سنة ١٩٩٥ و۱۳۹۹": ["سنه", "1995", "و", "1399"],
    "سو-35 كوفيد19 G20": ["سو", "35", "كوفيد", "19", "g", "20"],
    "«الأهرام» “الحياة” (الأمم)، ل'été": ["الاهرام", "الحياه", "الامم", "ل", "ete"],
    "Путин и Ελλάδα 😀 ™ ½": ["путин", "и", "ελλάδα", "1", "2"],
    "": [],
}


@pytest.mark.parametrize("text", SPELLINGS)
def test_spellings_of_a_word_are_one(text: str) -> None:
    assert words(text) == SPELLINGS[text]


@given(st.text())
def test_a_text_comes_back_from_the_alphabet_as_it_was(text: str) -> None:
    whole = text.encode("utf-8", errors="replace").decode()
    assert decoded(encoded(whole)) == whole


@given(st.text())
@settings(max_examples=200)
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    once = words(text)
    assert words(" ".join(once)) == once


def test_the_script_is_the_bundle_of_its_parts_and_smaller_than_15_kb() -> None:
    made = runpy.run_path(str(REPOSITORY / "script/bundle.py"))
    assert made["BUNDLE"].read_text(encoding="utf-8") == made["bundle"](), "run: python script/bundle.py"
    assert made["BUNDLE"].stat().st_size < 15_000


@pytest.mark.parametrize("word", words("الأول لبنان النووي بيان فنان الباب كلاب هنا فلسطينيين"))
def test_the_forms_of_a_word_are_in_one_file(word: str) -> None:
    assert len({shard_key(encoded(form)) for form in variants(word)}) == 1


@pytest.fixture(scope="module")
def rules(chromium: Browser) -> Iterator[Page]:
    """A page that has the script's rules, but none of its doings."""
    page = chromium.new_page()
    parts = [(REPOSITORY / f"script/{name}.js").read_text(encoding="utf-8") for name in ("words", "families")]
    page.add_script_tag(content="\n".join([table_as_script(), *parts]))
    yield page
    page.close()


@pytest.mark.browser
def test_the_browser_folds_as_python_does(rules: Page) -> None:
    random = Random(7)  # noqa: S311 - the same texts each time
    letters = [*FOLDED, *"ﻻﷲ½Ωßїқ中ǅ\u0301\u0654😀\u200b\xa0㎏"]
    texts = [*SPELLINGS, *("".join(random.choices(letters, k=60)) for _ in range(200))]
    assert rules.evaluate("texts => texts.map(words)", texts) == [words(text) for text in texts]


@pytest.mark.browser
def test_the_browser_looks_for_a_form_where_python_put_it(rules: Page) -> None:
    folded = words("وكالة والوكالات بالقاهرة هيئة ذات في باب путин 中文 g 20 والكتاب كتابان لغات")
    assert rules.evaluate("forms => forms.map(shardKey)", folded) == [shard_key(encoded(f)) for f in folded]
    assert rules.evaluate("forms => forms.map(variants)", folded) == [
        list(dict.fromkeys((form, *variants(form)))) for form in folded
    ]


@pytest.mark.browser
def test_the_browser_tells_forms_of_a_word_as_python_does(rules: Page) -> None:
    random = Random(3)  # noqa: S311 - the same forms each time
    stems = words("كتاب وزير مهندس شركة لبنان بوتين فلسطين كلام روسيا قرار باب لغة بحر معلم وكالة جنة")
    starts = words("ال وال بال لل ولل و ف ب ك ل فال ول")
    ends = words("ات ون ين ه تين تان ي ها")
    for _ in range(150):
        forms = {_form(random, starts, stems, ends): random.randint(1, 40) for _ in range(12)}
        word = random.choice([*forms, *stems])
        kept = {form: marked([encoded(form)])[0] for form in forms}
        marks = {form: data[0] for form, data in kept.items() if data != encoded(form)}
        here = {chr(marks[form]) + form if form in marks else form: count for form, count in forms.items()}
        there = [[_SHOWN[marks[f]] + f if f in marks else f, count] for f, count in forms.items()]
        asked = rules.evaluate("([counts, word]) => family(new Map(counts), word)", [there, word])
        assert asked == list(Family(here, word).forms()), (forms, word)


def _form(random: Random, starts: list[str], stems: list[str], ends: list[str]) -> str:
    return random.choice(["", *starts]) + random.choice(stems) + random.choice(["", *ends])


# Marks as the browser has them, which decodes all of a shard at once.
_SHOWN = {mark: chr(mark) if mark < 5 else ALPHABET[mark] for mark in range(2, 0x20)}
