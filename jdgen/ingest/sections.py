"""Pieces to blocks and sections: which lines are headings, and what every section is for.

Words mean what `rules/_sections.yaml` says. Headings without markup count too: bold lines, lines in capitals, "Requirements:" above a list.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from jdgen.ingest.job_titles import title_index
from jdgen.ingest.pieces import Piece
from jdgen.ingest.section_words import (
    LONGEST_HEADING,
    exact_role,
    first_role,
    heading_role,
    is_legal_statement,
    is_title_case,
    label_alone,
    labelled_field,
)
from jdgen.ingest.stated import read_value
from jdgen.model.document import Block, BlockKind, Role, Section

# How deep a heading stands: 1 to 6 as marked, then those without marks, then lines that introduce a list, then items that do.
_UNMARKED = 7
_LEAD_IN = 8
_NESTED = 9

_LONGEST_LABEL = 48
_LONGEST_VALUE = 80
_LONGEST_TITLED = 60
_LETTER = re.compile(r"[^\W\d_]")


class _Open(NamedTuple):
    rank: int
    role: Role
    section: int


def assemble(pieces: Sequence[Piece]) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """Return the blocks, each with its role, and the sections they stand in."""
    at = title_index(pieces)
    if at is not None:
        pieces = list(_titled(pieces, at))
    outline = _Outline(has_main_heading=any(piece.kind == "heading" and piece.level == 1 for piece in pieces))
    for index, (piece, following) in enumerate(zip_longest(pieces, pieces[1:])):
        outline.lines_to_title = None if at is None else at - index
        outline.add(piece, following)
    return tuple(outline.blocks), tuple(outline.sections)


def _titled(pieces: Sequence[Piece], at: int) -> Iterator[Piece]:
    """Yield the pieces with the job title as a heading: of the first level, where no other is."""
    has_main = any(piece.kind == "heading" and piece.level == 1 for piece in pieces[:at])
    for index, piece in enumerate(pieces):
        if index != at:
            yield piece
        else:
            yield piece if piece.kind == "heading" else piece._replace(kind="heading", level=2 if has_main else 1)


class _Outline:
    """Walks the pieces from the top and keeps the headings that are open."""

    def __init__(self, *, has_main_heading: bool) -> None:
        self.blocks: list[Block] = []
        self.sections: list[Section] = [Section("summary")]
        self._open: list[_Open] = [_Open(0, "summary", 0)]
        self._level = 1
        self._has_title = False
        self._has_main_heading = has_main_heading
        self._nested_level = 0
        self._label: tuple[Role, int] | None = None
        self.lines_to_title: int | None = None
        """How many pieces below stands the title, where it is known beforehand; 0 for itself."""

    def add(self, piece: Piece, following: Piece | None) -> None:
        """Add one piece; the one after it tells a heading from a short sentence."""
        if self._label:
            self._add_value(piece, *self._label)
            return
        self._leave(piece)
        rank = _rank(piece, following)
        if rank and rank >= _UNMARKED and _is_label_of(piece, following):
            self._add_label(piece)
        elif rank is None:
            self._add_words(piece, following)
        else:
            self._add_heading(piece, rank, following)

    def _leave(self, piece: Piece) -> None:
        """Close what only introduced a list, when the list has ended."""
        top = self._open[-1].rank
        if top == _NESTED and (piece.kind != "item" or piece.level <= self._nested_level):
            self._open.pop()
            top = self._open[-1].rank
        after_list = bool(self.blocks) and self.blocks[-1].kind == "item" and piece.kind != "item"
        if top == _LEAD_IN and after_list and self._open[-2].role not in {"summary", "other"}:
            self._open.pop()

    def _add_heading(self, piece: Piece, rank: int, following: Piece | None) -> None:
        known = self.lines_to_title
        may_be_title = not self._has_title and (rank == 1 or not (self.blocks or self._has_main_heading))
        if known is not None:
            may_be_title = known == 0
        # A title such as "Case Manager Job Description" holds section words; only what starts as a section does is no title.
        role = first_role(piece.text) if may_be_title and not self.blocks else heading_role(piece.text)
        level = piece.level if rank < _UNMARKED else min(self._level + 1, 6)
        if rank < _UNMARKED:
            self._level = piece.level
        if rank == _NESTED:
            self._nested_level = piece.level
        if role is None and ((known or 0) > 0 or (self._has_main_heading and not self._has_title and rank > 1)):
            role = "summary"  # what stands above the title names the employer or the document
        is_title = may_be_title and (role is None or known == 0)
        self._has_title |= is_title
        if role is None and rank == _UNMARKED and following is not None and following.kind == "item":
            role = self._role_going_on()
        self._start(rank, "summary" if is_title else role, piece.text, level)
        kind: BlockKind = "item" if rank == _NESTED else "heading"
        level = piece.level if rank == _NESTED else level
        top = self._open[-1]
        self.blocks.append(Block(kind, piece.text, "title" if is_title else top.role, top.section, piece.runs, level))

    def _add_label(self, piece: Piece) -> None:
        """Add a label that stands above its value, "Location" above "Denver, CO": a fact, and no section."""
        top = self._open[-1]
        role = exact_role(piece.text) or "other"
        if role in {"other", top.role}:
            self._label = (top.role, top.section)
        else:
            self.sections.append(Section(role, piece.text))
            self._label = (role, len(self.sections) - 1)
        role, index = self._label
        self.blocks.append(Block(piece.kind, piece.text, role, index, piece.runs, piece.level))

    def _add_value(self, piece: Piece, role: Role, index: int) -> None:
        self._label = None
        self.blocks.append(Block(piece.kind, piece.text, role, index, piece.runs, piece.level))

    def _role_going_on(self) -> Role | None:
        """Return the role of an unknown heading without marks above a list: below duties it groups some of them."""
        section = next((one for one in reversed(self._open) if one.rank <= _UNMARKED), None)
        return "duties" if section and section.role == "duties" else None

    def _start(self, rank: int, role: Role | None, heading: str, level: int) -> None:
        """Open a section; a heading that says nothing belongs to the one above it."""
        while self._open[-1].rank >= rank:
            self._open.pop()
        if role is None:
            above = self._open[-1].role
            role = above if above != "summary" else "other"
        self.sections.append(Section(role, heading, level))
        self._open.append(_Open(rank, role, len(self.sections) - 1))

    def _add_words(self, piece: Piece, following: Piece | None) -> None:
        top = self._open[-1]
        role, index = top.role, top.section
        label = _label(piece.text)
        labelled = exact_role(label) if label else None
        if labelled == "other" and role != "summary":
            role = "other"
        elif labelled and labelled not in {role, "other"} and label:
            self.sections.append(Section(labelled, label))
            role, index = labelled, len(self.sections) - 1
            if piece.kind == "paragraph" and following and following.kind == "item":
                self._open.append(_Open(_LEAD_IN, role, index)) if top.rank < _LEAD_IN else self._replace(role, index)
        elif piece.kind == "paragraph" and is_legal_statement(piece.text):
            role = "legal"
        self.blocks.append(Block(piece.kind, piece.text, role, index, piece.runs, piece.level))

    def _replace(self, role: Role, index: int) -> None:
        self._open[-1] = _Open(self._open[-1].rank, role, index)


def _rank(piece: Piece, following: Piece | None) -> int | None:
    """Return how deep a piece stands as a heading, or None when it is none."""
    text = piece.text
    if piece.kind == "heading":
        return piece.level if len(text) <= 2 * LONGEST_HEADING else None
    if len(text) > LONGEST_HEADING:
        return None
    if piece.kind == "item":
        deeper = following is not None and following.kind == "item" and following.level > piece.level
        return _NESTED if deeper and heading_role(text) else None
    return _rank_of_line(piece, following) if piece.kind == "paragraph" else None


def _rank_of_line(piece: Piece, following: Piece | None) -> int | None:
    text = piece.text
    if piece.is_bold and text[-1] not in ".!?;,":
        return _UNMARKED if not _label(text) else None
    if text[-1] == ":":
        return _LEAD_IN if heading_role(text) else None
    if text[-1] in ".!?;,":
        return None
    if _is_capitals(text) or exact_role(text) or _is_titled(text, following):
        return _UNMARKED
    return None


def _is_titled(text: str, following: Piece | None) -> bool:
    """Say whether a line with capitals on its words names the section of the list or the paragraph below it."""
    if (
        len(text) > _LONGEST_TITLED
        or following is None
        or (following.kind == "paragraph" and len(following.text) < _LONGEST_TITLED)
    ):
        return False
    if not is_title_case(text) or text.lower().endswith(("required", "preferred")) or text.count(" ") == 0:
        return False
    label = _label(text)
    if label and labelled_field(label):  # "Salary: DOE" states a fact
        return False
    return heading_role(text) is not None


def _is_label_of(label: Piece, value: Piece | None) -> bool:
    """Say whether a line without markup is the label of a fact in the next line."""
    if label.text[-1] == ":" or value is None or value.kind != "paragraph":
        return False
    field = label_alone(label.text)
    if len(value.text) > _LONGEST_VALUE and (field != "location" or read_value(field, value.text) is None):
        return False
    return field is not None and exact_role(value.text) is None and value.text[-1] != ":" and not value.is_bold


def _is_capitals(text: str) -> bool:
    return text.isupper() and len(_LETTER.findall(text)) >= 4 and text.count(" ") < 11


def _label(text: str) -> str | None:
    """Return the label of a line such as "Salary: $50,000", if it has one."""
    colon = text.find(":", 1, _LONGEST_LABEL)
    return text[:colon] if colon > 0 and colon < len(text) - 1 and text[colon + 1] == " " else None
