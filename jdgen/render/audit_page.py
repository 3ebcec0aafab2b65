"""Reports and their documents → one HTML page that stands alone: each posting with its findings marked in the text, and notes beside it.

The page runs no script and asks for nothing; its policy forbids both, so that words of a posting can never do it either.
"""

from base64 import b64encode
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import count

from markupsafe import Markup

from jdgen.model.document import Block, Document
from jdgen.model.finding import (
    DIMENSIONS,
    SEVERITIES,
    FileReport,
    Finding,
    RuleCard,
    Severity,
    count_by_severity,
)
from jdgen.render.audit_marks import Span, coded, marked
from jdgen.render.environment import Folders, find_file, html_environment, render_template
from jdgen.text.language import check_language_tag

_LONGEST_QUOTE = 120
_CROWD = 2
_SEVERITY_NAMES: dict[Severity, tuple[str, str]] = {
    "error": ("error", "errors"),
    "warning": ("warning", "warnings"),
    "info": ("for information", "for information"),
}


@dataclass(frozen=True, slots=True)
class Note:
    """A finding beside the text, with its number on the page. `why_at` is the number of the note that gives the reason for this rule, its own for the first."""

    finding: Finding
    place: str
    links: tuple[tuple[str, str], ...]
    card: RuleCard | None
    number: int = 0
    why_at: int = 0
    before: str = ""
    words: str = ""
    after: str = ""
    """The line of the file around the words found, where the text on the page does not show it."""


_Placed = tuple[Span, Note]
"""A note and the words of its block that it speaks of."""


