"""The facts of an old posting that can be told without guessing: stated ones, and those of labelled lines such as "Pay: $30 an hour".

What cannot be read keeps no value; nothing is taken from running text.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile, zip_longest

from jdgen.ingest.job_titles import heading_title, is_no_title
from jdgen.ingest.line_breaks import COLON, label_start
from jdgen.ingest.section_words import LONGEST_VALUE, label_alone, labelled_field
from jdgen.ingest.stated import has_reader, read_value, state
from jdgen.ingest.wrapping import lines_of
from jdgen.model.document import Block, Document, Stated
from jdgen.text.place import Place
from jdgen.text.places_in_words import places_of_a_value

_CITY_LABEL = re.compile(r"City\s{0,3}[:|<]")
_LONGEST_LABEL = 48
_CELLS = " | "
_SPACE = re.compile(r" ")
_BETWEEN_PLACES = (";", " | ", " / ")
_MARKS = frozenset("|;\u2022\u00b7")
"""What parts the facts of a line."""
_AROUND = " |;\u2022\u00b7"
_AROUND_PLACES = " |;,:/()\u2022\u00b7\u2013\u2014-"
_LEAST_CELLS = 4
_WIDE = 3
"""So many spaces part the columns of a line."""
_ITEMS = frozenset({"employment", "location", "schedule"})
"""Facts that a list may stand for, below its label."""
_LONGEST_LIST = 160
_LEADS_TO_PLACE = re.compile(r"\s(?:in|at|from)$", re.IGNORECASE)
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
    for number, (block, following) in enumerate(zip_longest(document.blocks, document.blocks[1:]), 1):
        for start, end in lines_of(document, block):
            for field, begin, until in _facts_in(document, block, start, end):
                until = len(block.text) if field == "schedule" and until == end else until  # hours run on
                if _fits(field, block.text[begin:until]):
                    yield from _told(document, field, block, (begin, until))
        above = _label_above(block, following)
        if above and following and following.kind == "item":
            yield from _listed(document, above, number)
        elif above and following and _fits(above, following.text) and not _label(following.text):
            below = _below_lead(document, number) if above == "location" else following
            yield from _told(document, above, below, (0, len(below.text)))
    if _CITY_LABEL.search(document.source):
        from jdgen.ingest.place_parts import place_in_parts  # few postings ask for a city

        if in_parts := tuple(place_in_parts(document)):
            yield "location", in_parts


def _below_lead(document: Document, number: int) -> Block:
    """Return the block with the place, which a line may lead to that ends in a colon: "1 vacancy in this location:"."""
    block, *others = document.blocks[number : number + 2]
    return others[0] if block.text[-1] == ":" and others and others[0].kind == "paragraph" else block


def _told(
    document: Document, field: str, block: Block, span: tuple[int, int]
) -> Iterator[tuple[str, tuple[Stated, ...]]]:
    """Yield a fact that a label names; a place may say how the work is done, too: "In person", "Hybrid remote in Denver, CO"."""
    values = tuple(_values(document, field, block, span))
    workplace = _workplace_in(block, span, values) if field == "location" else None
    if workplace:
        yield "workplace", (workplace,)
    kind = read_value("employment", block.text[slice(*span)]) if field == "schedule" else None
    if kind and kind.kinds:
        field = "employment"
        values = tuple(one._replace(value=kind) for one in values)
    if not workplace or any(one.value is not None for one in values):
        yield field, values


def _workplace_in(block: Block, span: tuple[int, int], places: Sequence[Stated]) -> Stated | None:
    """Return what a labelled place says besides the places, where that is a workplace."""
    rest = text = block.text[span[0] : span[1]]
    for one in places:
        rest = rest if one.value is None else rest.replace(one.text, "", 1)
    rest = _LEADS_TO_PLACE.sub("", rest.strip(_AROUND_PLACES)).strip(_AROUND_PLACES)
    start = span[0] + text.find(rest)
    if not rest or rest not in text or read_value("workplace", rest) is None:
        return None
    return _stated("workplace", block, start, start + len(rest))


def _listed(document: Document, field: str, first: int) -> Iterator[tuple[str, tuple[Stated, ...]]]:
    """Yield the fact that the items below a label name: places are several facts, all else is one."""
    items = tuple(takewhile(lambda block: block.kind == "item", document.blocks[first:]))
    text = ", ".join(block.text for block in items)
    if field not in _ITEMS or len(text) > _LONGEST_LIST:
        return
    values = [value for block in items for value in _values(document, field, block, (0, len(block.text)))]
    if field == "location":
        values = values if all(value.value is not None for value in values) else []
    else:
        values = [state(field, text, values[0].start, values[-1].end)] if values else []
    if values and (field == "schedule" or values[0].value is not None):
        yield field, tuple(values)


def _fits(field: str, value: str) -> bool:
    """Say whether a value is as short as those of labels are; only the states to work from home in may be many."""
    return len(value) <= LONGEST_VALUE or (field == "location" and read_value(field, value) is not None)


def parts_of(document: Document, block: Block, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a line that labels inside of it begin, or wide gaps: "Denver, CO 80204 Type: full-time" are two."""
    cuts = {label for label, _ in _inner_labels(block.text, start, end)}
    if _may_have_columns(document, block, start, end):
        gaps = (gap.start() for gap in _SPACE.finditer(block.text, start + 1, end))
        cuts.update(gap for gap in gaps if _is_wide(document.source, block, gap))
    yield from pairwise([start, *sorted(cuts), end])


