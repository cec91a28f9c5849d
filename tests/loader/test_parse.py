"""What holds for every text: nothing of it is lost, and reading it takes no longer than its size asks for."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import groupby, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgen.loader.parse import parse, read
from newsgen.loader.phrasebook.furniture import FURNITURE_OPENINGS
from newsgen.loader.phrasebook.labels import (
    AUTHOR_LABELS,
    DATE_LABELS,
    MASTHEAD_MARKS,
    RELATED_LABELS,
    SOURCE_LABELS,
    TAG_LABELS,
    UPDATE_LABELS,
)
from newsgen.loader.phrasebook.words import PARAGRAPH_OPENERS
from newsgen.loader.reading import BODY_ROLES, Role
from newsgen.loader.rules import RULES
from newsgen.text.letters import clean

PHRASES = [
    *AUTHOR_LABELS,
    *DATE_LABELS,
    *FURNITURE_OPENINGS,
    *MASTHEAD_MARKS,
    *PARAGRAPH_OPENERS,
    *RELATED_LABELS,
    *SOURCE_LABELS,
    *TAG_LABELS,
    *UPDATE_LABELS,
    *(
        "7 مايو 2021",
        "31 شباط 2021",
        "صحيفة المرسى",
        "القاهرة",
        "رويترز",
        "سامر الياقوتي",
        "أرشيفية",
        "مشاركة",
    ),
    *("قال الحارس إن التوت أثمر هذا العام قبل موعده بأسبوعين كاملين.", "حديقة النهرأعرب", "وفي", "التوت"),
    *(
        ":",
        " - ",
        " | ",
        "،",
        ".",
        "؟",
        "«",
        "»",
        "•",
        "* ",
        "- ",
        "…",
        "\n",
        "\n",
        "\n",
        "\n\n",
        " ",
        " ",
        "#",
    ),
]
PIECES = st.one_of(st.sampled_from(PHRASES), st.text(max_size=12))
DOCUMENTS = st.lists(PIECES, max_size=60).map("".join).map(clean)


def squeezed(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=300, deadline=None)
@given(DOCUMENTS)
def test_nothing_of_a_document_is_lost(document: str) -> None:
    lines = document.split("\n")
    parts = {number: list(run) for number, run in groupby(read(document).lines, key=lambda line: line.number)}
    filled = [number for number, line in enumerate(lines, start=1) if line.strip()]
    assert list(parts)[:1] == filled[:1]
    # A line that others were joined to has their text as well, up to the next one's.
    for number, below in pairwise([*parts, len(lines) + 1]):
        assert squeezed("".join(line.text for line in parts[number])) == squeezed(
            "".join(lines[number - 1 : below - 1])
        )
        assert all(line.role is not None and line.rule for line in parts[number])


@settings(max_examples=300, deadline=None)
@given(DOCUMENTS)
def test_every_document_is_parsed_to_published_text_that_stands_in_it(document: str) -> None:
    parsed = parse(document)
    squeezed_document = squeezed(document)
    assert all(
        squeezed(block.plain.replace("\n", "")) in squeezed_document for block in parsed.body if block.text
    )
    assert parsed.title is None or squeezed(parsed.title) in squeezed_document
    assert all(tag.strip() for tag in (*parsed.tags, *parsed.categories))


@given(DOCUMENTS)
def test_a_document_is_read_the_same_each_time(document: str) -> None:
    assert parse(document) == parse(document)


@given(DOCUMENTS)
def test_what_rules_name_is_in_the_table(document: str) -> None:
    assert {line.rule for line in read(document).lines} <= {rule.name for rule in RULES}


def test_each_rule_has_a_name_of_its_own_and_says_what_it_takes() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.takes and rule.apply.__doc__ for rule in RULES)


def test_captions_are_body_and_furniture_is_not() -> None:
    assert Role.CAPTION in BODY_ROLES
    assert Role.FURNITURE not in BODY_ROLES


TITLE = "أشجار التوت تثمر قبل موعدها\n"
PROSE = "قال حارس الحديقة إن أشجار التوت أثمرت هذا العام قبل موعدها بأسبوعين كاملين."
TANWIN = "\u064b"
SIZE = 200_000
HOSTILE: dict[str, Callable[[int], str]] = {
    "one line": lambda n: TITLE + f"{PROSE} " * (n // 77),
    "one word": lambda n: TITLE + "ت" * n,
    "one-word lines": lambda n: TITLE + "توت\n" * (n // 4),
    "short lines": lambda n: TITLE + "سطر قصير جدا\n" * (n // 13),
    "short lines above a date": lambda n: TITLE + "سطر قصير جدا\n" * (n // 13) + f"7 مايو 2021\n{PROSE}",
    "empty lines": lambda n: TITLE + "\n" * n + PROSE,
    "related labels": lambda n: TITLE + "اقرأ أيضا\n" * (n // 10),
    "related headlines": lambda n: TITLE + "اقرأ أيضا: عنوان قصير آخر\n" * (n // 26),
    "related articles": lambda n: (
        TITLE + PROSE + "\nالمصدر: المرسى" + f"\nاقرأ أيضا:\nعنوان\n{PROSE}" * (n // 94)
    ),
    "buttons": lambda n: TITLE + "مشاركة\n" * (n // 7),
    "bullets": lambda n: TITLE + "* بند قصير\n" * (n // 11),
    "dates": lambda n: TITLE + "7 مايو 2021\n" * (n // 12),
    "bylines": lambda n: TITLE + "صحيفة المرسى - سامر الياقوتي\n" * (n // 30),
    "titles": lambda n: TITLE * (n // len(TITLE)),
    "tags": lambda n: TITLE + PROSE + "\nالوسوم: " + " ".join(f"و{i}" for i in range(n // 7)),
    "lines of tags": lambda n: TITLE + "توت " * (n // 8) + "\nالوسوم: توت نهر" * (n // 32),
    "glued headings": lambda n: TITLE + f"أشجار التوت.\nأشجار التوتقال {PROSE}\n" * (n // 105),
    "a glued word": lambda n: f"{TITLE}أشجار {'قال' * (n // 3)} {PROSE}",
    "spaces": lambda n: (
        f"{TITLE}كتب: سامر{' ' * n}الياقوتي\nالمصدر{' ' * n}:\n7{' ' * n}مايو{' ' * n}2021\n{PROSE}"
    ),
    "dashes": lambda n: f"توت{' - ' * (n // 3)}توت\n{'-' * n}\nتوت{'-' * n}توت\n{PROSE}",
    "dots": lambda n: f"{TITLE}{'.' * n}\nتوت{'.' * n}توت\nاقرأ أيضا{'.' * n}توت",
    "colons": lambda n: f"{TITLE}{':' * n}توت\n{'توت:' * (n // 4)}",
    "digits": lambda n: f"{TITLE}{'1' * n}\nالتاريخ: {'12/' * (n // 3)}\nالتاريخ: {'12:' * (n // 3)}",
    "open quotes": lambda n: f"{TITLE}{'«' * n}\n{PROSE}{'“توت ' * (n // 5)}",
    "bars": lambda n: f"الموقع الرسمي {'| ' * (n // 2)}\n{TITLE}",
    "tatweel": lambda n: f"{TITLE}ا{'ـ' * n}\nاقر{'ـ' * n}أ أيضا\n{'اـ' * (n // 2)}",
    "marks": lambda n: f"{TITLE}ا{TANWIN * n}\nا{TANWIN}ق{TANWIN * n}",
}


def seconds(document: str) -> float:
    begun = time.process_time()
    parse(document)
    return time.process_time() - begun


@pytest.mark.parametrize("shape", HOSTILE)
def test_the_time_for_a_document_grows_no_faster_than_its_size(shape: str) -> None:
    half, whole = (clean(HOSTILE[shape](size)) for size in (SIZE // 2, SIZE))
    # A rule that compares all lines with all others takes minutes here; a second leaves room for noise.
    assert seconds(whole) < max(1.0, 3 * seconds(half))
