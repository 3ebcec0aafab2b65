"""A document as the rules look at it: folded text, words, sentences, each worked out once and only when asked for."""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from copy import copy
from functools import cached_property
from itertools import accumulate, chain, pairwise
from typing import Any, NamedTuple, TypeVar

from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]  # a Rust module without stubs

from jdgen.audit.terms import FIGURE, MARKS, NUMBERS, PLAIN_WORD, WORD
from jdgen.model.document import Block, Document, Role

# One character for one character, so that offsets stay true.
_PLAIN = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | dict.fromkeys("\u2018\u2019\u02bc\u2032`", "'")
    | dict.fromkeys("\u201c\u201d\u00ab\u00bb", '"')
    | dict.fromkeys("\u00a0\u2007\u202f\t\n\r", " ")
)
_FRAGMENT_WORDS = 80
_LONGEST_SENTENCE = 1500
_LONGEST_PIECE = 4000
_OWN_END = re.compile(r"; | \| ")
_DIGIT = re.compile(r"\d")
_FIGURES = frozenset({FIGURE})
_SPELLED = frozenset(WORD.findall(NUMBERS)) | {"seventy"}
"""Words of which one stands in each number that is spelled out."""
_MAY_END = re.compile(r"[.!?;][\"\u201d)]* | \| ")
_FANCY = re.compile("[^ -_a-~]")
"""What may have to be replaced: most blocks hold none of it, and to see that is quicker than to replace nothing."""


def folded(text: str, *, lower: bool = True) -> str:
    """Return the text with plain quotes, dashes and spaces, in small letters; as long as the text itself."""
    plain = text.translate(_PLAIN) if _FANCY.search(text) else text
    return _small(plain) if lower else plain


def _small(plain: str) -> str:
    small = plain.lower()
    return small if len(small) == len(plain) else "".join(char.lower()[:1] or char for char in plain)


_NUMBERED = ("_sentence_starts", "_ends_of_blocks")
"""What is worked out anew where sentences are cut: it counts them."""


class Sentence(NamedTuple):
    """A sentence of one block: `start` and `end` count in the folded text of the whole document."""

    start: int
    end: int
    block: int


_Found = TypeVar("_Found")


