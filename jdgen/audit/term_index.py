"""Terms by the words they need. They stay packed until a text holds such a word: most terms are never unpacked in a run over a few files."""

import marshal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from jdgen.audit.terms import NOTHING_KNOWN, Pattern
from jdgen.load.rows import Rows, Table

Needed = tuple[frozenset[str], ...]
"""Sets of words and marks; a text must hold one of each."""

RARE_MARKS = frozenset('$+#%{}_@*&=<>"!?;')
"""Marks that stand in few sentences: a term that holds one is looked up at the mark."""


class AnchorIndex:
    """Numbered patterns by their anchors: runs of words, and rare marks."""

    def __init__(self, patterns: Iterable[Pattern] = ()) -> None:
        """Pack the anchors word by word: what may follow a word stays packed until a text goes on from there."""
        self._trie = Table({str(word): _unfolded(node) for word, node in _make_trie(patterns).items()})

    def look_up(self, words: Sequence[str]) -> set[int]:
        """Return the numbers of the patterns of which an anchor stands in a row of words; marks may stand behind them.

        Each word is looked up once for each run that may hold it.
        """
        found: set[int] = set()
        trie, last = self._trie, len(words)
        for at, node in enumerate(map(trie.get, words), start=1):
            if node.__class__ is int:
                node = trie.at(words[at - 1])
            ahead = at
            while node is not None:
                if None in node:
                    found.update(node[None])
                if ahead == last:
                    break
                word, above = words[ahead], node
                node = above.get(word)
                if node.__class__ is bytes:
                    above[word] = node = marshal.loads(node)  # noqa: S302 - written by jdgen into the user's own cache folder
                ahead += 1
        return found


_Trie = dict[str | None, Any]
"""Nested by word, each place below packed until it is looked at; under None stand the numbers of the patterns whose run of words ends there."""


def _make_trie(patterns: Iterable[Pattern]) -> _Trie:
    root: _Trie = {}
    for number, pattern in enumerate(patterns):
        for run in pattern.anchors:
            node = root
            for word in run:
                node = node.setdefault(word, {})
            node.setdefault(None, []).append(number)
    return root


def _unfolded(node: _Trie) -> _Trie:
    """Return a place with each place below it packed, and those below that inside of it."""
    return {word: below if word is None else marshal.dumps(_unfolded(below)) for word, below in node.items()}


def _words_of(pattern: Pattern, frequency: Mapping[str, int]) -> frozenset[str]:
    """Return a word of each anchor, the rarest: of those that are not known, the longest."""
    return frozenset(min(run, key=lambda word: (frequency.get(word, 0), -len(word))) for run in pattern.anchors)


def _filed(pattern: Pattern, frequency: Mapping[str, int]) -> Pattern:
    """Return a term with a rare mark anchored there, and a word of each of its anchors among the others."""
    marks = next((words for words in pattern.others if len(words) == 1 and words <= RARE_MARKS), None)
    if marks is None or not pattern.anchors:
        return pattern
    others = (*(other for other in pattern.others if other is not marks), _words_of(pattern, frequency))
    return pattern._replace(anchors=frozenset({tuple(marks)}), others=others)


class _Unpacked(dict[int, Pattern]):
    """Terms by number, each unpacked when it is first asked for, without its anchors."""

    def __init__(self, packed: Rows, others: Mapping[int, Needed]) -> None:
        super().__init__()
        self._packed, self._others = packed, others

    def __missing__(self, number: int) -> Pattern:
        term, regex = marshal.loads(self._packed[number])  # noqa: S302 - written by jdgen into the user's own cache folder
        self[number] = pattern = Pattern(term, regex, frozenset(), self._others[number])
        return pattern


class _Others(dict[int, Needed]):
    """The words that terms need besides their anchors, by the number of the term: most terms are told to be absent by these alone."""

    def __init__(self, packed: Rows) -> None:
        super().__init__()
        self._packed = packed

    def __missing__(self, number: int) -> Needed:
        self[number] = needed = marshal.loads(self._packed[number])  # noqa: S302 - written by jdgen into the user's own cache folder
        return needed  # type: ignore[no-any-return]  # as it was packed


