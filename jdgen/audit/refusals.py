"""Clauses that refuse whatever reason stands beside them, and sentences that turn the one before them into a refusal or a demand."""

import re
from bisect import bisect_right
from itertools import pairwise

from jdgen.audit.ruleset import Ruleset, compiled
from jdgen.audit.surroundings import Span, around, stands
from jdgen.audit.view import View

_MARK = re.compile(r": | -+ ")


def refusing_part(view: View, ruleset: Ruleset, at: int, span: Span) -> Span | None:
    """Return the part of a sentence around a hit, where that part refuses and another one only gives the reason.

    A reason that the law gives is none of those: the sentence is then read as a whole.
    """
    starts, end = view.once(_parts, ruleset.once(_Words), at)
    number = bisect_right(starts, max(span[1] - 1, span[0])) - 1
    if len(starts) < 2 or number < 0:
        return None
    part = min(starts[number], span[0]), (*starts, end)[number + 1]
    who = ruleset.who
    if stands(view, ruleset, who.lawful_reasons, around(view, at, "sentence")):
        return None
    return part if stands(view, ruleset, who.refusals, part) else None


def _parts(view: View, words: "_Words", at: int) -> tuple[tuple[int, ...], int]:
    """Return where the parts of a sentence begin, and where the last one ends."""
    said = words.ruleset.who.expressions
    start, end = around(view, at, "sentence")
    starts = {start, *(match.end() for match in compiled(said["reason-turn"]).finditer(view.text, start, end))}
    first = compiled(said["reason-first"]).match(view.text, start, end)
    if first:
        starts.add(first.end())
    marks = [match.end() for match in _MARK.finditer(view.text, start, end)]
    for before, mark in pairwise((start, *marks)):
        # What comes after a colon or a dash stays with words that deny it: "What we never do: …".
        if not compiled(said["denies"]).search(view.text, before, mark):
            starts.add(mark)
    return tuple(sorted(starts)), end


def reply_to(view: View, ruleset: Ruleset, at: int) -> Span | None:
    """Return the sentence that turns this one into a refusal or a demand: "Bad back? You won't keep up."."""
    _, last = view.sentences_beside(at)
    return view.once(_reply, ruleset.once(_Words), at) if at < last else None


class _Words:
    """The rules by whose words a sentence is read, told apart by being the same."""

    def __init__(self, ruleset: Ruleset) -> None:
        self.ruleset = ruleset


def _reply(view: View, words: _Words, at: int) -> Span | None:
    ruleset = words.ruleset
    question = answer_to(view, ruleset, at)
    if question is not None:
        return question if stands(view, ruleset, ruleset.who.replies, question) else None
    if view.once(asks, at):
        return None
    following = around(view, at + 1, "sentence")
    return following if stands(view, ruleset, ruleset.who.retorts, following) else None


def answer_to(view: View, ruleset: Ruleset, at: int) -> Span | None:
    """Return where the answer to a question stands: after it, and after the questions that follow it."""
    return view.once(_answer, ruleset.who.reach["questions"], at)


def _answer(view: View, most: int, at: int) -> Span | None:
    _, last = view.sentences_beside(at)
    following = next((number for number in range(at, min(last, at + most) + 1) if not asks(view, number)), at)
    return around(view, following, "sentence") if following > at else None


def asks(view: View, at: int) -> bool:
    """Say whether a sentence is a question."""
    sentence = view.all_sentences[at]
    return view.text[sentence.start : sentence.end].rstrip(" \"')").endswith("?")
