"""Who can hold a credential, and what is claimed of it."""

import pytest


def found(run_case, rule: str, line: str) -> list[str]:
    """Return the words one rule finds in a line."""
    return [finding.matched for finding in run_case(line, only=f"credential.{rule}").findings]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Our LCSWs earn the CARN.", "LCSWs earn the CARN"),
        ("CRRN for social workers", "CRRN for social workers"),
        ("Nurses must hold the C-SWCM.", "Nurses must hold the C-SWCM"),
        ("LVN with ACM-RN", "LVN with ACM-RN"),
        ("A GED and the CCM", "GED and the CCM"),
    ],
)
def test_a_profession_that_cannot_earn_it_is_found(run_case, line: str, words: str) -> None:
    assert found(run_case, "wrong-holder", line) == [words]


@pytest.mark.parametrize(
    "line",
    [
        "LCSW, LPC, RN or CARN",
        "Social workers team up with a CRRN.",
        "A GED and the CPRP",
        "Nurses and social workers with the ACM",
        "LCSW with CCM",
        "Social workers cannot earn the CARN.",
        "LCSW or CRRN",
    ],
)
def test_those_who_can_earn_it_and_words_that_do_not_ask_it_of_them_stay_silent(run_case, line: str) -> None:
    assert found(run_case, "wrong-holder", line) == []


@pytest.mark.parametrize(
    "line",
    [
        "Only RNs can earn the CCM.",
        "CCM (nurses only)",
        "The ACM is for nurses only.",
        "The CCM is a nursing credential.",
        "CDMS, which only nurses may sit for",
    ],
)
def test_a_claim_that_keeps_it_to_one_profession_is_found(run_case, line: str) -> None:
    assert len(found(run_case, "one-profession-only", line)) == 1


def test_what_one_profession_alone_can_hold_may_be_said_to_be_so(run_case) -> None:
    assert found(run_case, "one-profession-only", "The CRRN is for nurses only.") == []
    assert found(run_case, "one-profession-only", "ACM-RN for nurses only") == []


def test_a_list_counts_different_certifications_and_licenses_that_are_all_demanded(run_case) -> None:
    assert found(run_case, "list-nobody-holds", "RN, LCSW, CCM, CRC and CPRP required") != []
    assert found(run_case, "list-nobody-holds", "RN, CCM, CCM, CCM, CCM and CCM required") == []
    assert found(run_case, "list-nobody-holds", "RN, LCSW, CCM, CRC or CPRP required") == []


def test_people_who_cannot_earn_it_are_found_beside_those_who_can(run_case) -> None:
    assert len(found(run_case, "wrong-holder", "CRRN for social workers and for nurses")) == 1
    assert found(run_case, "wrong-holder", "CRRN for nurses, CCM for social workers") == []
    assert len(found(run_case, "wrong-holder", "The nurses' one (CMGT-BC), which is open to LMSWs and RNs alike")) == 1


@pytest.mark.parametrize(
    "line",
    [
        "The CCM is for nurses, not social workers.",
        "You must be an RN because the CCM asks for it.",
        "The CCM is closed to social workers.",
    ],
)
def test_a_claim_that_shuts_others_out_is_found(run_case, line: str) -> None:
    assert len(found(run_case, "one-profession-only", line)) == 1
