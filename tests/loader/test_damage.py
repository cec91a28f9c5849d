"""Text that was damaged before: mended where that is certain, told where it is not, and no false alarms."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from seed_files import MORE, PROSE, TITLE, articles, load_all, problems

from newsgen.loader.damage import is_garbled, mend_mojibake, pdf_flaw
from newsgen.text.letters import unescaped

TEXT = f"{TITLE}\n{PROSE}\nونشر التقرير في الحديقة: «كل توت خير»، ٥٠٪.\n{MORE}"


@pytest.mark.parametrize("taken_for", ["cp1256", "latin-1"])
def test_utf8_that_was_taken_for_another_encoding_is_mended_and_told(taken_for: str, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT.encode().decode(taken_for), encoding="utf-8")
    (article,) = articles(file)
    assert (article.title, article.body[0].text) == (TITLE, PROSE)
    assert problems(file) == [("seeds/a.txt", None, "mojibake")]


def test_the_letter_that_windows_1252_loses_is_put_back_and_told(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT.encode().decode("cp1252", "replace"), encoding="utf-8")
    (article,) = articles(file)
    assert (article.title, article.body[0].text) == (TITLE, PROSE)
    (problem,) = load_all(file)[0].problems
    assert "ف" in problem.message


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئًٌٍَُِّْ،؛؟« ».0123456789abcXYZéØÙ\n", max_size=200))
def test_arabic_text_that_is_right_is_never_mended(text: str) -> None:
    assert mend_mojibake(text) == (text, None)


def test_text_whose_letters_are_lost_makes_no_article(tmp_path: Path) -> None:
    for lost in (TEXT.encode().decode("ascii", "replace"), "".join("?" if c > "~" else c for c in TEXT)):
        assert is_garbled(lost)
        file = tmp_path / "a.txt"
        file.write_text(lost, encoding="utf-8")
        assert (articles(file), problems(file)) == ([], [("seeds/a.txt", None, "garbled")])


def test_a_few_lost_letters_and_many_questions_are_no_garbled_text() -> None:
    assert not is_garbled(TEXT.replace("ث", "\ufffd"))
    assert not is_garbled(f"{PROSE}\nلماذا؟؟؟ كيف??? متى???")
    assert not is_garbled("what? " * 5 + PROSE)


def test_letters_in_the_order_of_a_pdf_are_told(tmp_path: Path) -> None:
    reversed_words = " ".join(word[::-1] for word in f"{PROSE} {MORE} مدينة كبيرة وقرية صغيرة وحديقة".split())
    file = tmp_path / "a.txt"
    file.write_text(f"{TITLE}\n{reversed_words}", encoding="utf-8")
    assert "pdf-text" in [code for _, _, code in problems(file)]
    assert pdf_flaw(f"رئي ـ ـ ـ ـ س وم ـ ـ ـ دير و ا ل ع ا م ـ ـ ـ ـ ل {PROSE}") is not None


@pytest.mark.parametrize(
    "text", [TEXT, TEXT.replace("ا", "اـ"), "مــــرحبا ــــ بكم " * 9, "الثقافةالمكتبات\n" + TEXT]
)
def test_right_text_is_not_taken_for_that_of_a_pdf(text: str) -> None:
    assert pdf_flaw(text) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("&quot;التوت&quot;&nbsp;و&#1575;&#x644;خوخ", '"التوت" والخوخ'),
        ("AT&T و R&D &copy &nothing; &#99999999;", "AT&T و R&D &copy &nothing; &#99999999;"),
        ("&lt;b&gt;التوت&lt;/b&gt;", "<b>التوت</b>"),
        ("توت&#10;خوخ&#8238;&#0;", "توت خوخ\ufffd"),
    ],
)
def test_entities_are_read_and_what_only_looks_like_one_stays(written: str, meant: str) -> None:
    assert unescaped(written) == meant


@given(st.text(alphabet="&#;xaAmp10lt \n", max_size=40))
def test_reading_entities_keeps_every_line(text: str) -> None:
    assert unescaped(text).count("\n") == text.count("\n")
