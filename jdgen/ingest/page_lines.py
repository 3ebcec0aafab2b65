"""Lines of a printed page to paragraphs, headings and items: by size, weight, and how far a line reaches.

A line goes on with the one before when that one was full and stands right above it. Words parted at the end of a line are joined again.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from jdgen.ingest.line_breaks import bullet_end
from jdgen.ingest.pieces import Piece, Spool
from jdgen.ingest.section_words import label_alone, labelled_field
from jdgen.ingest.wrapping import is_line_of_its_own, is_word_broken

_HEADING_SIZE = 1.08
"""A heading is so much larger than the text."""

_SAME_PITCH = 1.25
"""Lines of one paragraph stand so much further apart than usual at most."""

_SAME = 0.3
"""Points by which the sizes of letters may differ that are the same."""

_HEADERS, _FOOTERS = 2, 3
"""Lines at the top and at the bottom of a page that may recur; a long title wraps in a footer."""

_GUTTER = 2.0
"""So many times the size of the letters may lie between two columns of a box."""

_TOLERANCE = 4.0
"""Points by which a full line may end before the edge."""

_SYLLABLE = 2.0
"""So many times the size of the letters a line with a broken word may end before the edge."""

_HYPHENS = "\\-\u2010\u00ad\ufffe\u0002"
_DIGITS = re.compile(r"[0-9]+")
_PAGE_NUMBER = re.compile(r"(?:page )?[0-9]{1,3}(?: ?(?:of|/) ?[0-9]{1,3})?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST_WORD = re.compile(rf"([^\W\d_]+)[{_HYPHENS}]$")
_ADDRESS_AT_END = re.compile(r"(?:https?:/|www\.)\S*[/_?&=-]\s*$", re.IGNORECASE)
_AROUND_WORD = ".,;:!?()"
_COMMON = frozenset({
    "a",
    "an",
    "and",
    "as",
    "at",
    "before",
    "by",
    "for",
    "from",
    "if",
    "in",
    "is",
    "no",
    "on",
    "or",
    "the",
    "to",
    "until",
    "we",
    "with",
    "you",
})
_FIRST_WORD = re.compile(r"[^\W\d_]+")


class PageLine(NamedTuple):
    """A line as printed: its page, its box in points from the bottom left, its size and weight; -1 where that is not known.

    A bold line that `ends_plain` only begins in bold. `parts` are what wide gaps part, if there are any; `column` and `edge` say in which column of the page it stands, and how far that reaches.
    """

    text: str
    page: int
    left: float = -1
    right: float = -1
    bottom: float = -1
    size: float = -1
    is_bold: bool = False
    ends_plain: bool = False
    parts: tuple["PageLine", ...] = ()
    column: int = 0
    edge: float = -1


class _Line(NamedTuple):
    line: PageLine
    at: int


def pieces_of(lines: Sequence[PageLine]) -> list[Piece]:
    """Return the pieces of the lines; offsets are those of the lines joined by line breaks."""
    edges = repeated(lines)
    placed = [one for number, one in enumerate(_placed(lines)) if number not in edges]
    lines = [one.line for one in placed]
    body = _body_size(lines)
    levels = _levels(lines, body)
    words = _whole_words(lines)
    spool = Spool()
    pieces = []
    for group in _groups(placed, lines):
        piece = _piece(group, levels, words, spool)
        if piece:
            pieces.append(piece)
    return pieces


def _whole_words(lines: Sequence[PageLine]) -> set[str]:
    """Return the words of the lines, without those that a hyphen parts at the end of a line."""
    words: set[str] = set()
    is_parted = False
    for line in lines:
        text = line.text.strip()
        found = _WORD.findall(_LAST_WORD.sub("", text).lower())
        words.update(found[1:] if is_parted else found)
        is_parted = _LAST_WORD.search(text) is not None
    return words


def _body_size(lines: Sequence[PageLine]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else -1


def _levels(lines: Sequence[PageLine], body: float) -> dict[float, int]:
    """Return the level of a heading by its size: the largest is the title."""
    sizes = sorted({round(line.size, 1) for line in lines if line.size > body * _HEADING_SIZE}, reverse=True)
    return {size: min(index, 6) for index, size in enumerate(sizes, start=1)}


def _placed(lines: Sequence[PageLine]) -> Iterator[_Line]:
    at = 0
    for line in lines:
        yield _Line(line, at)
        at += len(line.text) + 1


def repeated(lines: Sequence[PageLine]) -> set[int]:
    """Return the numbers of the headers and footers: what stands first or last on several pages, whatever its page number."""
    pages: dict[int, list[int]] = {}
    for number, line in enumerate(lines):
        pages.setdefault(line.page, []).append(number)
    edges = ([page[:_HEADERS] for page in pages.values()], [page[-_FOOTERS:] for page in pages.values()])
    return {number for edge in edges for number in _recurring(lines, edge)}


def _recurring(lines: Sequence[PageLine], edge: Sequence[Sequence[int]]) -> Iterator[int]:
    """Yield which lines of an edge stand at that edge of several pages, and the page numbers."""
    patterns = {number: _pattern(lines[number]) for numbers in edge for number in numbers}
    counts = Counter(pattern for _, pattern in {(lines[number].page, pattern) for number, pattern in patterns.items()})
    yield from (
        number
        for number, it in patterns.items()
        if counts[it] > 1 or _PAGE_NUMBER.fullmatch(lines[number].text.strip())
    )


def _pattern(line: PageLine) -> str:
    return _DIGITS.sub("0", " ".join(line.text.split()))


def _groups(placed: Sequence[_Line], lines: Sequence[PageLine]) -> Iterator[list[_Line]]:
    edges = _Edges(lines)
    pitch = _pitch(lines)
    columns = _columns(lines)
    group: list[_Line] = []
    label: PageLine | None = None
    for one in placed:
        above = group[-1].line if group else None
        if above and label and _goes_on_in_box(label, above, one.line, columns, pitch):
            group.append(one)
            continue
        if above and not _continues(above, one.line, edges, pitch):
            yield group
            label = above if len(group) == 1 and label_alone(above.text.strip()) else None
            group = []
        group.append(one)
    if group:
        yield group


def _columns(lines: Sequence[PageLine]) -> dict[tuple[int, int], list[float]]:
    """Return where the lines of each height of each page begin."""
    columns: dict[tuple[int, int], list[float]] = {}
    for line in lines:
        columns.setdefault((line.page, round(line.bottom)), []).append(line.left)
    return columns


def _goes_on_in_box(
    label: PageLine, above: PageLine, line: PageLine, columns: dict[tuple[int, int], list[float]], pitch: float
) -> bool:
    """Say whether a line goes on with the value of a label in a box, whose other columns leave it little room."""
    is_below = label.page == line.page and 0 < above.bottom - line.bottom <= max(pitch, 1.0) * _SAME_PITCH * line.size
    is_alike = abs(above.size - line.size) <= _SAME and abs(above.left - line.left) <= 1 >= abs(label.left - line.left)
    if not (is_below and is_alike) or line.is_bold or not label.is_bold or label_alone(line.text.strip()):
        return False
    right = [left for left in columns[label.page, round(label.bottom)] if left > label.left + 1]
    return bool(right) and _is_full(above, line, min(right) - _GUTTER * line.size)


class _Edges:
    """How far lines reach: on a page, and in a column of it, which words tell that are broken at its end."""

    def __init__(self, lines: Sequence[PageLine]) -> None:
        self._pages: dict[int, float] = {}
        self._columns: dict[tuple[int, ...], float] = {}
        for above, line in pairwise(lines):
            if is_word_broken(above.text.strip(), line.text.strip()):
                for column in (_column(above), _column(line)):
                    self._columns[column] = max(self._columns.get(column, 0), above.right)
        self._limits = dict(self._columns)
        for line in lines:
            self._pages[line.page] = max(self._pages.get(line.page, 0), line.right)
            if self._is_in_column(line):
                self._columns[_column(line)] = max(self._columns[_column(line)], line.right)

    def of(self, line: PageLine) -> float:
        """Return how far a line could reach."""
        if line.edge > 0:
            return line.edge
        return self._columns[_column(line)] if self._is_in_column(line) else self._pages[line.page]

    def _is_in_column(self, line: PageLine) -> bool:
        """Say whether a line ends about where the lines below and above it do that break words."""
        edge = self._limits.get(_column(line))
        return edge is not None and line.right <= edge + _SYLLABLE * line.size


def _column(line: PageLine) -> tuple[int, ...]:
    """Return what the lines of one column share: page, left side, size of letters."""
    return line.page, round(line.left), round(line.size)


def _pitch(lines: Sequence[PageLine]) -> float:
    """Return how far lines stand apart, as a share of their size."""
    shares = Counter(
        round((above.bottom - line.bottom) / line.size, 1)
        for above, line in pairwise(lines)
        if above.page == line.page and above.size == line.size > 0 and above.bottom > line.bottom
    )
    usual = [share for share, count in shares.most_common(3) if count * 2 >= shares.most_common(1)[0][1]]
    return min(usual) if usual else 1.2


def _continues(above: PageLine, line: PageLine, edges: _Edges, pitch: float) -> bool:
    if above.size < 0 or line.size < 0 or abs(above.size - line.size) > _SAME or bullet_end(line.text.lstrip()):
        return False
    if above.page != line.page or above.column != line.column:
        return line.text.lstrip()[:1].islower() and above.text.rstrip()[-1] not in ".!?:;"
    if is_line_of_its_own(above.text.rstrip(), line.text.strip()) or _is_labelled(line.text):
        return False
    gap = above.bottom - line.bottom
    if (
        not 0 < gap <= max(pitch, 1.0) * _SAME_PITCH * line.size
        or (above.is_bold and not above.ends_plain) > line.is_bold
    ):
        return False
    return is_word_broken(above.text.rstrip(), line.text.strip()) or _is_full(above, line, edges.of(above))


def _is_labelled(text: str) -> bool:
    """Say whether a line begins with the label of a fact, or is one: it is no rest of the line above."""
    label, colon, value = text.strip().partition(": ")
    if colon and value:
        return labelled_field(label) is not None
    return label[:1].isupper() and label_alone(label) is not None


def _is_full(above: PageLine, line: PageLine, edge: float) -> bool:
    """Say whether the first word of a line had no room at the end of the one above."""
    text = line.text.strip()
    width = (line.right - line.left) / max(len(text), 1)
    first = len(text.split(None, 1)[0]) + 1
    return above.right + first * width + _TOLERANCE >= edge


def _piece(group: Sequence[_Line], levels: dict[float, int], words: set[str], spool: Spool) -> Piece | None:
    first = group[0].line
    skipped = len(first.text) - len(first.text.lstrip())
    bullet = bullet_end(first.text[skipped:])
    start = skipped + bullet
    goes_on = False
    for index, (line, at) in enumerate(group):
        following = group[index + 1].line.text if index + 1 < len(group) else ""
        goes_on = _goes_on_in_address(line.text, following, is_open=goes_on)
        text, is_parted = (line.text.rstrip(), True) if goes_on else _without_hyphen(line.text, following, words)
        spool.add(text[start:], at + start, is_bold=line.is_bold and not line.ends_plain)
        if following and not is_parted:
            spool.gap(at + len(line.text))
        start = 0
    if bullet:
        return spool.take("item", 1)
    level = levels.get(round(first.size, 1))
    return spool.take("heading", level) if level else spool.take("paragraph")


def _goes_on_in_address(text: str, following: str, *, is_open: bool) -> bool:
    """Say whether an address goes on in the next line: programs break it behind a slash or a hyphen, and never before a common word."""
    first = following.split(None, 1)[0] if following.strip() else ""
    is_part = bool(first) and first[0].isalnum() and first.strip(_AROUND_WORD).lower() not in _COMMON
    end = _ADDRESS_AT_END.search(f"www.{text.strip()}" if is_open else text)
    return is_part and end is not None


def _without_hyphen(text: str, following: str, words: set[str]) -> tuple[str, bool]:
    """Return a line without the hyphen that parts a word, and whether the word goes on; "evidence-based" keeps its hyphen."""
    stripped = text.rstrip()
    parted = _LAST_WORD.search(stripped)
    rest = _FIRST_WORD.match(following.lstrip())
    if not (parted and rest and rest.group()[0].islower()):
        return text, False
    begin, end = parted[1].lower(), rest.group().lower()
    is_compound = f"{begin}-{end}" in words or (begin in words and end in words and begin + end not in words)
    return (stripped, True) if is_compound and stripped[-1] == "-" else (stripped[:-1], True)
