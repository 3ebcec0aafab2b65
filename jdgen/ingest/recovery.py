"""The facts of an old posting that can be told without guessing: stated ones, and those of labelled lines such as "Pay: $30 an hour".

What cannot be read keeps no value; nothing is taken from running text.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest

from jdgen.ingest.job_titles import heading_title, is_no_title
from jdgen.ingest.section_words import LONGEST_VALUE, label_alone, labelled_field
from jdgen.ingest.stated import has_reader, read_value, state
from jdgen.model.document import Block, Document, Stated

_LONGEST_LABEL = 48
_CELLS = " | "
_SPACE = re.compile(r" ")
_BETWEEN_PLACES = (";", " | ", " / ")


def recovered(document: Document) -> dict[str, tuple[Stated, ...]]:
    """Return what a document states, by the names of a posting's front matter; a labelled line counts where nothing else can be read."""
    found = {field: stated for field, stated in document.stated.items() if stated}
    titles = [*found.pop("title", ())]
    for field, stated in labelled(document):
        known = found.get(field)
        if field == "title":
            titles += stated
        elif stated and (known is None or (not _is_read(field, known) and _is_read(field, stated))):
            found[field] = stated
    title = _title(document, titles)
    return found | {"title": (title,)} if title else found


def _title(document: Document, named: Sequence[Stated]) -> Stated | None:
    """Return what the document calls its title, else the heading; without a value where both are none, as "Now hiring!" is none."""
    stated = next((one for one in named if not _is_no_title(one)), None)
    if stated:
        return stated
    heading = _heading(document)
    return heading or (Stated(named[0].text, None, named[0].start, named[0].end) if named else None)


def _is_no_title(stated: Stated) -> bool:
    """Say whether what is called a title, or a position, is surely none: `Position: full-time`."""
    return is_no_title(stated.text) or read_value("employment", stated.text) is not None


def _is_read(field: str, stated: tuple[Stated, ...]) -> bool:
    return not has_reader(field) or all(one.value is not None for one in stated)


def labelled(document: Document) -> Iterator[tuple[str, tuple[Stated, ...]]]:
    """Yield the facts of labelled lines, by the names of a posting's front matter, in reading order."""
    for block, following in zip_longest(document.blocks, document.blocks[1:]):
        field, start = _label(block) or _label_without_colon(block) or ("", 0)
        if field and len(block.text) - start <= LONGEST_VALUE:
            yield field, tuple(_values(field, block, start))
        above = _label_above(block, following)
        if above and following and len(following.text) <= LONGEST_VALUE and not _label(following):
            yield above, tuple(_values(above, following, 0))


def _label(block: Block) -> tuple[str, int] | None:
    """Return the field a block labels with a colon, or in the first cell of a row, and where its value starts."""
    text = block.text
    bar = text.find(_CELLS, 1, _LONGEST_LABEL) if block.kind == "row" else -1
    end, start = (bar, bar + len(_CELLS)) if bar > 0 else (colon := text.find(":", 1, _LONGEST_LABEL), colon + 1)
    field = labelled_field(text[:end]) if end > 0 and start < len(text) else None
    return (field, start) if field else None


def _label_without_colon(block: Block) -> tuple[str, int] | None:
    """Return the same for "Location Denver, CO", as pages print it with the label in bold: only where the rest can be read."""
    if block.kind == "heading" or len(block.text) > LONGEST_VALUE:
        return None
    for word in islice(_SPACE.finditer(block.text), 3):
        field = labelled_field(block.text[: word.start()])
        if field and has_reader(field) and read_value(field, block.text[word.end() :]) is not None:
            return field, word.end()
    return None


def _label_above(block: Block, following: Block | None) -> str | None:
    """Return the field of a label that stands in a block of its own, above its value; running values may go on below."""
    if block.kind == "item" or following is None or following.kind != "paragraph":
        return None
    field = label_alone(block.text.rstrip(":"))
    return field if field != "schedule" else None


def _values(field: str, block: Block, start: int) -> Iterator[Stated]:
    """Yield the value, or several places; the separators are those of lists, not of addresses."""
    text = block.text[start:]
    separator = next((mark for mark in _BETWEEN_PLACES if mark in text), None) if field == "location" else None
    at = start
    for part in text.split(separator) if separator else [text]:
        words = part.strip()
        begin = at + len(part) - len(part.lstrip())
        if words:
            yield state(field, words, block.source_offset(begin), block.source_offset(begin + len(words) - 1) + 1)
        at += len(part) + len(separator or "")


def _heading(document: Document) -> Stated | None:
    """Return the heading that a reader took for the title, as far as it is a job title."""
    headings = [block for block in document.blocks if block.kind == "heading"]
    block = next((block for block in headings if block.role == "title"), None)
    block = block or next((block for block in headings if block.level == 1), None)
    if block is None:
        return None
    title = heading_title(block.text)
    start = block.text.find(title) if title else 0
    end = start + len(title or block.text)
    return Stated(block.text[start:end], title, block.source_offset(start), block.source_offset(end - 1) + 1)
