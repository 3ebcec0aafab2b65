"""Traits and stances as they are looked for: the words of `trait` rules and of `rules/_stance.yaml`, each in one book of phrases."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jdgen.audit.phrase_book import PhraseBook
from jdgen.audit.phrase_gate import PhraseGate

EXCEPTION, UNLESS = "exception", "unless"


@dataclass(frozen=True, slots=True)
class Sign:
    """What words of a clause are a sign of, how much they say, and where they have to stand."""

    name: str
    weight: float
    side: str
    within: int
    in_clause: bool = False


@dataclass(frozen=True)
class Traits:
    """The lexicons of the trait rules, and the signs of a stance."""

    gate: PhraseGate = field(default_factory=PhraseGate)
    """Which sentences may hold a trait."""

    words: PhraseBook = field(default_factory=PhraseBook)
    """The words of traits; the label is the place of an entry."""

    lawful: PhraseBook = field(default_factory=PhraseBook)
    """The longer words that make a trait right, in the same way."""

    entries: tuple[tuple[int, str], ...] = ()
    """The number of a rule, and the sort of its words or that they are an exception."""

    cues: PhraseBook = field(default_factory=PhraseBook)
    signs: tuple[Sign, ...] = ()
    stances: Mapping[str, frozenset[str]] = field(default_factory=dict)
    shields: Mapping[str, frozenset[str]] = field(default_factory=dict)
    limits: Mapping[str, float] = field(default_factory=dict)
    sections: Mapping[str, float] = field(default_factory=dict)
    bare: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Sections in which a trait of a sort that stands alone is a demand."""

    contrasts: frozenset[str] = frozenset()
