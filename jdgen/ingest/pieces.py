"""Pieces: runs of plain words on their way from a file to the blocks of a document, with the place of every character.

A reader fills a `Spool` with stretches of its source and takes a `Piece` from it; `sections` turns pieces into blocks. Nothing here knows a format.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from jdgen.model.document import BlockKind, Role, Stated

Runs = tuple[tuple[int, int], ...]
"""Pairs (offset in a text, offset in its source), as in `Block.runs`."""

# Every gap becomes one space; what cannot be seen vanishes, or words with it would not be found: soft hyphens, zero-width spaces, marks of
# direction, joiners and variation selectors; the last two stay where they make one sign of several, as in pictures and scripts that need them.
# Letters that type sets as one, as in text copied from a PDF, are several.
_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_JOINERS = "\u200c\u200d\ufe00-\ufe0f"
_JOINED = "\u0590-\u1dff\u20e3\u2190-\u25a9\u25b6-\ufaff\U00010000-\U0010ffff"
_ODD = re.compile(f"\\s{{2,}}|[^\\S ]|[{_UNSEEN}]+|(?<![{_JOINED}])[{_JOINERS}](?!\u20e3)|[\ufb00-\ufb06]")
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}


_PICTURES = "\u2192\u25aa-\u25ab\u25b6\u25ba\u25fd-\u25fe\u2611\u2705\u2714\u2794\u279c\u27a1\u2b1b\u2b1c\U0001f449\U0001f536-\U0001f539"
"""Signs and small pictures that stand before the lines of a list, where there are no plain bullets."""
_PICTURE = re.compile(f"[{_PICTURES}]")
_PICTURED = re.compile(f"^([ \\t>]*)[{_PICTURES}](\ufe0f?)(?=[ \\t\u00a0]*\\w)", re.MULTILINE)


def with_plain_bullets(text: str) -> str:
    """Return a text, with as many characters, whose lines begin with plain bullets where they begin with pictures."""
    if text.isascii() or not _PICTURE.search(text):
        return text
    return _PICTURED.sub(lambda mark: f"{mark[1]}\u2022{' ' * len(mark[2])}", text)


class Piece(NamedTuple):
    """Plain words, and where they stand; `is_bold` when all of them are, so that they may be a heading in disguise."""

    kind: BlockKind
    text: str
    runs: Runs
    level: int = 0
    is_bold: bool = False

    def cut(self, start: int, end: int) -> "Piece":
        """Return a part of it without the spaces at its ends."""
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        text = text.strip()
        return self._replace(text=text, runs=cut_runs(self.runs, start, start + len(text)))

    def joined(self, others: Sequence["Piece"]) -> "Piece":
        """Return this piece with the words of others behind it."""
        shift = 0
        runs: list[tuple[int, int]] = []
        for piece in (self, *others):
            runs += ((start + shift, origin) for start, origin in piece.runs)
            shift += len(piece.text) + 1
        return self._replace(text=" ".join([self.text, *(other.text for other in others)]), runs=tuple(runs))


Markup = tuple[Mapping[str, Any], int]
"""A JobPosting object and the offset of its text."""


NOTHING_STATED: Mapping[str, Any] = {}


class Told(NamedTuple):
    """Words of markup that may stand in the text too: a title with its description, or a field with the role it has."""

    pieces: tuple[Piece, ...]
    role: Role | None = None


class Reading(NamedTuple):
    """What a reader of one format hands over: the source, its pieces in order, and what the file states; fields as in `Document`."""

    source: str
    pieces: Sequence[Piece]
    stated: Mapping[str, tuple[Stated, ...]] = NOTHING_STATED
    markup: tuple[Markup, ...] = ()
    meta: Mapping[str, Stated] = NOTHING_STATED
    notes: tuple[str, ...] = ()
    told: tuple[Told, ...] = ()
    """What markup says; of it, only what the pieces do not say belongs to the document (`unsaid`)."""


class Page(NamedTuple):
    """What a page holds: pieces, what it says about itself, where its JSON-LD stands, and what could not be read."""

    pieces: list[Piece]
    meta: Mapping[str, Stated] = NOTHING_STATED
    scripts: tuple[tuple[int, int], ...] = ()
    notes: tuple[str, ...] = ()


class Spool:
    """Collects stretches of a source, in the order of the source, as one line of words."""

    __slots__ = ("_ends_in_gap", "_expected", "_length", "_parts", "_runs", "bold")

    def __init__(self) -> None:
        """Start empty."""
        self._reset()

    def _reset(self) -> None:
        self._parts: list[str] = []
        self._runs: list[tuple[int, int]] = []
        self._length = 0
        self._expected = -1
        self._ends_in_gap = True
        self.bold = 0

    def __len__(self) -> int:
        """Return how many characters it holds."""
        return self._length

    def add(self, text: str, at: int, *, is_bold: bool = False) -> None:
        """Add words that stand at an offset of the source."""
        before = self._length
        position = 0
        is_plain = text.isascii() and text.isprintable() and "  " not in text
        for gap in () if is_plain else _ODD.finditer(text):
            self._put(text[position : gap.start()], at + position)
            if gap.group().isspace():
                self._put(" ", at + gap.start())
            for letter in _LIGATURES.get(gap.group(), ""):
                self._put(letter, at + gap.start())
            position = gap.end()
        self._put(text[position:], at + position)
        if is_bold:
            self.bold += self._length - before

    def has_words(self) -> bool:
        """Say whether it holds anything but a gap."""
        return self._length > 0

    def gap(self, at: int) -> None:
        """Part the words before from those that come; `at` is where the gap stands."""
        self._put(" ", at)

    def _put(self, text: str, at: int) -> None:
        if self._ends_in_gap and text[:1] == " ":
            text = text[1:]
            at += 1
        if not text:
            return
        if at != self._expected:
            self._runs.append((self._length, at))
        self._parts.append(text)
        self._length += len(text)
        self._expected = at + len(text)
        self._ends_in_gap = text[-1] == " "

    def take(self, kind: BlockKind, level: int = 0) -> Piece | None:
        """Return what was collected and start again; None when there are no words."""
        text = "".join(self._parts)
        is_bold = self.bold >= len(text.rstrip(" :")) > 0
        text = text.rstrip()
        runs = tuple(run for run in self._runs if run[0] < len(text))
        self._reset()
        return Piece(kind, text, runs, level, is_bold) if text else None


def cut_runs(runs: Runs, start: int, end: int) -> Runs:
    """Return the runs of the part from `start` to `end`."""
    if len(runs) == 1:
        return ((0, runs[0][1] + start - runs[0][0]),)
    first = max(bisect_right(runs, start, key=_first) - 1, 0)
    last = bisect_right(runs, max(end - 1, start), key=_first)
    offset, origin = runs[first]
    return ((0, origin + start - offset), *((text - start, source) for text, source in runs[first + 1 : last]))


def through(runs: Runs, outer: Sequence[tuple[int, int]], length: int) -> Runs:
    """Map the runs of a text of some length through another mapping: text → inner source → outer source."""
    result: list[tuple[int, int]] = []
    ends = [*(start for start, _ in runs[1:]), length]
    for (start, inner), end in zip(runs, ends, strict=True):
        index = max(bisect_right(outer, inner, key=_first) - 1, 0)
        result.append((start, outer[index][1] + inner - outer[index][0]))
        while index + 1 < len(outer) and outer[index + 1][0] < inner + end - start:
            index += 1
            result.append((start + outer[index][0] - inner, outer[index][1]))
    return tuple(result)


def _first(pair: tuple[int, int]) -> int:
    return pair[0]
