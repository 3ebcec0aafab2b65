"""The blocks of a document as clean Markdown: headings, paragraphs, lists and tables, with every word and none of the layout."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from jdgen.ingest.section_words import is_value, label_alone
from jdgen.model.document import HEAD_OF_TABLE, Block, Document
from jdgen.text.markdown_escape import escape_markdown

_CELLS = " | "
_PAIR = 2
_AROUND = " \t:;,|/\u2022\u00b7\u2013\u2014-"


def clean_markdown(document: Document, title: str) -> str:
    """Return the body of a posting file; its first heading is the title, and there is only one of that level."""
    groups = groupby(_with_labels(_without_title(document.blocks, title)), lambda line: line.together)
    parts = [f"# {escape_markdown(title)}", *("\n".join(_lines([line.block for line in group])) for _, group in groups)]
    return "\n\n".join(parts) + "\n"


def _without_title(blocks: Sequence[Block], title: str) -> Iterator[Block]:
    """Yield the blocks without the title; what stands as a heading above or around it, such as "Now hiring!", stays as a line."""
    at = _title_at(blocks, title)
    for index, block in enumerate(blocks):
        if block.kind != "heading" or at is None or index > at:
            yield block
            continue
        text = block.text.replace(title, "", 1).strip(_AROUND) if index == at else block.text
        if text:
            yield block._replace(kind="paragraph", text=text, level=0)


def _title_at(blocks: Sequence[Block], title: str) -> int | None:
    headings = [index for index, block in enumerate(blocks) if block.kind == "heading"]
    same = next((index for index in headings if blocks[index].text == title), None)
    return same if same is not None else next((index for index in headings if blocks[index].role == "title"), None)


class _Line(NamedTuple):
    block: Block
    together: object
    """Lines with the same mark stand without a blank line between them: items of a list, rows of a table."""


def _with_labels(blocks: Iterable[Block]) -> Iterator[_Line]:
    """Yield the blocks; a label and the value below it become one item, "Location: Denver, CO"."""
    label: Block | None = None
    tables = 0
    for block in blocks:
        tables += block.kind == "row" and block.level == HEAD_OF_TABLE
        if label:
            if block.kind == "paragraph" and is_value(block.text):
                block = block._replace(kind="item", text=f"{label.text}: {block.text}", level=1)
            else:
                yield _Line(label, id(label))
            label = None
        elif block.kind == "paragraph" and ":" not in block.text and label_alone(block.text):
            label = block
            continue
        yield _Line(block, (block.kind, tables) if block.kind in {"item", "row"} else id(block))
    if label:
        yield _Line(label, id(label))


def _lines(blocks: list[Block]) -> Iterator[str]:
    kind = blocks[0].kind
    if kind == "item":
        yield from _items(blocks)
    elif kind == "row":
        yield from _rows(blocks)
    elif blocks[0].kind == "heading":
        level = max(blocks[0].level, 2)
        yield f"{'#' * min(level, 6)} {escape_markdown(blocks[0].text)}"
    else:
        yield escape_markdown(blocks[0].text)


def _items(blocks: list[Block]) -> Iterator[str]:
    """Yield a list; no item stands more than one step deeper than the one before, as Markdown wants it."""
    depth = 0
    for block in blocks:
        depth = min(max(block.level, 1), depth + 1)
        yield f"{'    ' * (depth - 1)}- {escape_markdown(block.text)}"


def _rows(blocks: list[Block]) -> Iterator[str]:
    """Yield a table; one of two columns that nothing names is a list of labels and values, and of more gets the empty head Markdown wants."""
    rows = [[escape_markdown(cell) for cell in block.text.split(_CELLS)] for block in blocks]
    width = max(len(row) for row in rows)
    has_head = blocks[0].level == HEAD_OF_TABLE
    if width == _PAIR and not has_head:
        yield from (f"- {label.rstrip(' :')}: {value}" for label, value in rows)
        return
    head, rest = (rows[0], rows[1:]) if has_head else ([], rows)
    for row in (head, ["---"] * width, *rest):
        yield f"| {' | '.join([*row, *[''] * (width - len(row))])} |"