def _may_have_columns(document: Document, block: Block, start: int, end: int) -> bool:
    """Say whether a gap may part columns in a line: most lines have none that does, which is told at once."""
    if len(block.runs) > 1:
        return True
    first = block.source_offset(start)
    return document.source.find("\t", first, first + end - start) >= 0


def _facts_in(document: Document, block: Block, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield the facts that a line labels, each with where its value stands: several may follow one another."""
    text = block.text[start:end]
    first = _cells(text) if block.kind == "row" else None
    if first:
        yield from ((field, start + begin, start + until) for field, begin, until in first)
        return
    if cells := _wide_cells(document, block, start, end):
        yield from cells
        return
    field, begin = _label(text) or _label_without_colon(document, block, text, start) or ("", 0)
    labels = [(at, colon) for at, colon in _inner_labels(block.text, start, end) if at >= start + begin]
    yield from _open(field, start + begin, labels[0][0] if labels else end)
    follows = bool(field)
    for (label, colon), (until, _) in pairwise([*labels, (end, end)]):
        field = labelled_field(block.text[label:colon]) or ""
        follows = follows or _is_apart(document, block, label)
        if follows:
            yield from _open(field, colon + 1, until)


def _wide_cells(document: Document, block: Block, start: int, end: int) -> list[tuple[str, int, int]]:
    """Return the facts of a line of four columns and more, of which one holds a label and the next its value."""
    if end - start > 2 * LONGEST_VALUE or not _may_have_columns(document, block, start, end):
        return []
    gaps = [
        gap.start()
        for gap in _SPACE.finditer(block.text, start + 1, end)
        if _is_wide(document.source, block, gap.start())
    ]
    if len(gaps) + 1 < _LEAST_CELLS:
        return []
    cells = list(pairwise([start - 1, *gaps, end]))
    fields = [label_alone(block.text[begin + 1 : until].rstrip(":")) for begin, until in cells]
    pairs = zip(fields, cells[1:], fields[1:], strict=False)
    return [(field, begin + 1, until) for field, (begin, until), value in pairs if field and not value]


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
    field = _field(text[:colon]) if 0 < colon < len(text) - 1 else None
    return (field, colon + 1) if field else None


def _field(label: str) -> str | None:
    """Return the field that a label names; there may be several types and shifts of a job."""
    field = labelled_field(label)
    one = labelled_field(label[:-1]) if not field and label[-1] in "sS" else None
    return one if one in {"employment", "schedule"} else field


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


def _label_without_colon(document: Document, block: Block, text: str, start: int) -> tuple[str, int] | None:
    """Return the same for "Location Denver, CO", as pages print it with the label in bold: where the rest can be read, or stands in a column of its own."""
    if block.kind == "heading" or len(text) > LONGEST_VALUE:
        return None
    for word in islice(_SPACE.finditer(text), 3):
        field = labelled_field(text[: word.start()])
        is_read = field and has_reader(field) and read_value(field, text[word.end() :]) is not None
        if field and (is_read or _is_wide(document.source, block, start + word.start())):
            return field, word.end()
    return None


def _label_above(block: Block, following: Block | None) -> str | None:
    """Return the field of a label that stands in a block of its own, above its value; running values may go on below, those of a list end with it."""
    if block.kind == "item" or following is None or following.kind not in {"paragraph", "item"}:
        return None
    field = label_alone(block.text.rstrip(":"))
    runs_on = field == "schedule" and following.kind != "item" and read_value("employment", following.text) is None
    return None if runs_on else field


def _values(document: Document, field: str, block: Block, span: tuple[int, int]) -> Iterator[Stated]:
    """Yield the value, or several places; the separators are those of lists, not of addresses."""
    start, end = span[0], _end_of_name(document, block, span) if field in _NAMES else span[1]
    text = block.text[start:end]
    separator = next((mark for mark in _BETWEEN_PLACES if mark in text), None) if field == "location" else None
    if separator and isinstance(read_value(field, text), Place):  # one place: "Newark | NJ"
        separator = None
    at = start
    for part in text.split(separator) if separator else [text]:
        words = part.strip(_AROUND)
        begin = at + len(part) - len(part.lstrip(_AROUND))
        if words:
            one = _stated(field, block, begin, begin + len(words))
            if field == "location" and one.value is None:
                from jdgen.ingest.place_parts import with_borough  # most places can be read

                one = with_borough(document, one)
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
