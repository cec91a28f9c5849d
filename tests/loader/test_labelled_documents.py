"""How well real documents are read, as a user reads them and as a script that knows no newsgen counts it.

They are other people's texts and lie outside of the repository, in the folder that NEWSGEN_LABELLED names:
the documents with their labels.jsonl, and the script score.py one folder up. The figures are those that the
rules have reached; a change may only better them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

LABELLED = os.environ.get("NEWSGEN_LABELLED", "")
PATIENCE = 300.0
# The rest of the labels: rows of data sets, other encodings, saved pages, bodies without a head.
OTHERS = ("ant", "csv", "jawhara", "encoding", "html", "trec", "bodyonly", "pagedump")

# Shares of right answers, by the groups of documents that are counted together.
LEAST = {
    ("webpage",): {
        "title": 1.0,
        "published": 1.0,
        "source": 0.857,
        "author": 1.0,
        "related": 1.0,
        "body_start": 1.0,
        "body_end": 1.0,
    },
    ("saudinewsnet",): {
        "title": 1.0,
        "published": 1.0,
        "source": 1.0,
        "author": 1.0,
        "tags_f1": 1.0,
        "body_start": 1.0,
        "body_end": 1.0,
    },
    OTHERS: {
        "title": 1.0,
        "published": 0.9,
        "source": 1.0,
        "author": 1.0,
        "related": 1.0,
        "body_start": 0.96,
        "body_end": 0.94,
    },
}
# How many answers may be wrong, or false: given where the document gives none. Of all others, none.
MOST = {
    ("webpage",): {"no_record": 1},
    ("saudinewsnet",): {},
    OTHERS: {},
}


@pytest.fixture(scope="module")
def labelled() -> Path:
    """The folder of the documents."""
    if not LABELLED:
        reason = "NEWSGEN_LABELLED does not name the folder with the documents and their labels.jsonl"
        if os.environ.get("CI"):
            pytest.fail(f"{reason}; with CI set they are required")
        pytest.skip(reason)
    return Path(LABELLED).resolve()


@pytest.fixture(scope="module")
def records(labelled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `newsgen export` prints of them."""
    project = tmp_path_factory.mktemp("labelled")
    (project / "newsgen.yaml").write_text(json.dumps({"seeds": [str(labelled)]}), encoding="utf-8")
    file = project / "records.jsonl"
    file.write_text(printed("-m", "newsgen", "-C", str(project), "export"), encoding="utf-8")
    return file


def printed(*arguments: str) -> str:
    """What Python prints when it is run with these arguments."""
    done = subprocess.run(
        [sys.executable, *arguments], capture_output=True, encoding="utf-8", timeout=PATIENCE, check=True
    )
    return done.stdout


def figures(groups: tuple[str, ...], records: Path, labelled: Path) -> dict[str, Any]:
    """What score.py says of some groups: it ends with a line of JSON."""
    script = str(labelled.parent / "score.py")
    out = printed(script, str(records), str(labelled / "labels.jsonl"), *groups)
    found: dict[str, Any] = json.loads(out.splitlines()[-1])
    return found


def test_the_groups_are_all_that_there_are(labelled: Path) -> None:
    labels = (labelled / "labels.jsonl").read_text("utf-8").splitlines()
    assert {json.loads(label)["group"] for label in labels} == {group for groups in LEAST for group in groups}


@pytest.mark.parametrize("groups", LEAST, ids="+".join)
def test_as_many_answers_are_right_as_ever(groups: tuple[str, ...], records: Path, labelled: Path) -> None:
    found = figures(groups, records, labelled)
    worse = {name: found[name] for name, least in LEAST[groups].items() if (found[name] or 0) < least}
    assert worse == {}


@pytest.mark.parametrize("groups", MOST, ids="+".join)
def test_no_more_answers_are_false_than_ever(groups: tuple[str, ...], records: Path, labelled: Path) -> None:
    counts = {
        name: value
        for name, value in figures(groups, records, labelled).items()
        if name.endswith(("_wrong", "_false")) or name == "no_record"
    }
    assert len(counts) > 8
    assert {name: value for name, value in counts.items() if value > MOST[groups].get(name, 0)} == {}
