"""Words of a posting → HTML in which some of them are marked, also where marks overlap; and words of a rule → HTML with what they quote as code."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup, escape


class Span(NamedTuple):
    """Characters of a text, from start to before end."""

    start: int
    end: int


Mark = tuple[Span, int, str]
"""What is marked, the number of its note, and its severity."""


def marked(text: str, marks: Sequence[Mark]) -> Markup:
    """Return the text with every mark in it; each has an id, `m3`, and ends in a link to its note, `n3`."""
    edges = sorted({0, len(text), *(edge for span, _, _ in marks for edge in span)})
    waiting = sorted(marks, reverse=True)
    begun: set[int] = set()
    current: list[Mark] = []
    pieces: list[Markup] = []
    for start, end in pairwise(edges):
        current = [mark for mark in current if mark[0].end > start]
        while waiting and waiting[-1][0].start <= start:
            current.append(waiting.pop())
        pieces.append(_piece(text, Span(start, end), current, begun))
    return Markup("").join(pieces)


def _piece(text: str, piece: Span, around: Sequence[Mark], begun: set[int]) -> Markup:
    """Return a piece inside of all its marks, the longest outermost, and the links of those that end with it."""
    inner_first = sorted(around, key=lambda mark: (mark[0].end - mark[0].start, mark[1]))
    html = escape(text[piece.start : piece.end])
    for _, number, severity in inner_first:
        # A mark in several pieces has its id on the first.
        name = Markup(' id="m{}"').format(number) if number not in begun else Markup("")
        html = Markup('<mark class="{}"{}>{}</mark>').format(severity, name, html)
        begun.add(number)
    return html + Markup("").join(_links(piece, inner_first))


def _links(piece: Span, around: Sequence[Mark]) -> Iterator[Markup]:
    for span, number, severity in around:
        if span.end == piece.end:
            link = Markup('<a class="ref {}" href="#n{}"><span class="unseen">note </span>{}</a>')
            yield link.format(severity, number, number)


_QUOTED = re.compile(r"`([^`]+)`")


def coded(text: str) -> Markup:
    """Return a rule's words with what stands between backticks as code; a lone backtick stays."""
    pieces = _QUOTED.split(text)
    return Markup("").join(
        Markup("<code>{}</code>").format(piece) if number % 2 else escape(piece) for number, piece in enumerate(pieces)
    )
