"""Small files of formats nobody types by hand, and what a test wants to see of a document."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest

from jdgen.ingest.reader import read_document
from jdgen.model.document import Document

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@pytest.fixture
def read() -> Callable[[str, str], Document]:
    """Return a function that reads a text as the file of some name."""
    return lambda text, path="ad.md": read_document(text.encode(), path)


@pytest.fixture
def make_docx() -> Callable[..., bytes]:
    """Return a function that makes a Word file of paragraphs; in front a style or an address: `Heading1|Benefits`, `bold|Benefits`, `https://x.example|Apply`."""
    return _docx


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    """Return a function that makes a PDF; each page is a list of lines: left, bottom, size, text."""
    return _pdf


def _docx(*paragraphs: str) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType="application/'
            f'vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>',
        )
        target = f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"'
        archive.writestr(
            "_rels/.rels", f'<Relationships xmlns="{_RELATIONSHIPS}"><Relationship Id="r" {target}/></Relationships>'
        )
        body = "".join(map(_paragraph, paragraphs))
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>')
        links = "".join(_relationship(text) for text in paragraphs if "://" in text.partition("|")[0])
        archive.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{_RELATIONSHIPS}">{links}</Relationships>'
        )
    return content.getvalue()


def _relationship(text: str) -> str:
    address = text.partition("|")[0]
    return f'<Relationship Id="{address}" Type="{_OFFICE}/hyperlink" Target="{address}" TargetMode="External"/>'


def _paragraph(text: str) -> str:
    style, bar, words = text.rpartition("|")
    if "://" in style:
        return f'<w:p><w:hyperlink r:id="{style}" xmlns:r="{_OFFICE}"><w:r><w:t>{words}</w:t></w:r></w:hyperlink></w:p>'
    marked = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if bar and style != "bold" else ""
    bold = "<w:rPr><w:b/></w:rPr>" if style == "bold" else ""
    return f"<w:p>{marked}<w:r>{bold}<w:t>{words}</w:t></w:r></w:p>"


def _pdf(*pages: list[tuple[int, int, int, str]]) -> bytes:
    streams = [
        "".join(f"BT /F1 {size} Tf {left} {bottom} Td ({text}) Tj ET\n" for left, bottom, size, text in page)
        for page in pages
    ]
    numbers = [3 + 2 * index for index in range(len(pages))]
    font = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    for number, stream in zip(numbers, streams, strict=True):
        page = f"/MediaBox [0 0 612 792] /Resources {font} /Contents {number + 1} 0 R"
        objects.append(f"<< /Type /Page /Parent 2 0 R {page} >>")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}endstream")
    return _assembled(objects)


def _assembled(objects: list[str]) -> bytes:
    content, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(content))
        content += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(content)}\n%%EOF\n"
    return (content + end).encode("latin-1")
