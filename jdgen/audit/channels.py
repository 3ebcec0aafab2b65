"""Whether Google, Indeed and LinkedIn would take a posting: what was found, held against the clauses of `facts/channels.yaml`.

A channel is blocked by an error or a warning that breaks a clause it must keep. Three things only advise: a clause that recommends or is
unconfirmed, a finding for information, and one that the file allows itself. A clause of the common denominator counts for the channels
whose clauses its note names; the rest of it is our own taste, and a channel does not share that.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from jdgen.audit.hit import Context
from jdgen.audit.lookup import ClauseFact
from jdgen.audit.ruleset import ReadyRule
from jdgen.audit.view import View
from jdgen.model.finding import Category, ChannelVerdict, Finding

CHANNELS = ("google", "indeed", "linkedin")

CLAUSES_OF_CATEGORIES: Mapping[Category, tuple[str, ...]] = {
    "age": ("l12", "i16"),
    "gender": ("l12", "i16"),
    "race": ("i16",),
    "sexual-orientation": ("i16",),
    "national-origin": ("l12",),
    "religion": ("l12",),
    "disability": ("l12",),
    "scam": ("g21", "i12", "l10"),
}
"""Clauses that every error of a category breaks, whatever its rule: on discrimination, by the grounds they name, and on jobs that are none."""


class Breach(NamedTuple):
    """A finding of a rule, shown or not, as the channels see it."""

    rule: ReadyRule
    finding: Finding
    is_allowed: bool = False


def hidden_rules(
    rules: Iterable[ReadyRule], clauses: Iterable[ClauseFact], view: View, context: Context
) -> frozenset[str]:
    """Return which rules on channels only feed the verdicts: those of channels nobody asked for. Markup asks for Google."""
    asked = {*context.channels, *(["google"] if view.document.markup else [])}
    wanted = {clause.id for clause in clauses if asked & clause.counts_for}
    return frozenset(rule.id for rule in rules if wanted.isdisjoint(rule.clauses))


def verdicts(
    breaches: Collection[Breach], clauses: Iterable[ClauseFact], view: View, context: Context
) -> tuple[ChannelVerdict, ...]:
    """Return what each channel would say, all three or those asked for; of a fragment nothing can be said."""
    if view.is_fragment:
        return ()
    by_id = {clause.id: clause for clause in clauses}
    asked = [channel for channel in CHANNELS if channel in context.channels] or CHANNELS
    telling = [breach for breach in breaches if _clauses_of(breach)]
    return tuple(_verdict(channel, telling, by_id) for channel in asked)


def _verdict(channel: str, breaches: Iterable[Breach], clauses: Mapping[str, ClauseFact]) -> ChannelVerdict:
    """Give each rule one reason, however often it was broken."""
    blocking: dict[tuple[str, str], str] = {}
    advising: dict[tuple[str, str], str] = {}
    for breach in breaches:
        clause = min(_broken(breach, channel, clauses), key=lambda one: (not _demands(one), one.id), default=None)
        if clause:
            found = blocking if _demands(clause) and _is_serious(breach) else advising
            found.setdefault((clause.id, breach.rule.id), breach.finding.message)
    advice = [((clause, rule), said) for (clause, rule), said in advising.items() if (clause, rule) not in blocking]
    return ChannelVerdict(channel, not blocking, _pairs(blocking.items()), _pairs(advice))


def _broken(breach: Breach, channel: str, clauses: Mapping[str, ClauseFact]) -> Iterator[ClauseFact]:
    for name in _clauses_of(breach):
        if name in clauses and channel in clauses[name].counts_for:
            yield clauses[name]


def _clauses_of(breach: Breach) -> tuple[str, ...]:
    finding = breach.finding
    by_category = CLAUSES_OF_CATEGORIES.get(finding.category, ()) if finding.severity == "error" else ()
    return (*breach.rule.clauses, *by_category)


def _demands(clause: ClauseFact) -> bool:
    return clause.level == "must" and clause.confidence != "U"


def _is_serious(breach: Breach) -> bool:
    return breach.finding.severity != "info" and not breach.is_allowed


def _pairs(found: Iterable[tuple[tuple[str, str], str]]) -> tuple[tuple[str, str], ...]:
    """Return clauses and sentences in the order of the clauses."""
    return tuple(sorted(((clause, said) for (clause, _), said in found), key=lambda pair: pair[0]))
