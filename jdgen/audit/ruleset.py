"""Rules made ready to run: terms compiled, tables read, nothing left that needs the rule files or their models."""

import re
from collections.abc import Callable, Hashable, Mapping
from datetime import date
from functools import cached_property, lru_cache
from typing import Any, Literal, NamedTuple, TypeVar

from jdgen.audit.lookup import Lookup
from jdgen.audit.term_index import ContextIndex, TermIndex
from jdgen.audit.terms import Pattern
from jdgen.audit.traits import Traits
from jdgen.audit.who import WhoWords
from jdgen.model.document import Role
from jdgen.model.finding import Category, Evidence, RuleCard, Severity

_MOST_KEPT = 512
_Found = TypeVar("_Found")


_NOTHING: Mapping[str, Any] = {}


class ReadyRule(NamedTuple):
    """One rule, ready to run; the fields are those of `jdgen.model.rule.Rule`."""

    id: str
    kind: str
    category: Category
    severity: Severity
    evidence: Evidence
    confidence: str
    message: str
    why: str
    suggestions: tuple[str, ...]
    sources: tuple[str, ...]
    checked: str
    about: str = "anyone"
    lean: float = 0
    exceptions: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    within: str = "sentence"
    unless_within: str = "sentence"
    present: tuple[Pattern, ...] = ()
    """Of a rule that is not about phrases: its terms. Words that say the thing is there."""
    roles: frozenset[Role] = frozenset()
    not_roles: frozenset[Role] = frozenset()
    exact_case: bool = False
    names: bool = False
    negated: bool = False
    places: frozenset[str] = frozenset()
    effective_from: date | None = None
    effective_to: date | None = None
    min_employees: int | None = None
    replacements: Mapping[str, str] = _NOTHING
    settings: Mapping[str, Any] = _NOTHING
    clauses: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """Tell rules apart by their ids: some fields cannot be hashed."""
        return hash(self.id)

    def card(self) -> RuleCard:
        """Return what reports need."""
        return RuleCard(
            self.id, self.category, self.severity, self.evidence, self.why, self.message, self.suggestions, self.sources, self.checked, self.confidence
        )  # fmt: skip


class _Parts(NamedTuple):
    rules: tuple[ReadyRule, ...]
    terms: TermIndex
    """The terms of phrase rules, each with the number of its rule."""

    who: WhoWords
    lookup: Lookup
    """What rules about facts look up."""

    known: frozenset[str]
    """The ids of all rules, also of those that are switched off."""

    own: frozenset[str] = frozenset()
    """Ids of the rules that the user wrote."""

    off: frozenset[str] = frozenset()
    """Ids of rules that are left out: nothing is looked for."""

    asked: Mapping[str, Severity | Literal["off"]] = _NOTHING
    """What a working folder asks of rules, by id: to be milder, or to report nothing. They still speak for their words, so that no other rule does."""

    contexts: ContextIndex = ContextIndex()
    """The expressions that exceptions, needs and the like are made of, by the words they need."""

    traits: Traits = Traits()
    """The words of trait rules, and the signs of what a clause wants of the person hired."""


class Ruleset(_Parts):
    """Every rule, and what the rules look things up in."""

    def __getstate__(self) -> None:
        """Leave out what was worked out from the parts."""

    @cached_property
    def _kept(self) -> dict[tuple[Hashable, ...], Any]:
        return {}

    def once(self, find: Callable[..., _Found], *given: Hashable) -> _Found:
        """Return what `find` finds in these rules with what is given; it is worked out only the first time, and again when much else was asked."""
        key = (find, *given)
        if key not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[key] = find(self, *given)
        return self._kept[key]  # type: ignore[no-any-return]  # kept by what found it

    def change(
        self,
        *,
        rules: tuple[ReadyRule, ...] | None = None,
        off: frozenset[str] = frozenset(),
        asked: Mapping[str, Severity | Literal["off"]] | None = None,
    ) -> "Ruleset":
        """Return the same rules with some left out, or with other severities. The terms stay the same and are not packed again."""
        return self._replace(rules=rules or self.rules, off=off, asked=asked or {})

    def without(self, off: frozenset[str]) -> "Ruleset":
        """Return the same rules with some more left out."""
        return self._replace(off=self.off | off)

    @cached_property
    def bound(self) -> tuple[ReadyRule, ...]:
        """The rules that hold only in some places, at some times or for some employers."""
        return tuple(
            rule for rule in self.rules if rule.places or rule.effective_from or rule.effective_to or rule.min_employees
        )

    def of_kind(self, kind: str) -> tuple[ReadyRule, ...]:
        """Return the rules of one kind that are switched on."""
        return self._by_kind.get(kind, ())

    @cached_property
    def _by_kind(self) -> dict[str, tuple[ReadyRule, ...]]:
        found: dict[str, list[ReadyRule]] = {}
        for rule in self.rules:
            if rule.id not in self.off:
                found.setdefault(rule.kind, []).append(rule)
        return {kind: tuple(rules) for kind, rules in found.items()}

    @cached_property
    def by_id(self) -> dict[str, ReadyRule]:
        """Every rule by its id."""
        return {rule.id: rule for rule in self.rules}

    def cards(self) -> dict[str, RuleCard]:
        """Return what reports need of every rule, by id."""
        return {rule.id: self._card(rule) for rule in self.rules}

    def _card(self, rule: ReadyRule) -> RuleCard:
        asked = self.asked.get(rule.id, "off")
        return rule.card() if asked == "off" else rule.card()._replace(severity=asked)


@lru_cache(maxsize=8192)
def compiled(regex: str) -> re.Pattern[str]:
    """Compile an expression once, when it is first needed: most terms never are."""
    return re.compile(regex)
