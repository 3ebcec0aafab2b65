"""Traits and stances as they are looked for: the words of `trait` rules and of `rules/_stance.yaml`, each in one book of phrases."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from jdgen.audit.phrase_book import PhraseBook
from jdgen.audit.phrase_gate import PhraseGate

EXCEPTION, UNLESS = "exception", "unless"


class Sign(NamedTuple):
    """What words of a clause are a sign of, how much they say, and where they have to stand."""

    name: str
    weight: float
    side: str
    within: int
    in_clause: bool = False


_NO_WORDS = PhraseBook()
_NOTHING: Mapping[str, Any] = {}


class Traits(NamedTuple):
    """The lexicons of the trait rules, and the signs of a stance."""

    gate: PhraseGate = PhraseGate()
    """Which sentences may hold a trait."""

    words: PhraseBook = _NO_WORDS
    """The words of traits; the label is the place of an entry."""

    lawful: PhraseBook = _NO_WORDS
    """The longer words that make a trait right, in the same way."""

    entries: tuple[tuple[int, str], ...] = ()
    """The number of a rule, and the sort of its words or that they are an exception."""

    cues: PhraseBook = _NO_WORDS
    signs: tuple[Sign, ...] = ()
    stances: Mapping[str, frozenset[str]] = _NOTHING
    shields: Mapping[str, frozenset[str]] = _NOTHING
    limits: Mapping[str, float] = _NOTHING
    sections: Mapping[str, float] = _NOTHING
    bare: Mapping[str, frozenset[str]] = _NOTHING
    """Sections in which a trait of a sort that stands alone is a demand."""

    contrasts: frozenset[str] = frozenset()
