"""A posting → a Word file (DOCX) that HR can edit and sign: real styles, tables, links and page numbers.

The words are those of the page. Same posting, same bytes: dates come from the posting, none from a clock.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.parser import parse_xml

from jdgen.model.posting import Posting, PostingFacts
from jdgen.model.project import Paper
from jdgen.render.body import page_direction
from jdgen.render.brand import palette
from jdgen.render.docx_base import Style, archive, empty_document
from jdgen.render.docx_frame import add_frame
from jdgen.render.docx_words import NAMESPACES, Writer, legal
from jdgen.render.environment import Folders
from jdgen.render.html import keywords
from jdgen.render.logo import Logo
from jdgen.render.posted_day import words_with_day_posted

_LONGEST_PROPERTY = 255
_NUMBERS = 1
"""The numbered one of the two kinds of lists in `docx/numbering.xml.j2`."""


def render_docx(posting: Posting, *, folders: Folders, paper: Paper = "letter", logo: Logo | None = None) -> bytes:
    """Return the file; raise InputError for a text nested or bracketed beyond reading."""
    facts = posting.facts
    words = words_with_day_posted(posting)
    is_right_to_left = page_direction(facts.language) == "rtl"
    style = Style(palette(facts.employer.brand_color), paper, facts.language, is_right_to_left)
    document = Document(BytesIO(empty_document(style, folders)))
    writer = Writer(
        style.text_width, is_right_to_left, link=_Links(document).relation, number=_Numbers(document).starting_at
    )
    _fill(document, writer.body(words))
    add_frame(document, facts, logo)
    _describe(document, facts)
    return _bytes(document)


class _Links:
    """Gives each address one relation, however often it is linked to."""

    def __init__(self, document: WordDocument) -> None:
        self._part = document.part

    def relation(self, address: str) -> str:
        return self._part.relate_to(legal(address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)


class _Numbers:
    """Gives each numbered list a numbering of its own: Word would count on from the list before."""

    def __init__(self, document: WordDocument) -> None:
        self._numbering = document.part.numbering_part.element

    def starting_at(self, number: int) -> int:
        made = self._numbering.add_num(_NUMBERS)
        for level in range(9):
            made.add_lvlOverride(level).add_startOverride(number)
        return int(made.numId)


def _fill(document: WordDocument, xml: str) -> None:
    body = document.element.body
    for element in reversed(parse_xml(f"<w:body {NAMESPACES}>{xml}</w:body>")):
        body.insert(0, element)


def _describe(document: WordDocument, facts: PostingFacts) -> None:
    properties = document.core_properties
    properties.title = _property(facts.title)
    properties.author = properties.last_modified_by = _property(facts.employer.name)
    properties.subject = _property(facts.description or facts.title)
    properties.keywords = _property("; ".join(keywords(facts)))
    properties.language = facts.language
    properties.identifier = facts.id
    properties.revision = 1
    if facts.posted:
        properties.created = properties.modified = datetime(*facts.posted.timetuple()[:3], tzinfo=UTC)


def _property(text: str) -> str:
    return legal(text)[:_LONGEST_PROPERTY]


def _bytes(document: WordDocument) -> bytes:
    """Return the file with no date of its own: python-docx writes the hour into the archive."""
    target = BytesIO()
    document.save(target)
    with ZipFile(target) as written:
        return archive(_files(written))


def _files(written: ZipFile) -> Iterable[tuple[str, bytes]]:
    return ((name, written.read(name)) for name in written.namelist())
