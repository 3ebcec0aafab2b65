"""Naming another place of the file in a message: people look there next."""

from jdgen.audit.view import View
from jdgen.model.document import Position


def whereabouts(view: View, start: int, *, seen_from: int, in_source: bool = False) -> str:
    """Return the line of a place, such as `line 12`; with its column where it is the line of the finding, which starts at `seen_from`.

    Places are offsets in the view's text, `start` with `in_source` one in the file; `seen_from` is always one in the file.
    """
    there = view.document.position(start if in_source else in_file(view, start))
    here = view.document.position(seen_from)
    return _named(there, view.document.unit, with_column=there.line == here.line)


def in_file(view: View, start: int) -> int:
    """Return where an offset of the view's text stands in the file."""
    return view.source_span(start, start + 1)[0]


def _named(place: Position, unit: str, *, with_column: bool) -> str:
    column = f", column {place.column}" if with_column and unit == "line" else ""
    return f"{unit} {place.line}{column}"
