"""How long a credential takes to earn, and how long it lasts."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from jdgen.audit.credential_sentence import CredentialSentence, hit_for
from jdgen.audit.hit import Hit
from jdgen.audit.mentions import Mention
from jdgen.audit.ruleset import ReadyRule, compiled
from jdgen.audit.terms import Words
from jdgen.audit.view import View

_NUMBER_WORDS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_NUMBER = r"(?P<number>\d{1,3}|an?|" + "|".join(_NUMBER_WORDS) + ")"
_DAYS = {"day": 1, "week": 7, "month": 30.4, "year": 365}
_SOON = re.compile(
    rf"\b(?:within|inside|in|by|after|during|before)(?: of| the| your| their| just| only| first| next| end)*[ -]{_NUMBER}[ -](?P<unit>day|week|month|year)s?\b"
)
_EXPERIENCE = re.compile(
    rf"(?P<less>\b(?:less than|under|fewer than|up to|no more than|0 ?(?:-|to)) )?\b{_NUMBER}(?: \(\d+\))?\+?[ -](?P<unit>month|year|week)s?'?"
    r"(?:(?: of)?(?: [\w-]+){0,4} experience| (?:of|in)(?: [\w-]+){0,2} (?:case management|care management|work|practice|nursing))\b"
)
_RENEW = re.compile(
    r"\b(?:renew(?:s|ed|al|als|ing|able)?|re-?cert(?:s|if(?:y|ies|ied|ication|ications|ying))?|re-?credential(?:ed|ing)?|re-?tests?|expires?|expiring|lapses?|valid(?: for| only| just|(?= (?:one|two|three|four|six|[12346]) ))|good for|lasts?|runs? out|cycle|re-?take[ns]?|re-?sit|must be updated|re-?validat\w+|re-?issued)\b"
)
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december|jan|spring|fall|winter|summer|birthday"
_PERIOD = re.compile(
    rf"\b(?P<yearly>annual|annually|yearly|once a year|twice a year|(?:every|each)(?: single| calendar)? year|per year|every 12 months|every twelve months|one[ -]year|1[ -]year|(?:every|each) (?:{_MONTHS})|semi-?annual(?:ly)?|quarterly|monthly)\b"
    rf"|\b(?P<second>biennial|biennially|every other year|bi-?annual(?:ly)?|every second year)\b"
    rf"|\b(?:every|each|for|lasts?|after|in|of|a|once|once in|the|its|your)? ?{_NUMBER}(?: \(\d+\))?[ -](?P<unit>year|yr|month)s?\b(?!'?s? (?:of|experience))"
)
_REACH = 45
"""Characters between words of renewal and a period of time."""
_OPENINGS = frozenset({"required", "title", "summary"})

_FIRM = re.compile(r" (?:is |are )?(?:required|mandatory|essential|a must)\b")
"""What stands right behind a credential that is demanded for certain."""
_BEGINS_CLAUSE = re.compile(r"[.;!?] | but ")


def too_early(rule: ReadyRule, sentence: CredentialSentence) -> Iterator[Hit]:
    """Find a credential demanded of people who cannot have the experience it takes, in one line or paragraph."""
    possible = sentence.view.once(_possible, rule)
    if not possible and not _EXPERIENCE.search(sentence.plain):
        return
    mention = _demanded(rule, sentence)
    if mention is None:
        return
    least = mention.facts[0].least_months or 0
    newcomer = next(_found(possible, sentence, rule), None)
    short = "" if newcomer else _short_experience(sentence, least)
    if not (newcomer or short) or _is_excused(rule, _about(sentence, mention)):
        return
    if newcomer:
        start, end = newcomer
        yield hit_for(rule, mention, (min(start, mention.start), max(end, mention.end)), months=str(least))
    elif not sentence.finds(rule.unless):
        yield hit_for(rule, mention, (mention.start, mention.end), months=str(least), experience=short)


def _possible(view: View, rule: ReadyRule) -> list[str]:
    """Return the expressions for newcomers whose words the text holds at all."""
    vocabulary, by_word = view.vocabulary, _by_first_words(rule)
    numbers = {
        number for word in by_word.keys() & vocabulary for number, run in by_word[word] if vocabulary.issuperset(run)
    }
    numbers |= {number for number, pattern in enumerate(rule.present) if not pattern.anchors}
    return [
        rule.present[number].regex
        for number in sorted(numbers)
        if not any(vocabulary.isdisjoint(words) for words in rule.present[number].others)
    ]


@lru_cache(maxsize=4)
def _by_first_words(rule: ReadyRule) -> Mapping[str, list[tuple[int, Words]]]:
    """Return the numbers of the terms of a rule with the runs of words that anchor them, by the first word of each run."""
    found: dict[str, list[tuple[int, Words]]] = {}
    for number, pattern in enumerate(rule.present):
        for run in pattern.anchors:
            found.setdefault(run[0], []).append((number, run))
    return found


def _demanded(rule: ReadyRule, sentence: CredentialSentence) -> Mention | None:
    """Return the first credential that takes experience, if the sentence demands it now."""
    mention = next((one for one in sentence.mentions if all(fact.least_months for fact in one.facts)), None)
    if mention is None:
        return None
    soon = _SOON.search(sentence.plain)
    if soon and _days(soon) >= (mention.facts[0].least_months or 0) * 30:
        return None
    role = sentence.view.role(sentence.sentence.block)
    if not soon and role not in {"required", "title"} and not sentence.finds(rule.needs):
        return None
    return mention


def _about(sentence: CredentialSentence, mention: Mention) -> str:
    """Return the words that may excuse a demand; before one that is firm only those of its own clause, for others speak of something else."""
    text, (start, end) = sentence.view.text, sentence.surroundings
    if not _FIRM.match(text, mention.end):
        return sentence.around
    return text[max([start, *(one.end() for one in _BEGINS_CLAUSE.finditer(text, start, mention.start))]) : end]


def _is_excused(rule: ReadyRule, where: str) -> bool:
    """Say whether words stand there with which a demand may well be one for later."""
    return any(compiled(expression).search(where) for expression in rule.unless)


def _found(expressions: Iterable[str], sentence: CredentialSentence, rule: ReadyRule) -> Iterator[tuple[int, int]]:
    """Give words for newcomers in the block, but for exceptions."""
    spans = _spans(expressions, sentence)
    excepted = list(_spans(rule.exceptions, sentence)) if (first := next(spans, None)) else []
    for start, end in chain([first] if first else [], spans):
        if not any(begin < end and start < stop for begin, stop in excepted):
            yield start, end


def _spans(expressions: Iterable[str], sentence: CredentialSentence) -> Iterator[tuple[int, int]]:
    """Give where expressions stand in the block."""
    text, (begin, end) = sentence.view.text, sentence.surroundings
    for expression in expressions:
        yield from (match.span() for match in compiled(expression).finditer(text, begin, end))


def _short_experience(sentence: CredentialSentence, least: int) -> str:
    """Return the experience a sentence asks for, where it is shorter than the credential takes."""
    for match in _EXPERIENCE.finditer(sentence.plain):
        if _days(match) < least * 30 or (match["less"] and _days(match) <= least * 30.5):
            return match.group()
    return ""


def _days(match: re.Match[str]) -> float:
    return _figure(match["number"]) * _DAYS[match["unit"]]


def _figure(text: str) -> int:
    if text in _NUMBER_WORDS:
        return _NUMBER_WORDS.index(text)
    return int(text) if text.isdigit() else 1


def too_early_overall(rule: ReadyRule, sentences: Sequence[CredentialSentence]) -> Iterator[Hit]:
    """Find the first required credential in a posting whose title, opening or demands are for newcomers."""
    demanding = (
        (sentence, mention)
        for sentence in sentences
        if sentence.view.role(sentence.sentence.block) in _OPENINGS
        and (mention := _demanded(rule, sentence))
        and not _is_excused(rule, sentence.plain)
    )
    first = next(demanding, None)
    if first and _invites_newcomers(rule, first[0]):
        mention = first[1]
        yield hit_for(rule, mention, (mention.start, mention.end), months=str(mention.facts[0].least_months))


def _invites_newcomers(rule: ReadyRule, sentence: CredentialSentence) -> bool:
    """Say whether another block than the sentence's own is for newcomers."""
    view = sentence.view
    for number, block in enumerate(view.blocks):
        if block.role in _OPENINGS and number != sentence.sentence.block:
            begin = view.block_starts[number]
            text = view.text[begin : begin + len(block.text)]
            excepted = any(compiled(expression).search(text) for expression in rule.exceptions)
            if not excepted and any(compiled(pattern.regex).search(text) for pattern in rule.present):
                return True
    return False


