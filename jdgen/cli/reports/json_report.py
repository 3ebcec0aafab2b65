"""The report as one JSON object, for programs. Its names are a promise: they are added to, never changed."""

import json
from collections.abc import Mapping
from typing import Any

from jdgen.cli.reports.closing import NOT_LEGAL_ADVICE
from jdgen.errors import JdgenError
from jdgen.model.finding import (
    Allowed,
    ChannelVerdict,
    FileReport,
    Finding,
    KeyPhrase,
    RuleCard,
    RuleChange,
    count_by_severity,
)
from jdgen.pipeline.check import Checked

_FIRST = (
    "rule", "category", "severity", "message", "why", "line", "column", "end_line", "end_column", "matched",
    "suggestions", "sources", "evidence", "reason", "start", "end", "replacement",
)  # fmt: skip


def render_json(checked: Checked) -> str:
    """Return the report: files with their findings, files that could not be read, and the count of it all."""
    findings = [finding for report in checked.reports for finding in report.findings]
    summary = dict(count_by_severity(findings)) | {
        "allowed": sum(len(report.allowed) for report in checked.reports),
        "files": len(checked.reports),
        "unreadable": len(checked.problems),
    }
    whole = {
        "files": [_file(report, checked.cards) for report in checked.reports],
        "problems": [_problem(problem) for problem in checked.problems],
        "rule_changes": _changes(checked.changes),
        "summary": summary,
        "notice": NOT_LEGAL_ADVICE,
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _changes(changes: tuple[RuleChange, ...]) -> list[dict[str, Any]]:
    if not changes:
        return []
    from jdgen.cli.reports.rule_changes import as_objects

    return as_objects(changes)


def _file(report: FileReport, cards: Mapping[str, RuleCard]) -> dict[str, Any]:
    return {
        "path": report.path,
        "unit": report.unit,
        "words": report.words,
        "fragment": report.fragment,
        "findings": [_finding(finding, cards) for finding in report.findings],
        "allowed": [_allowed(allowed, cards) for allowed in report.allowed],
        "score": dict(report.score),
        "states": list(report.states),
        "channels": {verdict.channel: _verdict(verdict) for verdict in report.channels},
        "key_phrases": [_key_phrase(row) for row in report.key_phrases],
        "notes": list(report.notes),
    }


def _key_phrase(row: KeyPhrase) -> dict[str, Any]:
    return {"count" if name == "times" else name: value for name, value in row._asdict().items()}


def _finding(finding: Finding, cards: Mapping[str, RuleCard]) -> dict[str, Any]:
    values = finding._asdict() | {"replacement": finding.replacement and finding.replacement._asdict()}
    card = cards.get(finding.rule)
    return {name: values[name] for name in _FIRST} | {
        "confidence": card.confidence if card else None,
        "checked": card.checked if card and card.checked else None,
    }


def _allowed(allowed: Allowed, cards: Mapping[str, RuleCard]) -> dict[str, Any]:
    finding = _finding(allowed.finding, cards)
    return {"finding": finding, "reason": allowed.reason, "line": allowed.line, "until": allowed.until}


def _verdict(verdict: ChannelVerdict) -> dict[str, Any]:
    return {
        "ready": verdict.ready,
        "reasons": [{"clause": clause, "message": message} for clause, message in verdict.reasons],
        "advice": [{"clause": clause, "message": message} for clause, message in verdict.advice],
    }


def _problem(problem: JdgenError) -> dict[str, Any]:
    where = problem.where
    return {
        "path": where.path if where else None,
        "line": where.line if where else None,
        "column": where.column if where else None,
        "message": problem.message,
        "hint": problem.hint,
    }