class View:
    """One document, prepared for matching. Offsets without other word count in `text`, where blocks stand one a line."""

    def __init__(self, document: Document, *, line_role: Role | None = None) -> None:
        """Fold the text; `line_role` is the section of a document that is a single line."""
        self.document = document
        self._line_role = line_role
        self.blocks = document.blocks
        texts = [block.text for block in self.blocks]
        plain = [text.translate(_PLAIN) if _FANCY.search(text) else text for text in texts]
        self.cased = "\n".join(plain)
        small = self.cased.lower()
        self.text = small if len(small) == len(self.cased) else "\n".join(map(_small, plain))
        self.block_starts = list(accumulate((len(text) + 1 for text in texts[:-1]), initial=0)) if texts else []
        self._kept: dict[tuple[Hashable, ...], Any] = {}

    def once(self, find: "Callable[..., _Found]", *given: Hashable) -> _Found:
        """Return what `find` finds in this document with what is given; it is looked for only the first time."""
        key = (find, *given)
        if key not in self._kept:
            self._kept[key] = find(self, *given)
        return self._kept[key]  # type: ignore[no-any-return]  # kept by what found it

    def cut(self, cuts: Mapping[int, tuple[int, ...]]) -> "View":
        """Return the same document with some sentences, by their number, cut at offsets into several."""
        view = copy(self)
        view._kept = {}
        for name in _NUMBERED:
            view.__dict__.pop(name, None)
        pieces = {number: list(_pieces(self.all_sentences[number], offsets)) for number, offsets in cuts.items()}
        words = {number: [WORD.findall(self.text, *one[:2]) for one in found] for number, found in pieces.items()}
        marks = {
            number: [MARKS & {*self.text[one.start : one.end]} for one in found] for number, found in pieces.items()
        }
        view.all_sentences = _spliced(self.all_sentences, pieces)
        view.sentence_words = _spliced(self.sentence_words, words)
        view.sentence_vocabularies = _spliced(
            self.sentence_vocabularies, {number: list(map(frozenset, found)) for number, found in words.items()}
        )
        view._sentence_marks = _spliced(self._sentence_marks, marks)
        view.sentence_tokens = _spliced(
            self.sentence_tokens,
            {number: list(map(self._tokens_of, pieces[number], words[number], marks[number])) for number in cuts},
        )
        return view

    @cached_property
    def words(self) -> list[str]:
        """Every word in reading order."""
        return list(chain.from_iterable(self.sentence_words))

    @property
    def word_count(self) -> int:
        """How many words there are."""
        return len(self.words)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every different word."""
        return frozenset(self.words)

    @cached_property
    def _with_apostrophe(self) -> dict[str, list[str]]:
        """The different words with an apostrophe, and what stands before and behind it: an expression takes that for whole words."""
        return {word: word.split("'") for word in self.vocabulary if "'" in word}

    @cached_property
    def is_fragment(self) -> bool:
        """Say whether this is only a piece of a posting: what is missing cannot be judged."""
        headings = sum(block.kind == "heading" for block in self.blocks)
        return (
            self.word_count < _FRAGMENT_WORDS and headings < 2 and not self.document.stated and not self.document.markup
        )

    def block_at(self, offset: int) -> int:
        """Return the number of the block at an offset."""
        return bisect_right(self.block_starts, offset) - 1

    def role(self, block: int) -> Role:
        """Return the role of a block's section."""
        return self._line_role or (self.blocks[block].role if self.blocks else "other")

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a span stands in the document's source; without any words, at its beginning."""
        if not self.blocks:
            return 0, 0
        block = self.block_at(start)
        shift = self.block_starts[block]
        whole: Block = self.blocks[block]
        if start == end:
            return (whole.source_offset(start - shift),) * 2
        last = min(max(end - 1 - shift, start - shift), max(len(whole.text) - 1, 0))
        return whole.source_offset(start - shift), whole.source_end(last, self.document.source)

    def words_at(self, start: int, end: int) -> str:
        """Return the words of a span as the document spells them, quotes and dashes and all."""
        if not self.blocks:
            return ""
        block = self.block_at(start)
        shift = self.block_starts[block]
        return self.blocks[block].text[start - shift : end - shift]

    @cached_property
    def all_sentences(self) -> list[Sentence]:
        """Every sentence in reading order; headings, cells of a table and short items are one. The library is asked only where there may be more."""
        found: list[Sentence] = []
        for number, (block, start) in enumerate(zip(self.blocks, self.block_starts, strict=True)):
            text, begin = block.text, 0
            if len(text) <= _LONGEST_SENTENCE and not _MAY_END.search(text):
                found.append(Sentence(start, start + len(text), number))
                continue
            for end in _boundaries(text):
                found.append(Sentence(start + begin, start + end, number))
                begin = end
        return found

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.all_sentences]

    def sentence_number(self, offset: int) -> int:
        """Return the number of the sentence an offset lies in."""
        return max(bisect_right(self._sentence_starts, offset) - 1, 0)

    @cached_property
    def sentence_words(self) -> list[list[str]]:
        """The words of every sentence, in order."""
        text, words_of = self.text, PLAIN_WORD.findall if self.text.isascii() else WORD.findall
        return [words_of(text, start, end) for start, end, _ in self.all_sentences]

    @cached_property
    def _sentence_marks(self) -> list[frozenset[str]]:
        """The different marks of every sentence."""
        found: dict[int, set[str]] = {}
        for mark in MARKS:
            at = self.text.find(mark)
            while at != -1:
                number = self.sentence_number(at)
                found.setdefault(number, set()).add(mark)
                at = self.text.find(mark, max(self.all_sentences[number].end, at + 1))
        return [frozenset(found.get(number, ())) for number in range(len(self.all_sentences))]

    @cached_property
    def sentence_tokens(self) -> list[frozenset[str]]:
        """The different words and marks of every sentence, and whether it holds a number."""
        return list(map(self._tokens_of, self.all_sentences, self.sentence_vocabularies, self._sentence_marks))

    def _tokens_of(self, sentence: Sentence, words: Collection[str], marks: frozenset[str]) -> frozenset[str]:
        has_digit = sentence.block in self.blocks_with_digits and _DIGIT.search(self.text, sentence.start, sentence.end)
        if has_digit or not _SPELLED.isdisjoint(words):
            return _FIGURES.union(words, marks)
        return marks.union(words) if marks or not isinstance(words, frozenset) else words

    def tokens(self, first: int, last: int) -> frozenset[str]:
        """Return the different words of the sentences from one number to another, and the marks in them."""
        return self.sentence_tokens[first] if first == last else self.once(_tokens, first, last)

    def row(self, first: int, last: int) -> list[str]:
        """Return the words of the sentences from one number to another in order, and then the different marks in them."""
        if first == last and not self._sentence_marks[first]:
            return self.sentence_words[first]
        return self.once(_row, first, last)

    def sentences_within(self, place: tuple[int, int]) -> tuple[int, int]:
        """Return the numbers of the first and the last sentence that a part of the text lies in."""
        start, end = place
        first = self.sentence_number(start)
        last = first if end <= self.all_sentences[first].end else self.sentence_number(max(end - 1, start))
        return first, last

    def sentences_beside(self, number: int) -> tuple[int, int]:
        """Return the numbers of the first and the last sentence of the block around a sentence."""
        return self._ends_of_blocks[self.all_sentences[number].block]

    @cached_property
    def _ends_of_blocks(self) -> dict[int, tuple[int, int]]:
        """The numbers of the first and the last sentence of every block."""
        found: dict[int, tuple[int, int]] = {}
        for number, sentence in enumerate(self.all_sentences):
            found[sentence.block] = found.get(sentence.block, (number, number))[0], number
        return found

    @cached_property
    def sentence_vocabularies(self) -> list[frozenset[str]]:
        """The different words of every sentence."""
        return [frozenset(words) for words in self.sentence_words]

    @cached_property
    def block_vocabularies(self) -> list[frozenset[str]]:
        """The different words of every block."""
        words = self.sentence_vocabularies
        places = (self._ends_of_blocks.get(block, (0, -1)) for block in range(len(self.blocks)))
        return [
            words[first] if first == last else frozenset().union(*words[first : last + 1]) for first, last in places
        ]

    def blocks_with_words(self, *needs: frozenset[str], owned: bool = False) -> list[int]:
        """Return the numbers of the blocks that hold a word of each of some sets, `owned` also with an ending such as `'s`."""
        found: list[int] | None = None
        for words in needs:
            near = self.vocabulary & words
            if owned:
                near |= {word for word, parts in self._with_apostrophe.items() if not words.isdisjoint(parts)}
            among = range(len(self.blocks)) if found is None and near else found or ()
            found = [number for number in among if not near.isdisjoint(self.block_vocabularies[number])]
        return found or []

    def span_of_block(self, number: int) -> tuple[int, int]:
        """Return where a block starts and ends."""
        start = self.block_starts[number]
        return start, start + len(self.blocks[number].text)

    def blocks_with(self, letters: Iterable[str], text: str = "") -> Iterator[tuple[int, int, int]]:
        """Give the number of each block that holds some letters, in order, with where it starts and ends; `text` is another spelling of the view's.

        An expression that needs these letters, and does not reach from one block into another, has to be looked for nowhere else.
        """
        text, found = text or self.text, set[int]()
        for some in letters:
            at = text.find(some)
            while at != -1:
                number = self.block_at(at)
                found.add(number)
                at = text.find(some, self.span_of_block(number)[1])
        for number in sorted(found):
            yield number, *self.span_of_block(number)

    @cached_property
    def blocks_with_digits(self) -> frozenset[int]:
        """The numbers of the blocks that hold a digit."""
        return frozenset(number for number, block in enumerate(self.blocks) if _DIGIT.search(block.text))

    def sentence_numbers_of(self, block: int) -> tuple[int, int]:
        """Return the numbers of the first and the last sentence of a block."""
        return self._ends_of_blocks[block]


