"""Rules that look for a trait of the applicant and for what its clause does with it: demands, refuses, asks, orders, or favors.

A phrase rule joins one topic with one way to demand it; here a lexicon of traits meets one table of stances, so that wordings nobody wrote a rule
for are seen too. Where another kind of rule says the same of a sentence, it has the word.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from jdgen.audit.disclaimers import PROTECTED, is_disclaimed, is_not_demanded
from jdgen.audit.hit import Context, Hit
from jdgen.audit.kinds.phrase import applies
from jdgen.audit.phrase_book import Match, tokens_of
from jdgen.audit.refusals import answer_to
from jdgen.audit.ruleset import ReadyRule, Ruleset
from jdgen.audit.served_sections import is_of_the_served
from jdgen.audit.splices import cut_splices
from jdgen.audit.stance import Clause, Verdict, is_outright, is_whole_call, judge, read_clause
from jdgen.audit.surroundings import Span
from jdgen.audit.traits import UNLESS
from jdgen.audit.view import Sentence, View
from jdgen.audit.who import Decision, decide, is_name, is_quoted

_KIND = "trait"
_MOST_IN_A_SENTENCE = 8
"""Traits of one rule looked at in one sentence. More are no text of people, and each costs a look at the sentence."""

_Found = tuple[Match, str]
"""Where words of a trait stand, and what sort they are."""


class _Place(NamedTuple):
    """A sentence that holds traits: its tokens with where each stands, and the signs in it."""

    view: View
    ruleset: Ruleset
    at: int
    tokens: list[tuple[str, int, int]]
    clause: Clause
    silenced: set[int]
    """The numbers of sentences in which not all that a stance is taken toward is told as an error."""

    @property
    def sentence(self) -> Sentence:
        return self.view.all_sentences[self.at]

    @property
    def role(self) -> str:
        return self.view.role(self.sentence.block)

    def span(self, match: Match) -> Span:
        return self.tokens[match[0]][1], self.tokens[match[1] - 1][2]


class _Judged(NamedTuple):
    """A trait that counts, how clearly, and why."""

    span: Span
    score: float
    verdict: Verdict
    decision: Decision


def check(view: View, ruleset: Ruleset, context: Context) -> Iterator[Hit]:
    """Give a hit for every trait that a clause takes a stance toward, the clearest one of each rule in a sentence."""
    silenced: set[int] = set()
    yield from _hits_in(view, ruleset, range(len(view.all_sentences)), silenced)
    cut = cut_splices(view, ruleset, silenced)
    if cut is not None:
        yield from _hits_in(cut.view, ruleset, cut.numbers, set())


def _hits_in(view: View, ruleset: Ruleset, sentences: Iterable[int], silenced: set[int]) -> Iterator[Hit]:
    """Give the hits in some sentences, and note those in which not all that a stance is taken toward is told as an error."""
    gate, book = ruleset.traits.gate, ruleset.traits.words
    for at in sentences:
        if gate.is_open(view.sentence_vocabularies[at]) and book.is_held(view.sentence_words[at]):
            yield from _hits(view, ruleset, at, silenced)


def without_repeats(hits: list[Hit], view: View) -> list[Hit]:
    """Leave out traits of sentences of which another kind of rule says the same: the same category, or the same words."""
    others: dict[int, list[Hit]] = {}
    for hit in hits:
        if (
            hit.rule.kind != _KIND
            and not hit.in_source
            and hit.rule.severity != "info"
            and hit.rule.category in PROTECTED
        ):
            others.setdefault(view.sentence_number(hit.start), []).append(hit)
    return [
        hit
        for hit in hits
        if hit.rule.kind != _KIND
        or not any(_says_the_same(hit, other) for other in others.get(view.sentence_number(hit.start), ()))
    ]


def _says_the_same(hit: Hit, other: Hit) -> bool:
    return hit.rule.category == other.rule.category or (hit.start < other.end and other.start < hit.end)


def _hits(view: View, ruleset: Ruleset, at: int, silenced: set[int]) -> Iterator[Hit]:
    sentence = view.all_sentences[at]
    tokens = tokens_of(view.text, sentence.start, sentence.end)
    words = [token[0] for token in tokens]
    by_rule = _by_rule(ruleset, words)
    if not by_rule:
        return
    answer = answer_to(view, ruleset, at)
    linked = [token[0] for token in tokens_of(view.text, *answer)] if answer else []
    place = _Place(view, ruleset, at, tokens, read_clause(ruleset.traits, words, linked), silenced)
    for number, found in by_rule.items():
        rule = ruleset.rules[number]
        if rule.id not in ruleset.off and applies(rule, view, ruleset, sentence):
            yield from _clearest(place, rule, found)


def _by_rule(ruleset: Ruleset, words: Sequence[str]) -> dict[int, list[_Found]]:
    """Return the traits in a row of words by the number of their rule."""
    found: dict[int, list[_Found]] = {}
    for match in ruleset.traits.words.find(words):
        number, sort = ruleset.traits.entries[match[2]]
        found.setdefault(number, []).append((match, sort))
    return found


def _lawful_forms(place: _Place, rule: ReadyRule) -> tuple[bool, list[Match]]:
    """Say whether other words of the sentence silence a rule, and return the lawful forms in it."""
    traits = place.ruleset.traits
    forms = [
        (match, sort)
        for match in traits.lawful.find([token[0] for token in place.tokens])
        for number, sort in (traits.entries[match[2]],)
        if place.ruleset.rules[number] is rule
    ]
    return any(sort == UNLESS for _, sort in forms), [match for match, _ in forms]


def _lies_in(match: Match, other: Match) -> bool:
    """Say whether words are part of others; longer words that only overlap them say more."""
    return other[0] <= match[0] and match[1] <= other[1]


def _clearest(place: _Place, rule: ReadyRule, found: list[_Found]) -> Iterator[Hit]:
    judged = [one for row in found[:_MOST_IN_A_SENTENCE] if (one := _judged(place, rule, row)) is not None]
    if judged:
        best = max(judged, key=lambda one: one.score)
        is_plain = best.score >= place.ruleset.traits.limits["error"] or rule.severity != "error"
        if len(judged) > 1 or not is_plain:
            place.silenced.add(place.at)
        yield Hit(
            rule,
            *best.span,
            reason=f"{best.verdict}; {best.decision}",
            fills={"stance": f"“{best.verdict.stance.words}”"},
            severity=None if is_plain else "warning",
        )


def _judged(place: _Place, rule: ReadyRule, found: _Found) -> _Judged | None:
    """Judge one trait; None where no stance counts for it, or what shields it weighs more."""
    match, sort = found
    verdict = judge(place.ruleset.traits, place.clause, sort, match[:2], place.role)
    if verdict is None:
        return None
    judged = _weighed(place, rule, match, verdict)
    if judged is None:
        place.silenced.add(place.at)
    return judged


def _weighed(place: _Place, rule: ReadyRule, match: Match, verdict: Verdict) -> _Judged | None:
    """Weigh a stance against whom the words speak of, and against what makes them right."""
    limits = place.ruleset.traits.limits
    if verdict.score + limits["who"] < limits["fires"]:
        return None
    span = place.span(match)
    decision = decide(place.view, place.sentence, span, words=place.ruleset.who, denials=False)
    score = verdict.score + max(-limits["served"], min(limits["who"], decision.score * limits["share"]))
    if score < limits["fires"]:
        return None
    # Who is refused outright is an applicant, whatever name or lawful form the words are part of.
    outright = is_outright(place.ruleset.traits, verdict.stance)
    is_silenced, forms = _lawful_forms(place, rule)
    if decision.score >= -limits["called"] and any(
        is_whole_call(place.clause, verdict.stance, form[:2]) for form in forms
    ):
        outright = True
    elif any(_lies_in(match, form) for form in forms):
        score -= limits["lawful"]
        is_silenced = is_silenced or not outright or score < limits["fires"]
    if is_silenced or is_quoted(place.view.text, place.sentence, *span):
        return None
    if is_of_the_served(place.view, place.ruleset, rule, place.at, span):
        return None
    if is_not_demanded(place.view, place.ruleset, place.at, span):
        return None
    if not outright and (_is_name(place, span) or is_disclaimed(place.view, place.ruleset, rule, place.at, span)):
        return None
    return _Judged(span, round(score, 2), verdict, decision)


def _is_name(place: _Place, span: Span) -> bool:
    """Say whether a trait is part of a name; what holds a number is none, whatever letters such as RN stand beside it."""
    return not any(map(str.isdigit, place.view.text[slice(*span)])) and is_name(
        place.view, place.sentence, *span, words=place.ruleset.who
    )
