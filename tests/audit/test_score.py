"""The score: what each finding takes off, and that the documentation says so."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgen.audit.score import DIMENSION_OF, POINTS, score
from jdgen.model.finding import CATEGORIES, DIMENSIONS, SEVERITIES, Category, Finding, Severity

ROOT = Path(__file__).resolve().parents[2]


def finding(severity: Severity = "error", category: Category = "age", rule: str = "age.young") -> Finding:
    return Finding(rule, category, severity, "m", "w", 1, 1, 1, 2, "x", (), (), "law")


def test_without_findings_every_dimension_is_full() -> None:
    assert score([]) == dict.fromkeys(DIMENSIONS, 100)


@pytest.mark.parametrize(("severity", "left"), [("error", 75), ("warning", 92), ("info", 98)])
def test_a_finding_takes_off_by_its_severity(severity: Severity, left: int) -> None:
    assert score([finding(severity)])["lawful"] == left


@pytest.mark.parametrize(("count", "left"), [(2, 62), (3, 56), (4, 53), (50, 50)])
def test_a_habit_counts_once_and_a_little(count: int, left: int) -> None:
    """25 + 12.5 + 6.25 …: never more than twice the first, however often."""
    assert score([finding()] * count)["lawful"] == left


def test_of_one_rule_the_worst_finding_counts_fully() -> None:
    assert score([finding("info"), finding("warning"), finding("error")])["lawful"] == 70


def test_different_rules_count_fully_and_never_below_nothing() -> None:
    assert score([finding(rule=f"age.r{number}") for number in range(3)])["lawful"] == 25
    assert score([finding(rule=f"age.r{number}") for number in range(9)])["lawful"] == 0


@pytest.mark.parametrize(
    ("category", "dimension"),
    [
        ("age", "lawful"),
        ("pay", "lawful"),
        ("credential", "true"),
        ("stigma", "respectful"),
        ("seo", "findable"),
        ("structure", "clear"),
    ],
)
def test_a_finding_counts_for_one_dimension(category: Category, dimension: str) -> None:
    assert score([finding(category=category)]) == {**dict.fromkeys(DIMENSIONS, 100), dimension: 75}


def test_every_category_counts_somewhere_and_every_dimension_has_one() -> None:
    assert set(DIMENSION_OF) == set(CATEGORIES)
    assert set(DIMENSION_OF.values()) == set(DIMENSIONS)


RULES = st.sampled_from([("age", "age.one"), ("pay", "pay.two"), ("seo", "seo.three")])
FINDINGS = st.lists(
    st.builds(lambda severity, rule: finding(severity, *rule), st.sampled_from(SEVERITIES), RULES), max_size=30
)


@given(FINDINGS)
def test_a_dimension_with_an_error_is_never_above_75(findings: list[Finding]) -> None:
    scores = score(findings)
    wrong = {DIMENSION_OF[one.category] for one in findings if one.severity == "error"}

    assert all(0 <= value <= 100 for value in scores.values())
    assert all(scores[dimension] <= 75 for dimension in wrong)


@given(FINDINGS, st.integers(0, 29))
def test_mending_a_finding_never_costs_points(findings: list[Finding], number: int) -> None:
    mended = [one for index, one in enumerate(findings) if index != number]

    assert all(score(mended)[dimension] >= value for dimension, value in score(findings).items())


def test_the_reference_tells_the_points_of_every_severity_and_the_score_of_every_category() -> None:
    page = (ROOT / "docs" / "reference" / "rules.md").read_text(encoding="utf-8")
    rows = {line.split(" | ")[0].strip("| "): line for line in page.splitlines() if line.startswith("| ")}

    assert [rows[severity] for severity in SEVERITIES] == [f"| {name} | {POINTS[name]:g} |" for name in SEVERITIES]
    assert [name for name in CATEGORIES if f" {name}," not in f"{rows[DIMENSION_OF[name]].rstrip(' |')},"] == []
