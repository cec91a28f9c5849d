"""Findings for other programs: JSON, and SARIF 2.1.0 for code hosts' views of results."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import quote

import newsgen
from newsgen.checks.finding import Finding

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def json_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """One JSON array, a finding a line, as the findings come."""
    return _listed("[", findings, _as_object, "]")


def sarif_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """One SARIF log with a result a line, as the findings come."""
    tool = {"driver": {"name": "newsgen", "semanticVersion": newsgen.__version__}}
    head = f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{"tool": {json.dumps(tool)},'
    return _listed(f'{head} "columnKind": "unicodeCodePoints", "results": [', findings, _as_result, "]}]}")


def _listed(
    head: str, findings: Iterable[Finding], shape: Callable[[Finding], dict[str, Any]], end: str
) -> Iterator[str]:
    yield head
    before = ""
    for finding in findings:
        if before:
            yield f"{before},"
        before = json.dumps(shape(finding), ensure_ascii=False)
    if before:
        yield before
    yield end


def _as_object(finding: Finding) -> dict[str, Any]:
    return {
        "file": finding.file,
        "line": finding.line,
        "code": finding.code,
        "level": finding.level,
        "message": finding.message,
        "hint": finding.hint,
    }


def _as_result(finding: Finding) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(finding.file)}}
    if finding.line is not None:
        place["region"] = {"startLine": finding.line}
    text = f"{finding.message}; {finding.hint}" if finding.hint else finding.message
    return {
        "ruleId": finding.code,
        "level": finding.level,
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
    }
