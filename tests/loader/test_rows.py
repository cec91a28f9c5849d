"""Tables of articles: JSON, JSON lines and CSV, their columns, and rows that cannot be read."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from seed_files import MORE, PROSE, TITLE, articles, load_all, pieces, problems

from newsgen.loader import Piece
from newsgen.loader.json_values import BrokenJsonError, iter_values
from newsgen.loader.piece import MAX_BYTES
from newsgen.model.article import Block

ROW = {"title": TITLE, "content": f"{PROSE}\n{MORE}", "date": "2015-07-21 02:51:32", "source": "نشرة الجسر"}
JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


def written(folder: Path, name: str, content: str | bytes) -> Path:
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("rows.jsonl", f"{json.dumps(ROW)}\n\n{json.dumps(ROW, ensure_ascii=False)}\n"),
        ("rows.ndjson", f"{json.dumps(ROW)}\r\n{json.dumps(ROW)}"),
        ("rows.json", json.dumps([ROW, ROW], indent=2)),
        ("rows.json", f"{json.dumps(ROW, indent=1)}\n{json.dumps(ROW)}"),
        ("list.jsonl", json.dumps([ROW, ROW])),
        ("rows.csv", f'title,content,date,source\n{TITLE},"{PROSE}\n{MORE}",21/07/2015,نشرة الجسر\n' * 1),
        ("rows.tsv", f"title\tcontent\tdate\tsource\n{TITLE}\t{PROSE} {MORE}\t21/07/2015\tنشرة الجسر\n"),
        ("semicolons.csv", f"العنوان;النص;التاريخ;المصدر\n{TITLE};{PROSE}، {MORE};2015-07-21;نشرة الجسر\n"),
    ],
)
def test_each_row_of_a_table_is_an_article(name: str, content: str, tmp_path: Path) -> None:
    found = articles(written(tmp_path, name, content))
    assert [article.path for article in found] == [f"seeds/{name}#{n}" for n in range(1, len(found) + 1)]
    assert len(found) == (1 if name.endswith("sv") else 2)
    for article in found:
        assert (article.title, (article.published or "")[:10], article.source) == (
            TITLE,
            "2015-07-21",
            "نشرة الجسر",
        )
        assert article.body[0].text.startswith(PROSE)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1256", "iso-8859-6"])
def test_a_table_may_be_in_any_encoding_that_texts_may_be_in(encoding: str, tmp_path: Path) -> None:
    text = f"title,text\n{TITLE},{PROSE}\n" * 3
    (first, *_) = articles(written(tmp_path, "rows.csv", text.encode(encoding)))
    assert (first.title, first.body) == (TITLE, (Block("paragraph", PROSE),))


def test_what_a_row_states_wins_over_what_its_text_says(tmp_path: Path) -> None:
    row = {
        "headline": f"{TITLE} &quot;هنا&quot;",
        "text": f"تاريخ النشر: 3rd, May 2019 GMT\n{PROSE}\nالمصدر: موقع ضفاف",
        "published_at": "2020-02-03T10:00:00+02:00",
        "publisher": {"name": "نشرة الجسر"},
        "writer": "هدى الصفصافي",
        "keywords": "الحديقة، التوت,الحديقة",
        "section": "بيئة",
        "link": "https://bridge.example/a?b=1",
        "date_extracted": "2021-01-01",
    }
    (article,) = articles(written(tmp_path, "row.json", json.dumps(row)))
    assert article.title == f'{TITLE} "هنا"'
    assert (article.published, article.source) == ("2020-02-03T10:00:00+02:00", "نشرة الجسر")
    assert (article.author, article.categories) == ("هدى الصفصافي", ("بيئة",))
    assert (article.tags, article.original_url) == (("الحديقة", "التوت"), "https://bridge.example/a?b=1")
    assert article.body == (Block("paragraph", PROSE),)


def test_the_day_on_which_a_row_was_fetched_is_no_date_of_the_article(tmp_path: Path) -> None:
    row = {"title": TITLE, "content": PROSE, "date_extracted": "2015-07-21", "crawled": "2015-07-21"}
    (article,) = articles(written(tmp_path, "row.json", json.dumps(row)))
    assert article.published is None


@pytest.mark.parametrize(
    ("byline", "author", "source"),
    [
        ("هدى الصفصافي", "هدى الصفصافي", None),
        ("القاهرة - أ ش أ", None, "أ ش أ"),
        ("وكالة أنباء الوادي", None, "وكالة أنباء الوادي"),
        ("د. هدى", "د. هدى", None),
    ],
)
def test_a_byline_column_is_read_as_a_byline(
    byline: str, author: str | None, source: str | None, tmp_path: Path
) -> None:
    row = {"title": TITLE, "author": byline, "content": f"{PROSE}\n{MORE}"}
    (article,) = articles(written(tmp_path, "row.json", json.dumps(row)))
    assert (article.author, article.source) == (author, source)
    assert [block.text for block in article.body] == [PROSE, MORE]


def test_no_text_is_lost_where_the_stated_title_reads_like_no_title(tmp_path: Path) -> None:
    row = {"title": "رياضة", "content": f"الحديقة تفتح أبوابها أمام الزوار\n{PROSE}"}
    (article,) = articles(written(tmp_path, "row.json", json.dumps(row)))
    assert article.title == "رياضة"
    assert [block.text for block in article.body] == ["الحديقة تفتح أبوابها أمام الزوار", PROSE]


def test_markup_in_a_column_becomes_lines_of_text(tmp_path: Path) -> None:
    body = f"<p>{PROSE}</p><h3>في الحديقة</h3><p>{MORE}<br>&lt;b&gt; في النص.</p><script>x()</script>"
    (article,) = articles(written(tmp_path, "row.json", json.dumps({"title": TITLE, "body": body})))
    assert article.body == (
        Block("paragraph", PROSE),
        Block("heading", "في الحديقة"),
        Block("paragraph", MORE),
        Block("paragraph", "<b> في النص."),
    )


def test_columns_of_other_names_are_named_in_the_settings(tmp_path: Path) -> None:
    file = written(tmp_path, "row.json", json.dumps({"h1": TITLE, "txt": PROSE, "title": "لا شيء هنا"}))
    (article,) = articles(file, {"title": "h1", "body": "TXT"})
    assert (article.title, article.body) == (TITLE, (Block("paragraph", PROSE),))


def test_rows_that_cannot_be_read_are_problems_with_their_line(tmp_path: Path) -> None:
    good = json.dumps(ROW)
    lines = [good, "{broken", "", "[1, 2]", json.dumps({"name": "x"}), "[" * 100_000, good]
    file = written(tmp_path, "rows.jsonl", "\n".join(lines))
    assert problems(file) == [
        ("seeds/rows.jsonl", 2, "row-broken"),
        ("seeds/rows.jsonl", 4, "row-broken"),
        ("seeds/rows.jsonl", 5, "row-empty"),
        ("seeds/rows.jsonl", 6, "row-broken"),
    ]
    assert [article.path for article in articles(file)] == ["seeds/rows.jsonl#1", "seeds/rows.jsonl#6"]


def test_a_list_that_breaks_off_keeps_the_rows_before(tmp_path: Path) -> None:
    file = written(tmp_path, "rows.json", f"[{json.dumps(ROW)},\n{json.dumps(ROW)[:40]}")
    assert (len(articles(file)), problems(file)) == (1, [("seeds/rows.json", 2, "row-broken")])


def test_a_date_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    for date, code in (("last week", "date-unread"), ("2021-02-30", "date-impossible")):
        file = written(tmp_path, "row.json", json.dumps({**ROW, "date": date}))
        assert problems(file) == [("seeds/row.json#1", None, code)]


@pytest.mark.parametrize("name", ["rows.csv", "rows.json", "rows.jsonl", "rows.tsv"])
def test_no_bytes_of_a_table_are_a_crash(name: str, tmp_path: Path) -> None:
    for content in (
        b"",
        b"[",
        b"\0\0\0",
        b"\xff\xfe",
        b'"',
        bytes(range(256)),
        b"[[[[",
        b"1e999999,\n",
        b"{}",
    ):
        assert load_all(written(tmp_path, name, content))


def test_a_row_without_an_end_fills_no_memory(tmp_path: Path) -> None:
    for name, start in (("rows.jsonl", '{"a": "'), ("rows.json", '["'), ("rows.csv", 'title,text\n"')):
        file = written(tmp_path, name, start + "ت" * (MAX_BYTES + 10))
        found = pieces(file)
        assert all(found.weight <= 4 * MAX_BYTES for found in found if isinstance(found, Piece))
        assert problems(file)


@given(st.lists(st.dictionaries(st.text(), JSON)), st.integers(1, 7))
def test_the_values_of_a_list_are_found_however_it_is_cut_into_chunks(
    values: list[dict[str, object]], size: int
) -> None:
    text = json.dumps(values, ensure_ascii=False, indent=1)
    chunks = iter([text[at : at + size] for at in range(0, len(text), size)])
    assert [json.loads(value) for _, value in iter_values(chunks)] == values


@given(st.text(alphabet='[]{}",:1e-tn \n\\u', max_size=30))
def test_any_text_is_values_of_json_or_broken(text: str) -> None:
    with suppress(BrokenJsonError):
        assert all(1 <= line <= text.count("\n") + 1 for line, _ in iter_values(iter([text])))


def test_the_surplus_cells_of_a_row_are_kept_and_told(tmp_path: Path) -> None:
    file = written(tmp_path, "rows.csv", f"title,body\n{TITLE},{PROSE},وبقية الخبر هنا\n{TITLE},{PROSE},\n")
    long, good = articles(file)
    assert long.body[0].text == f"{PROSE},وبقية الخبر هنا"
    assert good.body[0].text == PROSE
    assert problems(file) == [("seeds/rows.csv", 2, "row-long")]


def test_rows_that_stand_on_one_line_are_told_apart_by_their_numbers(tmp_path: Path) -> None:
    found = load_all(written(tmp_path, "rows.json", "[1, 2]"))
    assert [problem.message.partition(":")[0] for loaded in found for problem in loaded.problems] == [
        "row 1",
        "row 2",
    ]


def test_several_stated_authors_are_all_kept(tmp_path: Path) -> None:
    row = {**ROW, "author": ["هدى الصفصافي", {"name": "محمد الياقوتي"}]}
    (article,) = articles(written(tmp_path, "row.json", json.dumps(row)))
    assert article.author == "هدى الصفصافي، محمد الياقوتي"


def test_a_stated_title_is_read_for_nothing_else(tmp_path: Path) -> None:
    one_word = {"title": "زلزال", "body": f"ضرب الساحل زلزال كبير\n{PROSE}"}
    two_words = {"title": "خبر أول", "body": "نص الخبر الأول هنا طويل بما يكفي جدا"}
    first, second = articles(written(tmp_path, "rows.json", json.dumps([one_word, two_words])))
    assert (first.title, first.source) == ("زلزال", None)
    assert (second.title, second.categories) == ("خبر أول", ())
    assert [block.text for block in second.body] == [two_words["body"]]