class TermIndex:
    """The terms of phrase rules, each with the number of its rule, found by their anchors."""

    def __init__(
        self, patterns: Sequence[tuple[Pattern, int]] = (), frequency: Mapping[str, int] = NOTHING_KNOWN
    ) -> None:
        """Pack the terms, and the anchors by their first word. `frequency` says how often words stand in ordinary postings."""
        filed = [_filed(pattern, frequency) for pattern, _ in patterns]
        self.rule_of = tuple(rule for _, rule in patterns)
        self.unanchored = tuple(number for number, pattern in enumerate(filed) if not pattern.anchors)
        self._terms = Rows(marshal.dumps((one.term, one.regex)) for one in filed)
        self._others = Rows(marshal.dumps(one.others) for one in filed)
        self.anchors = AnchorIndex(filed)
        self._unpack()

    def _unpack(self) -> None:
        self.others: Mapping[int, Needed] = _Others(self._others)
        self.patterns: Mapping[int, Pattern] = _Unpacked(self._terms, self.others)

    def __getstate__(self) -> tuple[object, ...]:
        """Keep only what is packed."""
        return self.rule_of, self.unanchored, self._terms, self._others, self.anchors

    def __setstate__(self, state: tuple[object, ...]) -> None:
        """Take back what was kept."""
        self.rule_of, self.unanchored, self._terms, self._others, self.anchors = state  # type: ignore[assignment]  # as __getstate__ gave it
        self._unpack()

    def look_up(self, words: Sequence[str], tokens: frozenset[str]) -> list[int]:
        """Return the numbers of the terms that may stand in a row of words, in order; `tokens` are its different words and marks."""
        others, is_absent, found = self.others, tokens.isdisjoint, list[int]()
        for number in self.anchors.look_up(words):
            for needed in others[number]:
                if is_absent(needed):
                    break
            else:
                found.append(number)
        return sorted(found)

    def __iter__(self) -> Iterator[tuple[Pattern, int]]:
        """Give every term with the number of its rule, without its anchors."""
        return ((self.patterns[number], rule) for number, rule in enumerate(self.rule_of))

    def __len__(self) -> int:
        """Return how many terms there are."""
        return len(self.rule_of)


class Asked(NamedTuple):
    """Numbers of expressions: of those an anchor must stand for, with words or marks of which one stands in each anchor, and of the others."""

    anchored: frozenset[int]
    words: frozenset[str]
    anywhere: tuple[int, ...]


class ContextIndex:
    """The expressions of contexts, each with a number: what no sentence holds the words for is neither compiled nor searched."""

    def __init__(
        self,
        patterns: Iterable[Pattern] = (),
        rows: Iterable[tuple[str, ...]] = (),
        frequency: Mapping[str, int] = NOTHING_KNOWN,
    ) -> None:
        """Pack the words by expression; `rows` are the very tuples of expressions that will be asked for, whose answers are packed too.

        `frequency` says how often words stand in ordinary postings.
        """
        filed = list({one.regex: _filed(one, frequency) for one in patterns}.values())
        self._regexes = [one.regex for one in filed]
        self._packed = Rows(marshal.dumps((one.others, _words_of(one, frequency))) for one in filed)
        self._anchored = frozenset(number for number, one in enumerate(filed) if one.anchors)
        self.anchors = AnchorIndex(filed)
        self._rows = tuple(filter(None, rows))
        self._forget()
        self._answers = Rows(marshal.dumps(tuple(self._answer(row))) for row in self._rows)

    def _forget(self) -> None:
        self._places = {id(row): at for at, row in enumerate(self._rows)}
        self._others: dict[int, tuple[Needed, frozenset[str]]] = {}
        self._asked: dict[int, tuple[tuple[str, ...], Asked]] = {}

    def __getstate__(self) -> tuple[object, ...]:
        """Keep only what is packed; expressions that were asked for without being known come last."""
        known = self._regexes[: len(self._packed)]
        return known, self._packed, self._anchored, self.anchors, self._rows, self._answers

    def __setstate__(self, state: tuple[object, ...]) -> None:
        """Take back what was kept."""
        self._regexes, self._packed, self._anchored, self.anchors, self._rows, self._answers = state  # type: ignore[assignment]  # as __getstate__ gave it
        self._forget()

    def asked(self, expressions: tuple[str, ...]) -> Asked:
        """Return the numbers of some expressions; one that nobody knows may stand anywhere.

        They are kept by the very tuple, which is kept too: to compare rows of long expressions takes longer than to look them up.
        """
        kept = self._asked.get(id(expressions))
        if kept is None:
            at = self._places.get(id(expressions))
            answer = self._answer(expressions) if at is None else Asked(*marshal.loads(self._answers[at]))  # noqa: S302 - written by jdgen into the user's own cache folder
            kept = self._asked[id(expressions)] = expressions, answer
        return kept[1]

    def _answer(self, expressions: tuple[str, ...]) -> Asked:
        numbers = [self._number(expression) for expression in expressions]
        anchored = self._anchored.intersection(numbers)
        words = frozenset().union(*(self._unpacked(number)[1] for number in anchored))
        return Asked(anchored, words, tuple(one for one in numbers if one not in anchored))

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {regex: number for number, regex in enumerate(self._regexes)}

    def _number(self, expression: str) -> int:
        if expression not in self._numbers:
            self._numbers[expression] = len(self._regexes)
            self._regexes.append(expression)
        return self._numbers[expression]

    def regex(self, number: int) -> str:
        """Return an expression by its number."""
        return self._regexes[number]

    def needed(self, number: int) -> Needed:
        """Return the words an expression needs besides its anchor; none of one that is not known."""
        return self._unpacked(number)[0]

    def may_stand(self, number: int, tokens: frozenset[str]) -> bool:
        """Say whether a text with these words and marks holds what an expression needs, as far as single words tell."""
        needed, words = self._unpacked(number)
        return not (words and tokens.isdisjoint(words)) and not any(map(tokens.isdisjoint, needed))

    def _unpacked(self, number: int) -> tuple[Needed, frozenset[str]]:
        if number not in self._others:
            known = number < len(self._packed)
            self._others[number] = marshal.loads(self._packed[number]) if known else ((), frozenset())  # noqa: S302 - written by jdgen into the user's own cache folder
        return self._others[number]
