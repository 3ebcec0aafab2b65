"""What a kind of rule reports to the engine, and what it is told about the posting."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from jdgen.audit.ruleset import ReadyRule, Ruleset
from jdgen.model.finding import Severity

_NO_FILLS: Mapping[str, str] = MappingProxyType({})


class Context(NamedTuple):
    """Where and when the posting is judged. `states` hold those of the posting itself and those asked for."""

    day: date
    states: tuple[str, ...] = ()
    employees: int | None = None
    channels: tuple[str, ...] = ()
    asked_states: tuple[str, ...] = ()


class Hit(NamedTuple):
    """A rule fired. `start` and `end` are offsets in the view's text, or in the document's source where `in_source`.

    `fills` are values for the braces in the rule's words besides {matched}.
    """

    rule: ReadyRule
    start: int
    end: int
    reason: str = ""
    in_source: bool = False
    fills: Mapping[str, str] = _NO_FILLS
    severity: Severity | None = None
    """How bad it is where that is less than the rule says: it is weaker than most."""

    is_unconfirmed: bool = False
    """Whether it is weaker because a fact is not confirmed; what nobody confirmed never counts for more, whatever is asked."""

    replacement: str | None = None
    suggestions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def rules_here(ruleset: Ruleset, context: Context) -> Ruleset:
    """Return the rules that hold in this place and at this time for this employer: the one place that asks. No kind has to."""
    return ruleset.once(_rules_here, context)


def _rules_here(ruleset: Ruleset, context: Context) -> Ruleset:
    off = frozenset(rule.id for rule in ruleset.bound if not _holds(rule, context))
    return ruleset.once(Ruleset.without, off) if off else ruleset


def _holds(rule: ReadyRule, context: Context) -> bool:
    if rule.places and rule.places.isdisjoint(context.states):
        return False
    if rule.effective_from and context.day < rule.effective_from:
        return False
    if rule.effective_to and context.day > rule.effective_to:
        return False
    return not (rule.min_employees and context.employees is not None and context.employees < rule.min_employees)
