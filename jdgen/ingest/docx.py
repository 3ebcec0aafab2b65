"""DOCX to pieces: mammoth makes HTML of it. The source is one line a paragraph, because a DOCX has no lines.

mammoth belongs to the extra `import` and is imported only here.
"""

import re
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from jdgen.errors import EnvironmentProblem, InputError, Where
from jdgen.ingest.html import read_html
from jdgen.ingest.links import asks_to_apply, email_in, html_links
from jdgen.ingest.pieces import Piece, Reading
from jdgen.model.document import Stated

INSTALL = 'pip install "jdgen[import]"'

_OLE = b"\xd0\xcf\x11\xe0"
"""How files of old Office programs start, and encrypted ones of new programs."""

_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh"
"""What mammoth does not know by itself: most advertisements written in Word have their title in the style Title."""

_EDGE = re.compile(r"word/(?:header|footer)\d*\.xml")
_RUN = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")

_MOST_UNPACKED = 100_000_000
"""A DOCX that unpacks to more is made to fill the memory."""


def read_docx(content: bytes, path: str) -> Reading:
    """Read a Word file; raise an InputError for one that is broken, encrypted or of Word before 2007."""
    mammoth = _library()
    _refuse_unreadable(content, path)
    try:
        html = mammoth.convert_to_html(
            BytesIO(content), convert_image=lambda _image: [], style_map=_STYLES
        ).value + _edges(content)
    except Exception:  # noqa: BLE001 - mammoth lets every fault of the file's XML through as it comes
        raise _broken(path) from None
    reading = as_paragraphs(_below_title(read_html(html).pieces))
    return reading._replace(stated=_ways_to_apply(html, reading.source))


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
    lines = ["".join(_RUN.findall(paragraph)).strip() for text in texts for paragraph in text.split("</w:p>")]
    found = [f"<p>{line}</p>" for line in dict.fromkeys(filter(None, lines)) if not line.isdigit()]
    return "".join(["<h2>Header and footer</h2>", *found]) if found else ""


def as_paragraphs(pieces: list[Piece]) -> Reading:
    """Return a reading whose source has one line a piece, so that its lines count paragraphs."""
    placed: list[Piece] = []
    at = 0
    for piece in pieces:
        placed.append(Piece(piece.kind, piece.text, ((0, at),), piece.level, piece.is_bold))
        at += len(piece.text) + 1
    return Reading("\n".join(piece.text for piece in placed), placed)


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
