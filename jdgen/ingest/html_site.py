"""What of a page belongs to the site around a posting, and what of the parts beside the main one belongs to the posting after all."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from jdgen.ingest.html_parts import Found, Part
from jdgen.ingest.html_words import heads_posting, heads_site, is_of_site, speaks_of_job
from jdgen.ingest.pieces import Piece
from jdgen.ingest.section_words import is_legal_statement, label_alone

_NEVER = frozenset({"nav", "button", "dialog"})
_EDGES = frozenset({"header", "footer"})
_LEAST_HEADINGS = 2
_LEAST_SAID = 3
_LONGEST_PSEUDO = 8
"""A line of so many words may stand above others without being marked as a heading."""
_MUCH = 20
"""So many words beside the main part, or more, are worth a note."""
_QUOTED = 60
_MOST_NOTES = 3


def of_site(found: Sequence[Found]) -> set[int]:
    """Return which pieces stand in parts that are called as parts of a site are, or below headings of a site."""
    marked = _marked(found)
    words = _count([one.piece for one in found])
    of_site = {part for part, pieces in marked.items() if not _is_posting(pieces, words)}
    named = {index for index, one in enumerate(found) if not of_site.isdisjoint(one.part.marks)}
    return named | set(_headed(found))


def _marked(found: Sequence[Found]) -> dict[Part, list[Piece]]:
    """Return what stands in each part that is called as parts of a site are."""
    marked: dict[Part, list[Piece]] = {}
    for one in found:
        for part in one.part.marks:
            marked.setdefault(part, []).append(one.piece)
    return marked


def _is_posting(pieces: Sequence[Piece], words: int) -> bool:
    """Say whether a part holds the posting itself, whatever it is called: its title, its headings, or most of the words of the page."""
    if any(piece.kind == "heading" and piece.level == 1 for piece in pieces):
        return True
    if sum(_heads(piece) and heads_posting(piece.text, is_in_form=False) for piece in pieces) >= _LEAST_HEADINGS:
        return True
    return 2 * _count(pieces) > words and sum(speaks_of_job(piece.text) for piece in pieces) >= _LEAST_SAID


def _headed(found: Sequence[Found]) -> Iterator[int]:
    """Yield what stands below headings such as "Similar jobs", up to the next heading of the page or the end of the part."""
    part: Part | None = None
    level, is_first = 0, False
    for index, one in enumerate(found):
        if part and is_first:
            part, is_first = _widened(part, one.part), False
        is_heading = one.piece.kind == "heading"
        if part and (not part.holds(one.part) or (is_heading and _ends(one.piece, level))):
            part = None
        if (is_heading or one.piece.is_bold) and heads_site(one.piece.text):
            part, level, is_first = one.part, one.piece.level if is_heading else 7, True
        if part:
            yield index


def _widened(part: Part, following: Part) -> Part:
    """Return the part that a heading speaks for: the one around it, where it stands alone in its own."""
    while part.parent and not part.holds(following):
        part = part.parent
    return part


def _ends(heading: Piece, level: int) -> bool:
    return heading.level <= level or heads_posting(heading.text, is_in_form=False)


def beside(
    found: Sequence[Found], kept: set[int], rest: Sequence[int], source: str
) -> tuple[set[int], tuple[str, ...]]:
    """Return which of the other pieces speak of the job, and notes on those of which nobody can tell."""
    said = {found[index].piece.text for index in kept}
    added: set[int] = set()
    notes: list[str] = []
    for group in _groups(found, rest):
        asides = found[group[0]].part.asides
        if not _NEVER.isdisjoint(asides) or heads_site(found[group[0]].piece.text):
            continue
        good = [index for index in group if not _is_quiet(found[index]) and found[index].piece.text not in said]
        good = [index for index in good if not is_of_site(found[index].piece.text)]
        pieces = [found[index].piece for index in good]
        chosen = _speaking(pieces, asides)
        added.update(index for index, speaks in zip(good, chosen, strict=True) if speaks)
        if not any(chosen) and not asides and _count(pieces) >= _MUCH:
            notes.append(_note(pieces, source))
    return added, tuple(notes[:_MOST_NOTES])


def _groups(found: Sequence[Found], rest: Sequence[int]) -> Iterator[list[int]]:
    """Yield pieces that stand together: in the same kind of part, below the same heading."""
    starts = {
        after for before, after in pairwise(rest) if after != before + 1 or _is_apart(found[before], found[after])
    }
    number = 0
    numbered = []
    for index in rest:
        number += index in starts
        numbered.append((number, index))
    for _, group in groupby(numbered, key=lambda pair: pair[0]):
        yield [index for _, index in group]


def _is_apart(before: Found, one: Found) -> bool:
    return before.part.asides != one.part.asides or _heads(one.piece) or heads_site(one.piece.text)


def _heads(piece: Piece) -> bool:
    is_short = piece.is_bold and piece.text.count(" ") < _LONGEST_PSEUDO
    return piece.kind == "heading" or (is_short and piece.kind == "paragraph")


def _speaking(pieces: Sequence[Piece], asides: Sequence[str]) -> list[bool]:
    """Say of each piece of a group whether it belongs to the posting: of the head and the foot of a page, only what speaks of the job itself."""
    heading = pieces[0] if pieces and _heads(pieces[0]) else None
    others = pieces[1:] if heading else pieces
    is_in_form, is_at_edge = "form" in asides, not _EDGES.isdisjoint(asides)
    if heading and others and heads_posting(heading.text, is_in_form=is_in_form):
        return [True] * len(pieces)
    speaking = [speaks_of_job(piece.text) or is_legal_statement(piece.text) for piece in others]
    if is_at_edge:
        return [False, *speaking] if heading else speaking
    labels = [heading, *others[:-1]] if heading and others else others[:-1]
    has_label = not is_in_form and any(label_alone(piece.text) for piece in labels)
    return [has_label or any(speaking)] * len(pieces)


def _is_quiet(one: Found) -> bool:
    """Say whether all words of a piece are a link or a label; an address is more than that."""
    text = one.piece.text
    letters = len(text.replace(" ", ""))
    return one.quiet_letters >= letters and "@" not in text and sum(map(str.isdigit, text)) < 7


def _note(pieces: Sequence[Piece], source: str) -> str:
    first = pieces[0]
    line = source.count("\n", 0, first.runs[0][1]) + 1
    words = first.text if len(first.text) <= _QUOTED else f"{first.text[:_QUOTED].rsplit(' ', 1)[0]} ..."
    return (
        f"{_count(pieces)} words beside the main part of the page were not read, from line {line} on: \u201c{words}\u201d; "
        "if they belong to the posting, move them into its main part"
    )


def _count(pieces: Sequence[Piece]) -> int:
    return sum(piece.text.count(" ") + 1 for piece in pieces)
