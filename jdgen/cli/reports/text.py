"""The report for people at a terminal: what is wrong, where, why and how to mend it, in eighty columns.

Equal findings stand together under the first of them. Colors are always in the text; who prints it takes them out where none belong.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import click

from jdgen.cli.reports.closing import NOT_LEGAL_ADVICE, closing, summary
from jdgen.cli.reports.columns import visible, wrapped
from jdgen.cli.reports.excerpt import excerpt
from jdgen.model.document import Document
from jdgen.model.finding import FileReport, Finding, Severity
from jdgen.pipeline.check import Checked

COLUMNS = 80
COLORS: dict[Severity, str] = {"error": "red", "warning": "yellow", "info": "blue"}
_LABEL = 8
_NOTE = "note: "
_PLACES = 4
"""Equal findings shown with their lines; of the others only the places are named."""
_SUGGESTIONS = 3


def render_text(checked: Checked, *, verbose: bool = False) -> str:
    """Return the report; `verbose` adds findings for information, all places, all key phrases, and how each was decided."""
    lines: list[str] = []
    for report, document in zip(checked.reports, checked.documents, strict=True):
        is_whole = verbose or _says_more(report)
        if lines and lines[-1] and is_whole:
            lines.append("")
        lines += _file(report, document, checked, verbose=verbose) if is_whole else [_clean(report)]
    end = (*summary(checked.reports), *_changes(checked), NOT_LEGAL_ADVICE, "")
    return "\n".join([*lines, *([""] if lines[-1] else []), *end]) if lines else ""


def _changes(checked: Checked) -> Iterator[str]:
    """Say once what files of the user change in the rules: a score means little to who does not know it."""
    if checked.changes:
        from jdgen.cli.reports.rule_changes import sentences

        for text in sentences(checked.changes):
            for number, line in enumerate(wrapped(text, COLUMNS - len(_NOTE))):
                yield (" " * len(_NOTE) if number else _NOTE) + line


def _says_more(report: FileReport) -> bool:
    """Say whether there is more to tell of a file than that nothing was found; in a folder, most files are like that."""
    parts = (report.findings, report.allowed, report.channels, report.notes, report.fragment)
    return any(parts) or any(row.advice for row in report.key_phrases)


def _clean(report: FileReport) -> str:
    return f"{click.style(visible(report.path), bold=True)}: nothing found"


def _file(report: FileReport, document: Document, checked: Checked, *, verbose: bool) -> Iterator[str]:
    yield click.style(visible(report.path), bold=True)
    yield ""
    above: tuple[int, int] | None = None
    for group in groups(report.findings, verbose=verbose):
        words = (group[0].start, group[0].end)
        yield from _group(group, report, document, checked, verbose=verbose, is_line_above=words == above)
        yield ""
        above = words if len(group) == 1 else None
    yield from closing(report, verbose=verbose)
    yield ""


def groups(findings: Iterable[Finding], *, verbose: bool) -> list[list[Finding]]:
    """Return findings of one rule together, in the order of the first of each; those for information only if asked for."""
    shown = [finding for finding in findings if verbose or finding.severity != "info"]
    place: dict[tuple[str, Severity], int] = {}
    for number, finding in enumerate(shown):
        place.setdefault((finding.rule, finding.severity), number)
    shown.sort(key=lambda finding: place[finding.rule, finding.severity])
    return [list(group) for _, group in groupby(shown, key=lambda finding: (finding.rule, finding.severity))]


def _group(
    group: Sequence[Finding],
    report: FileReport,
    document: Document,
    checked: Checked,
    *,
    verbose: bool,
    is_line_above: bool,
) -> Iterator[str]:
    """Show every place of a rule's findings, then once why it matters, what to write instead, and where that comes from.

    A line that the finding above has shown already, the same words marked, is not shown again.
    """
    first = group[0]
    shown = group if verbose else group[:_PLACES]
    yield from _head(first, report)
    if not is_line_above:
        yield from _excerpt(first, document)
    yield from _decision(first, verbose=verbose)
    for finding in shown[1:]:
        said = "" if finding.message == first.message else f" {finding.message}"
        yield from _hanging(f"also {_place(finding, report)}{said and ':'}{said}", "  ")
        yield from _excerpt(finding, document)
        yield from _decision(finding, verbose=verbose)
        if _advice(finding) != _advice(first):
            yield from _hanging(f"fix: {finding.suggestions[0]}", "    ")
    if len(group) > len(shown):
        yield from _hanging(f"and {len(group) - len(shown)} more: {_rest(group[len(shown) :], report)}", "  ")
    yield from _reasons(first, checked, verbose=verbose)


def _advice(finding: Finding) -> str:
    """Return what to do first, without the words found: of another fact or place it may be something else."""
    advice = finding.suggestions[0] if finding.suggestions else ""
    return advice.replace(finding.matched, "") if finding.matched else advice


def _head(finding: Finding, report: FileReport) -> Iterator[str]:
    """Name place, severity and fault, on one line where they fit."""
    place = _place(finding, report)
    severity = click.style(finding.severity, fg=COLORS[finding.severity], bold=True)
    message = visible(finding.message)
    lines = wrapped(f"{place}: {finding.severity}: {message}", COLUMNS)
    styled = f"{place}: {severity}: "
    if len(lines) == 1:
        yield styled + message
        return
    yield styled.rstrip()
    yield from (f"  {line}" for line in wrapped(message, COLUMNS - 2))


def _excerpt(finding: Finding, document: Document) -> Iterator[str]:
    if piece := excerpt(document, finding, COLUMNS - 4):
        yield f"    {piece.line}"
        marks = piece.marks.lstrip()
        if marks:
            yield " " * (4 + len(piece.marks) - len(marks)) + click.style(marks, fg=COLORS[finding.severity])


def _decision(finding: Finding, *, verbose: bool) -> Iterator[str]:
    if verbose and finding.reason:
        yield from _hanging(f"({finding.reason})", "    ")


def _reasons(finding: Finding, checked: Checked, *, verbose: bool) -> Iterator[str]:
    yield from labelled("why", finding.why)
    fixes = finding.suggestions if verbose else finding.suggestions[:_SUGGESTIONS]
    for number, suggestion in enumerate(fixes):
        yield from labelled("or" if number else "fix", suggestion)
    if finding.replacement:
        yield from labelled("", f"`--fix` writes “{finding.replacement.text}”")
    card = checked.cards.get(finding.rule)
    looked = f", checked {card.checked}" if card and card.checked else ""
    unsure = ", unconfirmed" if card and card.confidence == "U" else ""
    sources = tuple(dict.fromkeys(finding.sources)) if verbose else finding.sources[:1]
    yield from labelled("rule", " ".join((f"{finding.rule} ({finding.evidence}{unsure}{looked})", *sources)))


def labelled(label: str, text: str) -> Iterator[str]:
    """Give a text beside a label, wrapped under itself."""
    for number, line in enumerate(wrapped(text, COLUMNS - _LABEL - 2)):
        yield "  " + click.style(f"{'' if number else label:<{_LABEL}}", dim=True) + line


def _hanging(text: str, indent: str) -> Iterator[str]:
    return (indent + line for line in wrapped(text, COLUMNS - len(indent)))


def _place(finding: Finding, report: FileReport) -> str:
    """Name file and place; what the whole posting lacks or is has none, though tools are given the one of its title."""
    return visible(report.path) if finding.start == finding.end else f"{visible(report.path)}:{_spot(finding, report)}"


def _spot(finding: Finding, report: FileReport) -> str:
    return f"paragraph {finding.line}" if report.unit == "paragraph" else f"{finding.line}:{finding.column}"


def _rest(findings: Sequence[Finding], report: FileReport) -> str:
    return ", ".join(_spot(finding, report) for finding in findings)
