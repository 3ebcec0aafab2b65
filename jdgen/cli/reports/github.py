"""The report as workflow commands: GitHub Actions shows them beside the lines of a pull request.

A step shows ten errors and ten warnings and drops the rest, so those come first that matter most, and the last line counts them all.
"""

from collections.abc import Iterator, Mapping

from jdgen.errors import JdgenError
from jdgen.model.document import Document
from jdgen.model.finding import Finding, Severity, count_by_severity
from jdgen.pipeline.check import Checked
from jdgen.text.words import counted

_SHOWN: tuple[Severity, ...] = ("error", "warning")
_MOST = 10


def render_github(checked: Checked) -> str:
    """Return the commands, errors first, what files of the user change in the rules, and the closing count."""
    return "".join(f"{line}\n" for line in (*_annotations(checked), *_changes(checked), _count(checked)))


def _changes(checked: Checked) -> Iterator[str]:
    """Give a notice for each file that changes the rules: whoever reviews must see what was not looked for."""
    if checked.changes:
        from jdgen.cli.reports.rule_changes import told

        for one in told(checked.changes):
            line = f",line={one.line}" if one.line else ""
            yield f"::notice file={_property(one.path)}{line},title=changed rules::{_data(one.text)}"


def _annotations(checked: Checked) -> Iterator[str]:
    """Give the files that could not be read, and the findings, each severity up to what a step shows."""
    yield from map(_unread, checked.problems[:_MOST])
    for severity in _SHOWN:
        rows = [
            (finding, document)
            for report, document in zip(checked.reports, checked.documents, strict=True)
            for finding in report.findings
            if finding.severity == severity
        ]
        yield from (_annotation(finding, document) for finding, document in rows[: _room(severity, checked)])


def _room(severity: Severity, checked: Checked) -> int:
    """Return how many findings are shown; a file that could not be read is an error too, and comes first."""
    return max(_MOST - len(checked.problems), 0) if severity == "error" else _MOST


def _unread(problem: JdgenError) -> str:
    where = problem.where
    place = {"file": where.path, "line": where.line} if where and where.line else {"file": where.path} if where else {}
    hint = f"\nInstead: {problem.hint}" if problem.hint else ""
    return _command("error", {**place, "title": "not checked"}, f"{problem.message}{hint}")


def _annotation(finding: Finding, document: Document) -> str:
    fix = f"\nInstead: {finding.suggestions[0]}" if finding.suggestions else ""
    source = f"\nSource: {finding.sources[0]}" if finding.sources else ""
    name = document.place_without_lines(finding.line)
    place = {} if name else _lines(finding)
    title = f"{finding.rule} ({finding.evidence})"
    message = f"{name}: {finding.message}" if name else finding.message
    return _command(
        finding.severity, {"file": document.path, **place, "title": title}, f"{message}\n{finding.why}{fix}{source}"
    )


def _lines(finding: Finding) -> dict[str, int]:
    """Return lines and columns; a column counts only within one line."""
    if finding.end_line > finding.line:
        return {"line": finding.line, "endLine": finding.end_line}
    last = max(finding.end_column - 1, finding.column)
    return {"line": finding.line, "endLine": finding.line, "col": finding.column, "endColumn": last}


def _command(name: str, properties: Mapping[str, object], message: str) -> str:
    named = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {named}::{_data(message)}"


def _count(checked: Checked) -> str:
    count = count_by_severity(finding for report in checked.reports for finding in report.findings)
    said = (
        f"jdgen checked {counted(len(checked.reports), 'file')}: {counted(count['error'], 'error')}, "
        f"{counted(count['warning'], 'warning')}, {count['info']} for information."
    )
    unread = f" {counted(len(checked.problems), 'file')} could not be read or mended." if checked.problems else ""
    more = sum(max(count[severity] - _room(severity, checked), 0) for severity in _SHOWN)
    left = f" {more} of them are not shown here; `jdgen check` prints them all." if more else ""
    return f"{said}{unread}{left} This is not legal advice."


def _data(text: str) -> str:
    """Escape a message, as the Actions toolkit does."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
