from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.loader.markdown import read_body
from newsgen.render.bidi import has_latin, isolate_arabic, isolate_latin, isolate_markup

_MIXED = st.text(alphabet=st.sampled_from("أبت ،.() AzÉ09<>&\"'/-_:bdi;\u202e\n")) | st.text()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("لا شيء هنا", "لا شيء هنا"),
        ("فريق Valley Robotics فاز", "فريق <bdi>Valley Robotics</bdi> فاز"),
        ("الإصدار OpenShelf 2.4، اليوم", "الإصدار <bdi>OpenShelf 2.4</bdi>، اليوم"),
        ("(من إعداد Valley Labs)", "(من إعداد <bdi>Valley Labs</bdi>)"),
        ("عام 2023 فقط", "عام 2023 فقط"),
        ("كأس Café Zoë.", "كأس <bdi>Café Zoë</bdi>."),
        ("شركة AT&T و B", "شركة <bdi>AT&amp;T</bdi> و <bdi>B</bdi>"),
    ],
)
def test_each_latin_run_is_isolated_from_letter_to_last_letter_or_digit(text: str, expected: str) -> None:
    assert isolate_latin(text) == expected


@given(_MIXED)
def test_isolating_only_adds_bdi_tags_to_the_escaped_text(text: str) -> None:
    html = isolate_latin(text)
    assert set(re.findall(r"<[^>]*>", html)) <= {"<bdi>", "</bdi>"}
    assert unescape(re.sub(r"<[^>]*>", "", html)) == text


@given(_MIXED)
def test_no_latin_letter_stands_outside_an_isolate(text: str) -> None:
    outside = unescape(re.sub(r"<bdi>.*?</bdi>", "", isolate_latin(text), flags=re.DOTALL))
    assert not re.search("[A-Za-z]", outside)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("فريق <em>Valley Robotics</em> فاز", "فريق <em><bdi>Valley Robotics</bdi></em> فاز"),
        ('<a href="abc/" title="Delta">نص</a>', '<a href="abc/" title="Delta">نص</a>'),
        ("قال &quot;نعم&quot; &lt;b&gt;", "قال &#34;نعم&#34; &lt;<bdi>b</bdi>&gt;"),
        ("AT&amp;T", "<bdi>AT&amp;T</bdi>"),
        (
            "نفّذ <code>newsgen build</code> ثم serve",
            'نفّذ <code dir="auto">newsgen build</code> ثم <bdi>serve</bdi>',
        ),
        (
            '<pre><code class="x">a &lt; b\n</code></pre>',
            '<pre><code dir="auto" class="x">a &lt; b\n</code></pre>',
        ),
    ],
)
def test_latin_runs_in_markup_are_isolated_but_not_in_tags_entities_and_code(
    html: str, expected: str
) -> None:
    assert isolate_markup(html) == expected


@given(_MIXED)
def test_the_words_of_markdown_stay_as_they_are(text: str) -> None:
    for block in read_body(text).blocks:
        changed = isolate_markup(block.html or "")
        assert unescape(re.sub(r"<[^>]*>", "", changed)) == unescape(re.sub(r"<[^>]*>", "", block.html or ""))


def test_a_text_without_arabic_is_one_run_with_its_full_stop() -> None:
    assert isolate_latin('Officials said: "no damage".') == "<bdi>Officials said: &#34;no damage&#34;.</bdi>"


@given(_MIXED)
def test_no_text_with_latin_letters_is_taken_for_one_without(text: str) -> None:
    assert has_latin(text) or not re.search(
        "[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]", text
    )


def test_most_arabic_is_known_at_once_to_have_no_latin_letters() -> None:
    assert not has_latin("«أعلنت» البلدية، في 8 ديسمبر: افتتاح ٣ مكتبات – گلزار، پل، چاپ… (100%)")


def test_a_page_from_left_to_right_isolates_arabic_texts() -> None:
    assert isolate_arabic("Avis & notes") == "Avis &amp; notes"
    assert isolate_arabic("صوت <الوادي>") == "<bdi>صوت &lt;الوادي&gt;</bdi>"
