"""Rules about what the law of a place asks of the pay in an advertisement; the laws are rows of `facts/pay_laws.yaml`."""

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache

from jdgen.audit.hit import Context, Hit
from jdgen.audit.kinds.missing import at_title, is_present, names
from jdgen.audit.lookup import PayLawFact
from jdgen.audit.money import PayMention, pay_mentions
from jdgen.audit.ruleset import ReadyRule, Ruleset
from jdgen.audit.view import View
from jdgen.model.document import Stated
from jdgen.text.place import Place
from jdgen.text.states import STATES
from jdgen.text.words import join_words

_SOON = timedelta(days=90)
"""A law that starts within the life of a posting is named beforehand, as a warning."""

_NAMED_AT_MOST = 3
_PAY = frozenset({"pay", "salary", "salaries", "wage", "wages", "compensation", "rate"})
"""Words that label what is paid."""

_OPEN_END = re.compile(
    r"^\W*(?:up to|as much as|from|starting|starts|at least|max(?:imum)?|min(?:imum)?)\b|\d ?k? ?(?:\+|and up\b|and above\b|or more\b|plus\b)",
    re.IGNORECASE,
)
"""A range as a fact states it, of which one end is open: "up to $105,000", "31/hour and up"."""
_OPEN_BEFORE = re.compile(
    r"\b(?:up to|as much as|starting (?:at|from)|starts at|at least|max(?:imum)?(?: of)?)\s*$", re.IGNORECASE
)
_OPEN_BEHIND = re.compile(r"\s?(?:\+|and (?:up|above)\b|or more\b)", re.IGNORECASE)
_BESIDE = 16
"""How many characters beside pay in words may leave one end of it open."""


def check(view: View, ruleset: Ruleset, context: Context) -> Iterator[Hit]:
    """Give a hit for every thing a law of the posting's places asks for and the posting lacks, and for ranges that are open."""
    laws = [law for law in ruleset.lookup.pay_laws if reaches(law, view, context)]
    mentions = list(pay_mentions(view)) if laws else []
    for rule in ruleset.of_kind("pay-law"):
        item = rule.settings.get("item")
        if item == "closed-range":
            yield from _open_ranges(view, rule, [law for law in laws if not law.open_ended], mentions, context)
            continue
        asking = [law for law in laws if item in law.must_hold]
        if not asking or (item == "pay" and mentions):
            continue
        left_open = _left_open(view, rule)
        if left_open or not is_present(view, rule):
            yield from _lacking(view, rule, asking, context, left_open)


def _left_open(view: View, rule: ReadyRule) -> tuple[int, int] | None:
    """Return where the words leave open what only the facts on top of the file state: readers see the words.

    The setting `left-open` holds such words; a label stands before them, as in "Salary: DOE", or a verb.
    """
    words = names(rule, "left-open")
    blocks = view.blocks_with_words(_PAY, owned=True) if words else []
    matches = (_open_words(words).search(view.text, *view.span_of_block(block)) for block in blocks)
    match = next(filter(None, matches), None)
    return match.span() if match else None


@lru_cache(maxsize=4)
def _open_words(words: tuple[str, ...]) -> re.Pattern[str]:
    said = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(
        rf"\b(?:pay|salary|salaries|wages?|compensation|rate|pay range|salary range)(?: (?:range|rate|level))?(?::| is| are| will be| to be| -)? ?"
        rf"(?:\w+ ){{0,2}}(?:{said})\b"
    )


def reaches(law: PayLawFact, view: View, context: Context) -> bool:
    """Say whether a law is for this posting, today or within ninety days; an unknown number of employees counts as enough."""
    if law.confidence == "U" or (context.employees is not None and context.employees < law.min_employees):
        return False
    if context.day and (
        law.effective_from > context.day + _SOON or (law.effective_to and law.effective_to < context.day)
    ):
        return False
    if not law.localities:
        return law.state in context.states
    places = [stated.value for stated in view.document.places if isinstance(stated.value, Place)]
    cities = {_plain(name) for name in law.localities}
    return any(place.state == law.state and _plain(place.city or "") in cities for place in places)


@lru_cache(maxsize=4096)
def _plain(city: str) -> str:
    """Return a city's name without capitals and hyphens: Croton-on-Hudson is also written Croton on Hudson."""
    return " ".join(city.casefold().replace("-", " ").split())


def _lacking(
    view: View, rule: ReadyRule, laws: list[PayLawFact], context: Context, said: tuple[int, int] | None = None
) -> Iterator[Hit]:
    """Give the hit, at the title or at the words that leave it open."""
    now = [law for law in laws if law.effective_from <= context.day]
    hit = at_title(
        view, rule, law=_named(now or laws), citation=join_words(law.citation for law in (now or laws)[:_NAMED_AT_MOST])
    )
    sources = tuple(dict.fromkeys(law.source for law in now or laws))[:_NAMED_AT_MOST]
    start, end = said or (hit.start, hit.end)
    yield Hit(
        rule,
        start,
        end,
        fills=hit.fills,
        severity=None if now else "warning",
        sources=sources,
        reason="" if now else _later(laws),
    )


def _later(laws: list[PayLawFact]) -> str:
    return "; ".join(f"{_place(law)} from {law.effective_from.isoformat()}" for law in laws)


def _open_ranges(
    view: View, rule: ReadyRule, laws: list[PayLawFact], mentions: list[PayMention], context: Context
) -> Iterator[Hit]:
    """Give ranges of which one end is open, unless another one closes them: those of the words, else those of the facts."""
    now = [law for law in laws if law.effective_from <= context.day]
    stated = view.document.stated.get("pay", ())
    if not now or any(not mention.is_open for mention in mentions):
        return
    fills = {"law": _named(now), "citation": join_words(law.citation for law in now[:_NAMED_AT_MOST])}
    sources = tuple(law.source for law in now[:_NAMED_AT_MOST])
    for mention in mentions:
        yield Hit(rule, mention.start, mention.end, fills=fills, sources=sources)
    for one in () if mentions or any(one.value for one in stated) else stated:
        if _OPEN_END.search(one.text):
            yield Hit(rule, one.start, one.end, in_source=True, fills=fills, sources=sources)
    said = None if mentions or stated else view.document.pay
    if said and said.value.minimum == said.value.maximum and _is_open_beside(view.document.source, said):
        yield Hit(rule, said.start, said.end, in_source=True, fills=fills, sources=sources)


def _is_open_beside(source: str, said: Stated) -> bool:
    """Say whether the words right beside pay without a dollar sign leave one end open: "up to 90k"."""
    before, after = source[max(said.start - _BESIDE, 0) : said.start], source[said.end : said.end + _BESIDE]
    return bool(_OPEN_BEFORE.search(before) or _OPEN_BEHIND.match(after))


def _named(laws: list[PayLawFact]) -> str:
    return join_words(dict.fromkeys(_place(law) for law in laws))


def _place(law: PayLawFact) -> str:
    return law.localities[0] if law.localities else STATES[law.state]
