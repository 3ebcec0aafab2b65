"""DOCX to pieces: mammoth makes HTML of it. The source is one line a paragraph, because a DOCX has no lines.

Paragraphs are counted as Word counts them: those that hold words, each cell of a table for itself. What stands at the edges of the pages comes last.

mammoth belongs to the extra `import` and is imported only here.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from typing import Any
from zipfile import BadZipFile, ZipFile

from jdgen.errors import EnvironmentProblem, InputError, Where
from jdgen.ingest.html import read_html
from jdgen.ingest.links import asks_to_apply, email_in, html_links
from jdgen.ingest.pieces import Piece, Reading, Told
from jdgen.model.document import Stated

INSTALL = 'pip install "jdgen[import]"'

_OLE = b"\xd0\xcf\x11\xe0"
"""How files of old Office programs start, and encrypted ones of new programs."""

_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh"
"""What mammoth does not know by itself: most advertisements written in Word have their title in the style Title."""

_EDGE = re.compile(r"word/(?:header|footer)\d*\.xml")
_RUN = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(tab|ptab|br|cr)\b(?![^>]*:type=\"page\")[^>]*/>")
_PAGE_NUMBER = re.compile(r"(?:page\s*)?\d*(?:\s*(?:of|/|\|)\s*\d*)?", re.IGNORECASE)
_WORDED = re.compile(r"word/(?:document|footnotes|endnotes)\.xml")
_FIELD = re.compile(rb"<w:fldSimple(?:\s+[\w:]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*/?>|</w:fldSimple\s*>")
"""A field, whose words mammoth leaves out with it: a date, a merged name."""
_NOTE_MARK = re.compile(
    r'<sup><a href="#(?:foot|end)note-[^"]*" id="[^"]*">\[\d+\]</a></sup>|\s*<a href="#(?:foot|end)note-ref-[^"]*">\u2191</a>'
)
"""What mammoth adds to lead from a note to its place and back."""
_PARAGRAPH = re.compile(r"<(?:p|h[1-6]|li)(?:\s[^<>]*)?>")

_MOST_UNPACKED = 100_000_000
"""A DOCX that unpacks to more is made to fill the memory."""


def read_docx(content: bytes, path: str) -> Reading:
    """Read a Word file; raise an InputError for one that is broken, encrypted or of Word before 2007."""
    mammoth = _library()
    _refuse_unreadable(content, path)
    try:
        html = mammoth.convert_to_html(
            BytesIO(_with_fields(content)), convert_image=lambda _image: [], style_map=_STYLES
        ).value
        edges = _edges(content)
    except Exception:  # noqa: BLE001 - mammoth lets every fault of the file's XML through as it comes
        raise _broken(path) from None
    html = _NOTE_MARK.sub("", html)
    reading = _counted(
        _below_title(read_html(html).pieces), read_html(f"{html}{edges}", len(html)).pieces, html + edges
    )
    return reading._replace(stated=_ways_to_apply(html, reading.source))


def _with_fields(content: bytes) -> bytes:
    """Return the file without the marks of simple fields, so that their words stand in the paragraph like others."""
    with ZipFile(BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if _WORDED.fullmatch(name)]
        if not any(b"<w:fldSimple" in archive.read(name) for name in names):
            return content
        parts = {entry: archive.read(entry) for entry in archive.infolist()}
    changed = BytesIO()
    with ZipFile(changed, "w") as archive:
        for entry, part in parts.items():
            archive.writestr(entry.filename, _FIELD.sub(b"", part) if entry.filename.endswith(".xml") else part)
    return changed.getvalue()


def _below_title(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with one heading of the first level: Word's style Title stands above its Heading 1, and so does whatever comes first."""
    first = [index for index, piece in enumerate(pieces) if piece.kind == "heading" and piece.level == 1]
    if len(first) <= 1:
        return pieces
    return [
        piece._replace(level=min(piece.level + 1, 6)) if piece.kind == "heading" and index > first[0] else piece
        for index, piece in enumerate(pieces)
    ]