def _pieces(sentence: Sentence, cuts: tuple[int, ...]) -> Iterator[Sentence]:
    """Give the parts of a sentence that is cut at offsets."""
    for start, end in pairwise((sentence.start, *cuts, sentence.end)):
        yield Sentence(start, end, sentence.block)


_Item = TypeVar("_Item")


def _spliced(items: Iterable[_Item], pieces: Mapping[int, list[_Item]]) -> list[_Item]:
    """Return what is known of sentences, with that of the pieces of those that are cut."""
    return list(chain.from_iterable(pieces.get(number, (item,)) for number, item in enumerate(items)))


def _tokens(view: View, first: int, last: int) -> frozenset[str]:
    return frozenset().union(*view.sentence_tokens[first : last + 1])


def _row(view: View, first: int, last: int) -> list[str]:
    marks = frozenset[str]().union(*view._sentence_marks[first : last + 1])
    return [*chain.from_iterable(view.sentence_words[first : last + 1]), *marks]


def _cuts(text: str) -> Iterator[int]:
    """Give places to cut a very long block at, since the library takes more than linear time for some of them."""
    at = _LONGEST_PIECE
    while at < len(text):
        space = text.rfind(" ", at - _LONGEST_SENTENCE, at)
        at = space + 1 if space > 0 else at
        yield at
        at += _LONGEST_PIECE


def _boundaries(text: str) -> list[int]:
    """Return where sentences end: the library's, those at semicolons and cells, and a limit for text that has none of them."""
    ends = set(_cuts(text)) | {len(text)}
    for begin, end in pairwise((0, *sorted(ends))):
        ends |= {begin + boundary["end_index"] for boundary in get_sentence_boundaries("en", text[begin:end])}
    ends |= {match.end() for match in _OWN_END.finditer(text)}
    cut: list[int] = []
    begin = 0
    for end in sorted(ends):
        while end - begin > _LONGEST_SENTENCE:
            space = text.rfind(" ", begin, begin + _LONGEST_SENTENCE)
            begin = space + 1 if space > begin else begin + _LONGEST_SENTENCE
            cut.append(begin)
        if end > begin:
            cut.append(end)
            begin = end
    return cut or [len(text)]
