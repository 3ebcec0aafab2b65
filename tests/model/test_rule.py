from dataclasses import FrozenInstanceError
from datetime import date

"""What a rule may say, and what it is without saying it."""

from typing import Any

import pytest
from pydantic import ValidationError

from jdgen.load.records import as_record
from jdgen.model.rule import Rule, RuleCase, RuleTable, WhoTable

WHOLE: dict[str, Any] = {
    "id": "age.upper-limit",
    "category": "age",
    "severity": "error",
    "evidence": "law",
    "message": "`{matched}` sets a limit",
    "why": "The law forbids it.",
    "suggestions": ["Leave it out."],
    "checked": "November 22, 2026",
    "tests": {
        "fires": ["No one over 40"],
        "silent": [{"text": "Adults over 40", "section": "duties", "state": "CO", "date": "2027-01-01"}],
    },
}


def rule(**fields: Any) -> Rule:
    return as_record(WHOLE | fields, Rule)


def test_a_short_rule_looks_for_phrases_about_anyone_anywhere() -> None:
    found = rule()

    assert (found.kind, found.about, found.lean, found.confidence, found.checked) == (
        "phrase",
        "anyone",
        0,
        "V",
        date(2026, 11, 22),
    )
    assert not (found.exact_case)
    assert not (found.names)
    assert not (found.negated)
    assert (found.roles, found.places, found.effective_from, found.min_employees) == ((), (), None, None)


def test_its_texts_are_lines_or_cases() -> None:
    found = rule().tests

    assert found.fires == ("No one over 40",)
    assert found.silent == (
        RuleCase(text="Adults over 40", section="duties", state="CO", date=date(2027, 1, 1), format="md"),
    )


@pytest.mark.parametrize(
    "name", ["id", "category", "severity", "evidence", "message", "why", "suggestions", "checked", "tests"]
)
def test_what_a_report_needs_may_not_be_left_out(name: str) -> None:
    with pytest.raises(ValidationError, match=name):
        as_record({key: value for key, value in WHOLE.items() if key != name}, Rule)


@pytest.mark.parametrize(
    "fields",
    [
        {"id": "age"},
        {"id": "Age.limit"},
        {"id": "age.upper_limit"},
        {"id": "age.upper.limit"},
        {"kind": "words"},
        {"category": "fun"},
        {"severity": "fatal"},
        {"evidence": "hearsay"},
        {"confidence": "W"},
        {"suggestions": []},
        {"sources": ["ftp://a.example"]},
        {"checked": "lately"},
        {"lean": 4},
        {"terms": ["a"]},
        {"terms": ["x" * 1001]},
        {"roles": ["attic"]},
        {"places": ["Colorado"]},
        {"places": ["ZZ"]},
        {"min_employees": 0},
        {"tests": {"fires": [], "silent": ["x"]}},
        {"tests": {"fires": ["x"]}},
        {"tests": {"fires": [{"text": ""}], "silent": ["x"]}},
        {"color": "red"},
    ],
)
def test_what_means_nothing_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        rule(**fields)


@pytest.mark.parametrize("settings", [{"share": 80}, {"stated": ["pay", "title"]}, {"below": 0.5}, {"check": "past"}])
def test_settings_hold_names_figures_or_lists(settings: dict[str, Any]) -> None:
    kept = rule(kind="measure", settings=settings).settings

    assert {name: list(value) if isinstance(value, tuple) else value for name, value in kept.items()} == settings


def test_a_file_holds_at_least_one_rule() -> None:
    assert as_record({"family": "age", "rules": [WHOLE]}, RuleTable).rules == (rule(),)
    with pytest.raises(ValidationError):
        as_record({"family": "age", "rules": []}, RuleTable)


def test_a_rule_does_not_change_while_it_is_used() -> None:
    with pytest.raises(FrozenInstanceError):
        rule().severity = "info"


def test_the_table_of_signs_names_its_heads_with_a_hyphen() -> None:
    tables: dict[str, Any] = {
        name: {} for name in ("weights", "reach", "roles", "heads", "governors", "after", "openings", "denials")
    }

    assert as_record({**tables, "name-heads": "clinic", "stops": "and"}, WhoTable).name_heads == "clinic"
    with pytest.raises(ValidationError):
        as_record({**tables, "roles": {"attic": 1}, "name-heads": "clinic", "stops": "and"}, WhoTable)
