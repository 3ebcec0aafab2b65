"""Rules that give way to others that tell the same."""

from datetime import date
from typing import Any

import pytest

from jdgen.audit.engine import AuditRequest, audit
from jdgen.audit.giving_way import ANYWHERE, names_of
from jdgen.audit.preparation import make_ruleset
from jdgen.audit.ruleset import Ruleset
from jdgen.ingest.reader import read_document
from jdgen.load.records import as_record
from jdgen.model.rule import Rule, WhoTable

SIGNS = as_record({
    "weights": {"name": -5}, "reach": {"questions": 4}, "roles": {}, "heads": {}, "governors": {}, "after": {}, "openings": {}, "denials": {},
    "name-heads": "clinic", "stops": "and",
}, WhoTable)  # fmt: skip


def rule(rule_id: str, *terms: str, category: str = "style", severity: str = "warning", **settings: Any) -> Rule:
    kind = {} if terms else {"kind": "missing"}
    return as_record(
        {
            "id": rule_id, "category": category, "severity": severity, "evidence": "style", "message": "`{matched}` is found",
            "why": "Nobody says it.", "suggestions": ("Say something else.",), "checked": "2026-11-22", "terms": terms,
            "settings": {name.replace("_", "-"): value for name, value in settings.items()},
            "tests": {"fires": ("a",), "silent": ("b",)}, **kind,
        },
        Rule,
    )  # fmt: skip


def found(text: str, *rules: Rule) -> list[str]:
    document = read_document(text.encode(), "ad.md")
    report = audit(document, make_ruleset(rules, SIGNS), AuditRequest(date(2026, 11, 22)))
    return sorted(one.rule for one in report.findings)


WINNER = rule("age.birth", "birth date", category="age", severity="error")


@pytest.mark.parametrize("to", ["age.birth", "age", ("age",), ("race", "age.birth")])
def test_a_rule_gives_way_to_another_one_or_to_a_family_at_the_same_words(to: Any) -> None:
    form = rule("form.asked", "your birth", category="privacy", gives_way_to=to)

    assert found("Give us your birth date.", WINNER, form) == ["age.birth"]


def test_other_words_of_the_sentence_are_another_matter() -> None:
    form = rule("form.asked", "your photo", category="privacy", gives_way_to="age")

    assert found("Give us your photo and birth date.", WINNER, form) == ["age.birth", "form.asked"]


def test_a_rule_may_give_way_in_its_whole_sentence_and_no_farther() -> None:
    form = rule("form.asked", "your photo", category="privacy", gives_way_to="age", gives_way_in="sentence")

    assert found("Give us your photo and birth date.", WINNER, form) == ["age.birth"]
    assert found("Give us your photo. And your birth date.", WINNER, form) == ["age.birth", "form.asked"]


def test_a_rule_speaks_where_the_other_one_has_nothing_to_say() -> None:
    form = rule("form.asked", "your birth", category="privacy", gives_way_to="age")

    assert found("Give us your birth place.", WINNER, form) == ["form.asked"]


def test_a_worse_finding_gives_no_way_to_a_milder_one() -> None:
    form = rule("form.asked", "your birth", category="privacy", severity="error", gives_way_to="age")
    mild = rule("age.birth", "birth date", category="age", severity="info")

    assert found("Give us your birth date.", mild, form) == ["age.birth", "form.asked"]


def test_what_is_missing_gives_way_wherever_the_other_one_fired() -> None:
    lacking = rule("missing.pay", stated=("pay",), gives_way_to="pay.law")
    by_law = rule("pay.law", stated=("pay",), severity="error")

    assert found("# Nurse\n\n## Duties\n\nYou plan care.\n", lacking, by_law) == ["pay.law"]
    assert found("# Nurse\n\n## Duties\n\nYou plan care.\n", lacking) == ["missing.pay"]


