"""A project's own rules, as the rules of the loader take them."""

from __future__ import annotations

import pytest
from seed_files import MORE, PROSE, TITLE

from newsgen.loader.parse import Parsed, parse, read
from newsgen.model.hints import Hints, LabelKind

# What a label of each kind stands before, the fact that it states, and the fact's value.
LABELLED: list[tuple[LabelKind, str, str, object]] = [
    ("date", "7 مايو 2021", "published", "2021-05-07"),
    ("source", "المرسى", "source", "المرسى"),
    ("author", "سامر الياقوتي", "author", "سامر الياقوتي"),
    ("tags", "حديقة النهر، التوت", "tags", ("حديقة النهر", "التوت")),
    ("category", "شؤون الحدائق", "categories", ("شؤون الحدائق",)),
]
LABEL = "ورقة الصندوق"


def document(*lines: str) -> str:
    return "\n".join([TITLE, PROSE, MORE, *lines])


def told(parsed: Parsed) -> list[str]:
    return [block.text for block in parsed.body]


@pytest.mark.parametrize(("kind", "value", "fact", "expected"), LABELLED)
def test_a_label_of_the_projects_own_is_read_as_the_loaders_are(
    kind: LabelKind, value: str, fact: str, expected: object
) -> None:
    text = document(f"{LABEL}: {value}")
    hinted = parse(text, Hints(labels=((kind, LABEL),)))
    assert getattr(hinted, fact) == expected
    assert told(hinted) == [PROSE, MORE]
    assert not getattr(parse(text), fact)


def test_a_related_label_of_the_projects_own_takes_the_headline_behind_it() -> None:
    text = document(f"{LABEL}: بائع الزهور يعود إلى النافورة القديمة")
    hinted = parse(text, Hints(labels=(("related", LABEL),)))
    assert [item.title for item in hinted.related] == ["بائع الزهور يعود إلى النافورة القديمة"]
    assert parse(text).related == ()


def test_a_label_is_found_in_every_spelling_and_only_at_the_beginning() -> None:
    hints = Hints(labels=(("source", "وارد إلى الأرشيف"),))
    assert parse(document("واردٌ الى الارشيف : المرسى"), hints).source == "المرسى"
    assert parse(document("وهذا وارد إلى الأرشيف: المرسى"), hints).source is None
    assert parse(document("وارد إلى الأرشيفات: المرسى"), hints).source is None


def test_the_loaders_own_labels_hold_beside_the_projects() -> None:
    hints = Hints(labels=(("source", LABEL),))
    assert parse(document("المصدر: المرسى"), hints).source == "المرسى"


def test_a_label_before_a_sentence_states_nothing() -> None:
    hints = Hints(labels=(("author", LABEL), ("category", LABEL)))
    parsed = parse(document(f"{LABEL}: {PROSE}"), hints)
    assert (parsed.author, parsed.categories) == (None, ())


def test_an_outlet_of_the_projects_own_is_known_in_bylines_and_beside_the_title() -> None:
    hints = Hints(outlets=("إشراقة الوادي",))
    byline = "\n".join([TITLE, "محمد الياقوتي - إشراقة الوادي", PROSE, MORE])
    titled = "\n".join([f"{TITLE} - إشراقة الوادي", PROSE, MORE])
    assert (parse(byline, hints).source, parse(byline, hints).author) == ("إشراقة الوادي", "محمد الياقوتي")
    assert parse(byline).source is None
    assert (parse(titled, hints).title, parse(titled, hints).source) == (TITLE, "إشراقة الوادي")
    assert parse(titled).source is None


def test_an_outlet_of_the_projects_own_is_no_source_where_the_story_speaks_of_it() -> None:
    text = document("وكتبت إشراقة الوادي عن الحديقة مرات كثيرة كما قال لنا الحارس الذي يقرؤها كل صباح.")
    assert parse(text, Hints(outlets=("إشراقة الوادي",))).source is None


@pytest.mark.parametrize(
    ("ignored", "line"),
    [
        ("حديث الصباح والمساء", "حديث الصباح والمساء"),
        ("حديث الصباح والمساء", "حديثُ الصّباح والمساء"),
        ("نسخة رقم *", "نسخة رقم 218 من النشرة"),
        ("نسخة رقم *", "نسخة رقم"),
        ("* في الحي كله", "ما يدور في الحي كله"),
        ("نسخة * من النشرة", "نسخة 218 من النشرة"),
        ("*", "كل سطر"),
    ],
)
def test_a_line_to_ignore_is_set_aside_by_its_rule(ignored: str, line: str) -> None:
    lines = read(document(line), Hints(ignore=(ignored,))).lines
    assert [(each.number, each.role) for each in lines if each.rule == "ignored"][-1:] == [
        (4, "page furniture")
    ]


@pytest.mark.parametrize(
    ("ignored", "line"),
    [
        ("حديث الصباح", "حديث الصباح والمساء"),
        ("حديث الصباح", "هذا حديث الصباح"),
        ("نسخة رقم *", "هذه نسخة رقم 218"),
        ("نسخة * من النشرة", "نسخة 218 من نشرة"),
        ("نسخة .* من", "نسخة 218 من"),
        ("(حديث", "حديث"),
    ],
)
def test_only_whole_lines_are_ignored_and_only_a_star_stands_for_anything(ignored: str, line: str) -> None:
    lines = read(document(line), Hints(ignore=(ignored,))).lines
    assert [each for each in lines if each.rule == "ignored"] == []


def test_a_line_to_ignore_may_be_a_paragraph_and_comes_before_every_other_rule() -> None:
    hints = Hints(ignore=("المصدر: *", MORE))
    parsed = parse(document("المصدر: المرسى"), hints)
    assert parsed.source is None
    assert told(parsed) == [PROSE]
    assert [aside.text for aside in parsed.set_aside] == [MORE, "المصدر: المرسى"]


def test_many_stars_take_no_time_that_grows_with_their_combinations() -> None:
    hints = Hints(ignore=(" * ".join(["توت"] * 12) + " ثمرة",))
    assert told(parse(document(f"{'توت ' * 300}."), hints))[:2] == [PROSE, MORE]
