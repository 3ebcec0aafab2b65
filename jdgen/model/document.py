"""A document to audit: any posting, ours or theirs, as blocks of plain words that know where they stand in the file.

Readers in `jdgen/ingest` make it, the audit reads it. Offsets count characters of `source` from 0; what people see counts from 1.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

Role = Literal[
    "title",
    "summary",
    "duties",
    "required",
    "preferred",
    "qualifications",
    "pay",
    "benefits",
    "employer",
    "legal",
    "apply",
    "other",
]
"""What a section is for. `qualifications` holds what nobody sorted into required and preferred."""

BlockKind = Literal["heading", "paragraph", "item", "row"]
"""A heading, a paragraph, an item of a list, a row of a table."""

HEAD_OF_TABLE = 1
"""The level of a row whose cells name the columns below."""

Format = Literal["markdown", "html", "docx", "pdf", "text", "jsonld"]


class Position(NamedTuple):
    """A place in a file; line and column count from 1."""

    line: int
    column: int


class Block(NamedTuple):
    """One run of plain words: markup and line breaks are gone, every gap is one space.

    `runs` are pairs (offset in `text`, offset in the document's source), ascending: between two pairs, text and source run in parallel.
    """

    kind: BlockKind
    text: str
    role: Role
    section: int
    runs: tuple[tuple[int, int], ...]
    level: int = 0
    """1 to 6 for headings; how deep a list item stands, from 1; `HEAD_OF_TABLE` for a row that names the columns; 0 otherwise."""

    def source_offset(self, offset: int) -> int:
        """Return where the character at `offset` of the text stands in the source."""
        index = bisect_right(self.runs, (offset, _BEYOND)) - 1
        start, origin = self.runs[max(index, 0)]
        return origin + offset - start

    def source_end(self, offset: int, source: str) -> int:
        """Return where the character at `offset` of the text ends in the source: one that is written as an entity or an escape ends with that."""
        start = self.source_offset(offset)
        written = source[start : start + 1]
        if written not in {"&", "\\"}:
            return start + 1
        index = bisect_right(self.runs, (offset, _BEYOND))
        following = self.runs[index] if index < len(self.runs) else None
        goes_on = offset + 1 < len(self.text) and (following is None or following[0] > offset + 1)
        if goes_on or (
            written == "\\" and written == self.text[offset : offset + 1] and source[start + 1 : start + 2] != "\\"
        ):
            return start + 1
        match = re.compile(_ESCAPED, re.IGNORECASE | re.ASCII).match(source, start)
        end = match.end() if match else start + 1
        return min(end, following[1]) if following and following[0] == offset + 1 and following[1] > start else end


_ESCAPED = r"(?:&|\\u0026)(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][0-9a-z]{1,31});?|\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|\\u[0-9a-f]{4}|\\[^\s]"
"""How formats write one character: entities of HTML and Markdown, escapes of Markdown and JSON, and an entity within JSON."""

_BEYOND = 1 << 62
"""Larger than any offset: bisecting pairs by their first member alone."""


class Section(NamedTuple):
    """A heading and what stands under it, up to the next heading; the first one may have no heading."""

    role: Role
    heading: str | None = None
    level: int = 0


class Stated(NamedTuple):
    """A fact that front matter or markup states: the text as typed, what it was read as, and where it stands in the source.

    `value` is None where the text could not be read.
    """

    text: str
    value: Any
    start: int
    end: int


_NOTHING: Mapping[str, Any] = {}


def _nothing_said(_document: object, _field: str) -> None:
    """Find no fact."""


class Document(NamedTuple):
    """A posting as the audit sees it.

    `source` is the file's text; for DOCX one line a paragraph, for PDF the text layer. `stated` holds the facts of the front matter by the
    names of a posting's front matter (title, location, pay, employment, workplace, posted, closes, employer.name, employer.size, language,
    licenses.required, certifications.required, education, experience, flsa, description, apply); lists hold one `Stated` an item. `markup`
    holds every JobPosting object of JSON-LD found, with the offset of its text.
    """

    path: str
    format: Format
    source: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    stated: Mapping[str, tuple[Stated, ...]] = _NOTHING
    markup: tuple[tuple[Mapping[str, Any], int], ...] = ()
    meta: Mapping[str, Stated] = _NOTHING
    """What a page says about itself: title, description, language, canonical."""
    notes: tuple[str, ...] = ()
    """What the reader could not read, one sentence each: a page of a PDF that is only a picture."""
    line_starts: tuple[int, ...] = (0,)
    places: tuple[Stated, ...] = ()
    """Where the work is: as stated, else as a labelled line, the lines at the top or a sentence says it. Only what could be read; without a value where nothing could."""
    find_in_words: Callable[["Document", str], Stated | None] = _nothing_said
    """Finds a fact in the words; the reader gives it, and it is asked only where nothing states the fact and somebody wants it."""

    def position(self, offset: int) -> Position:
        """Return line and column of an offset in the source."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    @property
    def unit(self) -> Literal["line", "paragraph"]:
        """What `line` counts: a DOCX has no lines, its paragraphs are counted."""
        return "paragraph" if self.format == "docx" else "line"

    def place_without_lines(self, line: int) -> str:
        """Return what to call a line that is none of the file's own, since a DOCX and a PDF are no text; nothing where it is one."""
        names = {"docx": f"paragraph {line}", "pdf": f"line {line} of its text"}
        return names.get(self.format, "")

    @property
    def can_be_fixed(self) -> bool:
        """Say whether `source` is the very file, so that a replacement can be written back."""
        return self.format in {"markdown", "html", "text"}

    @property
    def employer(self) -> Stated | None:
        """Who hires: as stated, else as a labelled line or a sentence says it that can hardly mean anybody else."""
        return self._told("employer.name")

    @property
    def pay(self) -> Stated | None:
        """What the work pays: as stated, else as words say it that no dollar sign gives away, "salary 70k to 80k"."""
        return self._told("pay")

    def _told(self, field: str) -> Stated | None:
        stated = self.stated.get(field)
        return stated[0] if stated else self.find_in_words(self, field)

    @property
    def title(self) -> str | None:
        """The job title: as stated, else the heading a reader took for it, else the first heading of the first level."""
        stated = self.stated.get("title")
        if stated:
            return stated[0].text
        headings = [block for block in self.blocks if block.kind == "heading"]
        title = next((block for block in headings if block.role == "title"), None)
        title = title or next((block for block in headings if block.level == 1), None)
        return title.text if title else None


_RETURN = re.compile(r"\r(?!\n)")


def starts_of_lines(source: str) -> tuple[int, ...]:
    """Return the offset of every line of a text; on old Macs a return alone ended one."""
    source = _RETURN.sub("\n", source) if "\r" in source else source
    starts = [0]
    at = source.find("\n")
    while at != -1:
        starts.append(at + 1)
        at = source.find("\n", at + 1)
    return tuple(starts)
