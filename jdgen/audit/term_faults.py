"""What is wrong in a term: it cannot be read, holds too much, or names what is not there; of a row of words also that no text is ever read as it."""

import re
from collections.abc import Collection, Iterator

from jdgen.audit.phrase_book import read_phrase, tokens_of, words_of
from jdgen.audit.setting_shapes import Wrong
from jdgen.audit.term_limits import excess
from jdgen.audit.term_lists import Lists, in_full
from jdgen.audit.terms import TermError, compile_term
from jdgen.audit.view import folded
from jdgen.text.closest import did_you_mean
from jdgen.text.problem import quoted
from jdgen.text.words import join_words

AGE = "<age>"
"""The class of numbers that can be an age, which is always there."""

_LONGEST = 1000
_CLASS = re.compile("<[^<>]*>")
_NOT_SPELLED = re.compile(r"<[^<>]*>|\.\.\.|[()\[\]|_]")
"""What stands between the parts of a term that are spelled out."""

_ENDING = re.compile(r"(?<=[^\W_])\[[^\W_]+\]")
"""An ending that may be missing belongs to the word before it."""


def term_faults(term: str, lists: Lists, *, exact_case: bool = False, anchored: bool = False) -> Iterator[Wrong]:
    """Give what is wrong in a term that becomes an expression; `lists` are those it may name."""
    try:
        for one in in_full((term,), lists):
            if too_much := excess(one):
                yield Wrong(too_much)
            else:
                compile_term(one, exact_case=exact_case, anchored=anchored)
    except TermError as error:
        yield Wrong(str(error), did_you_mean(term[1:], lists) if term.startswith("@") else None)


def phrase_faults(term: str, classes: Collection[str]) -> Iterator[Wrong]:
    """Give what is wrong in a row of words, as traits and stances have them; `classes` are the classes of words with their brackets."""
    if term.startswith("@"):
        yield Wrong(f"{quoted(term)} is a list, and lists are for terms, `unless` and the like", "write the words out")
    elif len(term) > _LONGEST:
        yield Wrong(
            f"{quoted(term)} has {len(term):,} characters, expected at most {_LONGEST:,}", "make several terms of it"
        )
    elif too_much := excess(term):
        yield Wrong(too_much)
    else:
        yield from _unread(term, classes)


def _unread(term: str, classes: Collection[str]) -> Iterator[Wrong]:
    known = sorted({AGE, *classes})
    strange = [name for name in _CLASS.findall(term) if name not in known]
    for name in strange:
        hint = did_you_mean(name, known) or f"there are {join_words([f'`{one}`' for one in known])}"
        yield Wrong(f"{quoted(term)} names {quoted(name)}, and there is no such class of words", hint)
    if not strange:
        try:
            read_phrase(term, 0)
        except TermError as error:
            yield Wrong(str(error))
    for part in _NOT_SPELLED.split(_ENDING.sub("", term)):
        if wrong := word_fault(part):
            yield wrong


def word_fault(part: str, *, alone: bool = False) -> Wrong | None:
    """Say whether words, as they stand in a term, are never what a text is read as; one that stands `alone` must be one word there too."""
    small = folded(part)
    if small != part:
        return Wrong(
            f"{quoted(part)} never matches: texts are read in small letters, with plain quotation marks",
            f"write {quoted(small)}",
        )
    read = [token for token, _, _ in tokens_of(part, 0, len(part))]
    if read != ([part] if alone else words_of(part)):
        return Wrong(
            f"{quoted(part)} never matches: in a text it is read as {quoted(' '.join(read))}",
            f"write {quoted(' '.join(read))}",
        )
    return None
