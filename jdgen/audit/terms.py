"""The small language rules name words in, compiled to bounded regular expressions with the words that must occur.

A term is looked for only where one of its anchors occurs, so a text is read once however many terms there are. Nothing in the language
repeats without bound: matching is linear in the text.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import chain, islice, product
from math import prod
from typing import NamedTuple

from jdgen.text.states import STATES

WORD = re.compile(r"[^\W_]++(?:'[^\W_]++)*+")
"""What counts as a word of folded text."""

PLAIN_WORD = re.compile(r"[a-z0-9]++(?:'[a-z0-9]++)*+")
"""The same in small letters of ASCII, which most texts are made of, and found sooner."""

NUMBERS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|twenty[ -]one|twenty[ -]five|thirty|forty|fifty|sixty"
_WILD = {
    "number": rf"(?:\d+(?:[.,]\d+)*|{NUMBERS})",
    "age": r"(?:[1-9]\d(?:'?s)?|eighteen|twenty(?:[ -](?:one|five))?|thirty(?:[ -]five)?|forty(?:[ -]five)?|fifty(?:[ -]five)?|sixty(?:[ -]five)?|seventy)",
    "money": r"\$ ?\d+(?:[.,]\d+)*(?: ?k\b)?",
    "name": r"[^\W\d_][\w.&'-]*(?: [^\W\d_][\w.&'-]*){0,3}",
    "state": "(?:" + "|".join(sorted((name.lower() for name in STATES.values()), key=len, reverse=True)) + ")",
}
_GAP = r"(?:[^\s;]+ ){0,5}?"
_ANY_WORD = r"[^\s,.;:!?()]+"
_SEPARATOR = r"[,)]?[ -]\(?"
_MOST_SPELLINGS = 80
_MOST_SPELLINGS_OF_ONE = 2000
MARKS = frozenset('$+#%{}_/:@*&=<>"!?;')
"""Characters that a text is searched for as if they were words: where a term spells one, each match holds it."""

FIGURE = "<figure>"
"""What stands among the words of a sentence that holds a number, in digits or spelled out."""

_OF_FIGURES = frozenset({"number", "age"})
_UNSEEN = 0.5
_RARER_WITH_EACH_WORD = 0.15
NOTHING_KNOWN: Mapping[str, int] = {}


Words = tuple[str, ...]


class Pattern(NamedTuple):
    """One term: where to look, and what to match there in folded text."""

    term: str
    regex: str
    anchors: frozenset[Words]
    """Runs of words of which one must stand where the term matches: the rarest part of the term, in every spelling."""
    others: tuple[frozenset[str], ...] = ()
    """Sets of words: where one of them has no word in the sentence, the term cannot match."""


class TermError(ValueError):
    """A term that cannot be read, or that no word anchors."""


def compile_term(
    term: str,
    *,
    exact_case: bool = False,
    anchored: bool = True,
    marks: bool = False,
    frequency: Mapping[str, int] = NOTHING_KNOWN,
) -> Pattern:
    """Compile one term; raise TermError where it cannot be read, or where it has to be `anchored` and no word must occur.

    With `marks`, the others ask for the MARKS in the term too: the sentences it is looked for in must count theirs among their words.
    `frequency` tells how often words stand in ordinary postings: the term is looked for at its rarest words.
    """
    sequence = _parsed(term if exact_case else term.lower(), term)
    anchors, others = _anchors_and_others(sequence, frequency, marks=marks)
    if anchored and not anchors:
        raise TermError(f"`{term}` has no word that must occur, expected at least one outside of optional parts")
    if marks:
        others = (*_sets_of_marks(sequence), *others)
    return Pattern(term, _bounded(sequence), anchors, others)


def compile_context(term: str, frequency: Mapping[str, int] = NOTHING_KNOWN) -> Pattern:
    """Compile a term that is looked for around another one: it may do without an anchor, and its others ask for the MARKS it needs."""
    return compile_term(term, anchored=False, marks=True, frequency=frequency)


def _parsed(text: str, term: str) -> "_Sequence":
    sequence = _Parser(text).parse()
    if sequence and sequence[-1] == (_Wild("..."),):
        raise TermError(f"`{term}` ends with a gap, expected a word after it")
    return sequence


def _bounded(sequence: "_Sequence") -> str:
    return rf"(?<![^\W_]){_regex(sequence)}(?!'?[^\W_])"


# A parsed term is a list of words; a word is a list of pieces; a piece is a text, a wildcard, or a choice between sequences.
class _Choice(NamedTuple):
    options: tuple["_Sequence", ...]
    optional: bool = False


class _Wild(NamedTuple):
    name: str


_Piece = str | _Choice | _Wild
_Word = tuple[_Piece, ...]
_Sequence = tuple[_Word, ...]


class _Parser:
    """Reads one term; brackets nest."""

    def __init__(self, term: str) -> None:
        self._term = term
        self._pieces = re.findall(r"\.\.\.|<[a-z]+>|[()\[\]|]|[ -]+|[^()\[\]| <>-]+", term)
        if "".join(self._pieces) != term:
            raise TermError(f"`{term}` holds a character that means nothing in a term")
        self._at = 0

    def parse(self) -> _Sequence:
        sequence = self._sequence()
        if self._at < len(self._pieces):
            raise TermError(f"`{self._term}` has a `{self._pieces[self._at]}` too many")
        return sequence

    def _sequence(self) -> _Sequence:
        words: list[_Word] = []
        word: list[_Piece] = []
        while self._at < len(self._pieces) and self._pieces[self._at] not in {")", "]", "|"}:
            piece = self._pieces[self._at]
            self._at += 1
            if not piece.strip(" -"):
                words, word = [*words, tuple(word)] if word else words, []
            else:
                word.append(self._piece(piece))
        return tuple([*words, tuple(word)] if word else words)

    def _piece(self, piece: str) -> _Piece:
        if piece == "(":
            return self._choice(")", optional=False)
        if piece == "[":
            return self._choice("]", optional=True)
        if piece in {"...", "_"}:
            return _Wild(piece)
        if piece.startswith("<"):
            if piece[1:-1] not in _WILD:
                raise TermError(f"`{self._term}` names `{piece}`, expected one of <{'>, <'.join(_WILD)}>")
            return _Wild(piece[1:-1])
        return piece

    def _choice(self, end: str, *, optional: bool) -> _Choice:
        options = [self._sequence()]
        while self._at < len(self._pieces) and self._pieces[self._at] == "|":
            self._at += 1
            options.append(self._sequence())
        if self._at == len(self._pieces) or self._pieces[self._at] != end:
            raise TermError(f"`{self._term}` lacks a `{end}`")
        self._at += 1
        return _Choice(tuple(options), optional or () in options)


def _regex(sequence: _Sequence) -> str:
    """Write a sequence; an optional word and a gap take the space beside them along."""
    parts: list[str] = []
    pending = ""  # the separator before the next word, once there is a word before it
    for index, word in enumerate(sequence):
        text = _word_regex(word)
        if word == (_Wild("..."),):
            parts.append(f"{pending}{_GAP}")
            pending = ""
        elif len(word) == 1 and isinstance(word[0], _Choice) and word[0].optional:
            first = not pending and index == 0
            parts.append(f"(?:{text}{_SEPARATOR})?" if first or not pending else f"(?:{pending}{text})?")
        else:
            parts.append(f"{pending}{text}")
            pending = _SEPARATOR
    return "".join(parts)


def _word_regex(word: _Word) -> str:
    return "".join(_piece_regex(piece, alone=len(word) == 1) for piece in word)


def _piece_regex(piece: _Piece, *, alone: bool) -> str:
    if isinstance(piece, str):
        return re.escape(piece)
    if isinstance(piece, _Wild):
        return _ANY_WORD if piece.name == "_" else _WILD.get(piece.name, _GAP)
    options = "|".join(_regex(option) for option in piece.options if option)
    return f"(?:{options})" if alone or not piece.optional else f"(?:{options})?"


def _anchors_and_others(
    sequence: _Sequence, frequency: Mapping[str, int], *, marks: bool
) -> tuple[frozenset[Words], tuple[frozenset[str], ...]]:
    """Return the rarest run of words in every spelling, and a set of words for each single word outside of it, the rarest set first."""
    spelled = [_word_spellings(word) for word in sequence]
    windows = [
        (cost, first, last, runs)
        for first in range(len(spelled))
        for last in range(first + 1, len(spelled) + 1)
        if (runs := _joined(spelled[first:last])) and (cost := _cost(runs, frequency)) is not None
    ]
    if not windows:
        return frozenset(), ()
    _, first, last, runs = min(windows, key=lambda window: window[0])
    outside = [_sure_words(word, frequency, marks=marks) for word in (*sequence[:first], *sequence[last:])]
    return frozenset(runs), tuple(sorted(filter(None, outside), key=lambda words: _cost_of(words, frequency)))


def _sets_of_marks(sequence: _Sequence) -> tuple[frozenset[str], ...]:
    return tuple(frozenset({mark}) for mark in sorted(_sure_marks(sequence)))


def _sure_marks(sequence: _Sequence) -> frozenset[str]:
    """Return the marks that stand in every match of a sequence."""
    return frozenset(chain.from_iterable(_marks_of(piece) for word in sequence for piece in word))


def _marks_of(piece: _Piece) -> frozenset[str]:
    if isinstance(piece, str):
        return MARKS & set(piece)
    if isinstance(piece, _Wild):
        return frozenset("$" if piece.name == "money" else ())
    return frozenset() if piece.optional else frozenset.intersection(*map(_sure_marks, piece.options))


def _joined(spelled: list[list[Words] | None]) -> list[Words] | None:
    """Return every way to write words side by side; None where one cannot be spelled out, or there are too many ways."""
    most = _MOST_SPELLINGS if len(spelled) > 1 else _MOST_SPELLINGS_OF_ONE
    if any(words is None for words in spelled) or prod(len(words or ()) for words in spelled) > most:
        return None
    return [tuple(chain.from_iterable(parts)) for parts in product(*(words or () for words in spelled))]


def _cost(runs: list[Words], frequency: Mapping[str, int]) -> float | None:
    """Estimate how often runs of words stand in ordinary text; None where one of them is empty."""
    if () in runs:
        return None
    return sum(
        min(frequency.get(word, 0) + _UNSEEN for word in run) * _RARER_WITH_EACH_WORD ** (len(run) - 1) for run in runs
    )


def _cost_of(words: frozenset[str], frequency: Mapping[str, int]) -> float:
    return sum(frequency.get(word, 0) + _UNSEEN for word in words)


def _sure_words(word: _Word, frequency: Mapping[str, int], *, marks: bool) -> frozenset[str]:
    """Return words of which one stands wherever a word of a term does, of a choice one for each way to write it; none where one needs none."""
    runs = _word_spellings(word)
    if runs and () not in runs:
        return _rarest_words(runs, frequency)
    piece = word[0]
    if marks and isinstance(piece, _Wild) and piece.name in _OF_FIGURES:
        return frozenset({FIGURE})
    if len(word) > 1 or not isinstance(piece, _Choice) or piece.optional:
        return frozenset()
    options = [_sure_words_of(option, frequency, marks=marks) for option in piece.options]
    return frozenset().union(*options) if all(options) else frozenset()


def _sure_words_of(sequence: _Sequence, frequency: Mapping[str, int], *, marks: bool) -> frozenset[str]:
    """Return the rarest words that one way to write a choice cannot do without, or a mark, which is rarer than most words."""
    sets = [_sure_words(word, frequency, marks=marks) for word in sequence]
    sets += _sets_of_marks(sequence) if marks else []
    return min(filter(None, sets), key=lambda words: _cost_of(words, frequency), default=frozenset())


def _rarest_words(runs: list[Words], frequency: Mapping[str, int]) -> frozenset[str]:
    return frozenset(min(run, key=lambda word: (frequency.get(word, 0), -len(word))) for run in runs)


def _word_spellings(word: _Word) -> list[Words] | None:
    """Return every way to write one word of a term, which may be a choice of several words; None for wildcards."""
    if len(word) == 1 and isinstance(word[0], _Choice):
        found: list[Words] = [()] if word[0].optional else []
        for option in word[0].options:
            runs = _joined([_word_spellings(part) for part in option])
            if runs is None:
                return None
            found += runs
        return list(dict.fromkeys(found))
    spellings = list(islice(_spellings(word), _MOST_SPELLINGS_OF_ONE + 1))
    if not spellings or len(spellings) > _MOST_SPELLINGS_OF_ONE:
        return None
    return [tuple(WORD.findall(spelling.lower())) for spelling in spellings]


def _spellings(word: _Word) -> Iterator[str]:
    """Return every way to write a word made of pieces; none where a wildcard or several words are part of it."""
    choices: list[list[str]] = []
    for piece in word:
        if isinstance(piece, _Wild):
            return
        options = [piece] if isinstance(piece, str) else _choice_spellings(piece)
        if not options:
            return
        choices.append(options)
    yield from ("".join(parts) for parts in product(*choices))


def _choice_spellings(choice: _Choice) -> list[str]:
    found = [""] if choice.optional else []
    for option in choice.options:
        words = [list(_spellings(word)) for word in option]
        if len(words) > 1 and not 0 < prod(map(len, words)) <= _MOST_SPELLINGS:
            return []
        found += map(" ".join, product(*words) if words else ())
    return found
