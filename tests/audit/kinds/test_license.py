"""License titles by state, and compacts where they count."""

import pytest

from jdgen.model.rule import RuleCase


def found(run_case, rule: str, line: str, state: str | None = None) -> list[tuple[str, str]]:
    """Return the words one rule finds in a line, with the severity."""
    report = run_case(RuleCase(text=line, state=state), only=f"license.{rule}")
    return [(finding.matched, finding.severity) for finding in report.findings]


@pytest.mark.parametrize(
    ("line", "state", "words"),
    [
        ("LCSW required", "OH", "LCSW"),
        ("LCSWs wanted in Minneapolis, MN", None, "LCSWs"),
        ("Illinois LMHC", None, "LMHC"),
        ("Our office is in Ohio; LPN license in Texas", "OH", "LPN"),
        ("Licensed Mental Health Counselor", "TX", "Licensed Mental Health Counselor"),
    ],
)
def test_a_title_the_state_does_not_use_is_found(run_case, line: str, state: str | None, words: str) -> None:
    assert found(run_case, "title-of-another-state", line, state) == [(words, "error")]


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("LISW required", "OH"),
        ("LCSW required", None),
        ("LCSW or LISW", "OH"),
        ("LICSW in Massachusetts, LCSW in Colorado", "OH"),
        ("LCSW", "MA"),
        ("LPC", "ID"),
        ("LCSW or the equal license of your state", "OH"),
        ("LADC", "GA"),
    ],
)
def test_right_titles_alternatives_and_what_nobody_knows_stay_silent(run_case, line: str, state: str | None) -> None:
    assert found(run_case, "title-of-another-state", line, state) == []


def test_what_is_unconfirmed_or_only_described_is_no_more_than_information(run_case) -> None:
    assert found(run_case, "title-of-another-state", "IMFT required", "NY") == [("IMFT", "info")]
    assert found(run_case, "title-of-another-state", "a licensed clinical social worker", "OH") == [
        ("licensed clinical social worker", "info")
    ]


def test_the_finding_names_what_the_state_writes(run_case) -> None:
    (finding,) = run_case(RuleCase(text="LICSW required", state="MD"), only="license.title-of-another-state").findings

    assert "Maryland" in finding.message
    assert "LCSW-C (Licensed Certified Social Worker - Clinical)" in finding.suggestions[0]


def test_a_nurse_compact_counts_only_in_its_states(run_case) -> None:
    assert found(run_case, "compact-elsewhere", "Multistate RN license", "CA") == [("Multistate RN license", "error")]
    assert found(run_case, "compact-elsewhere", "Multistate RN license", "TX") == []
    assert found(run_case, "compact-elsewhere", "Multistate RN license") == []
    assert found(run_case, "compact-elsewhere", "Compact RN license for Nevada and Texas", "NV") == []
    assert found(run_case, "compact-elsewhere", "Multistate RN license", "MA") != []


@pytest.mark.parametrize(
    ("line", "fires"),
    [
        ("A California compact RN license for members in other states", True),
        ("A compact license issued by New York covers Ohio", True),
        ("A Texas compact RN license for members in other states", False),
        ("California members need nurses; a compact license for other states is a plus", False),
        ("An RN license of California, a compact license for members in other states", False),
    ],
)
def test_a_state_outside_of_the_compact_gives_no_license_for_others(run_case, line: str, fires: bool) -> None:  # noqa: FBT001 - a parameter of the test
    assert bool(found(run_case, "compact-elsewhere", line)) is fires


def test_a_privilege_counts_where_the_counseling_compact_is_in_use(run_case) -> None:
    assert found(run_case, "compact-elsewhere", "Counseling Compact privilege", "FL") != []
    assert found(run_case, "compact-elsewhere", "Counseling Compact privilege", "OH") == []


def test_no_license_of_the_social_work_compact_is_issued_yet(run_case) -> None:
    assert found(run_case, "compact-not-in-use", "LCSW with a compact license", "VA") != []
    assert found(run_case, "compact-not-in-use", "RN with a compact license", "VA") == []
    assert found(run_case, "compact-not-in-use", "The social work compact issues no license yet.", "VA") == []


def test_a_compact_on_other_things_is_left_alone(run_case) -> None:
    assert (
        found(
            run_case,
            "compact-not-in-use",
            "Social workers know the Interstate Compact on the Placement of Children.",
            "CA",
        )
        == []
    )
    assert found(run_case, "compact-elsewhere", "A compact car for the nurse", "CA") == []
    assert found(run_case, "compact-elsewhere", "Nurse Licensure Compact (NLC)", "NY") == []


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("Nurses with the multistate (compact) privilege", "IL"),
        ("Multi state nursing license", "OR"),
        ("RN, Michigan compact", None),
        ("Your compact works for our patients", "NV"),
    ],
)
def test_a_compact_is_found_in_brackets_and_apart_from_the_license(run_case, line: str, state: str | None) -> None:
    assert found(run_case, "compact-elsewhere", line, state) != []


def test_a_compact_is_left_alone_where_the_license_of_the_state_is_asked_besides(run_case) -> None:
    line = "Nurses from compact states need a New York license too."
    assert found(run_case, "compact-elsewhere", line, "NY") == []
    assert found(run_case, "compact-elsewhere", "RNs at a multistate health plan", "NY") == []


def test_letters_of_other_states_are_found_where_the_facts_know_no_title(run_case) -> None:
    assert found(run_case, "letters-of-elsewhere", "A CASAC for our team", "IL") == [("CASAC", "warning")]
    assert found(run_case, "letters-of-elsewhere", "A CASAC for our team", "NY") == []
    assert found(run_case, "letters-of-elsewhere", "A CASAC for our team", "TX") == []
    assert found(run_case, "letters-of-elsewhere", "A CASAC for our team") == []


def test_a_license_is_not_called_a_certification(run_case) -> None:
    assert found(run_case, "called-certification", "Certified LCSW") == [("Certified LCSW", "warning")]
    assert found(run_case, "called-certification", "RN, LCSW certification") == []
    assert found(run_case, "called-certification", "Board certified RN") == []


def test_a_license_without_a_place_is_mentioned_where_the_posting_has_none(run_case) -> None:
    assert found(run_case, "no-state-named", "Current RN license") == [("Current RN license", "info")]
    assert found(run_case, "no-state-named", "Current RN license", "OR") == []
    assert found(run_case, "no-state-named", "Current RN license in Oregon") == []


def test_letters_of_a_lower_license_are_doubted_where_the_state_has_another_clinical_one(run_case) -> None:
    assert found(run_case, "lower-than-it-sounds", "LCSW, active", "MD") == [("LCSW", "warning")]
    assert found(run_case, "lower-than-it-sounds", "LCSW or LCSW-C, active", "MD") == []
    assert found(run_case, "lower-than-it-sounds", "LCSW, active", "NC") == []
    assert found(run_case, "lower-than-it-sounds", "LCSW, active") == []


def test_a_large_city_stands_for_its_state(run_case) -> None:
    assert found(run_case, "compact-elsewhere", "Compact RN license for visits in Chicago") == [
        ("Compact RN license", "error")
    ]
    assert found(run_case, "compact-elsewhere", "Compact RN license for visits in Denver") == []


def test_a_supervisor_is_licensed_under_the_same_title(run_case) -> None:
    assert found(run_case, "title-of-another-state", "LISW-S required", "TX") == [("LISW-S", "error")]
    assert found(run_case, "title-of-another-state", "LISW-S required", "OH") == []
