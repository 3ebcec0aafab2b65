"""Every rule proves itself: its texts fire it or leave it silent, and every term is tried."""

import re
from collections import Counter
from pathlib import Path

import pytest

from jdgen.audit.term_lists import in_full
from jdgen.audit.terms import compile_term
from jdgen.audit.view import folded
from jdgen.load.project import open_workspace
from jdgen.load.rules import load_rules, load_who
from jdgen.model.finding import Finding
from jdgen.model.rule import Rule, RuleCase

SEARCH = open_workspace(Path(__file__).parents[2]).search
RULES, LISTS = load_rules(SEARCH), load_who(SEARCH).lists


def _text(case: RuleCase | str) -> str:
    return case if isinstance(case, str) else case.text


def _found(run_case, rule: Rule, case: RuleCase | str) -> list[Finding]:
    return [found for found in run_case(case, only=rule.id).findings if found.rule == rule.id]


def test_there_are_rules_to_prove() -> None:
    assert len(RULES) > 100


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_fires_on_its_texts_and_only_there(rule: Rule, run_case) -> None:
    missed = [_text(case) for case in rule.tests.fires if not _found(run_case, rule, case)]
    wrong = [
        f"{_text(case)} [{found.matched}] {found.reason}"
        for case in rule.tests.silent
        for found in _found(run_case, rule, case)
    ]

    assert {"missed": missed, "wrong": wrong} == {"missed": [], "wrong": []}


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.terms], ids=lambda rule: rule.id)
def test_every_term_of_a_rule_is_tried(rule: Rule) -> None:
    """A term of a phrase is tried where the rule fires, one that says a thing is there where it is silent."""
    cases = rule.tests.fires if rule.kind == "phrase" else rule.tests.silent
    texts = [folded(_text(case), lower=not rule.exact_case).replace("\n", " ") for case in cases]
    patterns = [compile_term(term, exact_case=rule.exact_case, anchored=False) for term in in_full(rule.terms, LISTS)]

    untried = [pattern.term for pattern in patterns if not any(re.search(pattern.regex, text) for text in texts)]

    assert untried == []


def test_every_shared_list_is_used_by_several_rules() -> None:
    used = Counter(
        term
        for rule in RULES
        for term in {*rule.terms, *rule.exceptions, *rule.unless, *rule.needs}
        if term.startswith("@")
    )

    assert LISTS
    assert sorted(LISTS) == sorted(name[1:] for name, count in used.items() if count > 1)


def test_every_rule_that_blames_the_law_or_a_fact_names_a_source() -> None:
    assert [rule.id for rule in RULES if rule.evidence in {"law", "issuer", "platform"} and not rule.sources] == []


def test_an_unconfirmed_rule_only_informs() -> None:
    assert [rule.id for rule in RULES if rule.confidence == "U" and rule.severity != "info"] == []


def test_the_shipped_rules_are_ready_to_run(shipped_rules) -> None:
    assert len(shipped_rules.rules) == len(RULES)
