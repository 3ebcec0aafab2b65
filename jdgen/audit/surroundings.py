"""Whether words stand around a hit: near it, in its clause, in its sentence or in its block."""

from jdgen.audit.ruleset import Ruleset, compiled
from jdgen.audit.term_index import NeededWords
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
    """Say whether one of some expressions stands in a part of the text.

    It is asked once for each place: a long paragraph with a hit in every sentence would be searched for each of them.
    """
    return bool(expressions) and view.once(_is_found, expressions, place, ruleset.needed)


def _is_found(view: View, expressions: tuple[str, ...], place: Span, needed: NeededWords) -> bool:
    start, end = place
    tokens = view.tokens(view.sentence_number(start), view.sentence_number(max(end - 1, start)))
    near = needed.that_may_stand(expressions, tokens)
    return any(compiled(regex).search(view.text, start, end) for regex in near)
