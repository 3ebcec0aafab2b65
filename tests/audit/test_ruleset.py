"""Rules ready to run: how they are looked up, and that they can be kept."""

import pickle
from dataclasses import replace

import pytest

from jdgen.audit.lookup import Lookup
from jdgen.audit.ruleset import ReadyRule, Ruleset, compiled
from jdgen.audit.terms import compile_term, look_up
from jdgen.audit.who import WhoWords

WORDS = WhoWords({}, {}, {}, {}, {}, {}, frozenset(), frozenset(), {})


def ready(rule_id: str, kind: str = "phrase") -> ReadyRule:
    return ReadyRule(
        rule_id, kind, "style", "info", "law", "V2", "says", "because", ("do",), ("https://a.example",), "2026-11-22"
    )


@pytest.fixture
def ruleset() -> Ruleset:
    """Return three rules, two of them on words."""
    rules = (ready("a.words"), ready("b.lacking", "missing"), ready("a.more"))
    terms = [("young nurse", 0), ("<number>", 2), ("young (aide|helper)", 2)]
    patterns = tuple((compile_term(term, anchored=False), number) for term, number in terms)
    return Ruleset(rules, patterns, WORDS, Lookup(), frozenset({"a.words", "b.lacking", "a.more", "c.off"}))


def test_rules_are_found_by_kind_in_their_order(ruleset: Ruleset) -> None:
    assert [rule.id for rule in ruleset.of_kind("phrase")] == ["a.words", "a.more"]
    assert [rule.id for rule in ruleset.of_kind("missing")] == ["b.lacking"]
    assert ruleset.of_kind("wage") == ()


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("a young nurse", {0}),
        ("young helper wanted", {2}),
        ("young nurse and young aide", {0, 2}),
        ("nothing here", set()),
    ],
)
def test_patterns_are_found_by_the_words_they_need(ruleset: Ruleset, words: str, numbers: set[int]) -> None:
    assert look_up(ruleset.trie, words.split()) == look_up(ruleset.pack().trie, words.split()) == numbers


def test_patterns_without_a_word_stand_apart(ruleset: Ruleset) -> None:
    assert ruleset.unanchored == (1,)


def test_reports_get_a_card_for_each_rule(ruleset: Ruleset) -> None:
    card = ruleset.cards()["b.lacking"]

    assert list(ruleset.cards()) == ["a.words", "b.lacking", "a.more"]
    assert (card.id, card.category, card.severity, card.evidence, card.why, card.message, card.suggestions, card.sources) == (
        "b.lacking", "style", "info", "law", "because", "says", ("do",), ("https://a.example",),
    )  # fmt: skip
    assert (card.checked, card.confidence) == ("2026-11-22", "V2")


def test_it_can_be_kept_between_runs_also_after_use(ruleset: Ruleset) -> None:
    packed = ruleset.pack()
    assert packed.unanchored == (1,)

    kept = pickle.loads(pickle.dumps(packed))  # noqa: S301 - our own bytes

    assert kept == packed
    assert (kept.trie, kept.unanchored) == (ruleset.trie, ruleset.unanchored)


def test_rules_can_be_switched_off_and_stay_known(ruleset: Ruleset) -> None:
    without = ruleset.change(off=frozenset({"a.words"}))

    assert [rule.id for rule in without.of_kind("phrase")] == ["a.more"]
    assert [rule.id for rule in ruleset.of_kind("phrase")] == ["a.words", "a.more"]
    assert without.known == ruleset.known
    assert without.trie is ruleset.trie


def test_rules_can_be_taken_more_seriously_without_indexing_their_terms_again(ruleset: Ruleset) -> None:
    worse = ruleset.change(rules=tuple(replace(rule, severity="error") for rule in ruleset.rules), off=frozenset())

    assert {rule.severity for rule in worse.of_kind("phrase")} == {"error"}
    assert {rule.severity for rule in ruleset.of_kind("phrase")} == {"info"}
    assert worse.trie is ruleset.trie


def test_an_expression_is_compiled_once() -> None:
    assert compiled("young nurse") is compiled("young nurse")
