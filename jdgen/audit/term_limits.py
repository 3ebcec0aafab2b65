"""How much one term may hold, so that no term of a user can make a check slow, or end it.

Brackets are read by functions that call themselves, and a place that may stay empty doubles the ways in which a text can be held against a term.
What jdgen's own terms need is far below each limit.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from jdgen.text.problem import quoted

DEEPEST = 12
"""Brackets inside of brackets."""

_MOST_WORDS = 80
"""Words of the longest way through a term."""

_MOST_WAYS = 2**16
"""Ways in which a sentence can be held against a term; each gap and each part that may be missing makes them more."""

_MOST_SPELLINGS = 5000
"""Ways to write one word."""

_PIECE = re.compile(r"\.\.\.|<[^<>]*>|[()\[\]|]|[ -]+|[^()\[\]| <>-]+|[<>]")
_ANY = ""
"""Stands for every word."""

_WAYS = {"...": 6, "<name>": 4}
"""How many rows of words of different length some pieces take."""


class _Size(NamedTuple):
    """What a part of a term holds: words, ways to be matched, spellings of one word, and what it may begin with."""

    words: int = 0
    ways: float = 1
    spellings: int = 1
    begins: frozenset[str] = frozenset()
    may_be_empty: bool = True


def excess(term: str) -> str | None:
    """Say what a term has too much of, or return None."""
    deepest = _depth(term)
    if deepest > DEEPEST:
        return f"{quoted(term)} has {deepest} brackets inside of each other, expected at most {DEEPEST}"
    size = _alternatives(iter(_PIECE.findall(term)))
    if size.words > _MOST_WORDS:
        return f"{quoted(term)} is {size.words} words long, expected at most {_MOST_WORDS}"
    if size.ways > _MOST_WAYS:
        return f"{quoted(term)} leaves more than {_MOST_WAYS:,} ways to read a sentence, expected fewer gaps and fewer parts that may be missing"
    if size.spellings > _MOST_SPELLINGS:
        return f"{quoted(term)} holds a word that can be spelled in more than {_MOST_SPELLINGS:,} ways, expected fewer brackets in one word"
    return None


def _depth(term: str) -> int:
    """Return how deep brackets stand in each other, those too that nothing opens: terms are read from both ends."""
    depths = [*accumulate(((mark in "([") - (mark in ")]") for mark in term), initial=0)]
    return max(depths) - min(depths)


def _alternatives(pieces: Iterator[str]) -> _Size:
    """Read up to the bracket that closes, or the end; what is wrong with the brackets is found where terms are read."""
    options, sequence = [], list[_Size]()
    for piece in pieces:
        if piece in {")", "]"}:
            break
        if piece == "|":
            options.append(_in_a_row(sequence))
            sequence = []
        else:
            sequence.append(_size(piece, pieces))
    return _one_of([*options, _in_a_row(sequence)])


_BREAK = _Size(spellings=0)
"""The space between words."""


def _size(piece: str, pieces: Iterator[str]) -> _Size:
    if piece == "(":
        return _alternatives(pieces)
    if piece == "[":
        inside = _alternatives(pieces)
        return inside._replace(ways=inside.ways + 1, spellings=inside.spellings + 1, may_be_empty=True)
    if not piece.strip(" -"):
        return _BREAK
    begins = _ANY if piece == "_" or piece.startswith("<") else piece
    return _Size(5 if piece == "..." else 1, _WAYS.get(piece, 1), 1, frozenset([begins]), piece == "...")


def _in_a_row(sequence: Sequence[_Size]) -> _Size:
    """Put parts behind each other; those without a space between are one word."""
    words, ways, most, spellings = 0, 1.0, 1, 1
    begins, is_open = frozenset[str](), True
    for size in sequence:
        words, ways = words + size.words, min(ways * size.ways, 2.0**99)
        spellings = 1 if size is _BREAK else min(spellings * size.spellings, 10**9)
        most = max(most, spellings)
        begins |= size.begins if is_open else frozenset()
        is_open = is_open and size.may_be_empty
    return _Size(words, ways, most, begins, is_open)


def _one_of(options: Sequence[_Size]) -> _Size:
    """Put parts beside each other: only those that may begin with the same word are tried one after the other."""
    return _Size(
        max(one.words for one in options),
        max((_ways_from(word, options) for word in _shared(options)), default=max(one.ways for one in options)),
        sum(one.spellings for one in options),
        frozenset().union(*(one.begins for one in options)),
        any(one.may_be_empty for one in options),
    )


def _shared(options: Sequence[_Size]) -> Iterable[str]:
    """Give the words that several parts may begin with."""
    seen = set[str]()
    for one in options:
        yield from one.begins if _ANY in one.begins else one.begins & seen
        seen |= one.begins


def _ways_from(word: str, options: Sequence[_Size]) -> float:
    return sum(one.ways for one in options if word in one.begins or word == _ANY or _ANY in one.begins)
