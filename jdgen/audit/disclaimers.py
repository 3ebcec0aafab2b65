"""Sentences that promise not to ask, weigh or mind, and sentences about the people served: what rules on applicants look for is right there."""

import re

from jdgen.audit.refusals import answer_to, refusing_part, reply_to
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


_TURN = re.compile(r"\b(?:but|though|however|(?<!not )yet)\b(?! (?:never|not|no|nor|neither|none|nobody|also)\b)")
"""Where a sentence turns; `but never your age` goes on as it began."""


def is_disclaimed(view: View, ruleset: Ruleset, rule: ReadyRule, at: int, span: Span) -> bool:
    """Say whether the sentence of a hit, or the answer to it, makes right what a rule on applicants looks for."""
    if rule.category not in _PROMISED:
        return False
    is_protected = rule.category in PROTECTED
    return (
        _promises(view, ruleset, _since_the_turn(view, at, span), weak=is_protected and not rule.negated)
        or _is_answered(view, ruleset, at)
        or (is_protected and _tells_of_the_served(view, ruleset, at, span))
    )


def _since_the_turn(view: View, at: int, span: Span) -> Span:
    """Return the part of the sentence that a promise about a hit may stand in: one before `but` does not hold for what comes behind it.

    Words that begin with the turn stand behind it.
    """
    start, end = around(view, at, "sentence")
    turns = [match.end() for match in _TURN.finditer(view.text, start, end) if match.start() <= span[0]]
    return (turns or [start])[-1], end


def _promises(view: View, ruleset: Ruleset, place: Span, *, weak: bool) -> bool:
    who = ruleset.who
    promised = stands(view, ruleset, who.strong_disclaimers, place) or (
        weak and stands(view, ruleset, who.disclaimers, place)
    )
    return promised and not stands(view, ruleset, who.conditions, place)


def _tells_of_the_served(view: View, ruleset: Ruleset, at: int, span: Span) -> bool:
    place, who = around(view, at, "sentence"), ruleset.who
    return (
        stands(view, ruleset, who.served, place)
        and not stands(view, ruleset, who.demands, place)
        and refusing_part(view, ruleset, at, span) is None
        and reply_to(view, ruleset, at) is None
    )


def _is_answered(view: View, ruleset: Ruleset, at: int) -> bool:
    """Say whether the sentence asks, and the next one of its block answers that it is not asked or minded."""
    answer = answer_to(view, at)
    if answer is None:
        return False
    if _promises(view, ruleset, answer, weak=False):
        return True
    begins = any(compiled(regex).match(view.text, *answer) for regex in ruleset.who.answers)
    return begins and not stands(view, ruleset, ruleset.who.conditions, answer) and reply_to(view, ruleset, at) is None
