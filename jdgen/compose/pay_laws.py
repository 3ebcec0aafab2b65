"""What the law of the listed places asks of the posting, and the posting does not hold.

A remote role answers to every state it is open to; one open to the whole country answers to all of them.
"""

from collections.abc import Callable
from datetime import date

from jdgen.model.draft import Draft, Omission
from jdgen.model.facts import Facts
from jdgen.model.law import AdItem, PayLaw
from jdgen.model.posting import PostingFacts
from jdgen.text.dates import describe_date
from jdgen.text.pay import Pay
from jdgen.text.states import STATES
from jdgen.text.words import join_words

_CITED_AT_MOST = 3
"""Laws named with their citations; more are named by their places, so that the sentence can still be read."""

_ITEMS: dict[AdItem, tuple[str, str, Callable[[PostingFacts], bool]]] = {
    "pay": ("the pay", "add `pay: 38.50-52/hour`", lambda posting: isinstance(posting.pay, Pay)),
    "benefits": (
        "a description of benefits",
        "add `benefits:` to the employer",
        lambda posting: bool(posting.benefits),
    ),
    "other-compensation": (
        "a word on other compensation",
        "add `other_compensation:` with bonuses and differentials, or `other_compensation: none`",
        lambda posting: bool(posting.other_compensation),
    ),
    "deadline": (
        "the closing date",
        "add `closes: 2026-12-31` or `closes: until filled`",
        lambda posting: posting.closes is not None,
    ),
    "how-to-apply": (
        "the way to apply",
        "add `apply: {url: https://…}` to the employer or the requisition",
        lambda posting: bool(posting.apply),
    ),
}
"""What a law can ask: its name, its repair, and whether a posting holds it. What is asked only of some jobs is not here."""


def missing_by_law(draft: Draft, facts: Facts) -> dict[AdItem, Omission]:
    """Return an omission for each thing a law asks for and the posting lacks, by what it is.

    A law that starts while the posting is open, or may still be open, is named with its day.
    """
    posting = draft.facts
    laws = [law for law in facts.pay_laws.values() if covers(law, posting, facts)]
    missing: dict[AdItem, Omission] = {}
    for item, (name, hint, holds) in _ITEMS.items():
        asking = [law for law in laws if item in law.must_hold]
        now = [law for law in asking if in_force(law, posting)]
        later = [law for law in asking if starts_while_open(law, posting)]
        if (now or later) and not holds(posting):
            missing[item] = Omission(
                f"{name} is missing, and the law asks for it{_asked(now, later, posting)}",
                f"{hint}; see {_where_to_read([*now, *later])}",
            )
    return missing


def covers(law: PayLaw, posting: PostingFacts, facts: Facts) -> bool:
    """Say whether a law is for a posting of this place and employer, now or ever. An unknown number of employees counts as enough."""
    size = posting.employer.size
    return law.confidence != "U" and (size is None or size >= law.min_employees) and _reaches(law, posting, facts)


def in_force(law: PayLaw, posting: PostingFacts) -> bool:
    """Say whether a law holds on the day of posting; where no day is known, one that is still to come counts too."""
    day = posting.posted
    if day is None:
        return law.effective_to is None and _open_on(law.effective_from, posting)
    return law.effective_from <= day and (law.effective_to is None or day <= law.effective_to)


def starts_while_open(law: PayLaw, posting: PostingFacts) -> bool:
    """Say whether a law starts after the day of posting and not after its closing date; without such a date, whenever it starts."""
    day = posting.posted
    return day is not None and day < law.effective_from and _open_on(law.effective_from, posting)


def _open_on(day: date, posting: PostingFacts) -> bool:
    return not isinstance(posting.closes, date) or day <= posting.closes


def _reaches(law: PayLaw, posting: PostingFacts, facts: Facts) -> bool:
    state = law.jurisdiction.state
    if law.jurisdiction.locality:
        return any(place.state == state and facts.covers_city(law, place.city) for place in posting.places)
    if any(place.state == state for place in posting.places):
        return True
    return any(not area.states or state in area.states for area in posting.remote_areas)


def _asked(now: list[PayLaw], later: list[PayLaw], posting: PostingFacts) -> str:
    """Return `: Colorado (C.R.S. 8-5-201); from January 1, 2027: Columbus (…)`, the laws in force first."""
    starts = sorted({law.effective_from for law in later})
    still_open = "" if isinstance(posting.closes, date) else ", if it is still open then"
    parts = [f": {_named(now)}"] if now else []
    parts += [
        f" from {describe_date(day)}{still_open}: {_named([law for law in later if law.effective_from == day])}"
        for day in starts
    ]
    return ";".join(parts)


def _named(laws: list[PayLaw]) -> str:
    """Return `Colorado (C.R.S. 8-5-201) and Minnesota (Minn. Stat. 181.173)`; many laws by their places alone."""
    if len(laws) <= _CITED_AT_MOST:
        return join_words([
            f"{law.jurisdiction.locality or STATES[law.jurisdiction.state]} ({law.citation})" for law in laws
        ])
    places: dict[str, list[str]] = {}
    for law in laws:
        places.setdefault(STATES[law.jurisdiction.state], []).append(law.jurisdiction.locality or "")
    return join_words([_state_with_cities(state, cities) for state, cities in sorted(places.items())])


def _state_with_cities(state: str, cities: list[str]) -> str:
    """Return `New York with New York City`, or `Ohio (Cleveland)` where the state itself asks for nothing."""
    local = join_words([city for city in cities if city])
    if not local:
        return state
    return f"{state} with {local}" if "" in cities else f"{state} ({local})"


def _where_to_read(laws: list[PayLaw]) -> str:
    """Return the source of the first law, or the command that shows each of many."""
    if len(laws) <= _CITED_AT_MOST:
        return laws[0].source[0]
    return f"`jdgen show {laws[0].jurisdiction.state}` for a state's law and its source"
