"""An empty Word file with the look of a posting: styles, numbering, fonts, paper. It is made once for each look, and filled many times.

The parts come from `docx/*.xml.j2` in the template folders; what ties them together is the format's own and stands here.
ECMA-376, part 2, says how: https://ecma-international.org/publications-and-standards/standards/ecma-376/
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO
from typing import NamedTuple
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from jdgen.model.project import Paper
from jdgen.render.brand import Palette
from jdgen.render.environment import Folders, html_environment, render_template

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The day every file in the archive is dated, for an archive knows no earlier one: same posting, same bytes."""

_PAPERS: dict[Paper, tuple[int, int]] = {"letter": (12240, 15840), "a4": (11906, 16838)}
_MARGIN = 1134

_SCHEMAS = "http://schemas.openxmlformats.org"
_OFFICE = f"{_SCHEMAS}/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "application/vnd.openxmlformats-package"
_PARTS = {"styles": "styles", "numbering": "numbering", "settings": "settings", "fontTable": "fonts", "theme": "theme"}
"""Parts of the document by their relation to it, and the template of each."""

_BETWEEN_TAGS = re.compile(r">\s+<")
# What the fonts of the PDF are called, see templates/fonts.
_FONT = "Source Sans 3"
_EAST_ASIAN = {"ja": "Noto Sans CJK JP", "ko": "Noto Sans CJK KR"}
_COMPLEX = {"he": "Noto Sans Hebrew", "yi": "Noto Sans Hebrew"}


class Style(NamedTuple):
    """What the empty file depends on."""

    palette: Palette
    paper: Paper
    language: str
    is_right_to_left: bool = False

    @property
    def text_width(self) -> int:
        """The width of the text, in twentieths of a point."""
        return _PAPERS[self.paper][0] - 2 * _MARGIN


@lru_cache(maxsize=32)
def empty_document(style: Style, folders: Folders) -> bytes:
    """Return the file; raise UsageError where a template is missing, InputError where one is wrong."""
    values = _values(style)
    environment = html_environment(folders)
    files = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}, core="docProps/core.xml"),
        "docProps/core.xml": _core(),
        "word/document.xml": _document(style),
        "word/_rels/document.xml.rels": _relations({
            f"rId{number}": (kind, f"{kind}.xml") for number, kind in enumerate(_PARTS, 1)
        }),
    }
    for kind, template in _PARTS.items():
        xml = render_template(environment, f"docx/{template}.xml.j2", values)
        files[f"word/{kind}.xml"] = _BETWEEN_TAGS.sub("><", xml.strip())
    return archive((name, text.encode()) for name, text in files.items())


def archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a ZIP archive whose bytes depend on nothing but the files in it."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as made:
        for name, content in files:
            entry = ZipInfo(name, EARLIEST)
            entry.create_system = 3  # else it says on which system it was made
            made.writestr(entry, content, ZIP_DEFLATED)
    return target.getvalue()


def _values(style: Style) -> dict[str, object]:
    language = style.language.partition("-")[0].lower()
    return {
        "accent": style.palette.accent[1:].upper(),
        "brand": style.palette.text[1:].upper(),
        "tint": style.palette.tint[1:].upper(),
        "font": _FONT,
        "east_asian_font": _EAST_ASIAN.get(language, "Noto Sans CJK SC"),
        "complex_font": _COMPLEX.get(
            language, "Noto Sans Hebrew" if not style.is_right_to_left else "Noto Sans Arabic"
        ),
        "language": style.language,
        "east_asian_language": style.language if language in {"zh", *_EAST_ASIAN} else "zh-CN",
        "complex_language": style.language if style.is_right_to_left else "he-IL",
        "text_width": style.text_width,
    }


def _document(style: Style) -> str:
    width, height = _PAPERS[style.paper]
    way = "<w:bidi/>" if style.is_right_to_left else ""
    return (
        f'<w:document xmlns:w="{_SCHEMAS}/wordprocessingml/2006/main" xmlns:r="{_OFFICE}"><w:body><w:sectPr>'
        f'<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{_MARGIN}" w:right="{_MARGIN}" w:bottom="{_MARGIN}" '
        f'w:left="{_MARGIN}" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/>{way}</w:sectPr></w:body></w:document>'
    )


def _core() -> str:
    namespaces = {
        "cp": f"{_SCHEMAS}/package/2006/metadata/core-properties",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
    return f"<cp:coreProperties {' '.join(f'xmlns:{name}={quoteattr(uri)}' for name, uri in namespaces.items())}/>"


def _content_types() -> str:
    types = {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        "/docProps/core.xml": f"{_PACKAGE}.core-properties+xml",
    }
    types |= {f"/word/{kind}.xml": f"{_WORD}.{kind}+xml" for kind in _PARTS}
    types["/word/theme.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in types.items())
    defaults = f'<Default Extension="rels" ContentType="{_PACKAGE}.relationships+xml"/>'
    return f'<Types xmlns="{_SCHEMAS}/package/2006/content-types">{defaults}{overrides}</Types>'


def _relations(targets: dict[str, tuple[str, str]], *, core: str = "") -> str:
    lines = [
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{file}"/>' for name, (kind, file) in targets.items()
    ]
    if core:
        kind = f"{_SCHEMAS}/package/2006/relationships/metadata/core-properties"
        lines.append(f'<Relationship Id="rIdCore" Type="{kind}" Target="{core}"/>')
    return f'<Relationships xmlns="{_SCHEMAS}/package/2006/relationships">{"".join(lines)}</Relationships>'
