"""Rows of `jdgen list` as text: whole lines for a pipe, on a terminal lines that fit its width."""

import re
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence

from jdgen.cli.reports.columns import padded, visible, width, wrapped

_GAP = 2
_LEAST = 30
"""Columns below which words beside an id are no pleasure to read; they stand below it then."""
_INDENT = 4


def render_rows(rows: Sequence[Mapping[str, object]], columns: int | None) -> Iterator[str]:
    """Give each row as its id and its words; with a number of columns, in lines of at most so many."""
    longest = max((width(str(row["id"])) for row in rows), default=0)
    for row in rows:
        name, words = str(row["id"]), _words(row)
        if columns is None:
            yield f"{name:<{longest}}  {words}"
        elif columns - longest - _GAP >= _LEAST:
            yield from _beside(name, wrapped(words, columns - longest - _GAP), longest + _GAP)
        else:
            yield name
            yield from (" " * _INDENT + line for line in wrapped(words, columns - _INDENT))


def _words(row: Mapping[str, object]) -> str:
    return f"{row['name']}: {row['note']}" if "note" in row else str(row["name"])


def _beside(name: str, lines: Sequence[str], indent: int) -> Iterator[str]:
    for number, line in enumerate(lines or [""]):
        yield padded("" if number else visible(name), indent) + line


def columns_of_terminal() -> int | None:
    """Return how wide the terminal is that reads standard output, or None where it goes into a file or another program."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def general(text: str) -> str:
    """Return a rule's words; what a finding would put in its place is left open."""
    return re.sub(r"\{\w+\}", "…", text)