@dataclass(frozen=True, slots=True)
class Line:
    """A block of the posting with its marks, and the notes that belong beside it."""

    kind: str
    level: int
    html: Markup
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One posting of the page."""

    number: int
    report: FileReport
    language: str
    count: tuple[tuple[Severity, str], ...]
    scores: tuple[tuple[str, int], ...]
    errors: tuple[Note, ...]
    loose: tuple[Note, ...]
    lines: tuple[Line, ...]


def render_audit_page(
    reports: Sequence[FileReport],
    documents: Sequence[Document],
    cards: Mapping[str, RuleCard],
    *,
    folders: Folders,
    remarks: Sequence[str] = (),
) -> str:
    """Return the page; reports and documents are in the same order, `remarks` are on all of them."""
    numbers = count(1)
    sheets = [
        _sheet(number, report, document, cards, numbers)
        for number, (report, document) in enumerate(zip(reports, documents, strict=True), 1)
    ]
    style = find_file(folders, "audit.css").read_text(encoding="utf-8").strip().replace("</", r"<\/")
    values: dict[str, object] = {
        "sheets": sheets,
        "coded": coded,
        "remarks": remarks,
        "count": _counted([finding for report in reports for finding in report.findings]),
        "style": Markup(style),  # noqa: S704 - it comes from the template folders
        "digest": b64encode(sha256(style.encode()).digest()).decode(),
    }
    return render_template(html_environment(folders), "audit.html.j2", values)


def _sheet(
    number: int, report: FileReport, document: Document, cards: Mapping[str, RuleCard], numbers: "count[int]"
) -> Sheet:
    notes = [_note(finding, report, document, cards) for finding in report.findings]
    places, loose = _numbered(*_placed(notes, document), numbers)
    shown = (*loose, *(note for index in sorted(places) for _, note in places[index]))
    return Sheet(
        number=number,
        report=report,
        language=_language(document),
        count=_counted(report.findings),
        scores=tuple((dimension, report.score[dimension]) for dimension in DIMENSIONS if dimension in report.score),
        errors=tuple(note for note in shown if note.finding.severity == "error"),
        loose=loose,
        lines=tuple(_line(block, places.get(index, [])) for index, block in enumerate(document.blocks)),
    )


def _language(document: Document) -> str:
    """Return the tag of the language a posting says it is written in, or nothing."""
    stated = document.stated.get("language") or tuple(filter(None, (document.meta.get("language"),)))
    tag = check_language_tag(stated[0].text) if stated else ""
    return tag if isinstance(tag, str) else ""


def _counted(findings: Sequence[Finding]) -> tuple[tuple[Severity, str], ...]:
    """Return each severity with its count in words, from the worst on."""
    numbers = count_by_severity(findings)
    return tuple(
        (severity, f"{numbers[severity]} {_SEVERITY_NAMES[severity][numbers[severity] != 1]}")
        for severity in SEVERITIES
    )


def _numbered(
    places: Mapping[int, Sequence[_Placed]], loose: Sequence[Note], numbers: "count[int]"
) -> tuple[dict[int, list[_Placed]], tuple[Note, ...]]:
    """Number notes as the page is read: those about the whole posting, the worst first, then those beside its words."""
    reasons: dict[tuple[str, str], int] = {}

    def numbered(note: Note) -> Note:
        number = next(numbers)
        return replace(note, number=number, why_at=reasons.setdefault((note.finding.rule, note.finding.why), number))

    worst_first = sorted(loose, key=lambda note: SEVERITIES.index(note.finding.severity))
    first = tuple(numbered(note) for note in worst_first)
    beside = {
        index: [(span, numbered(note)) for span, note in sorted(places[index], key=lambda placed: placed[0])]
        for index in sorted(places)
    }
    return beside, first


def _note(finding: Finding, report: FileReport, document: Document, cards: Mapping[str, RuleCard]) -> Note:
    spot = f"{report.unit} {finding.line}" if finding.end > finding.start else "the whole posting"
    sources = [link for link in dict.fromkeys(finding.sources) if link.startswith(("https://", "http://"))]
    links = tuple((link, link.partition("://")[2]) for link in sources)
    before, words, after = _quote(finding, document.source)
    return Note(finding, spot, links, cards.get(finding.rule), before=before, words=words, after=after)


def _quote(finding: Finding, source: str) -> tuple[str, str, str]:
    """Return the words found and what stands around them on their line."""
    start, end = finding.start, finding.end
    if not finding.matched.strip() or not 0 <= start < end <= len(source):
        return "", "", ""
    before = source[max(start - _LONGEST_QUOTE, 0) : start].rpartition("\n")[2]
    after = source[end : end + _LONGEST_QUOTE].partition("\n")[0]
    return before.lstrip(), source[start : min(end, start + _LONGEST_QUOTE)], after.rstrip()


def _placed(notes: Sequence[Note], document: Document) -> tuple[dict[int, list[_Placed]], tuple[Note, ...]]:
    """Divide notes into those whose words stand in a block, by its number, and those about facts, or what is missing."""
    # In JSON-LD, blocks may stand in another order than their words in the file.
    blocks = sorted((block.source_offset(0), number) for number, block in enumerate(document.blocks))
    starts = [start for start, _ in blocks]
    crowds = Counter((note.finding.start, note.finding.end) for note in notes)
    places: dict[int, list[_Placed]] = {}
    loose = []
    for note in notes:
        before = bisect_right(starts, note.finding.start) if note.words else 0
        number = blocks[before - 1][1] if before else 0
        span = _span(document.blocks[number], note.finding) if before else None
        # Many findings on one whole block, the title most likely, stand there for want of a better place: what they miss is elsewhere.
        if (
            span
            and span == Span(0, len(document.blocks[number].text))
            and crowds[note.finding.start, note.finding.end] > _CROWD
        ):
            loose.append(replace(note, words=""))
        elif span:
            places.setdefault(number, []).append((span, note))
        else:
            loose.append(note)
    return places, tuple(loose)


def _span(block: Block, finding: Finding) -> Span | None:
    """Return which words of a block a finding speaks of, or None where they stand outside."""
    start = _offset(block, finding.start)
    end = min(_offset(block, finding.end - 1) + 1, len(block.text))
    return Span(start, end) if start < end else None


def _offset(block: Block, source_offset: int) -> int:
    """Return where a character of the source stands in a block; what markup hides counts as the words that follow."""
    index = bisect_right(block.runs, source_offset, key=lambda run: run[1]) - 1
    if index < 0:
        return 0
    offset, origin = block.runs[index]
    following = block.runs[index + 1][0] if index + 1 < len(block.runs) else len(block.text)
    return min(offset + source_offset - origin, following)


def _line(block: Block, placed: Sequence[_Placed]) -> Line:
    marks = [(span, note.number, note.finding.severity) for span, note in placed]
    return Line(block.kind, block.level, marked(block.text, marks), tuple(note for _, note in placed))
