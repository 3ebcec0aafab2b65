"""Any posting file to a `Document`: finds out what the file is, and hands it to the reader of that format.

A reader is imported when a file of its format comes: what the formats need together takes longer to import than a posting to read.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import PurePath

from jdgen.errors import InputError, Where
from jdgen.ingest.encoding import decode, glimpsed, is_wide
from jdgen.ingest.front_matter import read_front_matter
from jdgen.ingest.line_breaks import mended
from jdgen.ingest.markdown import read_markdown
from jdgen.ingest.pieces import Reading
from jdgen.ingest.places import with_places
from jdgen.ingest.plain_text import read_plain_text
from jdgen.ingest.sections import assemble
from jdgen.model.document import Block, Document, Format, Section, Stated, starts_of_lines

MAX_BYTES = 20_000_000
"""The largest file that is read: a PDF full of pictures."""

ENDINGS: Mapping[str, Format] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".pdf": "pdf",
    ".txt": "text",
    ".text": "text",
    ".json": "jsonld",
    ".jsonld": "jsonld",
}
"""What a file is by the ending of its name; any other name is judged by its content."""

_TELLING = 4000
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|div|p|ul|ol|li|h[1-6]|br|span|table|section|article)\b", re.IGNORECASE
)
_MARKDOWN = re.compile(r"^(?:---[ \t]*\n[\w\"'-]+:|#{1,6} \S)|\*\*\S|\]\(\S", re.MULTILINE)
_ATX = re.compile(rb"^#{1,6} \S", re.MULTILINE)
_PARTED = re.compile("[a-zA-Z][-\u2010\u00ad][^\\w\\r\\n]{0,9}(?:[\\r\\n<]|\\\\[nr])")
"""What may be a word with a hyphen at the end of a line."""
_MAY_BE_PAY = re.compile(r"\d\s?(?:k\b|thousand|/\s?h|an?\s|per\s|hourly)|\d,\d{3}", re.IGNORECASE)
"""Some of this stands in every figure that `jdgen.text.pay_in_words` takes for pay."""
_OLD_WORD = b"\xd0\xcf\x11\xe0"


def read_document(content: bytes, path: str) -> Document:
    """Return the document a file holds; `path` is what errors name, and its ending says what the file is.

    Raises an InputError for what cannot be read, an EnvironmentProblem where the library for DOCX or PDF is missing, and nothing else.
    """
    if len(content) > MAX_BYTES:
        message = f"the file is too large, expected at most {MAX_BYTES // 1_000_000} MB"
        raise InputError(message, where=Where(path), hint="check that this is the file you mean")
    kind = format_of(content, path)
    reading = _READERS[kind](content, path)
    blocks, sections, notes = _outlined(reading)
    document = Document(
        path=path,
        format=kind,
        source=reading.source,
        blocks=blocks,
        sections=sections,
        stated=reading.stated,
        markup=reading.markup,
        meta=reading.meta,
        notes=notes,
        line_starts=starts_of_lines(reading.source),
        find_in_words=_find_in_words,
    )
    return with_places(document)


def _outlined(reading: Reading) -> tuple[tuple[Block, ...], tuple[Section, ...], tuple[str, ...]]:
    """Return the blocks, the sections and the notes of what was read; most files hold no markup."""
    if _PARTED.search(reading.source) or "&shy;" in reading.source or "&#173;" in reading.source:
        from jdgen.ingest.broken_words import with_whole_words

        reading = with_whole_words(reading)
    if not reading.told:
        return *assemble(list(mended(reading.pieces))), reading.notes
    from jdgen.ingest.unsaid import with_markup

    whole = with_markup(reading.pieces, reading.told)
    return whole.blocks, whole.sections, (*reading.notes, *whole.notes)


def _find_in_words(document: Document, field: str) -> Stated | None:
    """Look for a fact in the words; most documents are never asked, so what it takes is imported here."""
    if field == "employer.name":
        from jdgen.ingest.employers import employer_in_words

        return employer_in_words(document)
    if field == "pay" and _MAY_BE_PAY.search(document.source):
        from jdgen.ingest.worded_pay import pay_in_words

        return pay_in_words(document)
    return None


def read_worded(content: bytes, path: str) -> Document:
    """Read a document as `read_document` does; an InputError says so where it holds no words at all."""
    document = read_document(content, path)
    if document.blocks or document.stated:
        return document
    if document.format == "pdf" and document.notes:
        hint = "run text recognition (OCR) over it, or take the document it was made from"
        raise InputError("no page of the file has text; it looks like a scan", where=Where(path), hint=hint)
    raise InputError(
        "; ".join(("the file holds no words", *document.notes)),
        where=Where(path),
        hint="check that this is the file you mean",
    )


def format_of(content: bytes, path: str) -> Format:
    """Return what a file is: by what only one format starts with, by its ending, else by its words."""
    if content.startswith(b"%PDF-"):
        return "pdf"
    if content.startswith((b"PK\x03\x04", _OLD_WORD)):
        return "docx"
    named = ENDINGS.get(PurePath(path).suffix.lower())
    if named and (named != "text" or not _has_headings(content)):
        return named
    if named:
        return "markdown"
    text = glimpsed(content[:_TELLING]).lstrip()
    if text.startswith(("{", "[{", "[\n")) and '"' in text:
        return "jsonld"
    if _HTML.search(text):
        return "html"
    return "markdown" if _MARKDOWN.search(text) else "text"


def _has_headings(content: bytes) -> bool:
    """Say whether a file called text has the headings of Markdown."""
    if b"\r" in content or is_wide(content):
        content = glimpsed(content).encode()
    return len(_ATX.findall(content)) > 1


def _read_markdown(content: bytes, path: str) -> Reading:
    source = decode(content, path)
    top = read_front_matter(source, path)
    page = read_markdown(source, top.body_start)
    if not page.scripts:
        return Reading(source, page.pieces, top.stated, notes=(*top.notes, *page.notes))
    from jdgen.ingest.json_ld import read_scripts

    scripts = read_scripts(source, page.scripts)
    stated = {**scripts.stated, **top.stated}
    return scripts._replace(pieces=page.pieces, stated=stated, notes=(*top.notes, *page.notes, *scripts.notes))


def _read_text(content: bytes, path: str) -> Reading:
    source = decode(content, path)
    top = read_front_matter(source, path)
    return Reading(source, read_plain_text(source, top.body_start), top.stated, notes=top.notes)


def _read_html(content: bytes, path: str) -> Reading:
    from jdgen.ingest.html import read_html
    from jdgen.ingest.json_ld import read_scripts

    source = decode(content, path)
    page = read_html(source)
    scripts = read_scripts(source, page.scripts)
    return scripts._replace(pieces=page.pieces, meta=page.meta, notes=(*page.notes, *scripts.notes))


def _read_json_ld(content: bytes, path: str) -> Reading:
    from jdgen.ingest.json_ld import read_json_ld

    return read_json_ld(decode(content, path), path)


def _read_docx(content: bytes, path: str) -> Reading:
    from jdgen.ingest.docx import read_docx

    return read_docx(content, path)


def _read_pdf(content: bytes, path: str) -> Reading:
    from jdgen.ingest.pdf import read_pdf

    return read_pdf(content, path)


_READERS: Mapping[Format, Callable[[bytes, str], Reading]] = {
    "markdown": _read_markdown,
    "html": _read_html,
    "text": _read_text,
    "jsonld": _read_json_ld,
    "docx": _read_docx,
    "pdf": _read_pdf,
}
