"""How long a credential takes to earn, and how long it lasts."""

import pytest

from jdgen.model.rule import RuleCase

ENTRY_LEVEL = "# Entry-Level Case Manager\n\n## Required\n\n- {line}\n\n## Duties\n\n- Visit people at home.\n"


def found(run_case, rule: str, line: str, section: str | None = None) -> list[str]:
    """Return the words one rule finds in a line."""
    case = RuleCase(text=line, section=section)
    return [finding.matched for finding in run_case(case, only=f"credential.{rule}").findings]


@pytest.mark.parametrize(
    "line",
    [
        "New graduates must hold the CCM.",
        "No experience needed. The CCM is required.",
        "You earn the CCM within 90 days, straight out of college.",
        "A CCM and 6 months of case management experience are required.",
        "C-SWCM and two years of case management experience required",
    ],
)
def test_a_demand_newcomers_cannot_meet_is_found(run_case, line: str) -> None:
    assert len(found(run_case, "too-early", line)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "New graduates welcome, CCM preferred",
        "New graduates earn the CCM within 36 months of hire; it is required then.",
        "A CCM and 12 months of case management experience are required.",
        "C-SWCM and three years of case management experience required",
        "Precept new graduates; the CCM is required.",
        "New graduates must hold the CCM. We help you work toward it.",
        "BLS required, new graduates too",
    ],
)
def test_what_people_can_meet_stays_silent(run_case, line: str) -> None:
    assert found(run_case, "too-early", line) == []


def test_a_bare_line_demands_only_where_its_section_does(run_case) -> None:
    assert found(run_case, "too-early", "New graduates: CCM", "required") == ["New graduates: CCM"]
    assert found(run_case, "too-early", "New graduates: CCM", "preferred") == []


def test_the_title_of_a_posting_can_contradict_its_demands(run_case) -> None:
    assert found(run_case, "too-early", ENTRY_LEVEL.format(line="Certified Case Manager (CCM)")) == [
        "Certified Case Manager (CCM)"
    ]
    assert found(run_case, "too-early", ENTRY_LEVEL.format(line="CCM, or the plan to earn it")) == []
    assert found(run_case, "too-early", ENTRY_LEVEL.replace("Entry-Level ", "").format(line="CCM")) == []


@pytest.mark.parametrize(
    "line",
    ["The CCM is renewed every year.", "ACM, valid for three years", "Annual CDMS recertification"],
)
def test_another_cycle_than_the_issuers_is_found(run_case, line: str) -> None:
    assert len(found(run_case, "renewal", line)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "The CCM is renewed every five years.",
        "ACM, renewed every 48 months",
        "BLS, renewed every other year",
        "CCM holders whose license is renewed every two years",
        "C-SWCM, renewed every two years",
    ],
)
def test_the_right_cycle_and_one_nobody_confirmed_stay_silent(run_case, line: str) -> None:
    assert found(run_case, "renewal", line) == []
