"""How alike a typed name and known names are: words, abbreviations written out, typos, and what each word tells.

Pure arithmetic on words. What the names and abbreviations are, and what a likeness is enough for, is for the caller
(`jdgen/load/matching.py`).
"""

import difflib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import NamedTuple

from jdgen.text.slugs import slug

Phrases = Mapping[tuple[str, ...], tuple[str, ...]]
"""Words that stand for other words: ("d", "snp") for a plan by its name, ("jobs",) for nothing at all."""

# Nobody types a job title longer than this; comparing letters takes time.
_LONGEST_TEXT = 200
_MOST_WORDS = 16
# A typo keeps the first letter, most of the letters and about the length: "geratric" is "geriatric", "dental" is not "mental".
_SHORTEST_TYPO = 5
_SAME_LETTERS = 0.8
_LENGTH_APART = 2
# A word of every name still tells a little: it decides where all else is equal.
_LEAST_WEIGHT = 0.1


class Likeness(NamedTuple):
    """How like one entry a typed text is, from 0 to 1, and whether it is one of its names word for word."""

    id: str
    score: float
    exact: bool


@dataclass(frozen=True)
class Names:
    """Every entry with the names it goes by, each as a set of words."""

    by_id: Mapping[str, Sequence[frozenset[str]]]
    phrases: Phrases
    known: frozenset[str]
    """Words as people type them, names' and abbreviations': nothing here is a typo."""

    @cached_property
    def words(self) -> dict[str, frozenset[str]]:
        """Return all words of each entry's names."""
        return {entry: frozenset[str]().union(*names) for entry, names in self.by_id.items()}

    @cached_property
    def weights(self) -> dict[str, float]:
        """Return what each word tells: the fewer entries it occurs in, the more (inverse document frequency)."""
        entries = Counter(word for words in self.words.values() for word in words)
        return {word: log(len(self.words) / count) + _LEAST_WEIGHT for word, count in entries.items()}

    @cached_property
    def weight_of_others(self) -> float:
        """Return what a word tells that no name holds: as much as one that a single entry holds."""
        return log(max(len(self.words), 1)) + _LEAST_WEIGHT

    def weigh(self, words: Iterable[str]) -> float:
        """Return what words tell together."""
        return sum(self.weights.get(word, self.weight_of_others) for word in sorted(words))


def build_names(names: Mapping[str, Iterable[str]], phrases: Mapping[str, str]) -> Names:
    """Return the names of every entry, and abbreviations with what they stand for, ready to be compared."""
    ignored: Phrases = {tuple(_split(short)): () for short, long in phrases.items() if not long}
    split = {tuple(_split(short)): tuple(_written_out(_split(long), ignored)) for short, long in phrases.items()}
    texts = [*(text for called in names.values() for text in called), *phrases]
    return Names(
        by_id={
            entry: [frozenset(_written_out(_split(text), split)) for text in called] for entry, called in names.items()
        },
        phrases=split,
        known=frozenset(_stem(word) for text in texts for word in _split(text)),
    )


def rank(text: str, names: Names) -> list[Likeness]:
    """Return every entry with its likeness to a text, the most alike first and equal ones by id.

    The score is the mean of two shares, both weighed by what words tell: how much of the text the entry's names explain
    together, and how well its best name fits (Dice: twice the common part over both).
    """
    typed = _read(text, names)
    likenesses = [_likeness(entry, typed, names) for entry in names.by_id] if typed else []
    return sorted(likenesses, key=lambda likeness: (-likeness.exact, -likeness.score, likeness.id))


def _likeness(entry: str, typed: Mapping[str, float], names: Names) -> Likeness:
    whole = names.weigh(typed)
    explained = _common(typed, names.words[entry], names) / whole
    fits = [2 * _common(typed, name, names) / (whole + names.weigh(name)) for name in names.by_id[entry]]
    exact = frozenset(typed) in names.by_id[entry]
    return Likeness(entry, round((explained + max(fits, default=0.0)) / 2, 6), exact)


def _common(typed: Mapping[str, float], words: frozenset[str], names: Names) -> float:
    """Return what the words in both tell; a mended typo tells less."""
    return sum(sureness * names.weigh([word]) for word, sureness in typed.items() if word in words)


def _read(text: str, names: Names) -> dict[str, float]:
    """Return the words meant by a text, each with how sure that is: 1, or less for a mended typo."""
    mended = [_mend(word, names.known) for word in _split(text[:_LONGEST_TEXT])[:_MOST_WORDS]]
    sureness = {_stem(word): sure for word, sure in mended}
    meant = _written_out([word for word, _ in mended], names.phrases)
    return {word: sureness.get(word, 1.0) for word in dict.fromkeys(meant)}


def _mend(word: str, known: frozenset[str]) -> tuple[str, float]:
    """Return the known word that a typo stands for, or the word itself."""
    if _stem(word) in known or len(word) < _SHORTEST_TYPO:
        return word, 1.0
    alike = sorted(other for other in known if other[0] == word[0] and abs(len(other) - len(word)) <= _LENGTH_APART)
    found = difflib.get_close_matches(word, alike, n=1, cutoff=_SAME_LETTERS)
    return (found[0], difflib.SequenceMatcher(None, found[0], word).ratio()) if found else (word, 1.0)


def _written_out(words: Sequence[str], phrases: Phrases) -> list[str]:
    """Return words with abbreviations replaced by what they stand for, the longest first, each word in its short form."""
    longest = max(map(len, phrases), default=1)
    result: list[str] = []
    at = 0
    while at < len(words):
        sizes = range(min(longest, len(words) - at), 0, -1)
        size = next((size for size in sizes if tuple(words[at : at + size]) in phrases), 0)
        result += phrases[tuple(words[at : at + size])] if size else (words[at],)
        at += size or 1
    return [_stem(word) for word in result]


def _split(text: str) -> list[str]:
    """Return the words of a text; "R.N." is one."""
    return [word for word in slug(text.replace(".", "")).split("-") if word]


def _stem(word: str) -> str:
    """Return a word without its plural: disabilities, services, veterans."""
    if len(word) > len("dies") and word.endswith("ies"):
        return word[:-3] + "y"
    return (
        word[:-1] if len(word) > len("gas") and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
    )
