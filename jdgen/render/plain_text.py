"""A posting → plain text for portals that take nothing else: lines of 78 columns, headings underlined, bullets that hang.

The words are those of the page. Columns are counted as terminals and plain-text fields show them: a Chinese letter takes two.
"""

import re
from collections.abc import Iterable, Iterator
from unicodedata import combining, east_asian_width

from jdgen.model.posting import Posting
from jdgen.render.blocks import Block, Heading, Listing, Paragraph, Quote, Run, Runs, Table, plain
from jdgen.render.posted_day import words_with_day_posted

WIDTH = 78
"""Columns of a line; the limit mail programs have kept to since RFC 5322, section 2.1.1."""

_LEAST = 24
"""Columns that text keeps however deep it stands."""
_UNDERLINES = {1: "=", 2: "-"}
_GAP = "  "
_WORD = re.compile(r"[^ ]+ *| +")


def render_plain_text(posting: Posting) -> str:
    """Return the posting as text; raise InputError for a text nested or bracketed beyond reading."""
    words = words_with_day_posted(posting)
    parts = [_heading(plain(words.title), 1), *_employer(posting)]
    if words.card:
        parts.append([line for label, value in words.card for line in _fact(label, value)])
    parts += _parts(words.blocks, WIDTH)
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def said(runs: Runs) -> str:
    """Return a line with the address written out behind each link that shows something else."""
    return "".join(_link(run) if run.link else run.text for run in _joined_links(runs))


def _joined_links(runs: Iterable[Run]) -> Iterator[Run]:
    """Make one run of a link whose words have several looks, so that its address is written once."""
    waiting: Run | None = None
    for run in runs:
        if waiting and run.link and run.link == waiting.link:
            waiting = Run(waiting.text + run.text, link=run.link)
            continue
        if waiting:
            yield waiting
        waiting = run
    if waiting:
        yield waiting


def _link(run: Run) -> str:
    address = run.link.removeprefix("mailto:").removeprefix("tel:")
    is_shown = address in run.text or run.link.startswith("#")
    return run.text if is_shown else f"{run.text} ({address})"


def _employer(posting: Posting) -> Iterator[list[str]]:
    """Give the employer as the head of the page does."""
    employer = posting.facts.employer
    yield _wrapped(employer.name, WIDTH) + ([employer.website] if employer.website else [])


def _fact(label: Runs, value: Runs) -> list[str]:
    return _hung(f"{plain(label)}: ", _wrapped(said(value), WIDTH, first=len(plain(label)) + 2, indent=2), 2)


def _hung(start: str, lines: list[str], indent: int) -> list[str]:
    return (
        [start + lines[0], *(" " * indent + line if line else "" for line in lines[1:])] if lines else [start.rstrip()]
    )


def _heading(text: str, level: int) -> list[str]:
    """Return a heading: underlined, from level 3 on in capitals, which has no marks to learn."""
    lines = _wrapped(text, WIDTH)
    if level not in _UNDERLINES:
        return [line.upper() for line in lines]
    return [*lines, _UNDERLINES[level] * max(map(columns, lines), default=0)]


def _parts(blocks: Iterable[Block], width: int) -> list[list[str]]:
    """Return blocks as groups of lines, which a blank line parts."""
    return [lines for block in blocks for lines in _block(block, max(width, _LEAST))]


def _block(block: Block, width: int) -> Iterator[list[str]]:
    match block:
        case Heading():
            yield _heading(plain(block.runs), block.level)
        case Paragraph():
            text = said(block.runs)
            yield text.split("\n") if block.is_literal else _wrapped(text, width)
        case Listing():
            yield from _listing(block, width)
        case Table():
            yield list(_table(block, width))
        case Quote():
            for lines in _parts(block.blocks, width - 2):
                yield [f"  {line}".rstrip() for line in lines]


def _listing(listing: Listing, width: int) -> Iterator[list[str]]:
    """Give a list as one group; where an item holds several paragraphs, a group for each item."""
    marks = [
        f"{listing.first + number}. " if listing.first is not None else "- " for number in range(len(listing.items))
    ]
    indent = max(map(len, marks))
    items = []
    is_loose = False
    for mark, item in zip(marks, listing.items, strict=True):
        groups = _parts(item, width - indent)
        is_tight = len(item) == 1 or (len(item) == 2 and isinstance(item[1], Listing))
        is_loose = is_loose or not is_tight
        lines = [line for group in groups for line in (group if is_tight else [*group, ""])]
        while lines and not lines[-1]:
            lines.pop()
        items.append(_hung(mark.rjust(indent), lines, indent))
    if is_loose:
        yield from items
    else:
        yield [line for item in items for line in item]


def _table(table: Table, width: int) -> Iterator[str]:
    """Give a table in columns where it fits, else each row as a line of what its columns say."""
    cells = [[said(cell) for cell in row] for row in table.rows]
    widths = [max(max(columns(row[number]) for row in cells), 1) for number in range(len(cells[0]))]
    # An empty column is to be filled in by hand, such as a signature.
    widths = [_fillable(number, cells, found) for number, found in enumerate(widths)]
    if sum(widths) + len(_GAP) * (len(widths) - 1) > width:
        for row in cells:
            yield from _hung("- ", _wrapped("; ".join(cell for cell in row if cell), width - 2), 2)
        return
    for number, row in enumerate(cells):
        yield _GAP.join(_padded(cell, size) for cell, size in zip(row, widths, strict=True)).rstrip()
        if number == 0 and table.has_header:
            yield _GAP.join("-" * size for size in widths)


def _fillable(number: int, cells: list[list[str]], width: int) -> int:
    is_empty = len(cells) > 1 and not any(row[number] for row in cells[1:])
    return max(width, 18) if is_empty else width


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))


def _wrapped(text: str, width: int, *, first: int = 0, indent: int = 0) -> list[str]:
    """Return lines of at most `width` columns; `first` of them are taken on the first line, `indent` on the others.

    An address longer than a line stays whole: cut, nobody could follow it.
    """
    lines: list[str] = []
    for part in text.split("\n"):
        lines.append("")
        for piece in _pieces(part):
            room = width - (indent if len(lines) > 1 else first)
            if lines[-1] and columns(lines[-1] + piece.rstrip(" ")) > room:
                lines.append("")
            lines[-1] += piece
    return [line.rstrip(" ") for line in lines if line.strip(" ")]


def _pieces(text: str) -> Iterator[str]:
    """Give words with the space behind them, and wide letters each by itself."""
    if text.isascii():
        yield from _WORD.findall(text)
        return
    word = ""
    for letter in text:
        if letter != " " and word and (word.endswith(" ") or east_asian_width(letter) in "WF"):
            yield word
            word = ""
        word += letter
    if word:
        yield word


def columns(text: str) -> int:
    """Return how many columns a text takes."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in text)
