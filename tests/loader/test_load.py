"""Bad input, through real files: what cannot be read is a problem that says where and what to do."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsgen.loader import Correction, Loaded, Piece, load_markdown, load_seed
from newsgen.loader.handwritten import HandWritten, Unusable
from newsgen.loader.piece import MAX_BYTES
from newsgen.model.hints import NO_HINTS

TITLE = "أشجار التوت تثمر قبل موعدها"
PROSE = "قال حارس الحديقة إن أشجار التوت أثمرت هذا العام قبل موعدها بأسبوعين كاملين."
BYTES: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "empty"),
    "white space": (" \r\n\t\u00a0\u200f\n".encode(), "empty"),
    "binary data": (bytes(range(256)) * 20, "binary"),
    "a PDF": (b"%PDF-1.7\n" + f"{TITLE}\n{PROSE}".encode(), "binary"),
    "an archive": (b"PK\x03\x04" + PROSE.encode(), "binary"),
    "NULs": (f"{TITLE}\0\n{PROSE}".encode(), "binary"),
    "too much": (b"\xd8\xaa" * (MAX_BYTES // 2) + b".", "huge"),
}


def load(folder: Path, data: bytes) -> Loaded:
    file = folder / "seed.txt"
    file.write_bytes(data)
    return load_seed(Piece("seeds/seed.txt", "text", file), NO_HINTS)


def codes(loaded: Loaded) -> list[str]:
    return [problem.code for problem in loaded.problems]


@pytest.mark.parametrize("what", BYTES)
def test_bytes_that_hold_no_text_make_no_article_but_a_problem(what: str, tmp_path: Path) -> None:
    data, code = BYTES[what]
    loaded = load(tmp_path, data)
    assert loaded.article is None
    assert codes(loaded) == [code]
    assert loaded.problems[0].path == "seeds/seed.txt"
    assert loaded.problems[0].hint


@pytest.mark.parametrize("what", BYTES)
def test_an_article_of_such_bytes_is_unusable_with_the_same_problem(what: str, tmp_path: Path) -> None:
    data, code = BYTES[what]
    file = tmp_path / "article.md"
    file.write_bytes(data)
    made = load_markdown("articles/article.md", file)
    assert isinstance(made, Unusable)
    assert [problem.code for problem in made.problems] == [code]


def test_a_document_of_the_largest_size_is_read(tmp_path: Path) -> None:
    line = f"{PROSE}\n".encode()
    loaded = load(tmp_path, f"{TITLE}\n".encode() + line * ((MAX_BYTES - 100) // len(line)))
    assert loaded.article is not None
    assert loaded.article.title == TITLE


def test_a_file_that_has_vanished_is_unreadable(tmp_path: Path) -> None:
    loaded = load_seed(Piece("seeds/gone.txt", "text", tmp_path / "gone.txt"), NO_HINTS)
    assert codes(loaded) == ["unreadable"]


def test_a_folder_in_the_place_of_a_file_is_unreadable(tmp_path: Path) -> None:
    assert codes(load_seed(Piece("seeds/folder", "text", tmp_path), NO_HINTS)) == ["unreadable"]
    assert isinstance(load_markdown("articles/folder.md", tmp_path), Unusable)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_is_unreadable(tmp_path: Path) -> None:
    file = tmp_path / "seed.txt"
    file.write_text(PROSE, "utf-8")
    file.chmod(0)
    assert codes(load_seed(Piece("seeds/seed.txt", "text", file), NO_HINTS)) == ["unreadable"]


def test_bytes_that_cannot_be_decoded_are_shown_and_their_line_is_told(tmp_path: Path) -> None:
    data = f"{TITLE}\n\n{PROSE}\n".encode() + b"\xff\xfe" + PROSE.encode()
    loaded = load(tmp_path, data)
    assert codes(loaded) == ["undecodable-bytes"]
    assert loaded.problems[0].line == 4
    assert loaded.article is not None
    assert [block.plain.count("\ufffd") for block in loaded.article.body] == [0, 2]
    assert loaded.article.encoding == "utf-8"


def test_a_letter_cut_in_half_at_the_end_is_a_problem_of_the_last_line(tmp_path: Path) -> None:
    loaded = load(tmp_path, f"{TITLE}\n{PROSE}\n{PROSE}ت".encode()[:-1])
    assert codes(loaded) == ["undecodable-bytes"]
    assert loaded.problems[0].line == 3


def test_a_title_without_a_body_is_published_with_a_problem(tmp_path: Path) -> None:
    loaded = load(tmp_path, TITLE.encode())
    assert codes(loaded) == ["body-missing"]
    assert loaded.article is not None
    assert (loaded.article.title, loaded.article.body, loaded.article.summary) == (TITLE, (), "")
    assert loaded.article.heading == TITLE


def test_a_body_without_a_title_is_published_under_its_first_words(tmp_path: Path) -> None:
    loaded = load(tmp_path, f"\n{PROSE}\n{PROSE}".encode())
    assert codes(loaded) == ["title-missing"]
    assert loaded.problems[0].line == 2
    assert loaded.article is not None
    assert loaded.article.title is None
    assert loaded.article.heading == "قال حارس الحديقة إن أشجار التوت أثمرت هذا…"
    assert [block.text for block in loaded.article.body] == [PROSE, PROSE]


def test_a_page_of_nothing_but_furniture_has_no_body(tmp_path: Path) -> None:
    loaded = load(tmp_path, "مشاركة\nفيسبوك\n***\nLeave a Reply\n".encode())
    assert codes(loaded) == ["body-missing"]
    assert loaded.article is not None
    assert loaded.article.title is None
    assert loaded.article.heading == "seed.txt"


def test_an_impossible_date_is_a_problem_of_its_line_and_names_it(tmp_path: Path) -> None:
    loaded = load(tmp_path, f"{TITLE}\n31 نيسان 2021\n{PROSE}".encode())
    assert codes(loaded) == ["date-impossible"]
    assert loaded.problems[0].line == 2
    assert "31 نيسان 2021" in loaded.problems[0].message
    assert loaded.article is not None
    assert loaded.article.published is None


def test_marks_that_turn_text_around_reach_no_article(tmp_path: Path) -> None:
    loaded = load(tmp_path, f"\u202e{TITLE}\n\u2066{PROSE}\u2069\nالمصدر: \u200fالمرسى".encode())
    assert loaded.article is not None
    assert loaded.article.title == TITLE
    assert loaded.article.body[0].text == PROSE
    assert loaded.article.source == "المرسى"


def test_markup_in_a_seed_stays_text(tmp_path: Path) -> None:
    loaded = load(tmp_path, f"{TITLE}\n<script>alert(1)</script> {PROSE}".encode())
    assert loaded.article is not None
    assert loaded.article.body[0].text == f"<script>alert(1)</script> {PROSE}"
    assert loaded.article.body[0].html is None


def test_an_article_keeps_its_path_digest_and_identity(tmp_path: Path) -> None:
    one, same = load(tmp_path, f"{TITLE}\n{PROSE}".encode()), load(tmp_path, f"{TITLE}\n{PROSE}".encode())
    other = load(tmp_path, f"{TITLE}!\n{PROSE}".encode())
    assert one == same
    assert one.article is not None
    assert other.article is not None
    assert one.article.path == "seeds/seed.txt"
    assert one.article.ident == other.article.ident
    assert one.article.sha256 != other.article.sha256


HUGE = {
    "one line": f"{TITLE}\n" + f"{PROSE} " * 36_000,
    "one line alone": f"{PROSE} " * 36_000,
    "a hundred thousand lines": f"{TITLE}\n" + "سطر قصير\n" * 100_000,
    "twenty thousand related labels": f"{TITLE}\n{PROSE}\n" + "اقرأ أيضاً:\n" * 20_000,
}


@pytest.mark.parametrize("shape", HUGE)
def test_a_document_of_megabytes_is_loaded_in_seconds(shape: str, tmp_path: Path) -> None:
    data = HUGE[shape].encode()
    begun = time.process_time()
    loaded = load(tmp_path, data)
    assert time.process_time() - begun < 5
    assert loaded.article is not None


def test_an_article_by_hand_is_loaded_from_its_file(tmp_path: Path) -> None:
    file = tmp_path / "article.md"
    file.write_text(f"---\ntitle: {TITLE}\n---\n\n{PROSE}\n", "utf-8")
    made = load_markdown("articles/article.md", file)
    assert isinstance(made, HandWritten)
    assert made.article.title == TITLE
    assert made.problems == ()


@pytest.mark.parametrize("source", ["<!DOCTYPE html>\n<html>", "\n <html dir='rtl'>"])
def test_the_source_of_a_web_page_is_read_as_a_page_whatever_its_file_is_called(
    source: str, tmp_path: Path
) -> None:
    loaded = load(tmp_path, f"{source}<h1>{TITLE}</h1>\n<p>{PROSE}</p>".encode())
    assert loaded.article is not None
    assert (loaded.article.title, loaded.article.body[0].text) == (TITLE, PROSE)


def test_xml_is_told_and_makes_no_article(tmp_path: Path) -> None:
    loaded = load(tmp_path, f"<?xml version='1.0'?><rss><title>{TITLE}</title></rss>".encode())
    assert (loaded.article, codes(loaded)) == (None, ["markup"])


def test_a_fault_that_a_correction_makes_good_is_told_no_more(tmp_path: Path) -> None:
    file = tmp_path / "seed.txt"
    file.write_text(f"{PROSE}\n{PROSE}", encoding="utf-8")
    seed = Piece("seeds/seed.txt", "text", file)
    assert codes(load_seed(seed, NO_HINTS)) == ["title-missing"]
    correction = Correction("articles/c.md", "seed.txt", {"title": TITLE}, None, None, draft=False)
    assert codes(load_seed(seed, NO_HINTS, correction)) == []


def test_text_is_read_without_the_parsers_of_html_and_markdown(tmp_path: Path) -> None:
    # They are slow to import, and every build would pay for it.
    file = tmp_path / "a.txt"
    file.write_text("موسم العسل\nبدأ موسم العسل في القرية.\n", encoding="utf-8")
    program = """
import sys
from pathlib import Path
import newsgen.cli.building
from newsgen.loader import Piece, load_seed
from newsgen.model.hints import NO_HINTS
assert load_seed(Piece("seeds/a.txt", "text", Path(sys.argv[1])), NO_HINTS).article
print(*{"justhtml", "markdown_it", "jinja2", "rich"}.intersection(sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", program, str(file)], capture_output=True, check=True)
    assert done.stdout.split() == []
