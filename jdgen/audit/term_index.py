"""Terms by the words they need. They stay packed until a text holds such a word: most terms are never unpacked in a run over a few files."""

import marshal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from jdgen.audit.terms import Pattern, Trie, look_up, make_trie

Needed = tuple[frozenset[str], ...]
"""Sets of words and marks; a text must hold one of each."""

_Filed = tuple[list[str], dict[str, list[str]]]
"""Expressions that need no word, and the others by one of their words."""


class _Unpacked(dict[int, Pattern]):
    """Terms by number, each unpacked when it is first asked for, without its anchors."""

    def __init__(self, packed: tuple[bytes, ...]) -> None:
        super().__init__()
        self._packed = packed

    def __missing__(self, number: int) -> Pattern:
        term, regex, others = marshal.loads(self._packed[number])  # noqa: S302 - written by jdgen into the user's own cache folder
        self[number] = pattern = Pattern(term, regex, frozenset(), others)
        return pattern


class TermIndex:
    """The terms of phrase rules, each with the number of its rule, found by their anchors."""

    def __init__(self, patterns: Sequence[tuple[Pattern, int]] = ()) -> None:
        """Pack the terms, and the anchors by their first word."""
        self.rule_of = tuple(rule for _, rule in patterns)
        self.unanchored = tuple(number for number, (pattern, _) in enumerate(patterns) if not pattern.anchors)
        self._terms = tuple(marshal.dumps((one.term, one.regex, one.others)) for one, _ in patterns)
        self._runs = {word: marshal.dumps(node) for word, node in make_trie(one for one, _ in patterns).items()}
        self._forget()

    def _forget(self) -> None:
        self._trie: Trie = {}
        self._closed = set(self._runs)
        self.patterns: Mapping[int, Pattern] = _Unpacked(self._terms)

    def __getstate__(self) -> tuple[object, ...]:
        """Keep only what is packed."""
        return self.rule_of, self.unanchored, self._terms, self._runs

    def __setstate__(self, state: tuple[object, ...]) -> None:
        """Take back what was kept."""
        self.rule_of, self.unanchored, self._terms, self._runs = state  # type: ignore[assignment]  # as __getstate__ gave it
        self._forget()

    def __iter__(self) -> Iterator[tuple[Pattern, int]]:
        """Give every term with the number of its rule, without its anchors."""
        return ((self.patterns[number], rule) for number, rule in enumerate(self.rule_of))

    def __len__(self) -> int:
        """Return how many terms there are."""
        return len(self.rule_of)

    def open(self, vocabulary: frozenset[str]) -> None:
        """Unpack the anchors that begin with words of a text, before its rows of words are looked up."""
        found = self._closed & vocabulary
        self._closed -= found
        for word in found:
            self._trie[word] = marshal.loads(self._runs[word])  # noqa: S302 - see above

    def look_up(self, words: list[str]) -> set[int]:
        """Return the numbers of the terms of which an anchor stands in a row of words of the opened vocabulary."""
        return look_up(self._trie, words)


class NeededWords:
    """What words each expression of a context needs: what no sentence holds the words for is neither compiled nor searched."""

    def __init__(self, patterns: Iterable[Pattern] = ()) -> None:
        """Pack the words by expression."""
        self._packed = {one.regex: marshal.dumps(one.others) for one in patterns}
        self._forget()

    def _forget(self) -> None:
        self._needed: dict[str, Needed] = {}
        self._filed: dict[tuple[str, ...], _Filed] = {}

    def __getstate__(self) -> dict[str, bytes]:
        """Keep only what is packed."""
        return self._packed

    def __setstate__(self, state: dict[str, bytes]) -> None:
        """Take back what was kept."""
        self._packed = state
        self._forget()

    def __getitem__(self, expression: str) -> Needed:
        """Return the words an expression needs; none of one that is not known."""
        if expression not in self._needed:
            packed = self._packed.get(expression)
            self._needed[expression] = marshal.loads(packed) if packed else ()  # noqa: S302 - see above
        return self._needed[expression]

    def that_may_stand(self, expressions: tuple[str, ...], tokens: frozenset[str]) -> list[str]:
        """Return those expressions all of whose words stand among these words and marks."""
        if expressions not in self._filed:
            self._filed[expressions] = self._file(expressions)
        anywhere, by_word = self._filed[expressions]
        near = dict.fromkeys(chain(anywhere, *(by_word[word] for word in by_word.keys() & tokens)))
        return [expression for expression in near if not any(map(tokens.isdisjoint, self[expression]))]

    def _file(self, expressions: tuple[str, ...]) -> _Filed:
        """File each expression under the words of its smallest set, so that most need not be looked at."""
        anywhere: list[str] = []
        by_word: dict[str, list[str]] = {}
        for expression in expressions:
            for word in min(self[expression], key=len, default=()):
                by_word.setdefault(word, []).append(expression)
            if not self[expression]:
                anywhere.append(expression)
        return anywhere, by_word
