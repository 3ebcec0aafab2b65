"""From rules as they are written to rules that run. Runs once for a set of rules; the outcome is kept between runs."""

from collections.abc import Iterable, Mapping

from jdgen.audit.lookup import Lookup
from jdgen.audit.preparation_traits import SORTS, make_traits
from jdgen.audit.preparation_words import calls_of, expressions_of, words_of
from jdgen.audit.ruleset import ReadyRule, Ruleset
from jdgen.audit.term_index import ContextIndex, TermIndex
from jdgen.audit.term_lists import Lists, in_full
from jdgen.audit.terms import Pattern, compile_context, compile_term
from jdgen.audit.who import WhoWords
from jdgen.model.rule import Rule, WhoTable

_TAKEN_OVER: tuple[str, ...] = (
    "id", "kind", "category", "severity", "evidence", "confidence", "message", "why", "suggestions", "sources", "about", "lean",
    "exact_case", "names", "negated", "effective_from", "effective_to", "min_employees", "clauses", "within",
)  # fmt: skip
"""Fields that are the same in both."""

_TERMS_OF_SENTENCES = (
    "disclaimers", "strong_disclaimers", "conditions", "answers", "served", "demands", "refusals", "lawful_reasons", "replies", "retorts",
    "served_headings", "served_subjects", "turns_to_applicants",
)  # fmt: skip
"""Fields of the table of signs that are terms."""

_UNKNOWN: Mapping[str, int] = {}


def make_ruleset(
    rules: Iterable[Rule], who: WhoTable, *, lookup: Lookup | None = None, frequency: Mapping[str, int] = _UNKNOWN
) -> Ruleset:
    """Compile the terms of rules; raise TermError for one that cannot be read.

    `frequency` says how often words stand in ordinary postings; it decides which words of a term are looked up, and nothing else.
    """
    rules = tuple(rules)
    ready, patterns, context = [], [], _Expressions(who.lists, frequency)
    for number, rule in enumerate(rules):
        ready.append(_ready(rule, context))
        if rule.kind == "phrase":
            # Titles are short: there, and only there, a term may do without a word that must occur.
            anchored = rule.roles != ("title",)
            patterns += [
                (
                    compile_term(term, exact_case=rule.exact_case, anchored=anchored, marks=True, frequency=frequency),
                    number,
                )
                for term in in_full(rule.terms, who.lists)
            ]
    known = frozenset(rule.id for rule in ready)
    words = who_words(who, context, frequency)
    return Ruleset(
        tuple(ready),
        TermIndex(patterns, frequency),
        words,
        lookup or Lookup(),
        known,
        contexts=ContextIndex(context.patterns, context.rows, frequency),
        traits=make_traits(rules, who.stance, who.lists, frequency),
    )


class _Expressions:
    """Terms of contexts, each compiled once and kept with the words it needs."""

    def __init__(self, lists: Lists, frequency: Mapping[str, int] = _UNKNOWN) -> None:
        self._lists, self._frequency = lists, frequency
        self._made: dict[str, Pattern] = {}
        self.rows: list[tuple[str, ...]] = []

    @property
    def patterns(self) -> Iterable[Pattern]:
        return self._made.values()

    def compile(self, terms: Iterable[str]) -> tuple[str, ...]:
        self.rows.append(tuple(self._pattern(term).regex for term in in_full(terms, self._lists)))
        return self.rows[-1]

    def present(self, terms: Iterable[str]) -> tuple[Pattern, ...]:
        return tuple(compile_term(term, anchored=False) for term in in_full(terms, self._lists))

    def _pattern(self, term: str) -> Pattern:
        if term not in self._made:
            self._made[term] = compile_context(term, self._frequency)
        return self._made[term]


def _ready(rule: Rule, context: _Expressions) -> ReadyRule:
    """Take over what needs no work, and compile the rest."""
    return ReadyRule(
        **{name: getattr(rule, name) for name in _TAKEN_OVER},
        # The words of a trait stand in a book of phrases, with what makes them right.
        exceptions=() if rule.kind == "trait" else context.compile(rule.exceptions),
        unless=() if rule.kind == "trait" else context.compile(rule.unless),
        needs=context.compile(rule.needs),
        unless_within=rule.unless_within or rule.within,
        present=() if rule.kind == "phrase" else context.present(rule.terms),
        checked=rule.checked.isoformat(),
        roles=frozenset(rule.roles),
        not_roles=frozenset(rule.not_roles),
        places=frozenset(rule.places),
        replacements={old.lower(): new for old, new in rule.replacements.items()},
        settings={name: value for name, value in rule.settings.items() if not (rule.kind == "trait" and name in SORTS)},
    )


def who_words(
    table: WhoTable, context: _Expressions | None = None, frequency: Mapping[str, int] = _UNKNOWN
) -> WhoWords:
    """Turn the table, weights to words, into words to weights."""
    context = context or _Expressions(table.lists)
    return WhoWords(
        heads=_weighed(table.heads, separator=None),
        governors=_weighed(table.governors),
        after=_weighed(table.after),
        openings=_weighed(table.openings),
        denials=_weighed(table.denials),
        roles=dict(table.roles.items()),
        name_heads=frozenset(table.name_heads.split()),
        stops=frozenset(table.stops.split()),
        weights=dict(table.weights),
        reach=dict(table.reach),
        words=words_of(table, frequency),
        expressions=expressions_of(table),
        calls=calls_of(table),
        **{name: context.compile(getattr(table, name)) for name in _TERMS_OF_SENTENCES},
    )


def _weighed(table: Mapping[str, str], *, separator: str | None = "|") -> dict[str, float]:
    found: dict[str, float] = {}
    for weight, words in table.items():
        for phrase in words.split(separator):
            found[" ".join(phrase.split()) if separator else phrase.replace("-", " ")] = float(weight)
    found.pop("", None)
    return found
