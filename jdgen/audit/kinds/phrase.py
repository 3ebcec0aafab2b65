"""Rules that look for words: every word of the text is looked up once, contexts are looked at only on a hit."""

from collections.abc import Iterable, Iterator
from itertools import islice

from jdgen.audit.hit import Context, Hit
from jdgen.audit.ruleset import ReadyRule, Ruleset, compiled
from jdgen.audit.terms import look_up
from jdgen.audit.view import Sentence, View
from jdgen.audit.who import Decision, decide, is_name, is_quoted
from jdgen.model.document import Role
from jdgen.model.finding import Category

PROTECTED: frozenset[Category] = frozenset({
    "age", "gender", "sexual-orientation", "disability", "race", "national-origin", "citizenship", "religion", "family", "military",
    "criminal-record", "genetic", "employment-status", "credit", "polygraph", "tobacco-cannabis", "driving", "union", "privacy",
})  # fmt: skip
"""What an applicant may not be asked about or judged by."""

_MOST_IN_A_SENTENCE = 4
"""Matches of one term looked at in one sentence. More are no text of people, and each costs a look at the sentence."""


def check(view: View, ruleset: Ruleset, context: Context) -> Iterator[Hit]:
    """Give a hit for every term found in a context in which its rule means it."""
    held = [rule.id not in ruleset.off and holds(rule, context) for rule in ruleset.rules]
    for number, sentence in _worth_a_look(view, ruleset):
        pattern, rule_number = ruleset.patterns[number]
        rule = ruleset.rules[rule_number]
        if held[rule_number] and stands_in_section(rule, view.role(sentence.block)):
            yield from _hits(view, ruleset, rule, pattern.regex, sentence)


def _worth_a_look(view: View, ruleset: Ruleset) -> Iterator[tuple[int, Sentence]]:
    """Give patterns and the sentences that hold the words they need; titles for patterns without any."""
    for sentence, words in zip(view.all_sentences, view.sentence_words, strict=True):
        numbers = look_up(ruleset.trie, words)
        different = frozenset(words) if numbers else frozenset()
        for number in sorted(numbers):
            if not any(different.isdisjoint(other) for other in ruleset.patterns[number][0].others):
                yield number, sentence
    for block in range(len(view.blocks)):
        if view.role(block) == "title":
            yield from ((number, sentence) for number in ruleset.unanchored for sentence in view.sentences_of(block))


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


def _hits(view: View, ruleset: Ruleset, rule: ReadyRule, regex: str, sentence: Sentence) -> Iterator[Hit]:
    text = view.cased if rule.exact_case else view.text
    matches = compiled(regex).finditer(text, sentence.start, sentence.end)
    for match in islice(matches, _MOST_IN_A_SENTENCE):
        start, end = match.span()
        if not _is_excepted(view, rule, sentence, start, end) and not _is_disclaimed(view, ruleset, rule, sentence):
            decision = judge(view, ruleset, rule, sentence, (start, end))
            if decision is not None:
                yield Hit(rule, start, end, reason=decision, replacement=_replacement(view, rule, start, end))


def judge(view: View, ruleset: Ruleset, rule: ReadyRule, sentence: Sentence, span: tuple[int, int]) -> str | None:
    """Return why a hit counts, in one line ("" where there is nothing to say), or None where it does not."""
    start, end = span
    if rule.about == "anyone":
        if not rule.names and is_name(view, sentence, start, end, words=ruleset.who):
            return None
        return None if is_quoted(view.text, sentence, start, end) else ""
    decision: Decision = decide(view, sentence, span, words=ruleset.who, lean=rule.lean, denials=not rule.negated)
    counts = decision.is_applicant if rule.about == "applicant" else not decision.is_served
    return str(decision) if counts else None


def _is_excepted(view: View, rule: ReadyRule, sentence: Sentence, start: int, end: int) -> bool:
    text, bounds = view.text, (sentence.start, sentence.end)
    if any(
        _overlaps(match.span(), start, end)
        for regex in rule.exceptions
        for match in compiled(regex).finditer(text, *bounds)
    ):
        return True
    if rule.within == "block":
        start = view.block_starts[sentence.block]
        bounds = (start, start + len(view.blocks[sentence.block].text))
    # Asked once for each place to look in: a long paragraph with a hit in every sentence would be searched for each of them.
    return view.once(_surroundings_except, rule.needs, rule.unless, bounds)


def _surroundings_except(view: View, needs: tuple[str, ...], unless: tuple[str, ...], bounds: tuple[int, int]) -> bool:
    """Say whether what a rule needs around its words is lacking, or what makes them right is there."""
    if needs and not _finds(needs, view.text, bounds):
        return True
    return bool(unless) and _finds(unless, view.text, bounds)


def _is_disclaimed(view: View, ruleset: Ruleset, rule: ReadyRule, sentence: Sentence) -> bool:
    """Say whether the sentence promises not to ask, mind or prefer what a rule on protected groups looks for."""
    if rule.negated or rule.category not in PROTECTED:
        return False
    bounds = (sentence.start, sentence.end)
    return _finds(ruleset.who.disclaimers, view.text, bounds) and not _finds(ruleset.who.conditions, view.text, bounds)


def _finds(expressions: Iterable[str], text: str, bounds: tuple[int, int]) -> bool:
    return any(compiled(regex).search(text, *bounds) for regex in expressions)


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
