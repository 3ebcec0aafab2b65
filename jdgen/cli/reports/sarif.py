"""The report as SARIF 2.1.0, for code scanning: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.

Three limits are GitHub's: it takes 25,000 results of a run and shows the first 5,000 of them, by severity; it matches the results of
two runs by `primaryLocationLineHash`; and every result needs a line.
"""

import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from jdgen.cli.reports.sarif_rules import descriptors
from jdgen.errors import JdgenError
from jdgen.model.document import Document
from jdgen.model.finding import SEVERITIES, FileReport, Finding, RuleChange, Severity
from jdgen.pipeline.check import Checked

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_MOST_RESULTS = 25_000


class _Row(NamedTuple):
    """A finding, the file it is in, and the reason the file gives for allowing it."""

    finding: Finding
    report: FileReport
    document: Document
    reason: str | None = None


def render_sarif(checked: Checked, *, folder: Path) -> str:
    """Return the log; files below `folder` are named from there, as code scanning needs it."""
    rows = sorted(_rows(checked), key=lambda row: (SEVERITIES.index(row.finding.severity), row.reason is not None))
    kept = rows[:_MOST_RESULTS]
    rules = descriptors([row.finding for row in kept], checked.cards)
    numbers = {rule["id"]: number for number, rule in enumerate(rules)}
    seen: Counter[str] = Counter()
    run = {
        "tool": {"driver": {"name": "jdgen", "version": version("jdgen"), "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            _invocation(checked.problems, left_out=len(rows) - len(kept), folder=folder)
            | _changes(checked.changes, folder)
        ],
        "results": [_result(row, numbers, seen, folder) for row in kept],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False) + "\n"


def _rows(checked: Checked) -> Iterator[_Row]:
    for report, document in zip(checked.reports, checked.documents, strict=True):
        yield from (_Row(finding, report, document) for finding in report.findings)
        yield from (_Row(allowed.finding, report, document, allowed.reason) for allowed in report.allowed)


def _result(row: _Row, numbers: Mapping[str, int], seen: Counter[str], folder: Path) -> dict[str, Any]:
    finding = row.finding
    repair = f" {finding.suggestions[0]}" if finding.suggestions else ""
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": numbers[finding.rule],
        "level": LEVELS[finding.severity],
        "message": {"text": f"{finding.message}.{repair}"},
        "locations": [_location(row, folder)],
        "partialFingerprints": {"primaryLocationLineHash": _fingerprint(row, seen)},
        # All results of a run have this property or none, says section 3.27.23.
        "suppressions": [],
        "properties": {"category": finding.category, "evidence": finding.evidence},
    }
    if row.reason is not None:
        result["suppressions"] = [{"kind": "inSource", "status": "accepted", "justification": row.reason}]
    return result


def _location(row: _Row, folder: Path) -> dict[str, Any]:
    """Return where a finding stands; a line that is none of the file's own gets a name, and 1 instead, since code scanning shows no result without one."""
    finding = row.finding
    artifact = {"artifactLocation": {"uri": _address(row.report.path, folder)}}
    if name := row.document.place_without_lines(finding.line):
        return {"physicalLocation": artifact | {"region": {"startLine": 1}}, "logicalLocations": [{"name": name}]}
    region = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": max(finding.end_line, finding.line),
        "endColumn": finding.end_column,
    }
    if finding.end_line <= finding.line:
        region["endColumn"] = max(finding.end_column, finding.column)
    return {"physicalLocation": artifact | {"region": region}}


def _address(path: str, folder: Path) -> str:
    """Return a relative reference with forward slashes for a file below the folder, else the whole address."""
    if path == "-":
        return "stdin"
    whole = Path(folder, path).resolve()
    root = folder.resolve()
    return quote(os.fsencode(whole.relative_to(root).as_posix())) if whole.is_relative_to(root) else whole.as_uri()


def _fingerprint(row: _Row, seen: Counter[str]) -> str:
    """Return what stays the same when lines move: a digest of rule, words and the line they stand in, and a number for repeats."""
    finding, source = row.finding, row.document.source
    start = max(source.rfind("\n", 0, finding.start) + 1, finding.start - 200)
    end = source.find("\n", finding.end, finding.end + 200)
    line = source[start : finding.end + 200 if end == -1 else end] if finding.matched else ""
    words = "\0".join((finding.rule, " ".join(finding.matched.split()), " ".join(line.split())))
    digest = blake2b(words.encode(errors="replace"), digest_size=8).hexdigest()
    key = f"{row.report.path}\0{digest}"
    seen[key] += 1
    return f"{digest}:{seen[key]}"


def _invocation(problems: Sequence[JdgenError], *, left_out: int, folder: Path) -> dict[str, Any]:
    notes = [_notification(problem, folder) for problem in problems]
    if left_out:
        text = f"{left_out} more results are left out; code scanning takes {_MOST_RESULTS:,} of a run."
        notes.append({"level": "warning", "message": {"text": text}})
    return {"executionSuccessful": not problems, "toolExecutionNotifications": notes}


def _changes(changes: tuple[RuleChange, ...], folder: Path) -> dict[str, Any]:
    """Return which rules files of the user change: each rule for programs, and a sentence for each file for people."""
    if not changes:
        return {}
    from jdgen.cli.reports.rule_changes import overrides, told

    notes = [
        {
            "level": "note",
            "message": {"text": one.text},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": _address(one.path, folder)}}}],
        }
        for one in told(changes)
    ]
    return {
        "ruleConfigurationOverrides": list(overrides(changes, LEVELS)),
        "toolConfigurationNotifications": notes,
    }


def _notification(problem: JdgenError, folder: Path) -> dict[str, Any]:
    note: dict[str, Any] = {"level": "error", "message": {"text": problem.message}}
    if problem.where:
        note["locations"] = [{"physicalLocation": {"artifactLocation": {"uri": _address(problem.where.path, folder)}}}]
    return note
