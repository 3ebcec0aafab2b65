"""Whatever stands in the settings of a rule, it is refused with a sentence or it works: nothing else may happen."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pydantic_core import ValidationError

from jdgen.audit.preparation import make_ruleset
from jdgen.audit.rule_faults import Shared, faults
from jdgen.audit.rule_settings import KINDS
from jdgen.audit.table_faults import class_names
from jdgen.load.project import open_workspace
from jdgen.load.records import as_record
from jdgen.load.rules import load_rules, load_who
from jdgen.load.search import shipped_folder
from jdgen.model.record import as_plain
from jdgen.model.rule import Rule
from jdgen.pipeline.rule_proof import audit_case

DAY = date(2026, 11, 22)
SEARCH = open_workspace(shipped_folder()).search
WHO = load_who(SEARCH)
SHARED = Shared(WHO.lists, class_names(WHO.stance))
SMALL = replace(
    WHO,
    **{name: () for name, value in vars(WHO).items() if isinstance(value, tuple)},
    stance=replace(WHO.stance, cues=WHO.stance.cues[:1]) if WHO.stance else None,
)
"""The same without the words that cost time to make ready, and that no rule depends on."""
ODD: tuple[Any, ...] = (
    "", "x", "(", "[", "\\", ":", "a:", ":b", "@none", "x <number>", "UPPER", "nan", "inf", "1e999999", "-1", "0", "1.5", "\u2028",
    "ZZ: Fresno", "nurse: ,", "a" * 5000, "(" * 500 + "a" + ")" * 500, "a" + ")" * 500, "a " + "[_] " * 60 + "b", "x" + "(a|b)" * 60,
    (), ("",), ("(",), ("x", "("), ("a: b",), ("x: 2023-13-45",), ("word",) * 3000, ("(" * 2000,), ("a " + "[_] " * 30 + "b",), (("a",),), {"a": "b"},
)  # fmt: skip
TEXT = "# Case Manager, Denver, CO\n\nPay: $30 to $90 an hour. The median pay nationwide is $90,000.\n\n## Requirements\n\n- RN, LCSW, CCM, x, a a a a a b\n"


def what_it_does(rule: Rule) -> str:
    return f"{rule.kind} {rule.settings.get(KINDS[rule.kind].named_by, '')}"


ONE_OF_EACH = {what_it_does(rule): rule for rule in load_rules(SEARCH)}
TAKING = {
    what: rule
    for what, rule in ONE_OF_EACH.items()
    if any(takes.needs or takes.may_have or takes.one_of for takes in [KINDS[rule.kind].takes[what.partition(" ")[2]]])
}
"""Those with settings besides the one that says what they do."""


def changed_settings(rule: Rule) -> Iterator[dict[str, Any]]:
    """Give the settings without one, with one under another name, and with odd values."""
    yield {}
    for name, value in rule.settings.items():
        others = {other: held for other, held in rule.settings.items() if other != name}
        yield others
        yield {**others, f"{name}s": value}
        yield from ({**others, name: odd} for odd in ODD)
        if isinstance(value, tuple):
            yield from ({**others, name: (*value, odd)} for odd in ODD if isinstance(odd, str))


def changed_terms(rule: Rule) -> Iterator[dict[str, Any]]:
    for name in ("terms", "exceptions", "unless", "needs"):
        yield {name: ()}
        yield from ({name: (odd,)} for odd in ODD if isinstance(odd, str))


def test_there_is_a_rule_for_all_that_rules_can_do() -> None:
    done = {f"{kind} {name}" for kind, takes in KINDS.items() for name in takes.takes}

    assert len(ONE_OF_EACH) > 80
    assert len(TAKING) > 40
    # What no law asks so far, and what front matter and words rarely say twice.
    assert done - ONE_OF_EACH.keys() <= {
        "pay-law job-description", "pay-law commission", "statement location", "statement posted",
    }  # fmt: skip


@pytest.mark.parametrize("name", sorted(TAKING))
def test_a_changed_rule_is_refused_with_a_sentence_or_works(name: str, shipped_rules) -> None:
    rule = TAKING[name]
    whole, refused, worked = as_plain(rule), 0, 0
    changes = [{"settings": settings} for settings in changed_settings(rule)]
    changes += changed_terms(rule) if rule.kind in {"phrase", "trait", "missing"} else []
    for change in changes:
        try:
            changed = as_record(whole | change, Rule)
        except ValidationError:
            refused += 1
            continue
        found = list(faults(changed, SHARED))
        assert all(fault.message and len(fault.message) < 1500 for fault in found)
        refused += bool(found)
        if not found:
            ruleset = make_ruleset((changed,), SMALL, lookup=shipped_rules.lookup)
            for case in (TEXT, *changed.tests.fires[:2]):
                audit_case(case, ruleset, DAY)
            worked += 1

    assert refused > 0
    assert refused + worked == len(changes)
