"""Blocks of text → the XML of a Word document's body. Styles do the looks; nothing here names a color or a size.

The elements and their order inside each other are those of ECMA-376, part 1, chapter 17; Word refuses to open others.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from jdgen.render.blocks import (
    Block,
    Blocks,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
    Words,
    plain,
    way_of,
)

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
# Letters that run to the left, with the spaces and marks between them.
_LEFTWARD = re.compile(f"([{_RIGHT_TO_LEFT}](?:[^A-Za-z\u00c0-\u024f]*[{_RIGHT_TO_LEFT}])*)")
_DEEPEST = 5
_LEAST_HEIGHT = 567
_LABEL_SHARE = 0.27


@dataclass(slots=True)
class Writer:
    """Writes blocks; `link` makes a relation of an address, `number` a numbering that starts anew at a number."""

    width: int
    is_right_to_left: bool
    link: Callable[[str], str]
    number: Callable[[int], int]
    _depth: int = field(default=0, init=False)

    def body(self, words: Words) -> str:
        """Return the paragraphs and tables of a posting."""
        parts = [self.paragraph(words.title, "Title")]
        if words.card:
            parts.append(self._card(words))
        return "".join([*parts, *self._blocks(words.blocks, "Normal")])

    def paragraph(self, runs: Runs, style: str, numbering: str = "") -> str:
        """Return a paragraph."""
        way = "<w:bidi/>" if way_of(runs) == "rtl" else ""
        name = f'<w:pStyle w:val="{style}"/>' if style != "Normal" else ""
        properties = f"{name}{numbering}{way}"
        return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(self._runs(runs))}</w:p>"

    def _blocks(self, blocks: Iterable[Block], style: str) -> Iterator[str]:
        for block in blocks:
            match block:
                case Heading():
                    yield self.paragraph(block.runs, f"Heading{min(block.level - 1, _DEEPEST) or 1}")
                case Paragraph():
                    yield self.paragraph(block.runs, "PlainText" if block.is_literal else style)
                case Listing():
                    yield from self._listing(block)
                case Table():
                    yield self._table(block)
                case Quote():
                    yield from self._blocks(block.blocks, "Quote")

    def _listing(self, listing: Listing) -> Iterator[str]:
        self._depth += 1
        level = min(self._depth, _DEEPEST)
        suffix = str(level) if level > 1 else ""
        numbering = ""
        if listing.first is not None:
            number = self.number(listing.first)
            numbering = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{number}"/></w:numPr>'
        style = f"List{'Bullet' if listing.first is None else 'Number'}{suffix}"
        for item in listing.items:
            yield from self._item(item, style, f"ListContinue{suffix}", numbering)
        self._depth -= 1

    def _item(self, blocks: Blocks, style: str, following: str, numbering: str) -> Iterator[str]:
        """Give an item: its first paragraph has the bullet, the others stand below."""
        first, *others = blocks
        if isinstance(first, Paragraph):
            yield self.paragraph(first.runs, style, numbering)
        else:
            others = list(blocks)
        yield from self._blocks(others, following)

    def _card(self, words: Words) -> str:
        label = int(self.width * _LABEL_SHARE)
        rows = [self._row((runs, value), (label, self.width - label), "") for runs, value in words.card]
        look = '<w:tblLook w:val="0680" w:firstRow="0" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        return self._grid("PostingFacts", rows, (label, self.width - label), look, plain(words.title))

    def _table(self, table: Table) -> str:
        columns = len(table.rows[0])
        widths = (self.width // columns,) * columns
        rows = []
        for number, row in enumerate(table.rows):
            is_header = table.has_header and number == 0
            # An empty cell is to be signed or filled in.
            height = "" if all(row) or is_header else f'<w:trHeight w:val="{_LEAST_HEIGHT}" w:hRule="atLeast"/>'
            rows.append(self._row(row, widths, height + ("<w:tblHeader/>" if is_header else "")))
        first = int(table.has_header)
        look = f'<w:tblLook w:val="06{2 * first}0" w:firstRow="{first}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        return self._grid("PostingTable", rows, widths, look, ", ".join(filter(None, map(plain, table.rows[0]))))

    def _row(self, cells: Iterable[Runs], widths: Iterable[int], properties: str) -> str:
        made = (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{self.paragraph(cell, "TableText")}</w:tc>'
            for cell, width in zip(cells, widths, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{''.join(made)}</w:tr>"

    def _grid(self, style: str, rows: list[str], widths: tuple[int, ...], look: str, caption: str) -> str:
        way = "<w:bidiVisual/>" if self.is_right_to_left else ""
        said = f"<w:tblCaption w:val={quoteattr(legal(caption))}/>" if caption else ""
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>{way}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/>{look}{said}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{"".join(rows)}</w:tbl>'
        )

    def _runs(self, runs: Runs) -> Iterator[str]:
        for run in runs:
            inner = "".join(_pieces(run))
            if run.link and not run.link.startswith("#"):
                yield f'<w:hyperlink r:id="{self.link(run.link)}">{inner}</w:hyperlink>'
            else:
                yield inner


def legal(text: str) -> str:
    """Return a text without the characters XML has no way to write."""
    return _ILLEGAL.sub("", text)


def _pieces(run: Run) -> Iterator[str]:
    """Give a run cut where its letters change direction: Word sets what runs to the left by another font and weight."""
    for number, text in enumerate(_LEFTWARD.split(legal(run.text))):
        if text:
            yield f"<w:r>{_properties(run, is_leftward=bool(number % 2))}{_text(text)}</w:r>"


def _properties(run: Run, *, is_leftward: bool) -> str:
    known = (
        ('<w:rStyle w:val="Hyperlink"/>', bool(run.link)),
        ("<w:b/><w:bCs/>", run.bold),
        ("<w:i/><w:iCs/>", run.italic),
        ("<w:strike/>", run.struck),
        (f'<w:vertAlign w:val="{"subscript" if run.shift == "sub" else "superscript"}"/>', bool(run.shift)),
        ("<w:rtl/>", is_leftward),
    )
    found = "".join(xml for xml, is_wanted in known if is_wanted)
    return f"<w:rPr>{found}</w:rPr>" if found else ""


def _text(text: str) -> str:
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' if line else "" for line in text.split("\n"))
    return "<w:br/>".join(lines)
