"""Sentences that promise not to ask, weigh or mind, and sentences about the people served: what rules on applicants look for is right there."""

import re
from collections.abc import Iterator

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


_DENYING = frozenset({"no", "not", "never", "don't", "won't", "isn't", "aren't", "needn't"})
"""Without one of these words nothing is said of what is not demanded."""

_FAR = 4
"""How many words may stand between a denial and what it denies."""

_LONG = 20
"""How many letters before words belong to their noun: "*clean* record"."""

_TURN = re.compile(r"\b(?:but|though|however|(?<!not )yet)\b(?! (?:never|not|no|nor|neither|none|nobody|also)\b)")
"""Where a sentence turns; `but never your age` goes on as it began."""

_TURNS = re.compile(r"\b(?:but|though|although|however|yet|unless|except)\b")
_BREAK = re.compile(r"[,;:!?()]|\s-+\s|\b(?:but|if|because|who|while|when)\b")
_ASKED = (
    r"(?:required|needed|necessary|asked for|expected|mandatory|compulsory)\b"
    r"(?! (?:of|for|from|by) (?:our |the )?(?:clients?|volunteers?|residents?|patients?|members?|guests?|others)\b)"
)
_WORD = r"[\w'./&-]+"
_NO_DEMAND = re.compile(
    rf"\bno (?P<what>{_WORD}(?: (?!and\b){_WORD}){{0,5}}?) (?:(?:is|are|will be) )?(?:ever )?{_ASKED}"
)
"""No background check is required."""

_NOT_DEMANDED = re.compile(
    rf"(?:\b(?P<verb>is|are|was|were|will be) (?:not|never|no longer) (?:strictly |ever |always )?|\b(?P<short>isn't|aren't) |\bnot ){_ASKED}"
    r"|\bneed not be (?:shown|held|had|proved|proven|provided|presented|given)\b"
)
"""What stands behind that which nobody demands: citizenship is not required."""

_NO_NEED = re.compile(
    r"\b(?:(?:you|applicants|candidates|hires|staff|employees) (?:(?:do not|don't|will not|won't|never) (?:need|have to)|need no|needn't|need not)"
    r"|no need (?:for|of|to))\b(?: to)?(?: (?:be|have|hold|show|own|belong to|attend|pass|take|prove))?(?: (?:an?|any|the|your))?"
)
"""What stands before it: you do not need a green card."""

_DEMANDS = re.compile(
    r"\b(?:must|only|requires?|required|needs?|needed|prefer(?:s|red)?|wants?|wanted|seek(?:s|ing)?|hir(?:e|es|ing)|no|not|welcome|please)\b"
)
_GOES_ON = re.compile(r"(?:or|and|of|in|from|with|at)")
_COMPOUND = re.compile(r"^-\w+")
_OBJECT = re.compile(r"(?:-\w+)?(?: (?!(?:to|in|for|of|and|or|at|on|here|with|from|as|is|by)\b)\w+){0,2}")
"""What may belong to the words of a hit behind them: "union *membership*"."""

_PREPOSITION = re.compile(r" (?:in|at|on|over|under|above|with|from|of|past|who)\b")
_ENDS = re.compile(r"(?: (?:is|are|not|no|a|ever|required|needed|necessary|expected|asked|for))+$")
_UNWANTED = re.compile(
    r"\b(?:(?!(?:checks|tests|documents|papers|references|letters|photos|pictures|photographs|exams|screenings|certificates|degrees|"
    r"statements|reports|scores|pledges|oaths|cards|numbers)$)\w+[^isu\W]s|men|women|people|folks?|person|felon|smoker|addict|immigrant|alien|wom[ae]n|man"
    r"|(?<!clean )(?<!clean criminal )(?<!spotless )(?<!perfect )(?<!driving )record|(?:criminal|arrest|police|conviction|juvenile|medical|health) (?:history|background)"
    r"|criminal|conviction|arrest|felony|misdemeanor|offense|crime|dui|accent|disability|disorder|illness|condition|diagnosis|pregnancy|child|children|baby"
    r"|spouse|husband|wife|debt|bankruptcy|gap|tattoo|beard|drugs?|tobacco|nicotine|marijuana|cannabis|smoking|alcohol|union"
    r"|accommodation|sponsorship|visa|leave|time off|medication|wheelchair|cane|childcare|child care|day care|daycare|garb|dress|clothing|hijab|turban|headscarf|help|assistance|support)$"
)
"""What nobody asks for, so that "no … needed" refuses it: people, most words in the plural, and what is held against applicants."""


