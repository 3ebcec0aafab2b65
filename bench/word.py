"""What one more Word file costs in a running process, against python-docx writing the same words in the plainest way."""

import sys
from io import BytesIO

import docx
from _measure import ROOT, Row, compare

from jdgen.load.postings import parse_posting
from jdgen.model.posting import Posting
from jdgen.render.blocks import Heading, Words, flat, plain, words_of
from jdgen.render.body import read_body
from jdgen.render.docx import render_docx

SAMPLE = ROOT / "tests" / "cases" / "render" / "hospital" / "posting.md"
FOLDERS = (ROOT / "templates",)


def main() -> int:
    """Measure and print; return 1 where jdgen takes more than three tenths of it."""
    posting = parse_posting(SAMPLE.read_text(encoding="utf-8"), SAMPLE.name)
    words = words_of(read_body(posting.body, title=posting.facts.title))
    reached = compare(
        "One more Word file in a running process, against naive python-docx with the same words",
        [
            Row("docx.Document(), add_heading, add_paragraph, save", lambda: _naive(words)),
            Row("jdgen: posting to DOCX, everything included", lambda: _drop(posting), goal=0.3),
        ],
        rounds=21,
    )
    return 0 if reached else 1


def _naive(words: Words) -> None:
    """Write what a person would after reading the quick start of python-docx: words and styles, no links, no languages."""
    document = docx.Document()
    document.add_heading(plain(words.title), 0)
    table = document.add_table(rows=0, cols=2)
    for label, value in words.card:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = plain(label), plain(value)
    for block in flat(words.blocks):
        if isinstance(block, Heading):
            document.add_heading(plain(block.runs), block.level - 1)
        elif not hasattr(block, "rows"):
            document.add_paragraph(plain(block.runs), style="List Bullet")
    document.save(BytesIO())


def _drop(posting: Posting) -> None:
    render_docx(posting, folders=FOLDERS)


if __name__ == "__main__":
    sys.exit(main())
