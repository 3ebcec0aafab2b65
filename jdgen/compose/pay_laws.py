"""What the law of the listed places asks of the posting, and the posting does not hold.

A remote role answers to every state it is open to; one open to the whole country answers to all of them.
"""

from collections.abc import Callable
from datetime import date

from jdgen.model.draft import Draft, Omission
from jdgen.model.facts import Facts
from jdgen.model.law import AdItem, PayLaw
from jdgen.model.posting import PostingFacts
from jdgen.text.pay import Pay
from jdgen.text.states import STATES
from jdgen.text.words import join_words

_NAMED_AT_MOST = 3

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
    """Return an omission for each thing a law in force asks for and the posting lacks, by what it is."""
    posting = draft.facts
    laws = [law for law in facts.pay_laws.values() if applies(law, posting)]
    missing: dict[AdItem, Omission] = {}
    for item, (name, hint, holds) in _ITEMS.items():
        asking = [law for law in laws if item in law.must_hold]
        if asking and not holds(posting):
            missing[item] = Omission(
                f"{name} is missing, and the law asks for it: {_named(asking)}", f"{hint}; see {asking[0].source[0]}"
            )
    return missing


def applies(law: PayLaw, posting: PostingFacts) -> bool:
    """Say whether a law covers a posting: place, day and number of employees. An unknown number counts as enough."""
    size = posting.employer.size
    return (
        law.confidence != "U"
        and (size is None or size >= law.min_employees)
        and _in_force(law, posting.posted)
        and _covers(law, posting)
    )


def _in_force(law: PayLaw, day: date | None) -> bool:
    if day is None:
        return law.effective_to is None
    return law.effective_from <= day and (law.effective_to is None or day <= law.effective_to)


def _covers(law: PayLaw, posting: PostingFacts) -> bool:
    state, locality = law.jurisdiction.state, law.jurisdiction.locality
    if locality:
        names = {name.casefold() for name in (locality, *law.also_in)}
        return any(place.state == state and place.city.casefold() in names for place in posting.places)
    if any(place.state == state for place in posting.places):
        return True
    return any(not area.states or state in area.states for area in posting.remote_areas)


def _named(laws: list[PayLaw]) -> str:
    """Return `Colorado (C.R.S. 8-5-201) and Minnesota (Minn. Stat. 181.173)`, the rest of many as a number."""
    named = [
        f"{law.jurisdiction.locality or STATES[law.jurisdiction.state]} ({law.citation})"
        for law in laws[:_NAMED_AT_MOST]
    ]
    more = len(laws) - len(named)
    return join_words([*named, *([f"{more} more"] if more else [])])
