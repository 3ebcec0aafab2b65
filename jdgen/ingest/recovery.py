"""The facts of an old posting that can be told without guessing: stated ones, and those of labelled lines such as "Pay: $30 an hour".

What cannot be read keeps no value; nothing is taken from running text.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, zip_longest

from jdgen.ingest.job_titles import heading_title, is_no_title
from jdgen.ingest.line_breaks import COLON, label_start
from jdgen.ingest.section_words import LONGEST_VALUE, label_alone, labelled_field
from jdgen.ingest.stated import has_reader, read_value, state
from jdgen.ingest.wrapping import groups, wrap_of
from jdgen.model.document import Block, Document, Stated
from jdgen.text.places_in_words import places_of_a_value

_LONGEST_LABEL = 48
_CELLS = " | "
_SPACE = re.compile(r" ")
_BETWEEN_PLACES = (";", " | ", " / ")
_MARKS = frozenset("|;\u2022\u00b7")
"""What parts the facts of a line."""
_AROUND = " |;\u2022\u00b7"
_WIDE = 3
"""So many spaces part the columns of a line."""
_NAMES = frozenset({"employer.name", "title"})
"""Facts without a form of their own: of these, only the line shows where they end."""


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
        for start, end in lines_of(document, block):
            for field, begin, until in _facts_in(document, block, start, end):
                until = len(block.text) if field == "schedule" and until == end else until  # hours run on
                if _fits(field, block.text[begin:until]):
                    yield field, tuple(_values(document, field, block, (begin, until)))
        above = _label_above(block, following)
        if above and following and _fits(above, following.text) and not _label(following.text):
            yield above, tuple(_values(document, above, following, (0, len(following.text))))


def _fits(field: str, value: str) -> bool:
    """Say whether a value is as short as those of labels are; only the states to work from home in may be many."""
    return len(value) <= LONGEST_VALUE or (field == "location" and read_value(field, value) is not None)


def lines_of(document: Document, block: Block) -> Sequence[tuple[int, int]]:
    """Return where the lines of a block begin and end in its text: those of a Markdown paragraph that belong together as little as in plain text."""
    whole = ((0, len(block.text)),)
    if document.format != "markdown" or block.kind not in {"paragraph", "item"} or not block.text:
        return whole
    breaks = list(_breaks(document.source, block))
    if not breaks:
        return whole
    edges = [0, *(at + 1 for at in breaks), len(block.text)]
    lines = [(block.text[start:end].rstrip(), start) for start, end in pairwise(edges) if block.text[start:end].strip()]
    thoughts = groups(lines, wrap_of([lines]))
    spans = [(thought[0][1], thought[-1][1] + len(thought[-1][0])) for thought in thoughts]
    # A label in a line of its own stays with the value below it.
    labels = [label_alone(block.text[start:end].rstrip(":")) is not None for start, end in spans]
    starts = [start for (start, _), goes_on in zip(spans, [False, *labels[:-1]], strict=True) if not goes_on]
    ends = [end for (_, end), goes_on in zip(spans, [*labels[:-1], False], strict=True) if not goes_on]
    return tuple(zip(starts, ends, strict=True))


def _breaks(source: str, block: Block) -> Iterator[int]:
    """Yield the gaps of a block's text that are line breaks in its source."""
    last = block.source_offset(len(block.text) - 1)
    ends = [*(start for start, _ in block.runs[1:]), len(block.text)]
    number, at = 0, source.find("\n", block.runs[0][1], last)
    while at >= 0:
        while number + 1 < len(block.runs) and block.runs[number + 1][1] <= at:
            number += 1
        start, origin = block.runs[number]
        gap = min(start + at - origin, ends[number] - 1)
        if block.text[gap] == " ":
            yield gap
        at = source.find("\n", at + 1, last)


