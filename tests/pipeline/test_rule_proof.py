from dataclasses import replace
from datetime import date

import pytest

from jdgen.errors import InputError
from jdgen.load.project import open_workspace
from jdgen.load.records import as_record
from jdgen.model.rule import Rule, RuleTests
from jdgen.pipeline.check import load_ruleset
from jdgen.pipeline.rule_book import rule_card
from jdgen.pipeline.rule_proof import Proof, prove

DAY = date(2026, 11, 22)
PACK = """
family: house
rules:
  - id: house.own-car
    category: driving
    severity: warning
    evidence: style
    message: "{matched} leaves out people without a car"
    why: Many people ride the bus.
    suggestions: ["Say what the work needs."]
    checked: 2026-11-22
    terms: [own car, company car]
    tests:
      fires: [You need your own car., {text: Bring the company car., section: required}]
      silent: [Ride the bus.]
"""


@pytest.fixture
def pack(rule_folder):
    workspace = open_workspace(rule_folder(PACK), given={"rules": rule_folder(PACK)})
    return rule_card(workspace, "house.own-car"), load_ruleset(workspace)


def proof_of(rule: Rule, ruleset, *, fires: tuple[str, ...], silent: tuple[str, ...]) -> Proof:
    return prove(replace(rule, tests=as_record({"fires": fires, "silent": silent}, RuleTests)), ruleset, {}, DAY)


def test_a_rule_that_does_what_its_texts_say_is_proved(pack) -> None:
    rule, ruleset = pack

    assert prove(rule, ruleset, {}, DAY) == Proof((), (), ())
    assert prove(rule, ruleset, {}, DAY).is_whole


def test_texts_that_fail_and_terms_nobody_tries_are_named(pack) -> None:
    proof = proof_of(*pack, fires=("Your own car is needed.", "A bus pass"), silent=("Wash your own car.", "A bus"))

    assert proof == Proof(("A bus pass",), ("Wash your own car.",), ("company car",))
    assert not proof.is_whole


def test_other_rules_do_not_help(pack) -> None:
    proof = proof_of(*pack, fires=("Applicants must be under 40.", "own car, company car"), silent=("A bus",))

    assert proof.missed == ("Applicants must be under 40.",)


def test_a_text_that_cannot_be_read_is_named_with_its_rule(pack) -> None:
    rule, ruleset = pack
    tests = as_record({"fires": [{"text": "{oops", "format": "jsonld"}], "silent": ["A bus"]}, RuleTests)

    with pytest.raises(InputError, match=r"the text `\{oops`, which tries the rule `house.own-car`, cannot be read: "):
        prove(replace(rule, tests=tests), ruleset, {}, DAY)


def test_rows_of_a_trait_that_no_text_tries_are_told_and_fail_nothing(shipped_rules, make_rule) -> None:
    trait = make_rule(
        id="trait.credit",
        kind="trait",
        settings={"unwanted": ("<staff> in debt", "bad credit", "(bankrupt|broke)")},
        exceptions=("credit union",),
        tests={"fires": ("People with bad credit need not apply.", "Nurses in debt need not apply."), "silent": ("a",)},
    )
    proof = prove(trait, shipped_rules, {}, DAY)

    assert proof.idle == ("(bankrupt|broke)",)
    assert replace(proof, missed=(), wrong=()).is_whole


def test_a_phrase_has_no_rows(pack) -> None:
    assert prove(*pack, {}, DAY).idle == ()