def renewed_wrongly(rule: ReadyRule, sentence: CredentialSentence) -> Iterator[Hit]:
    """Find a renewal after another number of years than the issuer's."""
    renewal = _RENEW.search(sentence.text)
    if renewal is None or sentence.finds(rule.unless):
        return
    mention = _nearest(sentence, renewal)
    years = mention.facts[0].renewal_years if mention else None
    for period in _PERIOD.finditer(sentence.text) if mention and years else ():
        if _gap(renewal, period) > _REACH:
            continue
        if mention and years and not _lasts(period, years):
            start, end = (
                sentence.start + min(renewal.start(), period.start()),
                sentence.start + max(renewal.end(), period.end()),
            )
            span = (min(start, mention.start), max(end, mention.end))
            yield hit_for(rule, mention, span, years="year" if years == 1 else f"{years} years")
        return


def _nearest(sentence: CredentialSentence, match: re.Match[str]) -> Mention | None:
    """Return the credential nearest to a match; the license that may stand between is what is renewed."""
    place = sentence.start + match.start()
    mention = min(sentence.mentions, key=lambda one: abs(one.start - place))
    first, last = sorted((mention.start - sentence.start, match.start()))
    return None if re.search(r"\blicen[sc]e", sentence.text[first : last + len(match.group()) + 2]) else mention


def _gap(one: re.Match[str], other: re.Match[str]) -> int:
    return max(one.start(), other.start()) - min(one.end(), other.end())


def _lasts(period: re.Match[str], years: int) -> bool:
    if period["yearly"]:
        return years == 1
    if period["second"]:
        return years == 2
    number = _figure(period["number"])
    return (number if period["unit"] != "month" else number / 12) == years
