"""Many phrases looked for at once in a row of words: a tree of words that is walked once from each place a phrase may begin.

Unlike the terms of phrase rules these need no expression. A phrase may name classes of words, such as `<hire>` for all the verbs of hiring, so
that a few lines stand for thousands of wordings; each step is one look into a table.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from jdgen.audit.terms import WORD, TermError
from jdgen.load.rows import Table
from jdgen.text.words import join_words

Words = tuple[str, ...]
Classes = Mapping[str, Words]
"""The classes each word belongs to, with their brackets: `hire` to `<hire>`."""

Match = tuple[int, int, int]
"""The number of a phrase's first token, of the one behind its last, and its label."""

_MARKS = frozenset(".,;:!?()=-")
_AMOUNT_BEGINS = frozenset("$0123456789")
_LETTERS = re.compile(r"(?:[a-z]\.){2,}")
_AMOUNT = r"\$ ?\d[\d,]*(?:\.\d+)?|\d+\.\d+"
_TOKEN = re.compile(rf"{_AMOUNT}|{_LETTERS.pattern}|{WORD.pattern}|[.,;:!?()=]|(?<= )-+(?= )")
_UNITS = frozenset(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"])
_TENS = frozenset(["twenty", "thirty", "forty", "fifty", "sixty", "seventy"])
AGES = frozenset(
    [f"{number}{ending}" for number in range(16, 80) for ending in ("", "s", "'s", "ish")]
    + [
        f"{ten}{ending}"
        for ten in ("twent", "thirt", "fort", "fift", "sixt", "sevent")
        for ending in ("y", "ies", "yish")
    ]
    + ["eighteen", "nineteen"]
)
_CLASS = re.compile("<[^<>]*>")
_PIECE = re.compile(r"[()\[\]|]|[^()\[\]|]+")
_WRITTEN = re.compile(rf"<[a-z0-9-]+>|_|{WORD.pattern}|[.,?:=]")
_DENYING = frozenset({"no", "not", "never", "without"})
"""Words that `_` does not stand for: they turn what a phrase says."""

_MOST_WORDS = 5
_MOST_AROUND = 12
"""How many matches before one are looked at, to see whether it is part of one of them."""

_MANY = 12
"""Places of a phrase from which on those that are the same are looked for."""

_ENDING = re.compile(r"([\w']+)\[([\w']+)\]")
"""A word with an ending that may be missing."""

_GAP = "[_] [_] [_] [_] [_]"
END = ""
"""The key under which the labels of a phrase stand that ends here; no word is empty."""


def tokens_of(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """Return the words and marks of a part of a text, each with where it stands; a number such as twenty-five is one word."""
    found: list[tuple[str, int, int]] = []
    for match in _TOKEN.finditer(text, start, end):
        token = match.group()
        if token in _UNITS and found and found[-1][0] in _TENS and match.start() - found[-1][2] == 1:
            found[-1] = found[-1][0], found[-1][1], match.end()
        else:
            found.append((token if token.isalnum() else _spelled(token), match.start(), match.end()))
    return found


def words_of(part: str) -> list[str]:
    """Return the words and marks of a part of a term that holds no brackets."""
    return _WRITTEN.findall(part)


def _spelled(token: str) -> str:
    """Return a token as phrases spell it: u.s. without its periods, and every dash as one."""
    if token[0] == "-":
        return "-"
    return token if len(token) == 1 or token[0] in _AMOUNT_BEGINS else token.replace(".", "")


Node = dict[str, Any]
"""A place in phrases: what may follow it, by word, and under END the labels of the phrases that end there."""

_First = tuple[list[Node], frozenset[str] | None]
"""Where phrases go on behind their first word, and the words they go on with; None where one may end there."""


def read_phrase(term: str, label: int) -> Node:
    """Return the beginning of a term; raise TermError where it cannot be read.

    `(a|b)` takes one of several, `[a]` may be missing, `hire[s]` has an ending that may, `_` is any word, `...` up to five, `<hire>` any word of a class, `<age>` a number of years.
    """
    pieces = _PIECE.findall(_ENDING.sub(r"(\1|\1\2)", term).replace("...", _GAP))
    node, rest = _alternatives(pieces, len(pieces), {END: (label,)})
    if rest:
        raise TermError(f"`{term}` has a `{pieces[rest - 1]}` too many")
    if END in node or "_" in node:
        raise TermError(f"`{term}` may begin with any word, expected one that is spelled")
    return node


def _alternatives(pieces: Sequence[str], at: int, behind: Node) -> tuple[Node, int]:
    """Read from the end up to the bracket that opens; return what the pieces may begin with, and where the reading stopped."""
    found: Node | None = None
    node = behind
    while at and pieces[at - 1] not in {"(", "["}:
        at -= 1
        if pieces[at] == "|":
            found, node = _joined(found, node), behind
        elif pieces[at] in {")", "]"}:
            node, at = _group(pieces, at, node)
        else:
            for word in reversed(words_of(pieces[at])):
                node = {word: [node]}
    return _joined(found, node), at


def _group(pieces: Sequence[str], at: int, behind: Node) -> tuple[Node, int]:
    """Read a group that closes at a place."""
    closing = pieces[at]
    inside, at = _alternatives(pieces, at, behind)
    if not at or pieces[at - 1] + closing not in {"()", "[]"}:
        raise TermError(f"`{''.join(pieces)}` lacks a bracket that opens")
    return inside if closing == ")" else _joined(inside, behind), at - 1


def _joined(one: Node | None, other: Node) -> Node:
    """Return a place at which either may go on. Places are told apart by being the same, for to compare all that follows them takes too long."""
    if one is None or one is other:
        return other
    joined = {**one}
    for word, below in other.items():
        joined[word] = (
            [*joined[word], *(node for node in below if all(node is not known for known in joined[word]))]
            if word in joined
            else below
        )
    return joined


class PhraseBook:
    """Phrases with their labels. They stay packed until a text is looked at."""

    def __init__(
        self, phrases: Iterable[tuple[str, int]] = (), classes: Classes | None = None, *, forms: Table | None = None
    ) -> None:
        """Join the phrases, each with its label; raise TermError for one that cannot be read. `forms` are those of a book of the same classes."""
        self._forms = Table(_forms(classes or {})) if forms is None else forms
        known = {word: [form for form in self._forms.at(word) if form[0] == "<"] for word in self._forms}
        names = frozenset[str]().union(*known.values())
        tree: Node = {}
        for term, label in phrases:
            _refuse_unknown(term, names)
            for word, below in read_phrase(term, label).items():
                for node in below:
                    tree[word] = _joined(tree.get(word), node)
        begins = {word for word, names in known.items() if not tree.keys().isdisjoint(names)}
        self._tree = Table(tree)
        self._begins = frozenset(begins | {word for word in tree if word[0] != "<"})
        self._first: dict[str, _First] = {}

    def __getstate__(self) -> tuple[object, ...]:
        """Keep only what is packed."""
        return self._forms, self._tree, self._begins

    def __setstate__(self, state: tuple[object, ...]) -> None:
        """Take back what was kept."""
        self._forms, self._tree, self._begins = state  # type: ignore[assignment]  # as __getstate__ gave it
        self._first = {}

    def beside(self, phrases: Iterable[tuple[str, int]]) -> "PhraseBook":
        """Return a book of other phrases that knows the same classes of words."""
        return PhraseBook(phrases, forms=self._forms)

    def is_held(self, words: Sequence[str]) -> bool:
        """Say whether a phrase stands in a row of words."""
        return next(self.find(words), None) is not None

    def _forms_of(self, word: str) -> Words:
        """Return what stands for a word in phrases: itself, its classes, and any word."""
        known = self._forms.get(word)
        if known.__class__ is int:
            known = self._forms.at(word)
        return known or (word, "_")

    def find(self, words: Sequence[str]) -> Iterator[Match]:
        """Give every phrase that stands in a row of words, by its beginning, the longer before the shorter."""
        begins, known = self._begins, self._first
        for at, word in enumerate(words):
            if word in begins:
                nodes, following = known.get(word) or self._first_of(word)
                if following is None or (
                    at + 1 < len(words) and not following.isdisjoint(self._forms_of(words[at + 1]))
                ):
                    yield from reversed(self._matches(nodes, words, at))

    def _matches(self, nodes: list[Node], words: Sequence[str], at: int) -> list[Match]:
        """Return what begins at one place, the shorter first; no phrase is longer than the deepest branch of the tree."""
        found: list[Match] = []
        place, count = at + 1, len(words)
        while nodes:
            for node in nodes:
                if END in node:
                    found += [(at, place, label) for label in node[END]]
            if place == count:
                break
            forms = self._forms_of(words[place])
            nodes = [below for node in nodes for form in forms if form in node for below in node[form]]
            if len(nodes) > _MANY:
                # Gaps lead to one place by many ways, twice as many with each gap.
                nodes = list({id(node): node for node in nodes}.values())
            place += 1
        return list(dict.fromkeys(found)) if len(found) > 1 else found

    def _first_of(self, word: str) -> "_First":
        """Return where phrases that begin with a word go on, and by which words."""
        nodes = [self._tree.at(form) for form in self._forms_of(word) if form in self._tree]
        ends = any(END in node for node in nodes)
        self._first[word] = first = nodes, None if ends else frozenset[str]().union(*nodes)
        return first


def _forms(classes: Classes) -> dict[str, Words]:
    """Return what stands for each word in phrases: itself, its classes, and any word, which no mark is and no word that denies."""
    known = {word: (*names, "<age>") if word in AGES else names for word, names in classes.items()}
    known = dict.fromkeys(AGES, ("<age>",)) | known
    forms = {word: (word, *names, "_") for word, names in known.items()} | {mark: (mark,) for mark in _MARKS}
    return forms | {word: (word, *known.get(word, ())) for word in _DENYING}


def _refuse_unknown(term: str, names: Iterable[str]) -> None:
    """Raise TermError for a class that is not there: the phrase would never be found."""
    for name in _CLASS.findall(term):
        if name not in names:
            raise TermError(
                f"`{term}` names `{name}`, expected one of {join_words([f'`{one}`' for one in sorted(names)])}"
            )


def longest(matches: Iterable[Match]) -> list[Match]:
    """Return the matches that are no part of a longer one, from left to right; several labels of one place stay.

    A match with many words is mostly gap, and takes nothing away from those inside of it.
    """
    kept: list[Match] = []
    for match in matches:
        if all(
            match[1] > other[1] or match[:2] == other[:2] or other[1] - other[0] > _MOST_WORDS
            for other in kept[-_MOST_AROUND:]
        ):
            kept.append(match)
    return kept
