"""Who is said to give a certification."""

import pytest

from jdgen.model.rule import RuleCase


def found(run_case, line: str) -> list[str]:
    """Return the words the rule on givers finds in a line."""
    report = run_case(RuleCase(text=line), only="credential.given-by-others")
    return [finding.matched for finding in report.findings]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("The insurer hands you the CRC.", "The insurer hands you the CRC"),
        ("The CRRN is conferred by our academy.", "CRRN is conferred by our academy"),
        ("A CDMS issued after the weekend course", "CDMS issued after the weekend"),
        ("Finish the spring class and you become a CRC.", "Finish the spring class and you become a CRC"),
        ("Come to our seminar and leave with the CMC.", "seminar and leave with the CMC"),
    ],
)
def test_a_giver_that_is_no_issuer_is_found(run_case, line: str, words: str) -> None:
    assert found(run_case, line) == [words]


@pytest.mark.parametrize(
    "line",
    [
        "The CCM is awarded by the Commission for Case Manager Certification.",
        "Our seminar prepares you for the CMC.",
        "The academy gives CRC holders a raise.",
        "A BLS card from our training",
        "Our director holds the CDMS.",
    ],
)
def test_help_on_the_way_and_issuers_are_left_alone(run_case, line: str) -> None:
    assert found(run_case, line) == []
