"""What markup says beyond the text around it: normally the same words, so that only sentences which stand nowhere else join the document.

A sentence stands in the text when each four of its words in a row do; one of fewer words, when a line, a sentence or a clause begins or ends with them.
So everything is looked at once, however long it is, and no word is read twice.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from jdgen.ingest.line_breaks import mended
from jdgen.ingest.pieces import Piece, Told, cut_runs
from jdgen.ingest.sections import assemble
from jdgen.model.document import Block, Section

_WORD = re.compile(r"[^\W_]+")
_END = re.compile(r"(?<!\b[A-Z])[.!?;][\"')\u2019\u201d]{0,3}\s+")
"""The end of a sentence; a letter with a period, as in U.S., is none."""
_CLAUSE = re.compile(r"[.,:;!?|()\[\]\"\u2013\u2014\u201c\u201d\u2022\u00b7]")
_RUN = 4

_ENOUGH = 40
"""Below so many words a page without a title is filled by a program, which takes them from the markup."""

_MUCH, _SHARE = 8, 0.2
"""So many words of a description, and such a part of it, make it another text than the page."""


class Read(NamedTuple):
    """Blocks, the sections they stand in, and what is to be said about the reading."""

    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    notes: tuple[str, ...] = ()


def with_markup(pieces: Sequence[Piece], told: Sequence[Told]) -> Read:
    """Return the blocks of a text and, behind them, those of its markup that it does not say."""
    text = Told(tuple(pieces))
    whole = _read(text)
    described = next((one for one in told if one.role is None), None)
    is_filled = described is not None and not _has_title(whole) and _count(whole.blocks) < _ENOUGH
    if described and is_filled:
        told = [text, *(one for one in told if one is not described)]
        whole = _read(described)
    grown = _Grown(whole)
    for one in told:
        grown.add(one, may_differ=is_filled)
    return Read(tuple(grown.blocks), tuple(grown.sections), tuple(grown.notes))


def _read(told: Told) -> Read:
    """Return the words of markup as blocks: a field is a section of its own."""
    if told.role is None:
        return Read(*assemble(list(mended(told.pieces))))
    role = told.role
    blocks = (Block(one.kind, one.text, role, 0, one.runs, one.level) for one in mended(told.pieces))
    return Read(tuple(blocks), (Section(role),))


class _Grown:
    """What was read so far; words of markup join it where they are new, and count as said from then on."""

    def __init__(self, whole: Read) -> None:
        self.blocks = list(whole.blocks)
        self.sections = list(whole.sections)
        self.notes = list(whole.notes)
        self._has_title = _has_title(whole)
        self._said = _Said()
        for block in whole.blocks:
            self._said.add(block.text)

    def add(self, told: Told, *, may_differ: bool) -> None:
        """Add what is new of a title and a description, or of a field."""
        read = _read(told)
        new = [part for block in read.blocks for part in _unsaid(block, self._said, has_title=self._has_title)]
        for block in new:
            self._said.add(block.text)
        if not (may_differ or told.role):
            self.notes += _differing(new, read.blocks)
        used = sorted({block.section for block in new})
        numbers = {number: len(self.sections) + index for index, number in enumerate(used)}
        self.blocks += (block._replace(section=numbers[block.section]) for block in new)
        self.sections += (read.sections[number] for number in used)


def _unsaid(block: Block, said: "_Said", *, has_title: bool) -> Iterator[Block]:
    """Yield the parts of a block that are said nowhere; there is one title, and another one is a line like others."""
    if has_title and block.kind == "heading" and block.level == 1:
        if block.role != "title":
            block = block._replace(level=2)
        elif said.has_each_word(block.text):
            return
        else:
            block = block._replace(kind="paragraph", level=0)
    start: int | None = None
    for begin, end in _sentences(block.text):
        is_said = said.has(block.text[begin:end])
        if is_said and start is not None:
            yield _cut(block, start, begin)
        start = None if is_said else (begin if start is None else start)
    if start is not None:
        yield _cut(block, start, len(block.text))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for end in _END.finditer(text):
        yield begin, end.end()
        begin = end.end()
    if begin < len(text):
        yield begin, len(text)


def _cut(block: Block, start: int, end: int) -> Block:
    text = block.text[start:end].rstrip()
    return block._replace(text=text, runs=cut_runs(block.runs, start, start + len(text)))


def _differing(unsaid: Iterable[Block], described: Iterable[Block]) -> Iterator[str]:
    """Yield a note where a description says much that the text around it does not."""
    new, all_words = (_count(block for block in blocks if block.role != "title") for blocks in (unsaid, described))
    if new >= _MUCH and new >= _SHARE * all_words:
        yield (
            f"the JSON-LD description and the page differ: sentences with {new} of its {all_words} words stand only in the description; "
            "make both the same, as Google asks"
        )


def _count(blocks: Iterable[Block]) -> int:
    return sum(len(_WORD.findall(block.text)) for block in blocks)


def _has_title(read: Read) -> bool:
    return any(block.role == "title" or (block.kind == "heading" and block.level == 1) for block in read.blocks)


class _Said:
    """The words that were read, as runs of four and as the ends of clauses; kept as numbers, which take little room."""

    def __init__(self) -> None:
        self._runs: set[int] = set()
        self._ends: set[int] = set()
        self._words: set[str] = set()
        self._last: list[str] = []

    def add(self, text: str) -> None:
        """Take the words of a block."""
        words = [*self._last, *_words(text)]
        self._words.update(words)
        self._runs.update(_runs(words))
        self._last = words[1 - _RUN :]
        sentences = (text[start:end] for start, end in _sentences(text))
        for part in {text, *sentences, *_CLAUSE.split(text)}:
            ends = _words(part)
            for length in range(1, min(_RUN, len(ends) + 1)):
                self._ends |= {hash(tuple(ends[:length])), hash(tuple(ends[-length:]))}

    def has(self, text: str) -> bool:
        """Say whether the words of a sentence were read."""
        words = _words(text)
        if len(words) < _RUN:
            return not words or hash(tuple(words)) in self._ends
        return all(run in self._runs for run in _runs(words))

    def has_each_word(self, text: str) -> bool:
        """Say whether every word was read, be it elsewhere."""
        return self._words.issuperset(_words(text))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _runs(words: Sequence[str]) -> Iterator[int]:
    return map(hash, zip(*(words[start:] for start in range(_RUN)), strict=False))
