"""What a query finds and what it must not find: our own cases, and another list where one is named."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page
from search_sites import ask, build_site, found, hosted, write_articles

pytest_plugins = ["search_fixtures"]


class Case(NamedTuple):
    """A text, a query, and whether the query finds it."""

    text: str
    query: str
    match: bool


def own_cases() -> list[Case]:
    cases, match = [], True
    for line in Path(__file__).with_name("cases.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            match = line == "## found"
        elif " | " in line and not line.startswith("#"):
            text, _, query = line.partition(" | ")
            cases.append(Case(text, query, match))
    return cases


def golden_cases() -> list[Case]:
    file = os.environ.get("NEWSGEN_GOLDEN")
    pairs = json.loads(Path(file).read_text(encoding="utf-8")) if file else []
    return [Case(pair["text"], pair["query"], pair["match"]) for pair in pairs]


CASES = own_cases()
GOLDEN = golden_cases()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("cases")
    write_articles(project, [case.text for case in (*CASES, *GOLDEN)])
    return build_site(project)


def title(number: int) -> str:
    return f"رقمه {number:04}"


def test_there_are_cases_of_both_kinds() -> None:
    assert {case.match for case in CASES} == {True, False}
    assert len(CASES) > 150


def test_the_index_answers_every_case(site: Path) -> None:
    wrong = [
        case
        for number, case in enumerate((*CASES, *GOLDEN))
        if (title(number) in {shown.heading for shown in found(site, case.query)}) != case.match
    ]
    assert wrong == []


def test_a_text_that_is_alone_in_its_archive_is_found_and_told_apart_as_well(tmp_path: Path) -> None:
    # The archive's vocabulary tells nothing here: some of each kind.
    for number, case in enumerate((*CASES[::9], *GOLDEN[::9])):
        project = tmp_path / str(number)
        write_articles(project, [case.text])
        assert bool(found(build_site(project), case.query)) == case.match, case


@pytest.mark.browser
def test_the_browser_answers_every_case(site: Path, tab: Page) -> None:
    with hosted(site) as host:
        tab.goto(f"{host}search/")
        wrong = [
            case
            for number, case in enumerate((*CASES, *GOLDEN))
            if (title(number) in ask(tab, case.query)) != case.match
        ]
    assert wrong == []


@pytest.mark.skipif("NEWSGEN_GOLDEN" not in os.environ and "CI" not in os.environ, reason="needs its list")
def test_the_list_of_golden_pairs_is_there() -> None:
    assert len(GOLDEN) >= 50
