"""What is said of a certification is compared with its row: name, issuer, and whether it is a license or a degree."""

import pytest


def found(run_case, rule: str, line: str) -> list[str]:
    """Return the words one rule finds in a line."""
    report = run_case(line, only=f"credential.{rule}")
    return [finding.matched for finding in report.findings]


@pytest.mark.parametrize(
    "line",
    [
        "CCM from the American Nurses Credentialing Center",
        "CCM (NASW) preferred",
        "An NASW-issued CCM",
        "ANCC awards the CCM.",
        "Certified by CMSA as a CCM",
        "CCM issued by the Larch Valley Nursing Association",
    ],
)
def test_an_issuer_that_does_not_issue_it_is_found_however_it_is_bound(run_case, line: str) -> None:
    assert len(found(run_case, "wrong-issuer", line)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "CCM from the Commission for Case Manager Certification",
        "CCM (CCMC) or CMGT-BC (ANCC)",
        "CCM or a certification from ANCC",
        "CCM, and membership in CMSA",
        "CCM with continuing education hours from the Larch Valley Nursing Association",
        "BLS card from the American Red Cross",
        "CPS from the Larch Valley Nursing Association",
        'We strike the words "CCM from ANCC" from every posting.',
    ],
)
def test_the_right_issuer_and_organizations_that_are_not_bound_stay_silent(run_case, line: str) -> None:
    assert found(run_case, "wrong-issuer", line) == []


def test_the_finding_names_the_right_issuer_and_its_source(run_case) -> None:
    (finding,) = run_case("ACM-RN from CMSA", only="credential.wrong-issuer").findings

    assert "American Case Management Association" in finding.why
    assert finding.suggestions == (
        "Write: Accredited Case Manager (ACM-RN), from the American Case Management Association.",
    )
    assert finding.sources[0].startswith("https://acmaweb.org/")


def test_letters_are_compared_with_the_words_on_either_side_of_the_bracket(run_case) -> None:
    assert found(run_case, "wrong-name", "You hold the Certified Care Manager (CCM) credential.") == [
        "Certified Care Manager (CCM)"
    ]
    assert found(run_case, "wrong-name", "ACM (American Case Manager) preferred") == ["ACM (American Case Manager)"]
    assert found(run_case, "wrong-name", "Certified Case Manager (ACM)") == ["Certified Case Manager (ACM)"]


@pytest.mark.parametrize(
    "line",
    [
        "Registered Nurse and Certified Case Manager (CCM)",
        "Chronic Care Management (CCM) calls",
        "Child Protective Services (CPS)",
        "Bureau of Labor Statistics (BLS)",
        "CCM (.........)",
    ],
)
def test_other_things_with_the_same_letters_are_left_alone(run_case, line: str) -> None:
    assert found(run_case, "wrong-name", line) == []


def test_a_certification_is_no_license_but_may_stand_in_a_list_with_one(run_case) -> None:
    assert found(run_case, "called-license", "Current CCM license") == ["CCM license"]
    assert found(run_case, "called-license", "RN or CCM license") == []


def test_a_certification_is_no_field_of_study(run_case) -> None:
    assert found(run_case, "called-degree", "Master's in CCM") == ["Master's in CCM"]
    assert found(run_case, "called-degree", "Master's in nursing, and the CCM") == []


def test_the_last_word_of_a_list_of_degrees_is_no_certification(run_case) -> None:
    assert found(run_case, "called-degree", "Degree: BSN, MSW or CCM") != []
    assert found(run_case, "called-degree", "Degree: BSN, CCM preferred") == []


def test_an_issuer_behind_a_name_in_brackets_is_compared(run_case) -> None:
    line = "CRC (Certified Rehabilitation Counselor) conferred by the American Medical Association"
    assert found(run_case, "wrong-issuer", line) != []


def test_every_credential_of_a_sentence_is_compared_with_the_organization_beside_it(run_case) -> None:
    line = "CMSA certified case manager, C-SWCM by CCMC"

    assert found(run_case, "wrong-issuer", line) == ["CMSA certified case manager", "C-SWCM by CCMC"]
    assert found(run_case, "wrong-issuer", "CCM and ACM from CCMC and ACMA") == []


def test_the_words_found_close_the_bracket_they_open_and_no_other(run_case) -> None:
    assert found(run_case, "wrong-issuer", "CCM (CMSA) preferred") == ["CCM (CMSA)"]
    assert found(run_case, "wrong-issuer", "A license (or CCM from CMSA)") == ["CCM from CMSA"]