def parts_of(document: Document, block: Block, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a line that labels inside of it begin, or wide gaps: "Denver, CO 80204 Type: full-time" are two."""
    cuts = {label for label, _ in _inner_labels(block.text, start, end)}
    if len(block.runs) > 1:
        gaps = (gap.start() for gap in _SPACE.finditer(block.text, start + 1, end))
        cuts.update(gap for gap in gaps if _is_wide(document.source, block, gap))
    yield from pairwise([start, *sorted(cuts), end])


def _facts_in(document: Document, block: Block, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield the facts that a line labels, each with where its value stands: several may follow one another."""
    text = block.text[start:end]
    first = _cells(text) if block.kind == "row" else None
    if first:
        yield from ((field, start + begin, start + until) for field, begin, until in first)
        return
    field, begin = _label(text) or _label_without_colon(block, text) or ("", 0)
    labels = [(at, colon) for at, colon in _inner_labels(block.text, start, end) if at >= start + begin]
    yield from _open(field, start + begin, labels[0][0] if labels else end)
    follows = bool(field)
    for (label, colon), (until, _) in pairwise([*labels, (end, end)]):
        field = labelled_field(block.text[label:colon]) or ""
        follows = follows or _is_apart(document, block, label)
        if follows:
            yield from _open(field, colon + 1, until)


def _open(field: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    if field and start < end:
        yield field, start, end


def _inner_labels(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the labels inside a line begin and where their colons stand; what a line begins with is none of them."""
    line = text[start:end]
    if line.find(":", 1) < 0:
        return
    for colon in COLON.finditer(line):
        at = label_start(line, colon.start())
        if at:
            yield start + at, start + colon.start()


def _is_apart(document: Document, block: Block, at: int) -> bool:
    """Say whether a mark or a wide gap parts what begins at an offset from what stands before it."""
    return block.text[:at].rstrip()[-1:] in _MARKS or _is_wide(document.source, block, at - 1)


def _is_wide(source: str, block: Block, gap: int) -> bool:
    """Say whether a gap is one that parts columns: a tab, or several spaces."""
    typed = source[block.source_offset(gap) : block.source_offset(gap + 1)]
    return typed.isspace() and ("\t" in typed or len(typed) >= _WIDE)


def _label(text: str) -> tuple[str, int] | None:
    """Return the field that a line labels with a colon, and where its value starts."""
    colon = text.find(":", 1, _LONGEST_LABEL)
    field = labelled_field(text[:colon]) if 0 < colon < len(text) - 1 else None
    return (field, colon + 1) if field else None


def _cells(text: str) -> Iterator[tuple[str, int, int]] | None:
    """Yield the facts of a row whose first cell is a label; other labels may stand behind its value."""
    bar = text.find(_CELLS, 1, _LONGEST_LABEL)
    field = labelled_field(text[:bar]) if bar > 0 and bar + len(_CELLS) < len(text) else None
    return _facts_of_row(text, field, bar + len(_CELLS)) if field else None


def _facts_of_row(text: str, field: str, start: int) -> Iterator[tuple[str, int, int]]:
    at = text.find(_CELLS, start)
    while at >= 0:
        begin = at + len(_CELLS)
        bar = text.find(_CELLS, begin)
        label = labelled_field(text[begin:bar]) if bar > 0 else None
        if label:
            yield field, start, at
            field, start = label, bar + len(_CELLS)
            bar = text.find(_CELLS, start)
        at = bar
    yield field, start, len(text)


def _label_without_colon(block: Block, text: str) -> tuple[str, int] | None:
    """Return the same for "Location Denver, CO", as pages print it with the label in bold: only where the rest can be read."""
    if block.kind == "heading" or len(text) > LONGEST_VALUE:
        return None
    for word in islice(_SPACE.finditer(text), 3):
        field = labelled_field(text[: word.start()])
        if field and has_reader(field) and read_value(field, text[word.end() :]) is not None:
            return field, word.end()
    return None


def _label_above(block: Block, following: Block | None) -> str | None:
    """Return the field of a label that stands in a block of its own, above its value; running values may go on below."""
    if block.kind == "item" or following is None or following.kind != "paragraph":
        return None
    field = label_alone(block.text.rstrip(":"))
    return field if field != "schedule" else None


def _values(document: Document, field: str, block: Block, span: tuple[int, int]) -> Iterator[Stated]:
    """Yield the value, or several places; the separators are those of lists, not of addresses."""
    start, end = span[0], _end_of_name(document, block, span) if field in _NAMES else span[1]
    text = block.text[start:end]
    separator = next((mark for mark in _BETWEEN_PLACES if mark in text), None) if field == "location" else None
    at = start
    for part in text.split(separator) if separator else [text]:
        words = part.strip(_AROUND)
        begin = at + len(part) - len(part.lstrip(_AROUND))
        if words:
            one = _stated(field, block, begin, begin + len(words))
            inside = () if field != "location" or one.value is not None else _places_in(block, begin, words)
            yield from tuple(inside) or (one,)
        at += len(part) + len(separator or "")


def _end_of_name(document: Document, block: Block, span: tuple[int, int]) -> int:
    """Return where a name ends that something else follows in its line, behind a mark or in a column of its own."""
    start, end = span
    start += len(block.text[start:end]) - len(block.text[start:end].lstrip())
    for gap in _SPACE.finditer(block.text, start + 1, end):
        if block.text[gap.start() - 1] in _MARKS or _is_wide(document.source, block, gap.start()):
            return gap.start()
    return end


def _places_in(block: Block, start: int, text: str) -> Iterator[Stated]:
    """Yield the places of a labelled value that says more: "Denver, CO (Capitol Hill)"."""
    bracket = text.rfind(" (") if text[-1] == ")" else -1
    whole = _stated("location", block, start, start + bracket) if bracket > 0 else None
    if whole and whole.value is not None:
        yield whole
        return
    for match in places_of_a_value(text):
        yield _stated("location", block, start + match.start(), start + match.end())


def _stated(field: str, block: Block, start: int, end: int) -> Stated:
    return state(field, block.text[start:end], block.source_offset(start), block.source_offset(end - 1) + 1)


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