def test_a_rule_gives_way_to_what_is_missing_anywhere() -> None:
    vague = rule("pay.vague", "good pay", category="pay", gives_way_anywhere_to="pay.law")
    narrow = rule("pay.narrow", "good pay", category="seo", gives_way_to="pay.law")
    by_law = rule("pay.law", stated=("pay",), category="structure")
    text = "# Nurse\n\n## Duties\n\nYou plan care for good pay.\n"

    assert found(text, vague, by_law) == ["pay.law"]
    assert found(text, narrow, by_law) == ["pay.law", "pay.narrow"]
    assert found(text, vague) == ["pay.vague"]
    mild = rule("pay.law", stated=("pay",), category="structure", severity="info")
    assert found(text, vague, mild) == ["pay.law", "pay.vague"]


def test_long_words_that_begin_early_are_seen_behind_shorter_ones() -> None:
    early = rule("age.birth", "your full birth date and place", "birth", category="age", severity="error")
    form = rule("form.asked", "place", category="privacy", gives_way_to="age")

    assert found("Give us your full birth date and place.", early, form) == ["age.birth"]


def test_nothing_gives_way_to_what_gives_way_itself() -> None:
    first = rule("a.first", "old crew", category="style", gives_way_to="b")
    second = rule("b.second", "crew of ours", category="union", gives_way_to="c")
    third = rule("c.third", "of ours here", category="pay")

    assert found("An old crew of ours here.", first, second, third) == ["a.first", "c.third"]


def test_nothing_gives_way_to_what_another_finding_of_its_category_leaves_out() -> None:
    short, long = rule("b.short", "old", category="age"), rule("d.long", "old crew", category="age")
    first = rule("a.first", "an old", category="style", gives_way_to="b")

    assert found("An old crew.", first, short) == ["b.short"]
    assert found("An old crew.", first, short, long) == ["a.first", "d.long"]


def test_what_a_rule_kept_silent_in_its_category_stays_silent() -> None:
    short, long = rule("b.short", "old", category="age"), rule("d.long", "old crew", category="age", gives_way_to="c")
    other = rule("c.third", "crew here", category="pay")

    assert found("An old crew here.", short, long, other) == ["c.third"]


def test_every_name_that_a_shipped_rule_gives_way_to_is_known(shipped_rules: Ruleset) -> None:
    giving = {one.id: (*names_of(one), *names_of(one, ANYWHERE)) for one in shipped_rules.rules}
    giving = {name: names for name, names in giving.items() if names}
    known = shipped_rules.known | {name.partition(".")[0] for name in shipped_rules.known}

    assert len(giving) > 40
    assert {name for names in giving.values() for name in names} - known == set()
    assert [name for name, names in giving.items() if {name, name.partition(".")[0]} & set(names)] == []


def test_no_two_shipped_rules_give_way_to_each_other(shipped_rules: Ruleset) -> None:
    """Both would be silent."""

    def gives_way(one: str, other: str) -> bool:
        return bool({other, other.partition(".")[0]} & set(names_of(shipped_rules.by_id[one])))

    giving = [one.id for one in shipped_rules.rules if names_of(one)]

    assert [(one, other) for one in giving for other in giving if gives_way(one, other) and gives_way(other, one)] == []


@pytest.mark.parametrize(
    ("text", "own", "found"),
    [
        ("We want a ninja, and a guru.", frozenset(), ["test.yields"]),
        ("We want a ninja guru.", frozenset(), ["test.yields"]),
        ("We want a ninja.", frozenset(), []),
        ("We want a ninja.", frozenset({"test.yields"}), ["test.yields"]),
    ],
)
def test_what_only_a_switched_off_rule_kept_silent_comes_back_for_other_words_and_for_own_rules(
    text: str, own: frozenset[str], found: list[str]
) -> None:
    yields = rule("test.yields", "ninja", "guru", gives_way_to=["test.stays"], gives_way_in="sentence")
    rules = make_ruleset((yields, rule("test.stays", "ninja")), SIGNS)
    document = read_document(text.encode(), "ad.md")

    both = audit(document, rules, AuditRequest(date(2026, 11, 22))).findings
    alone = audit(
        document, rules._replace(own=own, asked={"test.stays": "off"}), AuditRequest(date(2026, 11, 22))
    ).findings

    assert [one.rule for one in both] == ["test.stays"]
    assert [one.rule for one in alone] == found
