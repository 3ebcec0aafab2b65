"""Why Google would refuse a posting: the clauses of `facts/channels.yaml` that it must keep, as far as facts and words tell.

What only the whole audit can see, such as a slogan in the title or a word against remote work, `jdgen check` finds.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache

from jdgen.model.posting import PostingFacts
from jdgen.render.blocks import Table, Words, flat, plain
from jdgen.render.card_faults import FACTS_SAY, card_faults
from jdgen.text.dates import describe_date
from jdgen.text.pay import Pay, describe_pay, format_amount
from jdgen.text.workplace import REMOTE

_REMOTE = re.compile(rf"\b(?:{REMOTE})\b", re.IGNORECASE)
_BEFORE = re.compile(r"[\w.,]")
_AFTER = re.compile(r"\w|[.,]\d")
_NO_LETTERS = re.compile(r"[\W_]+")
_LEGAL_FORM = re.compile(r",? (?:inc|llc|llp|corp|co|ltd|pc|pllc)\.?$", re.IGNORECASE)
_SHORTEST_NAME = 4
_INTERNAL = "internal"


def is_public(facts: PostingFacts) -> bool:
    """Say whether a posting is for people outside: the internal job description is no opening to apply for."""
    return facts.template != _INTERNAL


def markup_faults(facts: PostingFacts, words: Words) -> tuple[str, ...]:
    """Return a phrase for each clause that is broken, with the words to mend; none where Google takes the posting."""
    if not is_public(facts):
        return ("it is the internal job description and no opening to apply for",)
    return (*_missing(facts, words), *_in_title(facts), *contradictions(facts, words))


def contradictions(facts: PostingFacts, words: Words) -> tuple[str, ...]:
    """Return a phrase for each fact that another fact or the text contradicts, or that the text does not show."""
    said_otherwise = tuple(card_faults(facts, words))
    unseen = (
        phrase
        for phrase in _unseen(facts, words)
        if not any(phrase.endswith(said.rpartition(FACTS_SAY)[2]) for said in said_otherwise)
    )
    return (*_among_facts(facts), *said_otherwise, *unseen)


def shown(phrases: Iterable[str], words: Words) -> tuple[str, ...]:
    """Return those of some phrases that the text shows: no channel is told what people cannot see."""
    text = _squeezed_text(words)
    return tuple(phrase for phrase in phrases if _squeezed(phrase) in text)


@lru_cache(maxsize=2)
def _squeezed_text(words: Words) -> str:
    return _squeezed(_text(words))


def _missing(facts: PostingFacts, words: Words) -> Iterator[str]:
    if facts.filled is not None:
        yield f"it was filled on {describe_date(facts.filled)}"
    if facts.posted is None:
        yield "it has no day of first publication (`posted`)"
    if not facts.location:
        yield "it has no place (`location`)"
    if not words.blocks:
        yield "it has no text below its title"
    if not facts.apply:
        yield "it does not say how to apply (`apply`)"


def _in_title(facts: PostingFacts) -> Iterator[str]:
    """Find what a title may not hold: employer, id, pay and place."""
    title = facts.title.casefold()
    name = _LEGAL_FORM.sub("", facts.employer.name).casefold()
    if len(name) >= _SHORTEST_NAME and re.search(rf"\b{re.escape(name)}(?!\w)", title):
        yield "its title names the employer"
    if re.search(r"\d", facts.id) and facts.id.casefold() in title:
        yield f"its title holds the job ID `{facts.id}`"
    if re.search(r"\$\s?\d", title):
        yield "its title holds the pay"
    for place in facts.places:
        if re.search(rf"\b{re.escape(place.city.casefold())}, {place.state.casefold()}\b", title):
            yield f"its title holds the place, {place.city}"


def _among_facts(facts: PostingFacts) -> Iterator[str]:
    closes = facts.closes
    if isinstance(closes, date) and facts.posted and closes < facts.posted:
        yield f"it closes on {closes}, before it is posted on {facts.posted}"
    if facts.location and not facts.places and facts.workplace != "remote":
        stated = f"`workplace` says {facts.workplace}" if facts.workplace else "`workplace` is missing"
        yield f"its only location is an area for remote work, and {stated}"


def _unseen(facts: PostingFacts, words: Words) -> Iterator[str]:
    """Find facts that the text does not show: Google takes nothing that people cannot see, clause g20."""
    text = _text(words)
    heading = plain(words.title)
    if not _shows(facts.title, text) or (heading and _squeezed(heading) != _squeezed(facts.title)):
        yield f"its text has another title than `{facts.title}`"
    for place in facts.places:
        if not _shows(place.city, text):
            yield f"its text does not show the place {place.city}"
    if isinstance(facts.pay, Pay) and not _shows_pay(facts.pay, text):
        yield f"its text does not show the pay, {describe_pay(facts.pay)}"
    if isinstance(facts.closes, date) and not _shows_day(facts.closes, text):
        yield f"its text does not show the last day, {describe_date(facts.closes)}"
    if facts.workplace == "remote" and not _REMOTE.search(text):
        yield "its text does not say that the work is remote"


@lru_cache(maxsize=2)
def _text(words: Words) -> str:
    lines = [plain(words.title), *(f"{plain(label)}: {plain(value)}" for label, value in words.card)]
    for block in flat(words.blocks):
        rows = block.rows if isinstance(block, Table) else ((block.runs,),)
        lines += [plain(cell) for row in rows for cell in row]
    return "\n".join(lines)


def _shows(phrase: str, text: str) -> bool:
    return phrase in text or _squeezed(phrase) in _squeezed(text)


def _squeezed(text: str) -> str:
    """Return the letters and digits alone, so that a typesetter's marks make no difference."""
    return _NO_LETTERS.sub("", text).casefold()


def _shows_pay(pay: Pay, text: str) -> bool:
    lowered = text.lower()
    return all(any(_stands(figure, lowered) for figure in _figures(end)) for end in (pay.minimum, pay.maximum))


def _figures(amount: Decimal) -> Iterator[str]:
    """Give the ways an amount is written."""
    yield from (f"{amount:,.2f}", f"{amount:.2f}", format_amount(amount), f"{amount.normalize():f}")
    if amount == amount.to_integral_value():
        yield f"{amount:,.0f}"
    yield f"{(amount / 1000).normalize():f}k"


def _shows_day(day: date, text: str) -> bool:
    month, number, _ = describe_date(day).replace(",", "").split()
    numeric = (f"{day.month}/{day.day}", f"{day.month:02}/{day.day:02}", day.isoformat())
    named = [f"{name} {number}" for name in (month, month[:3], f"{month[:3]}.")]
    turned = [f"{number} {month}", f"{number} {month[:3]}"]
    lowered = text.lower()
    return any(_stands(spelling, lowered) for spelling in (*numeric, *named, *turned))


def _stands(spelling: str, text: str) -> bool:
    """Say whether words stand in a text by themselves: 52.00 is not in 152.00. The text is in small letters."""
    words = spelling.lower()
    at = text.find(words)
    while at != -1:
        if not _BEFORE.match(text[at - 1 : at]) and not _AFTER.match(text, at + len(words)):
            return True
        at = text.find(words, at + 1)
    return False
