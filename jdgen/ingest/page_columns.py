"""Lines of a printed page in the order they are read: columns that stand side by side one after the other, each with its own edge.

Only geometry decides. A gutter parts columns where sentences break within both, or within one beside a box of facts. Where the cells on its two
sides begin at the same heights, they are the rows of a table, and a table stays as the file has it. So does every page without a gutter.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

from jdgen.ingest.line_breaks import bullet_end
from jdgen.ingest.page_lines import PageLine, repeated
from jdgen.ingest.page_sides import (
    LEAST_LINES,
    RUNS_ON,
    SAME_HEIGHT,
    SAME_LEFT,
    are_columns,
    are_facts,
    breaks,
    heights,
    is_table,
    starts,
)

_MOST_LINES = 400
"""Of a page with more, which nobody sets in columns, the order is kept."""

_MOST_LEFTS = 12
"""So many places where lines begin are tried as the left side of a column, those of most lines first."""

_DEEPEST = 24
"""So often a page is divided at most."""

_GUTTER = 0.5
"""Points between a column and the left side of the next one at least; what is wide enough to part words is decided where lines are read."""

_HOLE = 5.0
"""So many times the size of the letters between two lines of a side are a hole in it."""

_CELLS_OF_ROW = 3
_BOX = 0.75
"""A box that text flows around is so much narrower than the text beside it at most."""

_BESIDE = 4.0
"""So many times its size a bullet stands before its words at most."""


class _Band(NamedTuple):
    """A stretch of a page with lines on both sides of a gutter, and what stands above and below it."""

    above: list[PageLine]
    left: list[PageLine]
    right: list[PageLine]
    below: list[PageLine]


class _Column(NamedTuple):
    """Lines below one another, and how far they may reach."""

    lines: Sequence[PageLine]
    edge: float


def in_reading_order(pages: Sequence[Sequence[PageLine]]) -> list[PageLine]:
    """Return the lines of the pages as they are read; those that lie in a column know it, and how far it reaches."""
    lines = [line for page in pages for line in _with_bullets(page)]
    edges = repeated(lines)
    ordered: list[PageLine] = []
    for _, numbered in groupby(enumerate(lines), key=lambda one: one[1].page):
        ordered += _ordered([(line, number in edges) for number, line in numbered])
    return ordered


def _ordered(page: Sequence[tuple[PageLine, bool]]) -> Iterator[PageLine]:
    """Yield the lines of a page in the order of its columns, the headers and footers around them; each comes with whether it is one."""
    lines = [line for line, is_edge in page if not is_edge]
    parts = [part for line in lines for part in line.parts or (line,)]
    is_plain = len(parts) > _MOST_LINES or any(line.size < 0 for line in lines)
    columns = [] if is_plain else list(_columns(parts, 0, _right(parts)))
    if len(columns) < 2:
        yield from (line for line, _ in page)
        return
    is_head = True
    foot: list[PageLine] = []
    for line, is_edge in page:
        is_head = is_head and is_edge
        if is_edge and is_head:
            yield line
        elif is_edge:
            foot.append(line)
    whole = {part: line for line in lines for part in line.parts}
    for number, column in enumerate(columns, 1):
        yield from _of_column(column, number, whole)
    yield from foot


def _with_bullets(lines: Sequence[PageLine]) -> list[PageLine]:
    """Return the lines with the bullets in front of their words that a file draws for themselves."""
    marks = [line for line in lines if line.size > 0 and bullet_end(f"{line.text.strip()} x") > len(line.text.strip())]
    owners: dict[PageLine, PageLine] = {}
    taken: set[PageLine] = set()
    for mark in marks:
        beside = [line for line in lines if line not in owners and line not in marks and _is_beside(mark, line)]
        if beside:
            owners[min(beside, key=lambda line: line.left)] = mark
            taken.add(mark)
    return [_after_bullet(owners[line], line) if line in owners else line for line in lines if line not in taken]


def _is_beside(mark: PageLine, line: PageLine) -> bool:
    is_level = abs(mark.bottom - line.bottom) <= SAME_HEIGHT + 0.2 * line.size
    return is_level and -1 <= line.left - mark.right <= _BESIDE * line.size


def _after_bullet(mark: PageLine, line: PageLine) -> PageLine:
    text = f"{mark.text.strip()} "
    first, *others = line.parts or (line,)
    first = first._replace(text=text + first.text, left=mark.left)
    parts = (first, *others) if others else ()
    return line._replace(text=text + line.text, left=mark.left, parts=parts)


def _columns(lines: Sequence[PageLine], depth: int, edge: float) -> Iterator[_Column]:
    """Yield each column, and each stretch without columns, in the order they are read; what crosses the columns reaches as far as they do."""
    band = _best_band(lines) if depth < _DEEPEST else None
    if band is None:
        if lines:
            yield _Column(lines, edge)
        return
    yield from _columns(band.above, depth + 1, edge)
    if is_table(band.left, band.right):
        for row in _rows(band):
            yield from (_Column(cell, _right(cell)) for cell in row)
        yield from _columns(band.below, depth + 1, edge)
        return
    rest, below = _going_on(band)
    sides = [band.right, band.left, rest] if are_facts(band.right) else [band.left, rest, band.right]
    for side in sides:
        yield from _columns(side, depth + 1, _right(side))
    yield from _columns(below, depth + 1, edge)


def _right(lines: Sequence[PageLine]) -> float:
    return max((line.right for line in lines), default=-1)


def _going_on(band: _Band) -> tuple[list[PageLine], list[PageLine]]:
    """Return what stands below a band and goes on with its left side, up to the next heading, and the rest: text flows around a box."""
    below = sorted(band.below, key=lambda line: -line.bottom)
    last = min(band.left, key=lambda line: line.bottom)
    usual = median(line.size for line in band.left)
    is_box = _width(band.right) < _BOX * _width(band.left) and min(heights(band.right)) > last.bottom - 2 * usual
    if not (below and is_box and last.bottom - below[0].bottom <= 2 * usual and below[0].left <= last.left + 3 * usual):
        return [], band.below
    count = next((number for number, line in enumerate(below) if _is_heading(line, usual)), len(below))
    going = set(map(id, below[:count]))
    return [line for line in band.below if id(line) in going], [line for line in band.below if id(line) not in going]


def _width(side: Sequence[PageLine]) -> float:
    return max(line.right for line in side) - min(line.left for line in side)


def _rows(band: _Band) -> Iterator[list[list[PageLine]]]:
    """Yield the rows of a table, each with its two cells; those that headings begin, where headings do."""
    usual = median(line.size for line in (*band.left, *band.right))
    cuts = _common(starts(band.left), starts(band.right))
    heads = [heights([line for line in side if _is_heading(line, usual)]) for side in (band.left, band.right)]
    if len(headed := _common(*heads)) > 1:
        cuts = headed
    for high, low in pairwise([float("inf"), *cuts[1:], float("-inf")]):
        sides = (band.left, band.right)
        cells = [[line for line in side if low + SAME_HEIGHT < line.bottom <= high + SAME_HEIGHT] for side in sides]
        yield [cell for cell in cells if cell]


def _common(heights: Sequence[float], others: Sequence[float]) -> list[float]:
    level = [one for one in heights if any(abs(one - other) <= SAME_HEIGHT for other in others)]
    return sorted(level, reverse=True)


def _of_column(column: _Column, number: int, whole: dict[PageLine, PageLine]) -> Iterator[PageLine]:
    """Yield the lines of a column, those in one piece again that no gutter parts."""
    for line, parts in groupby(column.lines, key=lambda part: whole.get(part, part)):
        yield _joined(line, list(parts))._replace(parts=(), column=number, edge=column.edge)


def _joined(line: PageLine, run: Sequence[PageLine]) -> PageLine:
    if len(run) == len(line.parts or run):
        return line
    first, last = run[0], run[-1]
    ends_plain = first.is_bold and (last.ends_plain or not last.is_bold)
    text = "".join(part.text for part in run).rstrip()
    return first._replace(text=text, right=last.right, ends_plain=ends_plain)


def _best_band(lines: Sequence[PageLine]) -> _Band | None:
    """Return the columns with the most lines on both sides of a gutter."""
    if len(lines) < 2 * LEAST_LINES:
        return None
    ordered = sorted(lines, key=lambda line: -line.bottom)
    counted = Counter(round(line.left) for line in lines).most_common(_MOST_LEFTS)
    lefts = sorted(left for left, _ in counted)
    bands = [band for left in lefts for band in _bands(lines, ordered, left - SAME_LEFT)]
    found = [band for band in bands if are_columns(band.left, band.right)]
    return max(found, key=lambda band: min(len(band.left), len(band.right)), default=None)


def _bands(lines: Sequence[PageLine], ordered: Sequence[PageLine], left: float) -> Iterator[_Band]:
    """Yield the stretches in which no line crosses a gutter that ends at some place."""
    usual = median(line.size for line in lines)
    run: list[PageLine] = []
    for number, line in enumerate((*ordered, None)):
        is_clear = line is not None and (line.left >= left or line.right <= left + SAME_LEFT - _GUTTER)
        if line is not None and is_clear and not (_is_heading(line, usual) and _heads_both(number, ordered, left)):
            run.append(line)
            continue
        stretches = [part for stretch in _without_holes(run, left) for part in (stretch, _below_rows(stretch))]
        for stretch in stretches:
            if (trimmed := _trimmed(stretch, left)) and min(_counts(trimmed, left)) >= LEAST_LINES:
                yield _band(lines, trimmed, left)
        run = []


def _below_rows(run: Sequence[PageLine]) -> Sequence[PageLine]:
    """Return a stretch without the rows of facts at its top, each of three cells or more: a form heads its text with them."""
    for number, line in enumerate(run):
        if sum(abs(one.bottom - line.bottom) <= SAME_HEIGHT for one in run) < _CELLS_OF_ROW:
            return run[number:]
    return []


def _without_holes(run: Sequence[PageLine], left: float) -> Iterator[Sequence[PageLine]]:
    """Yield a stretch, in parts where one side has a hole beside something else than running text: what stands above it is another matter."""
    start = 0
    for is_right in (True, False):
        side = [number for number, line in enumerate(run) if (line.left >= left) == is_right]
        for number, following in pairwise(side):
            high, low = run[number].bottom, run[following].bottom
            hole = [line for line in run if low + SAME_HEIGHT < line.bottom < high - SAME_HEIGHT]
            if number >= start and high - low > _HOLE * run[number].size and hole and breaks(hole) < RUNS_ON:
                end = sum(line.bottom >= high - SAME_HEIGHT for line in run)
                yield run[start:end]
                start = end + len(hole)
    yield run[start:]


def _heads_both(at: int, ordered: Sequence[PageLine], left: float) -> bool:
    """Say whether a heading on the left has no line beside it as far as the next line below: it heads what stands on both sides."""
    heading, below = ordered[at], ordered[at + 1 : at + 3]
    if heading.left >= left or len(below) < 2 or abs(below[0].bottom - below[1].bottom) > SAME_HEIGHT:
        return False
    is_apart = at == 0 or ordered[at - 1].bottom - heading.bottom > heading.size
    return (
        is_apart and below[0].bottom < heading.bottom - SAME_HEIGHT and (below[0].left < left) != (below[1].left < left)
    )


def _counts(run: Sequence[PageLine], left: float) -> tuple[int, int]:
    """Return how many lines stand on each side of a gutter."""
    right = sum(line.left >= left for line in run)
    return right, len(run) - right


def _trimmed(run: Sequence[PageLine], left: float) -> Sequence[PageLine]:
    """Return a stretch without the headings at its ends that have nothing beside them: they head what crosses the gutter."""
    first, last = 0, len(run)
    usual = median([line.size for line in run] or [0])
    while first < last and run[first].left < left and _is_alone(run[first], run, left, usual):
        first += 1
    while last > first and _is_alone(run[last - 1], run, left, usual):
        last -= 1
    return run[first:last]


def _is_heading(line: PageLine, usual: float) -> bool:
    return line.is_bold or line.size > usual + 0.5


def _is_alone(line: PageLine, run: Sequence[PageLine], left: float, usual: float) -> bool:
    """Say whether a line is a heading above or below all lines of the other side."""
    others = [one for one in run if (one.left >= left) != (line.left >= left)]
    if not others or not _is_heading(line, usual):
        return not others
    low, high = (pick(others, key=lambda one: one.bottom) for pick in (min, max))
    return not low.bottom - 0.5 * low.size <= line.bottom <= high.bottom + 0.5 * high.size


def _band(lines: Sequence[PageLine], run: Sequence[PageLine], left: float) -> _Band:
    """Return the parts of a page around a stretch of it, each in the order of the file."""
    inside = set(map(id, run))
    top = max(line.bottom for line in run)
    others = [line for line in lines if id(line) not in inside]
    return _Band(
        [line for line in others if line.bottom >= top],
        [line for line in lines if id(line) in inside and line.left < left],
        [line for line in lines if id(line) in inside and line.left >= left],
        [line for line in others if line.bottom < top],
    )
