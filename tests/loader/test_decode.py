from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.loader.decode import Decoded, decode
from newsgen.loader.piece import MAX_BYTES
from newsgen.text.letters import clean

SENTENCES = [
    "أعلنت وزارة الصحة اليوم عن خطة جديدة لتطعيم الأطفال.",
    "قال الوزير إن المفاوضات ستستأنف غدا في العاصمة",
    "طقس غد: حار جدا",
    "تعادل الفريقان 2-2 في مباراة الذهاب أمس",
    "ضرب زلزال قوي سواحل اليابان صباح الأحد",
    "ارتفع سعر الذهب إلى 2,000 دولار - رويترز",
    "هل تنجح المفاوضات؟",
    "وقّع البلدان اتفاقية تجارية في القاهرة بحضور رئيسي الوزراء وعدد من رجال الأعمال",
    "افتتح المعرض الدولي للكتاب في بيروت بمشاركة 200 دار نشر عربية وأجنبية",
]


def codes(decoded: Decoded) -> list[str]:
    return [flaw.code for flaw in decoded.problems]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6", "utf-8", "utf-16-le", "utf-16-be"])
def test_one_sentence_is_enough_to_tell_an_encoding(sentence: str, encoding: str) -> None:
    assert decode(sentence.encode(encoding)) == Decoded(sentence, encoding)


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6"])
def test_a_long_document_in_an_old_encoding_is_read_to_its_end(encoding: str) -> None:
    text = "\n\n".join(SENTENCES * 200)
    assert decode(text.encode(encoding)) == Decoded(text, encoding)


def test_quotation_marks_and_persian_letters_of_windows_1256_are_kept() -> None:
    text = "قال المتحدث: «سنعمل معا»، ثم غادر القاعة… وعاد إلى پاريس"
    assert decode(text.encode("windows-1256")).text == text


def test_a_byte_order_mark_is_believed_and_dropped() -> None:
    for encoding, mark in (("utf-8", "utf-8-sig"), ("utf-16-le", "utf-16")):
        assert decode("خبر".encode(mark)) == Decoded("خبر", encoding)
    assert decode(b"\xfe\xff" + "خبر".encode("utf-16-be")) == Decoded("خبر", "utf-16-be")


def test_latin_text_in_utf16_is_told_without_a_mark() -> None:
    assert decode("Reuters".encode("utf-16-le")) == Decoded("Reuters", "utf-16-le")


def test_text_comes_cleaned() -> None:
    assert decode("أ\r\nب\u202eج\tد".encode()).text == "أ\nبج د"


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", "\u200f\n".encode()])
def test_a_document_without_text_is_empty(data: bytes) -> None:
    decoded = decode(data)
    assert (decoded.text, codes(decoded)) == ("", ["empty"])


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\nplain so far",
        b"\x89PNG\r\n\x1a\n",
        b"PK\x03\x04word/document.xml",
        gzip.compress(b"text", mtime=0),
        b"text with a \0 in it",
        bytes(range(256)),
        b"\xff\xfe" + "خبر\x00\x00".encode("utf-16-le"),
    ],
)
def test_binary_files_are_no_text(data: bytes) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, codes(decoded)) == (None, None, ["binary"])


def test_damaged_utf8_stays_visible_and_names_the_first_line() -> None:
    lines = [sentence.encode() for sentence in SENTENCES]
    lines[2] = lines[2][:3] + lines[2][4:]
    lines[4] += b"\xff"
    decoded = decode(b"\r\n".join(lines))
    assert decoded.encoding == "utf-8"
    assert decoded.text is not None
    assert decoded.text.count("\ufffd") == 2
    assert [(flaw.code, flaw.line) for flaw in decoded.problems] == [("undecodable-bytes", 3)]


def test_a_document_cut_off_in_the_middle_of_a_letter_loses_only_that_letter() -> None:
    decoded = decode(SENTENCES[0].encode()[:-2])
    assert decoded.text == SENTENCES[0][:-2] + "\ufffd"
    assert codes(decoded) == ["undecodable-bytes"]
    assert codes(decode("خبر".encode("utf-16") + b"x")) == ["undecodable-bytes"]


def test_a_stray_byte_does_not_hide_iso_8859_6() -> None:
    data = SENTENCES[0].encode("iso-8859-6") + b"\n\xab" + SENTENCES[1].encode("iso-8859-6")
    decoded = decode(data)
    assert decoded.text == f"{SENTENCES[0]}\n\ufffd{SENTENCES[1]}"
    assert (decoded.encoding, decoded.problems[0].line) == ("iso-8859-6", 2)


def test_two_encodings_in_one_document_are_not_guessed_at() -> None:
    decoded = decode(SENTENCES[0].encode() + SENTENCES[1].encode("windows-1256"))
    assert (decoded.text, codes(decoded)) == (None, ["undecodable"])


def test_a_flaw_becomes_a_problem_of_its_document() -> None:
    problem = decode(b"").problems[0].at("seeds/a.txt")
    assert str(problem).startswith("seeds/a.txt: empty: ")


def test_the_limit_of_a_document_is_eight_mebibytes() -> None:
    assert MAX_BYTES == 8_388_608


@given(st.binary())
def test_no_bytes_make_it_raise_and_text_is_always_clean(data: bytes) -> None:
    decoded = decode(data)
    assert (decoded.text is None) == (decoded.encoding is None)
    assert decoded.text is None or decoded.text == clean(decoded.text)
    assert decoded.text or decoded.problems


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(
        lambda text: clean(text).strip()
    )
)
def test_all_utf8_is_read_as_utf8(text: str) -> None:
    assert decode(text.encode()) == Decoded(clean(text), "utf-8")
