"""Comma splices: "We serve elders, no smokers" is two clauses, and the people served in the one excuse nothing in the other.

A comma begins a clause where a new subject with its verb, a bare demand or an order follows it; lists and subordinate clauses stay whole. The words
are signs in `rules/_stance.yaml`: those of a `splice` hold the comma. It is none after a part that is `fronting`, or where the words behind it hold
a `reference` back.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from jdgen.audit.phrase_book import PhraseBook, tokens_of
from jdgen.audit.ruleset import Ruleset
from jdgen.audit.view import View

SPLICE, FRONTING, REFERENCE = "splice", "fronting", "reference"
JOINTS = frozenset({SPLICE, FRONTING, REFERENCE})
"""Signs that tell of the clauses of a sentence, and nothing of its stance."""

_COMMA = ","


class Clauses(NamedTuple):
    """A document with its comma splices cut, and the numbers of the clauses that came of it."""

    view: View
    numbers: tuple[int, ...]


class _Labels(NamedTuple):
    """Which phrases of a book are which sign, by their labels."""

    splices: frozenset[int]
    fronting: frozenset[int]
    references: frozenset[int]


def cut_splices(view: View, ruleset: Ruleset, sentences: Iterable[int]) -> Clauses | None:
    """Return the document with the comma splices in some of its sentences cut; None where there are none."""
    book, labels = ruleset.traits.cues, ruleset.once(_labels)
    cuts = {at: found for at in sorted(sentences) if (found := view.once(_cuts, book, labels, at))}
    if not cuts:
        return None
    numbers, shift = list[int](), 0
    for at, found in cuts.items():
        numbers += range(at + shift, at + shift + len(found) + 1)
        shift += len(found)
    return Clauses(view.cut(cuts), tuple(numbers))


def _labels(ruleset: Ruleset) -> _Labels:
    signs = ruleset.traits.signs
    return _Labels(
        *(
            frozenset(label for label, sign in enumerate(signs) if sign.name == name)
            for name in (SPLICE, FRONTING, REFERENCE)
        )
    )


def _cuts(view: View, book: PhraseBook, labels: _Labels, at: int) -> tuple[int, ...]:
    """Return the offsets at which the clauses of a sentence begin, without the first."""
    sentence = view.all_sentences[at]
    if not labels.splices or view.text.find(_COMMA, sentence.start, sentence.end) < 0:
        return ()
    tokens = tokens_of(view.text, sentence.start, sentence.end)
    found = _Joints([token[0] for token in tokens], book, labels)
    return tuple(tokens[comma + 1][1] for comma in found.cuts())


class _Joints:
    """The words of a sentence that part its clauses or hold them together, by the numbers of their first tokens."""

    def __init__(self, words: list[str], book: PhraseBook, labels: _Labels) -> None:
        self._end = len(words)
        self._commas = [number for number, word in enumerate(words) if word == _COMMA]
        matches = list(book.find(words))
        splices = {self._comma(start, end) for start, end, label in matches if label in labels.splices}
        self._splices = sorted(comma for comma in splices if comma is not None)
        self._fronting = {start for start, _, label in matches if label in labels.fronting}
        self._references = sorted(start for start, _, label in matches if label in labels.references)

    def cuts(self) -> Iterator[int]:
        """Give the commas at which a clause ends."""
        is_fronted = 0 in self._fronting
        for comma, following in pairwise((*self._splices, self._end)):
            if is_fronted or self._comma_before(comma) in self._fronting:
                is_fronted = False
            elif comma + 1 not in self._fronting and not self._refers_back(comma, following):
                yield comma

    def _comma(self, start: int, end: int) -> int | None:
        """Return the first comma from one token to another."""
        at = bisect_left(self._commas, start)
        return self._commas[at] if at < len(self._commas) and self._commas[at] < end - 1 else None

    def _comma_before(self, token: int) -> int | None:
        at = bisect_left(self._commas, token)
        return self._commas[at - 1] if at else None

    def _refers_back(self, start: int, end: int) -> bool:
        """Say whether the words from one token to another hold a reference."""
        at = bisect_right(self._references, start)
        return at < len(self._references) and self._references[at] < end
