"""PDF to lines of text with their places on the page; `page_lines` joins them to paragraphs.

Only the text layer is read: a page without one looks like a scan, and the reading says so. pypdfium2 belongs to the extra `import` and is
imported only here.
"""

import ctypes
import re
from collections.abc import Iterator
from typing import Any

from jdgen.errors import EnvironmentProblem, InputError, Where
from jdgen.ingest.docx import INSTALL
from jdgen.ingest.line_breaks import bullet_end
from jdgen.ingest.page_columns import in_reading_order
from jdgen.ingest.page_lines import PageLine, pieces_of
from jdgen.ingest.pieces import Reading
from jdgen.ingest.section_words import label_alone

_Native = Any
"""An object of pypdfium2, which has no types."""

_MOST_PAGES = 100
_WIDE_GAP = 0.9
"""A gap so many times the size of the letters may part columns."""

_GAP = re.compile(r"\s+")
_PARTED = re.compile("(?<=\\ufffe)")
"""The library joins two lines by this sign where the first one ends in a hyphen."""

_BOLD_WEIGHT = 600
_BOLD_NAMES = ("bold", "black", "heavy")


def read_pdf(content: bytes, path: str) -> Reading:
    """Read the text layer of a PDF; raise an InputError for one that is broken or encrypted."""
    pdfium = _library()
    document = _open(pdfium, content, path)
    try:
        count = len(document)
        pages = [list(_lines(pdfium, document, number)) for number in range(min(count, _MOST_PAGES))]
    except pdfium.PdfiumError:
        raise _broken(path) from None
    finally:
        document.close()
    lines = in_reading_order(pages)
    source = "\n".join(line.text for line in lines)
    return Reading(source, pieces_of(lines), notes=_notes([bool(page) for page in pages], count))


def _library() -> _Native:
    try:
        import pypdfium2  # type: ignore[import-untyped]  # only PDF needs it, and it is not always there
    except ImportError:
        raise EnvironmentProblem("reading PDF needs the library pypdfium2", hint=f"install it: {INSTALL}") from None
    return pypdfium2


def _open(pdfium: _Native, content: bytes, path: str) -> _Native:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if "password" not in str(error).lower():
            raise _broken(path) from None
        message = "the PDF is protected by a password"
        raise InputError(message, where=Where(path), hint="open it, take the password off, and save it again") from None


def _broken(path: str) -> InputError:
    return InputError(
        "the PDF is broken and cannot be read", where=Where(path), hint="make it again, or save its text as .txt"
    )


def _notes(have_text: list[bool], count: int) -> tuple[str, ...]:
    notes = [
        f"page {number} has no text; it looks like a scan, and was not read"
        for number, has in enumerate(have_text, 1)
        if not has
    ]
    if count > len(have_text):
        notes.append(f"only the first {len(have_text)} of {count} pages were read")
    return tuple(notes)


def _lines(pdfium: _Native, document: _Native, number: int) -> Iterator[PageLine]:
    page = document[number]
    text_page = page.get_textpage()
    try:
        at = 0
        for raw in text_page.get_text_range().split("\n"):
            for part in _PARTED.split(raw):
                line = part.rstrip("\r").replace("\ufffe", "-")
                if line.strip():
                    yield _line(pdfium, text_page, number, line, at)
                at += len(part)
            at += 1
    finally:
        text_page.close()
        page.close()


def _line(pdfium: _Native, text_page: _Native, number: int, text: str, at: int) -> PageLine:
    """Return a line with the box around it; a line without one stands alone."""
    first = at + len(text) - len(text.lstrip())
    last = at + len(text.rstrip()) - 1
    try:
        left, bottom, _, _ = text_page.get_charbox(first, loose=True)
        right = text_page.get_charbox(last, loose=True)[2]
    except (pdfium.PdfiumError, IndexError, ValueError):
        return PageLine(text, number)
    line = _with_letters(pdfium.raw, text_page, PageLine(text, number, left, right, bottom), first, last)
    parts = tuple(_parts(pdfium.raw, text_page, line, at))
    if any(label_alone(part.text.strip().rstrip(":")) for part in parts[:-1]):
        # A tab, as plain text would have it between a label and its value.
        line = line._replace(text="".join(f"{part.text[:-1]}\t" for part in parts[:-1]) + parts[-1].text)
    return line._replace(parts=parts)


def _parts(raw: _Native, text_page: _Native, line: PageLine, at: int) -> Iterator[PageLine]:
    """Yield what wide gaps part in a line, each with the gap behind it; nothing where there is none. A bullet stays with its words."""
    start, left, bottom = 0, line.left, line.bottom
    for gap in _GAP.finditer(line.text.rstrip()):
        if not line.text[start : gap.start()].strip() or _is_bullet(line.text[start : gap.start()]):
            continue
        before = text_page.get_charbox(at + gap.start() - 1, loose=True)[2]
        after, below, _, _ = text_page.get_charbox(at + gap.end(), loose=True)
        if not -line.size < after - before < _WIDE_GAP * line.size:
            part = line._replace(text=line.text[start : gap.end()], left=left, right=before, bottom=bottom)
            yield _with_letters(raw, text_page, part, at + start, at + gap.start() - 1)
            start, left, bottom = gap.end(), after, below
    if start:
        part = line._replace(text=line.text[start:], left=left, bottom=bottom)
        yield _with_letters(raw, text_page, part, at + start, at + len(line.text.rstrip()) - 1)


def _is_bullet(text: str) -> bool:
    return bullet_end(f"{text.strip()} x") > len(text.strip())


def _with_letters(raw: _Native, text_page: _Native, line: PageLine, first: int, last: int) -> PageLine:
    """Return a line that knows its size and whether it is bold, by its first and its last letter."""
    size = float(raw.FPDFText_GetFontSize(text_page.raw, first))
    is_bold = _is_bold(raw, text_page.raw, first)
    return line._replace(size=size, is_bold=is_bold, ends_plain=is_bold and not _is_bold(raw, text_page.raw, last))


def _is_bold(raw: _Native, text_page: _Native, index: int) -> bool:
    if raw.FPDFText_GetFontWeight(text_page, index) >= _BOLD_WEIGHT:
        return True
    name = ctypes.create_string_buffer(200)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(text_page, index, name, 200, flags)
    return any(word in name.value.decode("utf-8", errors="replace").lower() for word in _BOLD_NAMES)