def is_disclaimed(view: View, ruleset: Ruleset, rule: ReadyRule, at: int, span: Span) -> bool:
    """Say whether the sentence of a hit, or the answer to it, makes right what a rule on applicants looks for."""
    if rule.category not in _PROMISED:
        return False
    is_protected = rule.category in PROTECTED
    return (
        ((is_protected or not rule.negated) and rule.category != "scam" and is_not_demanded(view, ruleset, at, span))
        or _promises(view, ruleset, _since_the_turn(view, at, span), weak=is_protected and not rule.negated)
        or _is_answered(view, ruleset, at)
        or (is_protected and _tells_of_the_served(view, ruleset, at, span))
    )


def is_not_demanded(view: View, ruleset: Ruleset, at: int, span: Span) -> bool:
    """Say whether a sentence says of the very words of a hit that nobody demands them: "no citizenship is required"."""
    if _DENYING.isdisjoint(view.sentence_vocabularies[at]):
        return False
    start, end = _since_the_turn(view, at, span)
    denial = next(_denials_of(view.text, (start, end), span), None)
    if denial is None:
        return False
    turn = _TURNS.search(view.text, denial, end)
    rest = (turn.start(), end) if turn else (end, end)
    return not turn or not (
        stands(view, ruleset, ruleset.who.demands, rest) or stands(view, ruleset, ruleset.who.conditions, rest)
    )


def _denials_of(text: str, place: Span, span: Span) -> Iterator[int]:
    """Give where a denial of the words of a hit ends."""
    for match in _NO_DEMAND.finditer(text, *place):
        if match.start() <= span[0] < match.end("what") and _names(text, span, match.end("what"), most=2):
            yield match.end()
    for match in _NOT_DEMANDED.finditer(text, *place):
        begin, end = _subject(text, place[0], match), match.start()
        if begin <= span[0] < end and not _DEMANDS.search(text, begin, end) and _names(text, span, end, most=1):
            yield match.end()
    for match in _NO_NEED.finditer(text, *place):
        between = text[match.end() : max(span[0], match.end())]
        is_near = match.start() <= span[0] and between.count(" ") <= _FAR and not _BREAK.search(between)
        if is_near and span[1] > match.end() and _is_wanted(text, span[0], _object_end(text, span[1], place[1])):
            yield match.end()


def _object_end(text: str, start: int, end: int) -> int:
    """Return where the words end that may belong to those of a hit before them."""
    found = _OBJECT.match(text, start, end)
    return found.end() if found else start


def _subject(text: str, start: int, match: re.Match[str]) -> int:
    """Return where the words begin of which a denial speaks; in the singular it speaks only of those behind "and"."""
    begin = max([start, *(found.end() for found in _BREAK.finditer(text, start, match.start()))])
    is_plural = match["verb"] in {"are", "were"} or match["short"] == "aren't"
    joint = -1 if is_plural else text.rfind(" and ", begin, match.start())
    return max(begin, joint)


def _names(text: str, span: Span, end: int, *, most: int) -> bool:
    """Say whether what is denied, up to an end, is what a hit names, and is something that anybody asks for."""
    rest = _COMPOUND.sub("", text[span[1] : end]).split()
    if rest and _GOES_ON.fullmatch(rest[0]):
        return _is_wanted(text, *span) and _is_wanted(text, span[0], end)
    return len(rest) <= most and _is_wanted(text, span[0], max(span[1], end))


def _is_wanted(text: str, start: int, end: int) -> bool:
    """Say whether the noun of some words, and the one before their preposition, name what somebody may ask for."""
    far, part = max(start - _LONG, 0), _PREPOSITION.search(text, start, end)
    return not any(
        _UNWANTED.search(_ENDS.sub("", text[far:stop].rstrip())) for stop in (end, part.start() if part else end)
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
