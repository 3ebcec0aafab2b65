"""Every rule proves itself: its texts fire it or leave it silent, and every term is tried."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from jdgen.audit.rule_faults import Shared, faults
from jdgen.audit.table_faults import class_names, lacking_classes, lacking_lists, stance_faults, who_faults
from jdgen.load.project import open_workspace
from jdgen.load.rules import load_rules, load_who
from jdgen.model.rule import Rule
from jdgen.pipeline.rule_proof import Proof, prove

SEARCH = open_workspace(Path(__file__).parents[2]).search
DAY = date(2026, 11, 22)
RULES, WHO = load_rules(SEARCH), load_who(SEARCH)
LISTS = WHO.lists


def test_there_are_rules_to_prove() -> None:
    assert len(RULES) > 100


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_fires_on_its_texts_and_only_there_and_every_term_is_tried(rule: Rule, shipped_rules) -> None:
    proof = prove(rule, shipped_rules, LISTS, DAY)

    assert proof == Proof(missed=(), wrong=(), untried=())


def test_nothing_is_wrong_in_the_shipped_rules_that_their_form_cannot_show() -> None:
    names = {name for rule in RULES for name in (rule.id, rule.id.partition(".")[0])}
    shared = Shared(LISTS, class_names(WHO.stance), names)

    assert [(rule.id, *fault) for rule in RULES for fault in faults(rule, shared)] == []


def test_nothing_is_wrong_in_the_shipped_tables_that_their_form_cannot_show() -> None:
    assert WHO.stance is not None
    assert [*who_faults(WHO), *lacking_lists(WHO, RULES)] == []
    assert [*stance_faults(WHO.stance, LISTS), *lacking_classes(WHO.stance, RULES)] == []


def test_every_shared_list_is_used_by_several_rules_or_by_a_rule_and_the_table_of_signs() -> None:
    users = [{*rule.terms, *rule.exceptions, *rule.unless, *rule.needs} for rule in RULES]
    users += [set(WHO.conditions), set(WHO.refusals)]
    used = Counter(term for terms in users for term in terms if term.startswith("@"))

    assert LISTS
    assert sorted(LISTS) == sorted(name[1:] for name, count in used.items() if count > 1)


def test_every_rule_that_blames_the_law_or_a_fact_names_a_source() -> None:
    assert [rule.id for rule in RULES if rule.evidence in {"law", "issuer", "platform"} and not rule.sources] == []


def test_an_unconfirmed_rule_only_informs() -> None:
    assert [rule.id for rule in RULES if rule.confidence == "U" and rule.severity != "info"] == []


def test_the_shipped_rules_are_ready_to_run(shipped_rules) -> None:
    assert len(shipped_rules.rules) == len(RULES)
