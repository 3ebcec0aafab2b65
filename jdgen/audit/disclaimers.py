"""Sentences that promise not to ask, weigh or mind, and sentences about the people served: what rules on applicants look for is right there."""

from jdgen.audit.ruleset import ReadyRule, Ruleset, compiled
from jdgen.audit.surroundings import Span, around, stands
from jdgen.audit.view import View
from jdgen.model.finding import Category

PROTECTED: frozenset[Category] = frozenset({
    "age", "gender", "sexual-orientation", "disability", "race", "national-origin", "citizenship", "religion", "family", "military",
    "criminal-record", "genetic", "employment-status", "credit", "polygraph", "tobacco-cannabis", "driving", "union", "privacy",
})  # fmt: skip
"""What an applicant may not be asked about or judged by."""

_PROMISED: frozenset[Category] = PROTECTED | {"scam", "legal"}
"""What an employer may promise to leave alone; what was paid before is among the legal questions."""


_MOST_QUESTIONS = 4
"""How many questions in a row one answer may be for."""


def is_disclaimed(view: View, ruleset: Ruleset, rule: ReadyRule, at: int) -> bool:
    """Say whether the sentence of a number, or the answer to it, makes right what a rule on applicants looks for."""
    if rule.category not in _PROMISED:
        return False
    is_protected = rule.category in PROTECTED
    return (
        _promises(view, ruleset, around(view, at, "sentence"), weak=is_protected and not rule.negated)
        or _is_answered(view, ruleset, at)
        or (is_protected and _tells_of_the_served(view, ruleset, at))
    )


def _promises(view: View, ruleset: Ruleset, place: Span, *, weak: bool) -> bool:
    who = ruleset.who
    promised = stands(view, ruleset, who.strong_disclaimers, place) or (
        weak and stands(view, ruleset, who.disclaimers, place)
    )
    return promised and not stands(view, ruleset, who.conditions, place)


def _tells_of_the_served(view: View, ruleset: Ruleset, at: int) -> bool:
    place = around(view, at, "sentence")
    return stands(view, ruleset, ruleset.who.served, place) and not stands(view, ruleset, ruleset.who.demands, place)


def _is_answered(view: View, ruleset: Ruleset, at: int) -> bool:
    """Say whether the sentence asks, and the next one of its block answers that it is not asked or minded."""
    answer = view.once(_answer, at)
    if answer is None:
        return False
    begins = any(compiled(regex).match(view.text, *answer) for regex in ruleset.who.answers)
    return begins or _promises(view, ruleset, answer, weak=False)


def _answer(view: View, at: int) -> Span | None:
    """Return where the answer to a question stands: after it, and after the questions that follow it."""
    _, last = view.sentences_beside(at)
    following = next(
        (number for number in range(at, min(last, at + _MOST_QUESTIONS) + 1) if not _asks(view, number)), at
    )
    return around(view, following, "sentence") if following > at else None


def _asks(view: View, at: int) -> bool:
    sentence = view.all_sentences[at]
    return view.text[sentence.start : sentence.end].rstrip(" \"')").endswith("?")
