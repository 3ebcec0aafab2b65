"""The line of a file that a finding speaks of, cut to the terminal, with the words found marked below it."""

from typing import NamedTuple

from jdgen.cli.reports.columns import cut, visible, width
from jdgen.model.document import Document
from jdgen.model.finding import Finding

_BEFORE = 0.4
"""The share of the line that stands before the words found, where there is more than fits."""
_MORE = "…"


class Excerpt(NamedTuple):
    """A piece of a line, and the marks that go below it; none where the words found are the whole line."""

    line: str
    marks: str


def excerpt(document: Document, finding: Finding, columns: int) -> Excerpt | None:
    """Return what stands around the words found; None for a finding about what is missing."""
    source, start = document.source, finding.start
    if not finding.matched.strip() or not 0 <= start < finding.end <= len(source):
        return None
    # Far more than fits is never looked at: some pages are one line of a megabyte.
    line_start = max(source.rfind("\n", max(start - 4 * columns, 0), start) + 1, start - 4 * columns, 0)
    line_end = source.find("\n", start, start + 8 * columns)
    line_end = min(start + 8 * columns, len(source)) if line_end == -1 else line_end
    before = visible(source[line_start:start]).lstrip()
    words = visible(source[start : min(finding.end, line_end)]).rstrip()
    after = visible(source[max(min(finding.end, line_end), start) : line_end]).rstrip()
    return _fitted(before, words, after, columns)


def _fitted(before: str, words: str, after: str, columns: int) -> Excerpt:
    """Cut at words where the line is too long: first what comes before, then what comes after, last the words found."""
    if width(before) + width(words) + width(after) > columns:
        before = _end_of(before, max(int(columns * _BEFORE), columns - width(words) - width(after)))
        whole, words = words, _beginning_of(words, columns - width(before))
        after = _beginning_of(after, columns - width(before) - width(words)) if words == whole else ""
    # Marks under all of a line would say nothing.
    marks = " " * width(before) + "^" * max(width(words), 1) if (before + after).strip() else ""
    return Excerpt((before + words + after).rstrip(), marks)


def _beginning_of(text: str, columns: int) -> str:
    if width(text) <= columns:
        return text
    piece = cut(text, max(columns - width(_MORE), 0))
    at_word = piece.rfind(" ")
    return (piece[: at_word + 1] if at_word > len(piece) // 2 else piece) + (_MORE if columns > 0 else "")


def _end_of(text: str, columns: int) -> str:
    if width(text) <= columns:
        return text
    room = max(columns - width(_MORE), 0)
    start = len(text)
    while start and width(text[start - 1 :]) <= room:
        start -= 1
    at_word = text.find(" ", start)
    return _MORE + text[at_word if -1 < at_word < start + (len(text) - start) // 2 else start :]
