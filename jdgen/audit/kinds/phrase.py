"""Rules that look for words: every word of the text is looked up once, contexts are looked at only on a hit."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice

from jdgen.audit.disclaimers import PROTECTED, is_disclaimed
from jdgen.audit.hit import Context, Hit
from jdgen.audit.refusals import refusing_part, reply_to
from jdgen.audit.ruleset import ReadyRule, Ruleset, compiled
from jdgen.audit.served_sections import is_of_the_served
from jdgen.audit.splices import cut_splices
from jdgen.audit.surroundings import Span, around, stands, that_may_stand
from jdgen.audit.term_index import ContextIndex
from jdgen.audit.terms import WORD
from jdgen.audit.view import Sentence, View, folded
from jdgen.audit.who import Decision, Sign, WhoWords, decide, is_name, is_quoted
from jdgen.model.document import Role

NOT_TITLED = "not-titled"
"""The setting that holds words of job titles."""
TRIM = "trim"
"""The setting that holds words which are no part of what is found where they stand at its ends."""

NEEDS_IN, POSTING = "needs-in", "posting"
"""The setting that lets the words a rule needs stand anywhere in the posting, and what it says."""

_CLAUSE, _JOINS = " who ", re.compile(r",| (?:and|or|&) ")
_MOST_IN_A_SENTENCE = 4
"""Matches of one term looked at in one sentence. More are no text of people, and each costs a look at the sentence."""

_TURNED_FROM: frozenset[Role] = frozenset({"duties", "benefits", "employer"})
"""Sections that speak of the work, the people served or the employer, and that many rules leave out."""


def check(view: View, ruleset: Ruleset, context: Context) -> Iterator[Hit]:
    """Give a hit for every term found in a context in which its rule means it."""
    silenced: set[int] = set()
    for rule, numbers, at in _worth_a_look(view, ruleset, range(len(view.all_sentences))):
        yield from _hits(view, ruleset, (rule, numbers), at, silenced)
    cut = cut_splices(view, ruleset, silenced)
    if cut is not None:
        for rule, numbers, at in _worth_a_look(cut.view, ruleset, cut.numbers):
            if rule.category in PROTECTED:
                yield from _hits(cut.view, ruleset, (rule, numbers), at, set())


def _worth_a_look(
    view: View, ruleset: Ruleset, sentences: Sequence[int]
) -> Iterator[tuple[ReadyRule, Iterable[int], int]]:
    """Give rules, the numbers of their terms and those of the sentences that hold the words they need; titles for terms without any."""
    terms, rule_of = ruleset.terms, ruleset.terms.rule_of
    asked_in: dict[Role, _Asked] = {}
    for at in sentences:
        role = _role_in(view, ruleset.who, at)
        if role not in asked_in:
            asked_in[role] = ruleset.once(_Asked, role)
        asked = asked_in[role]
        found = terms.look_up(view.row(at, at), view.sentence_tokens[at])
        numbers = [number for number in found if asked[rule_of[number]]]
        if numbers:
            yield from _by_rule(ruleset, numbers, at)
    for at in sentences:
        if view.role(view.all_sentences[at].block) == "title":
            asked = ruleset.once(_Asked, "title")
            yield from _by_rule(ruleset, [number for number in terms.unanchored if asked[rule_of[number]]], at)


def _by_rule(ruleset: Ruleset, numbers: Iterable[int], at: int) -> Iterator[tuple[ReadyRule, Iterable[int], int]]:
    """Give the terms of each rule together: what the rule asks of a sentence is asked once."""
    for rule, together in groupby(numbers, ruleset.terms.rule_of.__getitem__):
        yield ruleset.rules[rule], together, at


class _Asked(dict[int, bool]):
    """Of every rule, by its number, whether it is switched on and looks at a section."""

    def __init__(self, ruleset: Ruleset, role: Role) -> None:
        super().__init__()
        self._ruleset, self._role = ruleset, role

    def __missing__(self, number: int) -> bool:
        rule = self._ruleset.rules[number]
        self[number] = is_asked = rule.id not in self._ruleset.off and stands_in_section(rule, self._role)
        return is_asked


def applies(rule: ReadyRule, view: View, ruleset: Ruleset, sentence: Sentence) -> bool:
    """Say whether a rule looks at the section of a sentence."""
    return stands_in_section(rule, _role_in(view, ruleset.who, view.sentence_number(sentence.start)))


def _role_in(view: View, words: WhoWords, at: int) -> Role:
    """Return what the section of a sentence is for; one that speaks to applicants is no duty, whatever heading stands above it."""
    sentence = view.all_sentences[at]
    role = view.role(sentence.block)
    if role not in _TURNED_FROM or words.words["addressed"].isdisjoint(view.sentence_vocabularies[at]):
        return role
    said = words.expressions
    speaks = compiled(said["begins-with-applicants"]).match(view.text, sentence.start, sentence.end) or compiled(
        said["holds-applicants"]
    ).search(view.text, sentence.start, sentence.end)
    return "other" if speaks else role


def stands_in_section(rule: ReadyRule, role: Role) -> bool:
    """Say whether a rule looks at a section."""
    return (not rule.roles or role in rule.roles) and role not in rule.not_roles


def _hits(
    view: View, ruleset: Ruleset, terms: tuple[ReadyRule, Iterable[int]], at: int, silenced: set[int]
) -> Iterator[Hit]:
    """Give the hits of terms of a rule in a sentence, and note a sentence whose other words silence a rule on applicants."""
    rule, _ = terms
    if NOT_TITLED in rule.settings and _is_titled(view, rule):
        return
    reply = None
    if rule.needs and not _stands_as_needed(view, ruleset, rule, at):
        reply = reply_to(view, ruleset, at)
        if reply is None or not stands(view, ruleset, rule.needs, reply):
            return
    for start, end in _matches(view, ruleset, terms, at):
        is_right = _is_right(view, ruleset, rule, at, (start, end), reply)
        decision = None if is_right else judge(view, ruleset, rule, at, (start, end), reply)
        if decision is not None:
            replacement = _replacement(view, rule, start, end)
            span = closed(view.text, start, end)
            yield _trimmed(Hit(rule, *span, reason=decision, replacement=replacement), view)
        elif rule.category in PROTECTED:
            silenced.add(at)


def _stands_as_needed(view: View, ruleset: Ruleset, rule: ReadyRule, at: int) -> bool:
    """Say whether words that a rule needs stand in the sentence or paragraph, or anywhere in the posting."""
    if rule.settings.get(NEEDS_IN) == POSTING:
        return view.once(_stands_anywhere, ruleset.contexts, rule.needs)
    return stands(view, ruleset, rule.needs, around(view, at, rule.within))


def _stands_anywhere(view: View, index: ContextIndex, needed: tuple[str, ...]) -> bool:
    """Say whether one of some expressions stands in the text. It is asked once, however often the words of the rule are found."""
    anchored, words, anywhere = index.asked(needed)
    tokens = view.tokens(0, len(view.all_sentences) - 1)
    near = anywhere if tokens.isdisjoint(words) else (*anchored, *anywhere)
    return any(index.may_stand(number, tokens) and compiled(index.regex(number)).search(view.text) for number in near)


def _matches(view: View, ruleset: Ruleset, terms: tuple[ReadyRule, Iterable[int]], at: int) -> Iterator[Span]:
    """Give where terms of a rule stand in a sentence, term by term."""
    rule, numbers = terms
    sentence, text = view.all_sentences[at], view.cased if rule.exact_case else view.text
    for number in numbers:
        matches = compiled(ruleset.terms.patterns[number].regex).finditer(text, sentence.start, sentence.end)
        yield from (match.span() for match in islice(matches, _MOST_IN_A_SENTENCE))


def _is_titled(view: View, rule: ReadyRule) -> bool:
    """Say whether the job's title holds a word with which a rule has nothing to say: peers share what nobody else is asked."""
    title = set(WORD.findall(folded(view.document.title or "")))
    return not title.isdisjoint(rule.settings[NOT_TITLED])


