"""The report as workflow commands: GitHub Actions shows them beside the lines of a pull request.

A step shows ten errors and ten warnings and drops the rest, so those come first that matter most, and the last line counts them all.
"""

from collections.abc import Iterator

from jdgen.model.finding import FileReport, Finding, Severity, count_by_severity
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
    for severity in _SHOWN:
        rows = [
            (finding, report)
            for report in checked.reports
            for finding in report.findings
            if finding.severity == severity
        ]
        yield from (_annotation(finding, report) for finding, report in rows[:_MOST])


def _annotation(finding: Finding, report: FileReport) -> str:
    fix = f"\nInstead: {finding.suggestions[0]}" if finding.suggestions else ""
    source = f"\nSource: {finding.sources[0]}" if finding.sources else ""
    place, paragraph = _place(finding, report)
    properties = {"file": report.path, **place, "title": f"{finding.rule} ({finding.evidence})"}
    named = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    message = f"{paragraph}{finding.message}\n{finding.why}{fix}{source}"
    return f"::{finding.severity} {named}::{_data(message)}"


def _place(finding: Finding, report: FileReport) -> tuple[dict[str, int], str]:
    """Return lines and columns; a column counts only within one line, and a paragraph of a DOCX is no line of a file."""
    if report.unit == "paragraph":
        return {}, f"paragraph {finding.line}: "
    if finding.end_line > finding.line:
        return {"line": finding.line, "endLine": finding.end_line}, ""
    last = max(finding.end_column - 1, finding.column)
    return {"line": finding.line, "endLine": finding.line, "col": finding.column, "endColumn": last}, ""


def _count(checked: Checked) -> str:
    count = count_by_severity(finding for report in checked.reports for finding in report.findings)
    said = (
        f"jdgen checked {counted(len(checked.reports), 'file')}: {counted(count['error'], 'error')}, "
        f"{counted(count['warning'], 'warning')}, {count['info']} for information."
    )
    more = sum(max(count[severity] - _MOST, 0) for severity in _SHOWN)
    left = f" {more} of them are not shown here; `jdgen check` prints them all." if more else ""
    return f"{said}{left} This is not legal advice."


def _data(text: str) -> str:
    """Escape a message, as the Actions toolkit does."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
