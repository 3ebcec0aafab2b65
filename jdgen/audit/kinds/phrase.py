"""Rules that look for words: every word of the text is looked up once, contexts are looked at only on a hit."""

from collections.abc import Iterator
from itertools import islice

from jdgen.audit.disclaimers import is_disclaimed
from jdgen.audit.hit import Context, Hit
from jdgen.audit.refusals import refusing_part, reply_to
from jdgen.audit.ruleset import ReadyRule, Ruleset, compiled
from jdgen.audit.served_sections import is_under_served
from jdgen.audit.surroundings import Span, around, stands, that_may_stand
from jdgen.audit.view import Sentence, View
from jdgen.audit.who import Decision, Sign, decide, is_name, is_quoted
from jdgen.model.document import Role

_MOST_IN_A_SENTENCE = 4
"""Matches of one term looked at in one sentence. More are no text of people, and each costs a look at the sentence."""


def check(view: View, ruleset: Ruleset, context: Context) -> Iterator[Hit]:
    """Give a hit for every term found in a context in which its rule means it."""
    for number, at in _worth_a_look(view, ruleset, context):
        yield from _hits(view, ruleset, number, at)


def _worth_a_look(view: View, ruleset: Ruleset, context: Context) -> Iterator[tuple[int, int]]:
    """Give the numbers of terms and of sentences that hold the words they need; titles for terms without any."""
    terms = ruleset.terms
    patterns, rule_of = terms.patterns, terms.rule_of
    asked_in: dict[Role, _Asked] = {}
    for at, sentence in enumerate(view.all_sentences):
        role = view.role(sentence.block)
        if role not in asked_in:
            asked_in[role] = ruleset.once(_Asked, context, role)
        asked = asked_in[role]
        tokens = view.sentence_tokens[at]
        for number in sorted([
            number
            for number in terms.anchors.look_up(view.row(at, at))
            if asked[rule_of[number]] and not any(map(tokens.isdisjoint, patterns[number].others))
        ]):
            yield number, at
    for at, sentence in enumerate(view.all_sentences):
        if view.role(sentence.block) == "title":
            asked = ruleset.once(_Asked, context, "title")
            yield from ((number, at) for number in terms.unanchored if asked[rule_of[number]])


class _Asked(dict[int, bool]):
    """Of every rule, by its number, whether it is switched on, holds here and now, and looks at a section."""

    def __init__(self, ruleset: Ruleset, context: Context, role: Role) -> None:
        super().__init__()
        self._ruleset, self._context, self._role = ruleset, context, role

    def __missing__(self, number: int) -> bool:
        rule = self._ruleset.rules[number]
        is_on = rule.id not in self._ruleset.off and holds(rule, self._context)
        self[number] = is_asked = is_on and stands_in_section(rule, self._role)
        return is_asked


def applies(rule: ReadyRule, view: View, sentence: Sentence, context: Context) -> bool:
    """Say whether a rule holds in the section of a sentence, in this place and at this time."""
    return stands_in_section(rule, view.role(sentence.block)) and holds(rule, context)


def stands_in_section(rule: ReadyRule, role: Role) -> bool:
    """Say whether a rule looks at a section."""
    return (not rule.roles or role in rule.roles) and role not in rule.not_roles


def holds(rule: ReadyRule, context: Context) -> bool:
    """Say whether a rule holds in this place and at this time for this employer."""
    if rule.places and rule.places.isdisjoint(context.states):
        return False
    if rule.effective_from and context.day < rule.effective_from:
        return False
    if rule.effective_to and context.day > rule.effective_to:
        return False
    return not (rule.min_employees and context.employees is not None and context.employees < rule.min_employees)


def _hits(view: View, ruleset: Ruleset, number: int, at: int) -> Iterator[Hit]:
    rule, sentence = ruleset.rules[ruleset.terms.rule_of[number]], view.all_sentences[at]
    reply = None
    if rule.needs and not stands(view, ruleset, rule.needs, around(view, at, rule.within)):
        reply = reply_to(view, ruleset, at)
        if reply is None or not stands(view, ruleset, rule.needs, reply):
            return
    text = view.cased if rule.exact_case else view.text
    matches = compiled(ruleset.terms.patterns[number].regex).finditer(text, sentence.start, sentence.end)
    for match in islice(matches, _MOST_IN_A_SENTENCE):
        start, end = match.span()
        if _is_right(view, ruleset, rule, at, (start, end), reply):
            continue
        decision = judge(view, ruleset, rule, at, (start, end), reply)
        if decision is not None:
            yield Hit(rule, start, end, reason=decision, replacement=_replacement(view, rule, start, end))


def judge(view: View, ruleset: Ruleset, rule: ReadyRule, at: int, span: Span, reply: Span | None = None) -> str | None:
    """Return why a hit counts, in one line ("" where there is nothing to say), or None where it does not."""
    start, end = span
    sentence, words = view.all_sentences[at], ruleset.who
    if rule.about == "anyone":
        if not rule.names and is_name(view, sentence, start, end, words=words):
            return None
        return None if is_quoted(view.text, sentence, start, end) else ""
    part = refusing_part(view, ruleset, at, span)
    decision: Decision = decide(
        view,
        Sentence(*part, sentence.block) if part else sentence,
        span,
        words=words,
        lean=rule.lean,
        denials=not rule.negated,
    )
    if reply:
        decision = decision.and_sign(Sign("answered by", view.words_at(*reply).strip(), words.weights["reply"]))
    counts = decision.is_applicant if rule.about == "applicant" else not decision.is_served
    return str(decision) if counts else None


def _is_right(view: View, ruleset: Ruleset, rule: ReadyRule, at: int, span: Span, reply: Span | None) -> bool:
    """Say whether the words around a hit make it right."""
    return (
        _is_excepted(view, ruleset, rule, at, span)
        or (bool(rule.unless) and stands(view, ruleset, rule.unless, _place_of_unless(view, ruleset, rule, at, span)))
        or (reply is not None and bool(rule.unless) and stands(view, ruleset, rule.unless, reply))
        or is_disclaimed(view, ruleset, rule, at, span)
        or is_under_served(view, ruleset, rule, at)
    )


def _place_of_unless(view: View, ruleset: Ruleset, rule: ReadyRule, at: int, span: Span) -> Span:
    """Return where words make a hit right: of a clause that refuses, only in it."""
    place = around(view, at, rule.unless_within, span)
    part = refusing_part(view, ruleset, at, span)
    return (max(place[0], part[0]), min(place[1], part[1])) if part else place


def _is_excepted(view: View, ruleset: Ruleset, rule: ReadyRule, at: int, span: tuple[int, int]) -> bool:
    """Say whether the words are part of others that are right."""
    if not rule.exceptions:
        return False
    sentence, index, tokens = view.all_sentences[at], ruleset.contexts, view.tokens(at, at)
    return any(
        _overlaps(match.span(), *span)
        for number in that_may_stand(view, index, rule.exceptions, at, at)
        if not any(map(tokens.isdisjoint, index.needed(number)))
        for match in compiled(index.regex(number)).finditer(view.text, sentence.start, sentence.end)
    )


def _overlaps(span: tuple[int, int], start: int, end: int) -> bool:
    return span[0] < end and start < span[1]


def _replacement(view: View, rule: ReadyRule, start: int, end: int) -> str | None:
    """Return the safe words for these, with their capitals."""
    new = rule.replacements.get(view.text[start:end])
    if new is None:
        return None
    old = view.cased[start:end]
    if old.isupper() and len(old) > 3:
        return new.upper()
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
