"""Whether what stands on two sides of a gutter is columns of text, a box beside a text, or the cells of a table."""

from collections.abc import Sequence
from itertools import pairwise

from jdgen.ingest.line_breaks import bullet_end
from jdgen.ingest.page_lines import PageLine
from jdgen.ingest.section_words import exact_role, label_alone, labelled_field
from jdgen.ingest.wrapping import is_word_broken

LEAST_LINES = 3
"""So many lines stand at least on each side of a gutter."""

RUNS_ON = 2
"""In running text, so many sentences break at the end of a line at least."""

SAME_HEIGHT = 2.0
"""Points by which lines may differ that stand at one height."""

SAME_LEFT = 1.5
"""Points by which lines may differ that begin below one another."""

_PARAGRAPH = 1.3
"""Lines of two paragraphs stand so much further apart than lines of one."""

_ALIGNED = 0.8
"""Of the cells of a table, so many begin at the height of others."""

_FACTS = 0.4
"""Of the lines in a box of facts, so many begin with a label."""

_GRID = 0.2
"""Of the lines in a grid of facts, whose values may wrap, so many are labels."""

_GRID_ALIGNED = 0.6
"""Of these labels, so many stand at the height of others; a value may look like a label."""

_SENTENCE_ENDS = frozenset(".!?:;")


def are_columns(left: Sequence[PageLine], right: Sequence[PageLine]) -> bool:
    """Say whether two sides are columns of text, or a box beside a text, and no table."""
    if min(len(left), len(right)) < LEAST_LINES:
        return False
    fewer, more = sorted((breaks(left), breaks(right)))
    if more < RUNS_ON or _is_grid(left, right):
        return False
    if fewer > 0:
        return True
    box, text = (right, left) if breaks(left) else (left, right)
    if _are_labels(box) or breaks(_beside(text, box)) < RUNS_ON:
        return False
    return are_facts(box) or not (is_table(left, right) or _begin_alike(heights(box), heights(text)))


def breaks(side: Sequence[PageLine]) -> int:
    """Return how many sentences break at the ends of the lines of a side."""
    ordered = sorted(side, key=lambda line: -line.bottom)
    pairs = (
        (line, next((one for one in ordered[at:] if _is_below(line, one)), None)) for at, line in enumerate(ordered, 1)
    )
    return sum(below is not None and _is_broken(line.text.rstrip(), below.text.strip()) for line, below in pairs)


def _is_below(line: PageLine, below: PageLine) -> bool:
    indent = below.left - line.left
    is_under = abs(indent) <= SAME_LEFT or (bool(bullet_end(line.text.lstrip())) and 0 < indent <= 3 * line.size)
    return is_under and 0 < line.bottom - below.bottom <= 2 * line.size


def _is_broken(above: str, below: str) -> bool:
    if not above or not below:
        return False
    return is_word_broken(above, below) or (below[0].islower() and above[-1] not in _SENTENCE_ENDS)


def is_table(left: Sequence[PageLine], right: Sequence[PageLine]) -> bool:
    """Say whether the cells on two sides begin at the same heights."""
    fewer, more = sorted((starts(left), starts(right)), key=len)
    return len(fewer) >= LEAST_LINES and _begin_alike(fewer, more)


def _beside(text: Sequence[PageLine], box: Sequence[PageLine]) -> list[PageLine]:
    """Return the lines of a text that stand beside a box."""
    low, high = min(heights(box)), max(heights(box))
    return [line for line in text if low - line.size <= line.bottom <= high + line.size]


def _is_grid(left: Sequence[PageLine], right: Sequence[PageLine]) -> bool:
    """Say whether two sides are facts in rows, each a label above its value."""
    labels = [[line for line in side if _is_label(line)] for side in (left, right)]
    if any(len(some) < _GRID * len(side) for some, side in zip(labels, (left, right), strict=True)):
        return False
    fewer, more = sorted(labels, key=len)
    names_facts = any(label_alone(line.text.strip().rstrip(":")) for line in fewer)
    return (names_facts or len(fewer) > 2) and _begin_alike(heights(fewer), heights(more), _GRID_ALIGNED)


def heights(lines: Sequence[PageLine]) -> list[float]:
    """Return at which heights lines stand."""
    return [line.bottom for line in lines]


def _begin_alike(fewer: Sequence[float], more: Sequence[float], least: float = _ALIGNED) -> bool:
    level = sum(any(abs(one - other) <= SAME_HEIGHT for other in more) for one in fewer)
    return level >= least * len(fewer)


def starts(side: Sequence[PageLine]) -> list[float]:
    """Return at which heights the paragraphs of a side begin."""
    levels = sorted({line.bottom for line in side}, reverse=True)
    gaps = [above - below for above, below in pairwise(levels) if above - below > SAME_HEIGHT]
    usual = min(gaps, default=0.0)
    return [levels[0], *(below for above, below in pairwise(levels) if above - below > _PARAGRAPH * usual)]


def are_facts(side: Sequence[PageLine]) -> bool:
    """Say whether most lines of a side are labels, with what they label or above it."""
    return sum(map(_is_labelled, side)) >= max(2, _FACTS * len(side))


def _is_labelled(line: PageLine) -> bool:
    label, colon, _ = line.text.strip().partition(":")
    return (labelled_field(label) if colon else label_alone(label)) is not None


def _are_labels(side: Sequence[PageLine]) -> bool:
    """Say whether the lines of a side are labels and headings, of which none has its value on that side."""
    return sum(_is_label(line) for line in side) >= _ALIGNED * len(side)


def _is_label(line: PageLine) -> bool:
    text = line.text.strip().rstrip(":")
    is_all_bold = line.is_bold and not line.ends_plain
    return is_all_bold or label_alone(text) is not None or exact_role(text) is not None
