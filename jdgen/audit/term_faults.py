"""What is wrong in a term: it cannot be read, holds too much, or names what is not there; of a row of words also that no text is ever read as it."""

import re
from collections.abc import Collection, Iterator

from jdgen.audit.phrase_book import END, Node, read_phrase, tokens_of, words_of
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

_MARK = re.compile(r"(?<!\.)[.,?:=](?!\.)")
_ENDING = re.compile(r"(?<=[^\W_])\[[^\W_]+\]")
"""An ending that may be missing belongs to the word before it."""


_FOREIGN = re.compile(
    r"\.[*+]|\*|\\.?|\^|\(\?|\[[0-9a-z]-[0-9a-z]\]|\{\d|[^\W\d_]\$(?![^|)\]])|(?<!\.)\.\.(?!\.)|\.{4,}|\u2026",
    re.IGNORECASE,
)
"""Signs that regular expressions and word processors have, and terms have not."""

_TERMS_ARE = "a term is no regular expression: write `...` for up to five words between, `_` for any word, and `(a|b)` for one of several"

_GLUED = re.compile(r"[^\W_][(\[]|[)\]][^\W_]")
"""A bracket that stands in a word: rows of words have only endings there."""

_CLOSING = {"(": ")", "[": "]"}


def term_faults(term: str, lists: Lists, *, exact_case: bool = False, anchored: bool = False) -> Iterator[Wrong]:
    """Give what is wrong in a term that becomes an expression; `lists` are those it may name."""
    try:
        for one in in_full((term,), lists):
            if wrong := _unlike_a_term(one):
                yield wrong
            else:
                compile_term(one, exact_case=exact_case, anchored=anchored)
    except TermError as error:
        yield Wrong(str(error), did_you_mean(term[1:], lists) if term.startswith("@") else None)


def _unlike_a_term(term: str) -> Wrong | None:
    """Say what of a term is too much, is left open, or means nothing in one."""
    if too_much := excess(term):
        return Wrong(too_much)
    plain = folded(term, lower=False)
    if plain != term:
        return Wrong(
            f"{quoted(term)} never matches: texts are read with plain quotation marks, dashes and spaces",
            f"write {quoted(plain)}",
        )
    if foreign := _FOREIGN.search(term):
        return Wrong(
            f"{quoted(term)} never matches: {quoted(foreign.group())} has no meaning in a term and is looked for as it stands",
            _TERMS_ARE,
        )
    return _wrong_bracket(term)


def _wrong_bracket(term: str) -> Wrong | None:
    waiting: list[str] = []
    for mark in re.findall(r"[()\[\]]", term):
        if mark in _CLOSING:
            waiting.append(_CLOSING[mark])
        elif not waiting:
            return Wrong(f"{quoted(term)} has a `{mark}` too many: no bracket opens before it")
        elif waiting.pop() != mark:
            return Wrong(f"{quoted(term)} closes a bracket with `{mark}` that opens with the other sort")
    return Wrong(f"{quoted(term)} lacks a `{waiting[-1]}`") if waiting else None


def phrase_faults(term: str, classes: Collection[str], *, marks: bool = True) -> Iterator[Wrong]:
    """Give what is wrong in a row of words, as traits and stances have them; `classes` are the classes of words with their brackets.

    Without `marks`, the row is looked for among the words of a sentence alone.
    """
    if term.startswith("@"):
        yield Wrong(f"{quoted(term)} is a list, and lists are for terms, `unless` and the like", "write the words out")
    elif len(term) > _LONGEST:
        yield Wrong(
            f"{quoted(term)} has {len(term):,} characters, expected at most {_LONGEST:,}", "make several terms of it"
        )
    elif wrong := _unlike_a_term(term):
        yield wrong
    else:
        yield from _unread(term, classes, marks=marks)


def _unread(term: str, classes: Collection[str], *, marks: bool) -> Iterator[Wrong]:
    known = sorted({AGE, *classes})
    strange = [name for name in _CLASS.findall(term) if name not in known]
    for name in strange:
        hint = did_you_mean(name, known) or f"there are {join_words([f'`{one}`' for one in known])}"
        yield Wrong(f"{quoted(term)} names {quoted(name)}, and there is no such class of words", hint)
    if not strange:
        try:
            node = read_phrase(term, 0)
        except TermError as error:
            yield Wrong(str(error))
        else:
            yield from _never_in_a_row(term, node, marks=marks)
    for part in _NOT_SPELLED.split(_ENDING.sub("", term)):
        if wrong := word_fault(part):
            yield wrong


def _never_in_a_row(term: str, node: Node, *, marks: bool) -> Iterator[Wrong]:
    """Say where a bracket cuts a word in two, and where a row of words needs a mark to be whole."""
    if glued := _GLUED.search(_ENDING.sub("", term)):
        yield Wrong(
            f"{quoted(term)} is not read as it looks: a bracket such as {quoted(glued.group())} ends a word",
            "write the words out, such as `(grey|gray)`; only an ending may stand in brackets behind its word: `nurse[s]`",
        )
    if not marks and not _has_way(node, {}):
        found = join_words([f"`{mark}`" for mark in dict.fromkeys(_MARK.findall(_CLASS.sub("", term)))])
        yield Wrong(
            f"{quoted(term)} never matches: a trait is looked for among words alone, and {found} is none",
            "leave the mark out, or let it be missing, such as `[,]`",
        )


def _has_way(node: Node, known: dict[int, bool]) -> bool:
    """Say whether a row of words can be read from a place to its end without a mark."""
    if id(node) not in known:
        known[id(node)] = END in node or any(
            any(_has_way(one, known) for one in below) for word, below in node.items() if not _MARK.fullmatch(word)
        )
    return known[id(node)]


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