def _ways_to_apply(html: str, source: str) -> dict[str, tuple[Stated, ...]]:
    """Return where the links behind words such as "Apply here" lead; the text alone does not show it."""
    found: dict[str, tuple[Stated, ...]] = {}
    for link in html_links(html):
        if asks_to_apply(link.words):
            email = email_in(link.address)
            field, text = ("apply.email", email) if email else ("apply.url", link.address)
            start = max(source.find(link.words), 0)
            found[field] = (*found.get(field, ()), Stated(text, text, start, start + len(link.words)))
    return found


def _edges(content: bytes) -> str:
    """Return the words of headers and footers, which mammoth leaves out, as paragraphs; a rule may hide there as well."""
    with ZipFile(BytesIO(content)) as archive:
        names = sorted(name for name in archive.namelist() if _EDGE.fullmatch(name))
        texts = [archive.read(name).decode("utf-8", errors="replace") for name in names]
    lines = [line for text in texts for paragraph in text.split("</w:p>") for line in _lines(paragraph)]
    return "".join(f"<p>{line}</p>" for line in dict.fromkeys(lines) if not _PAGE_NUMBER.fullmatch(line))


def _lines(paragraph: str) -> list[str]:
    """Return the lines of a paragraph of XML; a tab is a gap."""
    parts = (words if not mark else "\n" if mark in {"br", "cr"} else "\t" for words, mark in _RUN.findall(paragraph))
    return [line.strip() for line in "".join(parts).split("\n") if line.strip()]


def _counted(pieces: Sequence[Piece], edges: Sequence[Piece], html: str) -> Reading:
    """Return a reading whose source has one line for each paragraph that holds words; what stands at the edges of pages is said only where the text does not say it."""
    lines = _Lines([paragraph.start() for paragraph in _PARAGRAPH.finditer(html)])
    placed = [lines.placed(piece) for piece in pieces]
    told = tuple(lines.placed(piece) for piece in edges)
    return Reading("".join(lines.parts), placed, told=(Told(told, "other"),) if told else ())


class _Lines:
    """The source on its way: a new line wherever a piece goes on in another paragraph of the HTML."""

    def __init__(self, paragraphs: Sequence[int]) -> None:
        self.parts: list[str] = []
        self._length = 0
        self._paragraphs = paragraphs
        self._last = -1

    def placed(self, piece: Piece) -> Piece:
        """Add the words of a piece, and return it with their places."""
        starts = list(self._starts(piece))
        runs = []
        for (start, paragraph), (end, _) in pairwise([*starts, (len(piece.text), 0)]):
            if self.parts:
                self._add(" " if paragraph == self._last else "\n")
            self._last = paragraph
            runs.append((start, self._length))
            self._add(piece.text[start:end])
        return piece._replace(runs=tuple(runs))

    def _starts(self, piece: Piece) -> Iterator[tuple[int, int]]:
        """Yield where in a piece the words of another paragraph begin, and which one that is."""
        last = None
        for start, origin in piece.runs:
            paragraph = bisect_right(self._paragraphs, origin)
            if paragraph != last:
                yield start, paragraph
            last = paragraph

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self._length += len(text)


def _library() -> Any:  # noqa: ANN401 - mammoth has no types
    try:
        import mammoth  # type: ignore[import-untyped]  # only DOCX needs it, and it is not always there
    except ImportError:
        raise EnvironmentProblem("reading DOCX needs the library mammoth", hint=f"install it: {INSTALL}") from None
    return mammoth


def _refuse_unreadable(content: bytes, path: str) -> None:
    if content.startswith(_OLE):
        raise InputError(
            "the file is of Word before 2007, or protected by a password",
            where=Where(path),
            hint="open it in Word, take the password off, and save it as .docx",
        )
    try:
        with ZipFile(BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
            is_word = "word/document.xml" in archive.namelist()
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        raise _broken(path) from None
    if unpacked > _MOST_UNPACKED:
        raise InputError(
            "the DOCX unpacks to more than 100 MB, expected a posting",
            where=Where(path),
            hint="check that this is the file you mean",
        )
    if not is_word:
        raise InputError(
            "the file is an archive without a Word document in it", where=Where(path), hint="save it again as .docx"
        )


def _broken(path: str) -> InputError:
    return InputError(
        "the DOCX is broken and cannot be read", where=Where(path), hint="open it in Word and save it again as .docx"
    )