def closed(text: str, start: int, end: int) -> Span:
    """Return a span with the bracket behind it that closes one in it."""
    is_open = text.startswith(")", end) and text.count("(", start, end) > text.count(")", start, end)
    return start, end + is_open


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


def _trimmed(hit: Hit, view: View) -> Hit:
    """Take words off both ends that only had to stand there: "the homeless and" is about the homeless."""
    edges = frozenset(hit.rule.settings.get(TRIM, ()))
    words = list(WORD.finditer(view.text, hit.start, hit.end)) if edges else []
    while words and words[-1][0] in edges:
        words.pop()
    while words and words[0][0] in edges:
        words.pop(0)
    if not words:
        return hit
    start, end = words[0].start(), words[-1].end()
    replacement = hit.replacement
    if replacement is not None:
        before, after = view.words_at(hit.start, start), view.words_at(end, hit.end)
        if not (replacement.startswith(before) and replacement.endswith(after)):
            return hit
        replacement = replacement[len(before) : len(replacement) - len(after)]
    return hit._replace(start=start, end=end, replacement=replacement)


def _is_right(view: View, ruleset: Ruleset, rule: ReadyRule, at: int, span: Span, reply: Span | None) -> bool:
    """Say whether the words around a hit make it right."""
    return (
        _is_excepted(view, ruleset, rule, at, span)
        or (bool(rule.unless) and stands(view, ruleset, rule.unless, _place_of_unless(view, ruleset, rule, at, span)))
        or (reply is not None and bool(rule.unless) and stands(view, ruleset, rule.unless, reply))
        or is_disclaimed(view, ruleset, rule, at, span)
        or is_of_the_served(view, ruleset, rule, at, span)
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
    """Return the safe words for these, with their capitals; new words that end in a clause would take in what is joined to them."""
    new = rule.replacements.get(view.text[start:end])
    if new is None or (_CLAUSE in new and _JOINS.match(view.text, end)):
        return None
    old = view.cased[start:end]
    if old.isupper() and len(old) > 3:
        return new.upper()
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
