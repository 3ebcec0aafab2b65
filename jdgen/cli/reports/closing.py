"""The end of a report for people: scores, channels, key phrases, what the file allows itself, and the count of it all."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

import click

from jdgen.cli.reports.columns import padded, visible, wrapped
from jdgen.model.finding import (
    DIMENSIONS,
    Allowed,
    ChannelVerdict,
    FileReport,
    KeyPhrase,
    count_by_severity,
)
from jdgen.text.words import counted

NOT_LEGAL_ADVICE = "This is not legal advice."
_COLUMNS = 80
_LABEL = 10
_PHRASES = 5
_PHRASE_COLUMNS = 26
_WHERE_COLUMNS = _COLUMNS - _LABEL - 2 - _PHRASE_COLUMNS - 22
_GOOD, _FAIR = 90, 70
"""Scores from here on are green, and yellow; it says nothing that the figure does not."""


def closing(report: FileReport, *, verbose: bool) -> Iterator[str]:
    """Give what is to be said of a whole file after its findings, a label before each part."""
    if report.fragment:
        yield from _part("note", "too short to be a posting: only its words were judged, not what is missing")
    for note in report.notes:
        yield from _part("note", note)
    if report.score:
        yield _label("score") + " · ".join(
            f"{dimension} {_score(report.score[dimension])}" for dimension in DIMENSIONS if dimension in report.score
        )
    for verdict in report.channels:
        yield from _part(verdict.channel, _verdict(verdict, verbose=verbose))
    yield from _phrases(report.key_phrases, verbose=verbose)
    for (where, why), number in Counter(_allowance(allowed, report) for allowed in report.allowed).items():
        yield from _part("allowed", f"{where}{_times(number)}, because {why}")
    if not verbose:
        yield from _for_information(report)


def summary(reports: Sequence[FileReport]) -> Iterator[str]:
    """Give the count of all files."""
    count = count_by_severity(finding for report in reports for finding in report.findings)
    allowed = sum(len(report.allowed) for report in reports)
    parts = [
        click.style(counted(count["error"], "error"), fg="red" if count["error"] else None, bold=True),
        click.style(counted(count["warning"], "warning"), fg="yellow" if count["warning"] else None, bold=True),
        f"{count['info']} for information",
        *([f"{allowed} allowed"] if allowed else []),
    ]
    yield f"{counted(len(reports), 'file')} checked: {', '.join(parts)}."


def _part(label: str, text: str) -> Iterator[str]:
    for number, line in enumerate(wrapped(text, _COLUMNS - _LABEL - 2)):
        yield _label("" if number else label) + line


def _label(text: str) -> str:
    return "  " + click.style(padded(visible(text), _LABEL), dim=True)


def _score(figure: int) -> str:
    color = "green" if figure >= _GOOD else "yellow" if figure >= _FAIR else "red"
    return click.style(str(figure), fg=color)


def _verdict(verdict: ChannelVerdict, *, verbose: bool) -> str:
    blocked = "; ".join(f"{what} ({clause})" for clause, what in verdict.reasons)
    advice = "; ".join(f"{what} ({clause})" for clause, what in verdict.advice)
    said = "ready" if verdict.ready else f"blocked: {blocked}"
    if not advice:
        return said
    return f"{said}; better still: {advice}" if verbose else f"{said}; {counted(len(verdict.advice), 'tip')} with `-v`"


def _phrases(phrases: Sequence[KeyPhrase], *, verbose: bool) -> Iterator[str]:
    """Give the table of key phrases: all of them, or those that could do more."""
    rows = phrases if verbose else [row for row in phrases if row.advice][:_PHRASES]
    if not rows:
        return
    yield from (_label("phrases") + line for line in _row("", "count", "in 100 words", "where"))
    for row in rows:
        cells = (row.phrase, str(row.times), f"{row.density:.1f}", ", ".join(row.found_in) or "nowhere")
        yield from (_label("") + line for line in _row(*cells))
        yield from (_label("") + f"  {line}" for line in wrapped(row.advice, _COLUMNS - _LABEL - 4))
    if left := len(phrases) - len(rows):
        yield _label("") + f"and {left} more, shown with `-v`"


def _row(phrase: str, *figures: str) -> Iterator[str]:
    """Give a row of the table in columns; a phrase too long for its own goes on below, and so do the places it was found in."""
    number, density, where = figures
    names, places = wrapped(phrase, _PHRASE_COLUMNS) or [""], wrapped(where, _WHERE_COLUMNS) or [""]
    for line, (name, place) in enumerate(zip_longest(names, places, fillvalue="")):
        shown = f"{'' if line else number:>5}  {'' if line else density:>12}"
        yield f"{padded(name, _PHRASE_COLUMNS)} {shown}  {place}".rstrip()


def _allowance(allowed: Allowed, report: FileReport) -> tuple[str, str]:
    """Return what was allowed and where, and why; one comment often covers several findings of a line."""
    until = f", until {allowed.until}" if allowed.until else ""
    finding = allowed.finding
    return f"{finding.rule} at {report.unit} {finding.line}", f"{allowed.reason}{until}"


def _for_information(report: FileReport) -> Iterator[str]:
    rules = Counter(finding.rule for finding in report.findings if finding.severity == "info")
    if rules:
        named = ", ".join(f"{rule}{_times(number)}" for rule, number in rules.items())
        yield from _part("info", f"{rules.total()} more for information, shown with `-v`: {named}")


def _times(number: int) -> str:
    return f" ({number})" if number > 1 else ""
