"""Whether a row of words can hold one of many phrases at all: each needs a rare word, and mostly a second one."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from math import inf

from jdgen.audit.phrase_book import AGES, END, Classes, Node, read_phrase
from jdgen.load.rows import Table

_UNSEEN = 0.5
"""What a word costs that ordinary postings do not hold."""

_Cut = frozenset[str] | None
"""Words of which every row of words that a phrase stands for holds one; None where any word may stand."""


class PhraseGate:
    """The words that phrases need. They stay packed until a text is looked at."""

    def __init__(
        self, terms: Iterable[str] = (), classes: Classes | None = None, frequency: Mapping[str, int] | None = None
    ) -> None:
        """Find the rarest words of each phrase; `frequency` says how often words stand in ordinary postings."""
        members = _members(classes or {})
        count = frequency or {}

        def cost(words: _Cut) -> float:
            return inf if words is None else sum(count.get(word, 0) + _UNSEEN for word in words)

        needed: dict[str, set[frozenset[str]]] = {}
        for node in _branches(terms):
            first = _cut(node, members, cost, frozenset()) or frozenset()
            second = _cut(node, members, cost, first) or frozenset()
            for word in first:
                needed.setdefault(word, set()).add(second)
        # A phrase that needs no second word lets its first one through alone.
        self._needed = Table({
            word: frozenset() if frozenset() in sets else frozenset().union(*sets) for word, sets in needed.items()
        })

    def is_open(self, words: Iterable[str]) -> bool:
        """Say whether a phrase may stand in a row of words."""
        row, needed = frozenset(words), self._needed
        for word in filter(needed.__contains__, row):
            second = needed.at(word)
            if not second or not row.isdisjoint(second):
                return True
        return False


def _branches(terms: Iterable[str]) -> Iterator[Node]:
    """Give the wordings of each phrase by their first word: `(laid off|jobless)` would need no second word as a whole."""
    for term in terms:
        for word, below in read_phrase(term, 0).items():
            yield from ({word: [one]} for one in below)


def _members(classes: Classes) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {"<age>": set(AGES)}
    for word, names in classes.items():
        for name in names:
            found.setdefault(name, set()).add(word)
    return {name: frozenset(words) for name, words in found.items()}


def _cut(
    node: Node, members: Mapping[str, frozenset[str]], cost: Callable[[_Cut], float], without: frozenset[str]
) -> _Cut:
    """Return the rarest words that no way through a phrase can do without; those of a set do not count."""
    known: dict[int, _Cut] = {}

    def spelled(word: str) -> _Cut:
        words = members.get(word, frozenset([word]))
        return None if word == "_" or not words.isdisjoint(without) else words

    def cut(node: Node) -> _Cut:
        if END in node:
            return None
        if id(node) not in known:
            known[id(node)] = _all(min(spelled(word), _all(map(cut, below)), key=cost) for word, below in node.items())
        return known[id(node)]

    return cut(node)


def _all(cuts: Iterable[_Cut]) -> _Cut:
    """Return the words of several cuts together; None where one of them is none."""
    found: set[str] = set()
    for words in cuts:
        if words is None:
            return None
        found |= words
    return frozenset(found)
