"""What stands around the words of a Word file: the head with logo and employer, the foot with page numbers."""

import re
from io import BytesIO
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from docx.document import Document
from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import _Footer, _Header
from docx.shared import Emu, Inches
from docx.text.run import Run

from jdgen.model.posting import PostingFacts
from jdgen.render.docx_words import NAMESPACES, legal
from jdgen.render.logo import Logo

_HEIGHT, _WIDTH = Inches(0.45), Inches(1.9)
_GAP = "   "
_NUMBER = re.compile(r"\s*([0-9]*\.?[0-9]+)")

# Programs older than the drawing format show this: one clear pixel instead of an SVG.
_CLEAR_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000b4944415478da63600002000005"
    "0001e9fadcd80000000049454e44ae426082"
)
_SVG = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{name}"/></a:ext></a:extLst>'
)


def add_frame(document: Document, facts: PostingFacts, logo: Logo | None) -> None:
    """Write the head and the foot: the first page shows the employer, the others the title too."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    _first_head(section.first_page_header, facts, logo)
    _fill(section.header, f"{_words(facts.title)}<w:r><w:tab/></w:r>{_words(facts.employer.name)}")
    for footer in (section.first_page_footer, section.footer):
        footer.is_linked_to_previous = False
        _fill(footer, f"{_words(facts.id)}<w:r><w:tab/></w:r>{_page_number()}")


def _first_head(header: _Header, facts: PostingFacts, logo: Logo | None) -> None:
    """Write the employer's name and address to the one side and the logo to the other, where its absence leaves no gap."""
    host = re.sub(r"^https?://(?:www\.)?|/$", "", facts.employer.website or "")
    website = _words(f"{_GAP}{host}") if host else ""
    _fill(header, f"{_words(facts.employer.name, is_bold=True)}{website}{'<w:r><w:tab/></w:r>' if logo else ''}")
    if logo:
        _add_logo(header.paragraphs[0].add_run(), logo, facts.employer.name)


def _fill(part: _Header | _Footer, runs: str) -> None:
    part.is_linked_to_previous = False
    paragraph = part.paragraphs[0]._p  # runs and fields are written as XML
    for element in parse_xml(f"<w:p {NAMESPACES}>{runs}</w:p>"):
        paragraph.append(element)


def _words(text: str, *, is_bold: bool = False) -> str:
    look = "<w:rPr><w:b/><w:bCs/></w:rPr>" if is_bold else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(legal(text))}</w:t></w:r>'


def _page_number() -> str:
    return f"{_words('Page ')}{_field('PAGE')}{_words(' of ')}{_field('NUMPAGES')}"


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _add_logo(run: Run, logo: Logo, employer: str) -> None:
    """Put the logo at a run, as high as a line of the head allows; its words are the employer's name."""
    width, height = _size(_shape(logo))
    if logo.media_type == "image/svg+xml":
        shape = run.add_picture(BytesIO(_CLEAR_PIXEL), width, height)
        part = run.part
        drawing = Part(PackURI("/word/media/logo.svg"), logo.media_type, logo.content, part.package)
        name = part.relate_to(drawing, RELATIONSHIP_TYPE.IMAGE)
        blip = shape._inline.graphic.graphicData.pic.blipFill.blip  # python-docx knows no SVG
        blip.append(parse_xml(_SVG.format(name=name)))
    else:
        shape = run.add_picture(BytesIO(_readable(logo)), width, height)
    described: BaseOxmlElement = shape._inline.docPr  # and no alternative texts
    described.set("name", "Logo")
    described.set("descr", legal(employer))


def _size(shape: float) -> tuple[Emu, Emu]:
    """Return width and height of a picture `shape` times as wide as high."""
    width = min(int(_HEIGHT * shape), int(_WIDTH))
    return Emu(width), Emu(int(width / shape))


def _shape(logo: Logo) -> float:
    if logo.media_type == "image/svg+xml":
        return _shape_of_drawing(logo.content)
    from PIL import Image  # heavy, and most logos are SVG

    with Image.open(BytesIO(logo.content)) as picture:
        return picture.width / picture.height


def _shape_of_drawing(content: bytes) -> float:
    root = ElementTree.fromstring(content)  # noqa: S314 - `jdgen.render.logo` has refused entities
    box = (root.get("viewBox") or "").replace(",", " ").split()
    sizes = box[2:4] if len(box) == 4 else [root.get("width") or "", root.get("height") or ""]
    width, height = (float(found[1]) if (found := _NUMBER.match(size)) else 0 for size in sizes)
    return min(max(width / height, 0.05), 20) if width and height else 1


def _readable(logo: Logo) -> bytes:
    """Return a picture python-docx can read; it knows JPEG files only as cameras and browsers write them."""
    from docx.image.image import Image as WordImage

    try:
        WordImage.from_blob(logo.content)
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, ValueError):
        return _as_png(logo.content)
    return logo.content


def _as_png(content: bytes) -> bytes:
    from PIL import Image  # loaded already, to measure the picture

    target = BytesIO()
    with Image.open(BytesIO(content)) as picture:
        picture.convert("RGB").save(target, "PNG")
    return target.getvalue()
