"""What a working folder asks of rules: its severity holds for every finding, and what was silent only for a rule that is off is told."""

import re
from datetime import date
from pathlib import Path

import pytest

import jdgen.audit.kinds
from jdgen.audit.asked import freed
from jdgen.audit.engine import AuditRequest, audit
from jdgen.audit.ruleset import Ruleset
from jdgen.ingest.reader import read_document
from jdgen.model.finding import Finding, Severity
from jdgen.pipeline.rule_requests import WEAKEST

TITLE = "license.title-of-another-state"


def severity(rules: Ruleset, line: str, state: str = "OH") -> dict[str, str]:
    report = audit(read_document(line.encode(), "ad.md"), rules, AuditRequest(date(2026, 11, 22), (state,)))
    return {finding.rule: finding.severity for finding in report.findings}


@pytest.mark.parametrize(
    ("rule", "line"),
    [("trait.age", "Young at heart is a plus"), (TITLE, "a licensed clinical social worker")],
)
@pytest.mark.parametrize("asked", ["error", "warning", "info"])
def test_what_is_asked_holds_for_a_weak_finding_too(
    shipped_rules: Ruleset, rule: str, line: str, asked: Severity
) -> None:
    mild = {"trait.age": "warning", TITLE: "info"}[rule]
    assert severity(shipped_rules, line)[rule] == mild

    assert severity(shipped_rules.change(asked={rule: asked}), line)[rule] == asked


def test_what_rests_on_an_unconfirmed_fact_stays_information(shipped_rules: Ruleset) -> None:
    assert severity(shipped_rules.change(asked={TITLE: "error"}), "IMFT required", "NY")[TITLE] == "info"


def test_the_kinds_that_make_findings_milder_are_those_the_report_knows_of() -> None:
    files = [*Path(str(jdgen.audit.kinds.__file__)).parent.glob("*.py")]
    graded = {file.stem for file in files if re.search(r"^ +severity=", file.read_text(encoding="utf-8"), re.MULTILINE)}

    assert files
    assert {name.replace("_", "-") for name in graded} == WEAKEST.keys()


class Counted(int):
    """A number that counts how often any of its kind is compared."""

    times = 0

    def __lt__(self, other: int) -> bool:
        Counted.times += 1
        return int(self) < int(other)

    def __gt__(self, other: int) -> bool:
        Counted.times += 1
        return int(self) > int(other)


def finding(start: int, end: int, rule: str = "test.one") -> Finding:
    return Finding(
        rule=rule,
        category="style",
        severity="info",
        message="m",
        why="w",
        line=1,
        column=1,
        end_line=1,
        end_column=1,
        matched="x",
        suggestions=(),
        sources=(),
        evidence="style",
        start=Counted(start),
        end=Counted(end),
    )


@pytest.mark.parametrize(
    ("span", "is_freed"),
    [
        ((0, 5), True),
        ((0, 11), False),
        ((12, 14), False),
        ((19, 25), False),
        ((20, 25), True),
        ((35, 36), False),
        ((30, 30), False),
    ],
)
def test_what_is_freed_has_words_of_its_own(span: tuple[int, int], *, is_freed: bool) -> None:
    muted = [(30, 40), (10, 20), (12, 13)]

    assert bool(list(freed([finding(*span)], [], muted, ()))) is is_freed
    assert list(freed([finding(*span)], [finding(*span)], muted, ())) == []
    assert len(list(freed([finding(*span, rule="own.one")], [], muted, {"own.one"}))) == 1


def test_twice_as_many_findings_are_compared_little_more_than_twice_as_often() -> None:
    def comparisons(many: int) -> int:
        Counted.times = 0
        muted = [(at * 10, at * 10 + 4) for at in range(many)]
        list(freed([finding(at * 10 + 5, at * 10 + 9) for at in range(many)], [], muted, ()))
        return Counted.times

    assert comparisons(400) > 0
    assert comparisons(800) < 3 * comparisons(400)
