"""Rules about facts that disagree: front matter, markup and words say different things, or dates are out of order or past."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from jdgen.audit.claims import Claim, about, agree, claims, described
from jdgen.audit.hit import Context, Hit
from jdgen.audit.ruleset import ReadyRule, Ruleset
from jdgen.audit.view import View
from jdgen.audit.whereabouts import in_file, whereabouts

COMPARED = ("title", "pay", "location", "employment", "workplace", "posted", "closes", "hours")
"""What can be said in several places, as claims name it."""

_LONGEST_LIFE = timedelta(days=90)
_Clash = tuple[Claim, Claim]
"""What is wrong, and what it is held against: another claim, or itself."""

_Judge = Callable[[str, list[Claim], Context], Iterator[_Clash]]


def check(view: View, ruleset: Ruleset, context: Context) -> Iterator[Hit]:
    """Give a hit for every claim that another one contradicts, and for dates that cannot be."""
    rules = ruleset.of_kind("statement")
    found = claims(view) if rules else []
    for rule in rules:
        name = str(rule.settings["check"])
        if name in JUDGES or name in COMPARED:
            yield from (_hit(rule, view, *clash) for clash in JUDGES.get(name, _disagreeing)(name, found, context))


def _disagreeing(name: str, found: list[Claim], context: Context) -> Iterator[_Clash]:
    """Compare with the first place that says it: front matter, else markup. Words among themselves are compared too."""
    same = about(name, found)
    by_origin: dict[str, list[Claim]] = {}
    for claim in same:
        by_origin.setdefault(claim.origin, []).append(claim)
    first = next(
        (by_origin[origin] for origin in ("the front matter", "the markup", "the text") if origin in by_origin), []
    )
    for origin, others in by_origin.items():
        if first and others is not first and not _any_agree(name, first, others):
            yield others[0], first[0]
        elif others is first and origin == "the text":
            yield from _among_themselves(name, others)


def _any_agree(name: str, ours: list[Claim], theirs: list[Claim]) -> bool:
    return any(agree(name, one, other) for one in ours for other in theirs)


def _among_themselves(name: str, said: list[Claim]) -> Iterator[_Clash]:
    """Words contradict each other only about one figure or day: several places and kinds may be offered side by side."""
    if name not in {"pay", "closes", "hours"}:
        return
    for claim in said[1:]:
        if not agree(name, said[0], claim):
            yield claim, said[0]
            return


def _reversed_dates(name: str, found: list[Claim], context: Context) -> Iterator[_Clash]:
    posted, closes = about("posted", found), about("closes", found)
    for end in closes[:1]:
        if posted and isinstance(end.value, date) and end.value < posted[0].value:
            yield end, posted[0]


def _past(name: str, found: list[Claim], context: Context) -> Iterator[_Clash]:
    for end in about("closes", found)[:1]:
        if isinstance(end.value, date) and end.value < context.day:
            yield end, end


def _future(name: str, found: list[Claim], context: Context) -> Iterator[_Clash]:
    for start in about("posted", found)[:1]:
        if start.value > context.day + timedelta(days=1):
            yield start, start


def _long_open(name: str, found: list[Claim], context: Context) -> Iterator[_Clash]:
    """Find postings that stay open longer than channels show them."""
    posted, closes = about("posted", found), about("closes", found)
    start = posted[0].value if posted else context.day
    for end in closes[:1]:
        if isinstance(end.value, date) and end.value > start + _LONGEST_LIFE:
            yield end, end


def _hit(rule: ReadyRule, view: View, claim: Claim, other: Claim) -> Hit:
    seen_from = claim.start if claim.in_source else in_file(view, claim.start)
    place = whereabouts(view, other.start, seen_from=seen_from, in_source=other.in_source)
    fills = {
        "here": described(claim.value, claim.words),
        "there": described(other.value, other.words),
        "origin": claim.origin,
        "other": place if claim.origin == other.origin else f"{other.origin} ({place})",
        "place": place,
    }
    return Hit(rule, claim.start, claim.end, in_source=claim.in_source, fills=fills)


JUDGES: dict[str, _Judge] = {
    "dates-reversed": _reversed_dates,
    "past": _past,
    "future": _future,
    "long-open": _long_open,
}
