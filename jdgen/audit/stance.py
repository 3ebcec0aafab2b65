"""What a clause wants of the person hired: does it demand, refuse, ask, order or favor, or does it promise not to?

For a trait in a clause the strongest sign of a stance that counts for its sort is taken, the people meant add or take a little, and what
shields the trait is taken off. The word tables and weights are data, in `rules/_stance.yaml`. Nothing here is trained.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from jdgen.audit.phrase_book import longest
from jdgen.audit.splices import JOINTS
from jdgen.audit.traits import Sign, Traits

Span = tuple[int, int]
_DENIAL = "denial"


class Clause(NamedTuple):
    """The words of a sentence, and the signs in them; those of the sentence beside it follow behind its last word."""

    words: tuple[str, ...]
    signs: tuple[tuple[int, int, Sign], ...]
    own: int
    """How many of the words are the sentence's own."""


class Spoken(NamedTuple):
    """A sign as it counts for one trait: its name, its words, and what is left of its weight."""

    name: str
    words: str
    weight: float
    at: Span = (0, 0)
    """The numbers of its first word and of the one behind its last."""

    def __str__(self) -> str:
        """Return it as it stands in a reason."""
        return f"{self.name} “{self.words}” {self.weight:+.1f}"


class Verdict(NamedTuple):
    """What is left of the stance toward a trait, and why."""

    score: float
    stance: Spoken
    shields: tuple[Spoken, ...] = ()

    def __str__(self) -> str:
        """Return the verdict in one line."""
        return "; ".join(map(str, (self.stance, *self.shields)))


def read_clause(traits: Traits, own: Sequence[str], linked: Sequence[str] = ()) -> Clause:
    """Find the signs in the words of a sentence and in those of the one beside it."""
    words = (*own, *linked)
    matches = [match for match in traits.cues.find(words) if traits.signs[match[2]].name not in JOINTS]
    # A word that denies does so inside of longer words too: "we do not use" refuses people, and denies a test.
    denials = [match for match in matches if traits.signs[match[2]].name == _DENIAL]
    found = sorted({*longest(matches), *denials})
    return Clause(words, tuple((start, end, traits.signs[label]) for start, end, label in found), len(own))


def judge(traits: Traits, clause: Clause, sort: str, span: Span, role: str) -> Verdict | None:
    """Return the verdict on the words of a trait, given as the numbers of its first word and of the one behind its last; None without a stance.

    The role is that of the section: in some, words that stand alone are a demand, in others a demand is rare.
    """
    own = " ".join(clause.words[slice(*span)])
    stances = list(_spoken(traits, clause, span, traits.stances[sort]))
    if sort == "plain":
        stances.append(Spoken("the words themselves", own, traits.limits["plain"], span))
    elif role in traits.bare.get(sort, ()):
        stances.append(Spoken("alone in the section", own, traits.limits["bare"], span))
    if not stances:
        return None
    best = max(stances, key=lambda one: one.weight)
    # Who is refused outright is an applicant, however the words are used for the people served.
    names = traits.shields[sort] - {"served"} if is_outright(traits, best) else traits.shields[sort]
    shields = _strongest_of_each(
        one
        for one in _spoken(traits, clause, span, names)
        if traits.contrasts.isdisjoint(_between(clause.words, one.at, best.at))
    )
    if role in traits.sections:
        shields = (*shields, Spoken("section", role, traits.sections[role]))
    return Verdict(round(best.weight + sum(one.weight for one in shields), 2), best, shields)


def is_outright(traits: Traits, stance: Spoken) -> bool:
    """Say whether a stance refuses people plainly and near the trait."""
    return stance.name == "refusal" and stance.weight >= traits.limits["strong"]


def is_whole_call(clause: Clause, stance: Spoken, span: Span) -> bool:
    """Say whether a sentence says nothing but that people are wanted or not, as in "Young men needed": so employers speak of applicants."""
    order = {"demand": (span, stance.at), "refusal-word": (stance.at, span)}.get(stance.name)
    if order is None:
        return False
    (start, middle), (following, end) = order
    return start == 0 and middle == following and not any(map(str.isalnum, clause.words[end : clause.own]))


def _spoken(traits: Traits, clause: Clause, span: Span, names: frozenset[str]) -> Iterable[Spoken]:
    """Give the signs of some names that reach a trait."""
    start, end = span
    for first, last, sign in clause.signs:
        if sign.name not in names:
            continue
        overlaps = first < end and start < last
        if overlaps and sign.name == "refusal":
            continue
        is_before = first < start
        distance = max(start - last, 0) if is_before else max(first - end, 0)
        if distance > sign.within or (sign.side != "any" and (sign.side == "before") != is_before):
            continue
        if sign.weight < 0 and _is_stopped(
            traits,
            sign,
            clause.words[last:start] if is_before else clause.words[end:first],
            overlaps=overlaps,
        ):
            continue
        # What makes a sentence right does so from its other end too.
        share = 1 if sign.weight < 0 else max(1 - traits.limits["fade"] * distance, traits.limits["least"])
        share *= traits.limits["linked"] if first >= clause.own else 1
        yield Spoken(sign.name, " ".join(clause.words[first:last]), round(sign.weight * share, 2), (first, last))


def _between(words: Sequence[str], one: Span, other: Span) -> Sequence[str]:
    """Return the words between two places."""
    return words[min(one[1], other[1]) : max(one[0], other[0])]


def _is_stopped(traits: Traits, sign: Sign, between: Sequence[str], *, overlaps: bool) -> bool:
    """Say whether a shield does not reach a trait: it is part of the trait's words, the sentence turns between them, or a comma ends its clause."""
    if overlaps and sign.in_clause:
        return True
    return not traits.contrasts.isdisjoint(between) or (sign.in_clause and "," in between)


def _strongest_of_each(found: Iterable[Spoken]) -> tuple[Spoken, ...]:
    strongest: dict[str, Spoken] = {}
    for one in found:
        if one.name not in strongest or one.weight < strongest[one.name].weight:
            strongest[one.name] = one
    return tuple(strongest.values())
