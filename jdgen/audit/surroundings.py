"""Whether words stand around a hit: near it, in its clause, in its sentence or in its block."""

from collections.abc import Iterable

from jdgen.audit.ruleset import Ruleset, compiled
from jdgen.audit.term_index import AnchorIndex, ContextIndex
from jdgen.audit.terms import WORD
from jdgen.audit.view import View
from jdgen.audit.who import clause_around

Span = tuple[int, int]
_NEAR = 6
"""How many words before and after a hit are near it."""


def around(view: View, at: int, reach: str, span: Span = (0, 0)) -> Span:
    """Return the part of the text around a hit in the sentence of a number, as wide as `jdgen.model.rule.Reach` says.

    Only what is narrower than a sentence asks where in it the hit is.
    """
    if reach in {"sentence", "block"}:
        first, last = view.sentences_beside(at) if reach == "block" else (at, at)
        return view.all_sentences[first].start, view.all_sentences[last].end
    clause = clause_around(view.text, view.all_sentences[at], *span)
    return _near(view.text, clause, span) if reach == "near" else clause


def _near(text: str, clause: Span, span: Span) -> Span:
    before = [match.start() for match in WORD.finditer(text, clause[0], span[0])]
    after = [match.end() for match in WORD.finditer(text, span[1], clause[1])]
    return min([*before[-_NEAR:], span[0]]), max([*after[:_NEAR], span[1]])


def stands(view: View, ruleset: Ruleset, expressions: tuple[str, ...], place: Span) -> bool:
    """Say whether one of some expressions stands in a part of the text."""
    if not expressions:
        return False
    first, last = view.sentences_within(place)
    index = ruleset.contexts
    near = that_may_stand(view, index, expressions, first, last)
    return any(view.once(_is_found, index, number, place) for number in near)


def stands_apart(view: View, ruleset: Ruleset, expressions: tuple[str, ...], place: Span, span: Span) -> bool:
    """Say whether one of some expressions stands in a part of the text and is not all within a hit in it."""
    first, last = view.sentences_within(place)
    index = ruleset.contexts
    return any(
        match.start() < span[0] or span[1] < match.end()
        for number in that_may_stand(view, index, expressions, first, last)
        for match in compiled(index.regex(number)).finditer(view.text, *place)
    )


def that_may_stand(
    view: View, index: ContextIndex, expressions: tuple[str, ...], first: int, last: int
) -> Iterable[int]:
    """Return the numbers of those expressions whose anchors stand in the sentences from one number to another."""
    anchored, words, anywhere = index.asked(expressions)
    if view.tokens(first, last).isdisjoint(words):
        return anywhere
    near = anchored & view.once(_anchored, index.anchors, first, last)
    return (*near, *anywhere) if anywhere else near


def _anchored(view: View, anchors: AnchorIndex, first: int, last: int) -> set[int]:
    return anchors.look_up(view.row(first, last))


def _is_found(view: View, index: ContextIndex, number: int, place: Span) -> bool:
    """Search one expression. It is asked once for each place: a long paragraph with a hit in every sentence would be searched for each of them."""
    tokens = view.tokens(*view.sentences_within(place))
    if any(map(tokens.isdisjoint, index.needed(number))):
        return False
    return compiled(index.regex(number)).search(view.text, *place) is not None
