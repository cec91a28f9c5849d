"""The rules by plain-text cases: cases/README.md says how they are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pytest

from newsgen.loader.parse import Parsed, parse, read
from newsgen.text.letters import clean

CASES = Path(__file__).parent / "cases"
FENCE = "~~~"


@dataclass(frozen=True)
class Case:
    place: str
    name: str
    document: str
    expected: dict[str, str]


def cases_in(text: str, file: str) -> Iterator[Case]:
    """The cases of one file: "# name", the document between fences, then lines "key: value"."""
    lines = iter(enumerate(text.split("\n"), start=1))
    for number, line in lines:
        if not line:
            continue
        assert line.startswith("# "), f"{file}:{number}: a case begins with '# ' and its name"
        assert next(lines)[1] == FENCE, f"{file}:{number + 1}: the document begins with {FENCE}"
        document: list[str] = []
        for _, inside in lines:
            if inside == FENCE:
                break
            document.append(inside)
        expected: dict[str, str] = {}
        for place, stated in lines:
            if not stated:
                break
            key, colon, value = stated.partition(":")
            assert colon, f"{file}:{place}: not 'key: value'"
            assert key not in expected, f"{file}:{place}: stated twice"
            expected[key] = value.strip()
        assert expected, f"{file}:{number}: the case expects nothing"
        yield Case(f"{file}:{number}", line[2:], "\n".join(document), expected)


ALL = [case for file in sorted(CASES.glob("*.txt")) for case in cases_in(file.read_text("utf-8"), file.name)]


def values(parsed: Parsed) -> dict[str, str]:
    """Everything that a case may state, as it is written in one."""
    told = [block for block in parsed.body if block.kind != "caption"]
    lists = {
        "categories": parsed.categories,
        "tags": parsed.tags,
        "headings": [block.text for block in parsed.body if block.kind == "heading"],
        "items": [item for block in parsed.body for item in block.items],
        "captions": [block.text for block in parsed.body if block.kind == "caption"],
        "body": [part for block in told for part in block.items or (block.text,)],
        "related": [item.title for item in parsed.related],
        "related_sources": [item.source or "null" for item in parsed.related],
        "related_texts": [item.text or "null" for item in parsed.related],
        "problems": [flaw.code for flaw in parsed.flaws],
    }
    facts = {name: getattr(parsed, name) for name in ("title", "published", "source", "author")}
    return {name: "null" if value is None else value for name, value in facts.items()} | {
        name: " | ".join(value) for name, value in lists.items()
    }


def roles(document: str) -> dict[str, str]:
    """The role of each line by its number; two with a plus sign where the line was divided."""
    return {
        str(number): " + ".join(str(line.role) for line in parts)
        for number, parts in groupby(read(document).lines, key=lambda line: line.number)
    }


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.place}-{case.name}")
def test_a_case_is_read_as_it_says(case: Case) -> None:
    document = clean(case.document)
    assert document == case.document, "the case's document is not clean text"
    found = values(parse(document)) | roles(document)
    unknown = case.expected.keys() - found.keys()
    assert not unknown, f"{case.place}: no such fact or line: {unknown}"
    assert {name: found[name] for name in case.expected} == case.expected, case.place


def test_there_are_cases_and_each_has_a_name_of_its_own() -> None:
    names = [case.name for case in ALL]
    assert len(names) >= 200
    assert len(set(names)) == len(names)
