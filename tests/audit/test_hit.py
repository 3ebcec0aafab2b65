"""What kinds of rule report, and what they are told."""

from datetime import date
from typing import Any

import pytest

from jdgen.audit.hit import Context, Hit, rules_here
from jdgen.audit.ruleset import ReadyRule, Ruleset

RULE = ReadyRule("a.b", "phrase", "style", "info", "style", "V", "m", "w", ("s",), (), "2026-11-22")


def test_a_hit_changes_nothing_of_its_rule_by_itself() -> None:
    hit = Hit(RULE, 3, 7)

    assert (hit.reason, hit.in_source, hit.fills, hit.severity, hit.replacement, hit.suggestions, hit.sources) == (
        "", False, {}, None, None, (), (),
    )  # fmt: skip


def test_what_no_hit_is_filled_with_cannot_be_changed_by_one() -> None:
    with pytest.raises(TypeError):
        Hit(RULE, 0, 1).fills["fact"] = "pay"


def test_without_more_a_posting_is_judged_everywhere_and_for_any_employer() -> None:
    context = Context(date(2026, 11, 22))

    assert (context.states, context.employees, context.channels, context.asked_states) == ((), None, (), ())


def test_neither_can_be_changed_by_a_kind_of_rule() -> None:
    with pytest.raises(AttributeError):
        Hit(RULE, 0, 1).start = 2  # type: ignore[misc] - that it fails is the test
    with pytest.raises(AttributeError):
        Context(date(2026, 11, 22)).states = ("CO",)  # type: ignore[misc] - that it fails is the test


@pytest.mark.parametrize(
    ("bounds", "context"),
    [
        ({"places": frozenset({"CO"})}, {"states": ("UT",)}),
        ({"effective_from": date(2026, 11, 23)}, {}),
        ({"effective_to": date(2026, 11, 21)}, {}),
        ({"min_employees": 15}, {"employees": 14}),
    ],
)
def test_only_rules_that_hold_here_and_now_are_run_of_whatever_kind(bounds: dict[str, Any], context: Any) -> None:
    rules = Ruleset((RULE, RULE._replace(id="a.bound", **bounds)), None, None, None, frozenset())  # type: ignore[arg-type]  # nothing is looked up

    here = rules_here(rules, Context(date(2026, 11, 22), **context))

    assert [rule.id for rule in here.of_kind("phrase")] == ["a.b"]
    assert [rule.id for rule in rules.of_kind("phrase")] == ["a.b", "a.bound"]
    assert rules_here(rules, Context(date(2026, 11, 22), **context)) is here


def test_where_every_rule_holds_the_rules_stay_the_same() -> None:
    rules = Ruleset((RULE,), None, None, None, frozenset())  # type: ignore[arg-type]  # nothing is looked up

    assert rules_here(rules, Context(date(2026, 11, 22))) is rules
