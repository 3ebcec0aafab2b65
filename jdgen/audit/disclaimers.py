"""Sentences that promise not to ask, weigh or mind, and sentences about the people served: what rules on applicants look for is right there."""

import re
from collections.abc import Iterator

from jdgen.audit.refusals import answer_to, refusing_part, reply_to
from jdgen.audit.ruleset import ReadyRule, Ruleset, compiled
from jdgen.audit.surroundings import Span, around, stands, stands_apart
from jdgen.audit.view import View
from jdgen.audit.who import WhoWords
from jdgen.model.finding import Category

PROTECTED: frozenset[Category] = frozenset({
    "age", "gender", "sexual-orientation", "disability", "race", "national-origin", "citizenship", "religion", "family", "military",
    "criminal-record", "genetic", "employment-status", "credit", "polygraph", "tobacco-cannabis", "driving", "union", "privacy",
})  # fmt: skip
"""What an applicant may not be asked about or judged by."""

_PROMISED: frozenset[Category] = PROTECTED | {"scam", "legal"}
"""What an employer may promise to leave alone; what was paid before is among the legal questions."""

_LONG = 20
"""How many letters before words belong to their noun: "*clean* record"."""

_COMPOUND = re.compile(r"^-\w+")
"""What makes one word of two: "union*-wide*"."""


def is_disclaimed(view: View, ruleset: Ruleset, rule: ReadyRule, at: int, span: Span) -> bool:
    """Say whether the sentence of a hit, or the answer to it, makes right what a rule on applicants looks for."""
    if rule.category not in _PROMISED:
        return False
    is_protected = rule.category in PROTECTED
    return (
        ((is_protected or not rule.negated) and rule.category != "scam" and is_not_demanded(view, ruleset, at, span))
        or _is_promised(view, ruleset, rule, _since_the_turn(view, ruleset.who, at, span), span)
        or _is_answered(view, ruleset, rule, at)
        or (is_protected and _tells_of_the_served(view, ruleset, at, span))
    )


def _is_promised(view: View, ruleset: Ruleset, rule: ReadyRule, place: Span, span: Span) -> bool:
    """Say whether a part of a sentence promises to leave a hit alone; a rule on wages that names a denial finds the denial itself."""
    is_protected = rule.category in PROTECTED
    if is_protected or not rule.negated:
        return _promises(view, ruleset, place, weak=is_protected and not rule.negated)
    return _promises(view, ruleset, place, weak=False) and stands_apart(
        view, ruleset, ruleset.who.strong_disclaimers, place, span
    )


def is_not_demanded(view: View, ruleset: Ruleset, at: int, span: Span) -> bool:
    """Say whether a sentence says of the very words of a hit that nobody demands them: "no citizenship is required"."""
    words = ruleset.who
    if words.words["denying"].isdisjoint(view.sentence_vocabularies[at]):
        return False
    start, end = _since_the_turn(view, words, at, span)
    denial = next(_denials_of(view.text, words, (start, end), span), None)
    if denial is None:
        return False
    turn = compiled(words.expressions["takes-back"]).search(view.text, denial, end)
    rest = (turn.start(), end) if turn else (end, end)
    return not turn or not (stands(view, ruleset, words.demands, rest) or stands(view, ruleset, words.conditions, rest))


def _denials_of(text: str, words: WhoWords, place: Span, span: Span) -> Iterator[int]:
    """Give where a denial of the words of a hit ends."""
    said = words.expressions
    for match in compiled(said["no-demand"]).finditer(text, *place):
        if match.start() <= span[0] < match.end("what") and _names(text, words, span, match.end("what"), most=2):
            yield match.end()
    for match in compiled(said["not-demanded"]).finditer(text, *place):
        begin, end = _subject(text, words, place[0], match), match.start()
        is_of_it = begin <= span[0] < end and not compiled(said["demanding"]).search(text, begin, end)
        if is_of_it and _names(text, words, span, end, most=1):
            yield match.end()
    for match in compiled(said["no-need"]).finditer(text, *place):
        if match.start() <= span[0] and span[1] > match.end() and _is_needless(text, words, match.end(), (span, place)):
            yield match.end()


def _is_needless(text: str, words: WhoWords, denial: int, places: tuple[Span, Span]) -> bool:
    """Say whether words that deny a need, up to a place, speak of the words of a hit near behind them, in the part of a text."""
    span, place = places
    between = text[denial : max(span[0], denial)]
    if between.count(" ") > words.reach["denial"] or compiled(words.expressions["break"]).search(between):
        return False
    # What may belong to the words of a hit behind them: "union *membership*".
    found = compiled(words.expressions["object"]).match(text, span[1], place[1])
    return _is_wanted(text, words, span[0], found.end() if found else span[1])


def _subject(text: str, words: WhoWords, start: int, match: re.Match[str]) -> int:
    """Return where the words begin of which a denial speaks; of one thing it speaks only of that behind "and"."""
    breaks, joints = compiled(words.expressions["break"]), compiled(words.expressions["joint"])
    begin = max([start, *(found.end() for found in breaks.finditer(text, start, match.start()))])
    if match["several"]:
        return begin
    return max([begin, *(found.start() for found in joints.finditer(text, begin, match.start()))])


def _names(text: str, words: WhoWords, span: Span, end: int, *, most: int) -> bool:
    """Say whether what is denied, up to an end, is what a hit names, and is something that anybody asks for."""
    rest = _COMPOUND.sub("", text[span[1] : end]).split()
    if rest and rest[0] in words.words["goes-on"]:
        return _is_wanted(text, words, *span) and _is_wanted(text, words, span[0], end)
    return len(rest) <= most and _is_wanted(text, words, span[0], max(span[1], end))


def _is_wanted(text: str, words: WhoWords, start: int, end: int) -> bool:
    """Say whether the noun of some words, and the one before their preposition, name what somebody may ask for."""
    said = words.expressions
    far, part = max(start - _LONG, 0), compiled(said["preposition"]).search(text, start, end)
    nouns = {
        compiled(said["endings"]).sub("", text[far:stop].rstrip()) for stop in (end, part.start() if part else end)
    }
    unwanted, wanted = compiled(said["unwanted"]), compiled(said["wanted"])
    return not any(unwanted.search(noun) and not wanted.search(noun) for noun in nouns)


def _since_the_turn(view: View, words: WhoWords, at: int, span: Span) -> Span:
    """Return the part of the sentence that a promise about a hit may stand in: one before `but` does not hold for what comes behind it.

    Words that begin with the turn stand behind it.
    """
    start, end = around(view, at, "sentence")
    found = compiled(words.expressions["turn"]).finditer(view.text, start, end)
    turns = [match.end() for match in found if match["turn"] and match.start() <= span[0]]
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


def _is_answered(view: View, ruleset: Ruleset, rule: ReadyRule, at: int) -> bool:
    """Say whether the sentence asks, and the next one of its block answers that it is not asked or minded.

    A rule that fires on denials is silent only where that is promised: "come" and the like are an answer to who is asked for a trait, and to nothing else.
    """
    answer = answer_to(view, ruleset, at)
    if answer is None:
        return False
    if _promises(view, ruleset, answer, weak=False):
        return True
    if rule.negated:
        return False
    begins = any(compiled(regex).match(view.text, *answer) for regex in ruleset.who.answers)
    return begins and not stands(view, ruleset, ruleset.who.conditions, answer) and reply_to(view, ruleset, at) is None
