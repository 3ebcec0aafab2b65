"""Rules made ready to run: terms compiled, tables read, nothing left that needs the rule files or their models."""

import marshal
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from jdgen.audit.lookup import Lookup
from jdgen.audit.terms import Pattern, Trie, make_trie
from jdgen.audit.who import WhoWords
from jdgen.model.document import Role
from jdgen.model.finding import Category, Evidence, RuleCard, Severity


@dataclass(frozen=True, slots=True)
class ReadyRule:
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
    replacements: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    clauses: tuple[str, ...] = ()

    def card(self) -> RuleCard:
        """Return what reports need."""
        return RuleCard(
            self.id, self.category, self.severity, self.evidence, self.why, self.message, self.suggestions, self.sources, self.checked, self.confidence
        )  # fmt: skip


@dataclass(frozen=True)
class Ruleset:
    """Every rule. `patterns` are the terms of phrase rules, each with the number of its rule."""

    rules: tuple[ReadyRule, ...]
    patterns: tuple[tuple[Pattern, int], ...]
    who: WhoWords
    lookup: Lookup
    """What rules about facts look up."""

    known: frozenset[str]
    """The ids of all rules, also of those that are switched off."""

    off: frozenset[str] = frozenset()
    """Ids of rules that are switched off."""

    packed: bytes = b""
    """The tree of anchors and the patterns without any, as `pack` writes them: quicker to read back than the patterns' own anchors."""

    @cached_property
    def _index(self) -> tuple[Trie, tuple[int, ...]]:
        if self.packed:
            trie, unanchored = marshal.loads(self.packed)  # noqa: S302 - written by jdgen into the user's own cache folder
            return trie, unanchored
        return _index_of(self.patterns)

    @property
    def trie(self) -> Trie:
        """The anchors of all patterns, word by word."""
        return self._index[0]

    @property
    def unanchored(self) -> tuple[int, ...]:
        """The numbers of the patterns without an anchor; they belong to rules about titles alone."""
        return self._index[1]

    def change(self, *, rules: tuple[ReadyRule, ...] | None = None, off: frozenset[str]) -> "Ruleset":
        """Return the same rules with some switched off, or with other severities. The terms stay the same and are not indexed again."""
        made = replace(self, rules=rules or self.rules, off=off)
        made.__dict__["_index"] = self._index
        return made

    def pack(self) -> "Ruleset":
        """Return the same rules with the anchors of their patterns packed."""
        patterns = tuple((replace(pattern, anchors=frozenset()), number) for pattern, number in self.patterns)
        return replace(self, patterns=patterns, packed=marshal.dumps(self._index))

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

    def cards(self) -> dict[str, RuleCard]:
        """Return what reports need of every rule, by id."""
        return {rule.id: rule.card() for rule in self.rules}


def _index_of(patterns: tuple[tuple[Pattern, int], ...]) -> tuple[Trie, tuple[int, ...]]:
    unanchored = tuple(number for number, (pattern, _) in enumerate(patterns) if not pattern.anchors)
    return make_trie(pattern for pattern, _ in patterns), unanchored


@lru_cache(maxsize=8192)
def compiled(regex: str) -> re.Pattern[str]:
    """Compile an expression once, when it is first needed: most terms never are."""
    return re.compile(regex)
