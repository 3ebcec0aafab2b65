"""YAML on a terminal: long lines go on below, so that what is read back from them is the same."""

import re
from collections.abc import Iterator

from jdgen.cli.reports.columns import visible, width

_HEAD = re.compile(r" *(?:- +)*(?:[^\s'\"|>][^'\"|>]*?: +)?")
"""What stands before a text: space, the marks of list items, and the key."""

_BLOCK = re.compile(r"(?:^| )[|>][-+0-9]*$")
"""The end of a line below which a text stands line by line."""

_ENDED = re.compile(r"(?<=[^ ]) (?=[^ ])")


def folded_yaml(text: str, columns: int) -> str:
    """Return YAML in lines of at most so many columns; a longer word, an address most likely, keeps its line, and so do lines of a block."""
    return "".join(f"{line}\n" for line in _lines(text.splitlines(), columns))


def _lines(lines: list[str], columns: int) -> Iterator[str]:
    block: int | None = None  # how far the line is indented below which a block stands
    for line in lines:
        indent = len(line) - len(line.lstrip(" "))
        if block is not None and line.strip() and indent <= block:
            block = None
        if block is None and width(visible(line)) > columns:
            yield from _folded(line, columns)
        else:
            yield line
        if block is None and _BLOCK.search(line):
            block = indent


def _folded(line: str, columns: int) -> Iterator[str]:
    """Break a line at single spaces, which YAML reads a break as; what follows is indented deeper than its key."""
    head = _HEAD.match(line)
    before = head.group() if head else ""
    indent = " " * (len(before) - len(before.lstrip(" -")) + 2)
    current, *words = _ENDED.split(line[len(before) :])
    current = before + current
    for word in words:
        if width(visible(f"{current} {word}")) <= columns:
            current += f" {word}"
        else:
            yield current
            current = indent + word
    yield current
