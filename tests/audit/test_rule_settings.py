"""The table of settings: it names every kind, and everything a kind can do."""

from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from jdgen.audit.channels import CHANNELS
from jdgen.audit.job_posting import MARKUP_CHECKS
from jdgen.audit.kinds import channel, credential, key_phrase, license, wage
from jdgen.audit.rule_settings import FIELDS, KINDS
from jdgen.audit.view import View
from jdgen.ingest.reader import read_document
from jdgen.load.project import open_workspace
from jdgen.load.rules import load_rules
from jdgen.model.rule import Kind, Rule
from jdgen.pipeline.rule_proof import audit_case


def test_every_kind_of_rule_stands_in_the_table() -> None:
    assert set(get_args(Kind)) == set(KINDS)


@pytest.mark.parametrize(
    ("kind", "judges"),
    [
        ("credential", credential.JUDGES),
        ("license", license.JUDGES),
        ("wage", wage.JUDGES),
        ("key-phrase", key_phrase.CHECKS),
    ],
)
def test_everything_a_kind_can_do_stands_in_the_table(kind: str, judges: dict[str, object]) -> None:
    assert set(KINDS[kind].takes) == set(judges)


def test_every_check_on_channels_stands_in_the_table() -> None:
    assert set(MARKUP_CHECKS) < set(KINDS["channel"].takes)


@pytest.mark.parametrize("name", sorted(set(KINDS["channel"].takes) - set(MARKUP_CHECKS)))
def test_what_the_table_calls_a_check_on_channels_is_one(name: str, shipped_rules) -> None:
    rule = next(one for one in shipped_rules.of_kind("channel") if one.settings["check"] == name)
    alone = shipped_rules.change(off=shipped_rules.known - {rule.id})

    assert list(channel.check(View(read_document(b"# Case Manager\n\nHelp.", "a.md")), alone, None)) is not None


def test_every_field_the_table_speaks_of_is_one_of_a_rule_and_empty_where_nothing_is_said(make_rule) -> None:
    rule: Rule = make_rule()

    assert {name: getattr(rule, name) for name in FIELDS} == dict(FIELDS)
    assert {name for kind in KINDS.values() for takes in kind.takes.values() for name in takes.fields} <= set(FIELDS)


WRITTEN = {
    (rule.kind, str(rule.settings.get(KINDS[rule.kind].named_by, ""))): rule
    for rule in load_rules(open_workspace(Path(__file__).parent).search)
}
"""A shipped rule of each kind, and of everything that shipped rules make a kind do."""


def test_shipped_rules_do_nearly_everything_the_table_speaks_of() -> None:
    assert len(WRITTEN) > 0.9 * sum(len(kind.takes) for kind in KINDS.values())


@pytest.mark.parametrize(("kind", "name"), WRITTEN)
def test_everything_the_table_lets_words_name_is_filled_in(kind: str, name: str, shipped_rules) -> None:
    fills = KINDS[kind].takes[name].fills
    rule = WRITTEN[kind, name]
    says = tuple(one._replace(message=" ".join(f"{{{fill}}}" for fill in fills)) for one in shipped_rules.rules)
    alone = shipped_rules.change(rules=says, off=shipped_rules.known - {rule.id})

    found = [
        one.message
        for case in rule.tests.fires
        for one in audit_case(case, alone, date(2026, 11, 22), CHANNELS).findings
        if one.rule == rule.id
    ]

    assert found
    assert not [fill for fill in fills for said in found if f"{{{fill}}}" in said]
