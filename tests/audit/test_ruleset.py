"""Rules ready to run: how they are looked up, and that they can be kept."""

import pickle

import pytest

from jdgen.audit.lookup import Lookup
from jdgen.audit.ruleset import ReadyRule, Ruleset, compiled
from jdgen.audit.term_index import ContextIndex, TermIndex
from jdgen.audit.terms import compile_context, compile_term
from jdgen.audit.who import WhoWords

WORDS = WhoWords({}, {}, {}, {}, {}, {}, frozenset(), frozenset(), {}, {}, {}, {})


def ready(rule_id: str, kind: str = "phrase") -> ReadyRule:
    return ReadyRule(
        rule_id, kind, "style", "info", "law", "V2", "says", "because", ("do",), ("https://a.example",), "2026-11-22"
    )


@pytest.fixture
def ruleset() -> Ruleset:
    """Return three rules, two of them on words."""
    rules = (ready("a.words"), ready("b.lacking", "missing"), ready("a.more"))
    terms = [("young nurse", 0), ("<number>", 2), ("young (aide|helper)", 2)]
    index = TermIndex([(compile_term(term, anchored=False), number) for term, number in terms])
    known = frozenset({"a.words", "b.lacking", "a.more", "c.off"})
    return Ruleset(rules, index, WORDS, Lookup(), known, contexts=ContextIndex([compile_context("old nurse")]))


def test_rules_are_found_by_kind_in_their_order(ruleset: Ruleset) -> None:
    assert [rule.id for rule in ruleset.of_kind("phrase")] == ["a.words", "a.more"]
    assert [rule.id for rule in ruleset.of_kind("missing")] == ["b.lacking"]
    assert ruleset.of_kind("wage") == ()


def test_reports_get_a_card_for_each_rule(ruleset: Ruleset) -> None:
    card = ruleset.cards()["b.lacking"]

    assert list(ruleset.cards()) == ["a.words", "b.lacking", "a.more"]
    assert (card.id, card.category, card.severity, card.evidence, card.why, card.message, card.suggestions, card.sources) == (
        "b.lacking", "style", "info", "law", "because", "says", ("do",), ("https://a.example",),
    )  # fmt: skip
    assert (card.checked, card.confidence) == ("2026-11-22", "V2")


def test_rules_are_found_by_id(ruleset: Ruleset) -> None:
    assert ruleset.by_id["a.more"] is ruleset.rules[2]


def test_it_can_be_kept_between_runs_also_after_use(ruleset: Ruleset) -> None:
    ruleset.once(lambda rules, number: number, 1)
    assert ruleset.of_kind("phrase")

    kept = pickle.loads(pickle.dumps(ruleset))  # noqa: S301 - our own bytes

    assert (kept.rules, kept.who, kept.known, kept.off) == (ruleset.rules, ruleset.who, ruleset.known, ruleset.off)
    assert list(kept.terms) == list(ruleset.terms)
    assert kept.contexts.asked((compile_context("old nurse").regex,)).anchored == {0}


def test_what_is_found_in_the_rules_is_worked_out_once(ruleset: Ruleset) -> None:
    asked = []

    def find(rules: Ruleset, number: int) -> int:
        asked.append(number)
        return number + len(rules.rules)

    assert [ruleset.once(find, number) for number in (1, 2, 1)] == [4, 5, 4]
    assert asked == [1, 2]


def test_only_so_much_is_kept(ruleset: Ruleset) -> None:
    for number in range(5000):
        ruleset.once(lambda rules, given: given, number)

    assert len(ruleset.__dict__["_kept"]) < 1000


def test_rules_can_be_switched_off_and_stay_known(ruleset: Ruleset) -> None:
    without = ruleset.change(off=frozenset({"a.words"}))

    assert [rule.id for rule in without.of_kind("phrase")] == ["a.more"]
    assert [rule.id for rule in ruleset.of_kind("phrase")] == ["a.words", "a.more"]
    assert without.known == ruleset.known
    assert without.terms is ruleset.terms


def test_rules_can_be_taken_more_seriously_without_packing_their_terms_again(ruleset: Ruleset) -> None:
    worse = ruleset.change(rules=tuple(rule._replace(severity="error") for rule in ruleset.rules), off=frozenset())

    assert {rule.severity for rule in worse.of_kind("phrase")} == {"error"}
    assert {rule.severity for rule in ruleset.of_kind("phrase")} == {"info"}
    assert worse.terms is ruleset.terms


def test_an_expression_is_compiled_once() -> None:
    assert compiled("young nurse") is compiled("young nurse")
