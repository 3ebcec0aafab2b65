"""Questions to the fact rows, answered from a few made up for these tests."""

import pytest

from jdgen.model.fact import Credential
from jdgen.model.facts import Facts
from jdgen.model.law import LicenseTitle
from jdgen.model.market import Wage

EVIDENCE = {
    "source": "https://a.example", "checked": "2026-11-22", "review_by": "2027-11-22", "evidence": "law", "confidence": "V",
}  # fmt: skip


def title(letters: str, *states: str, confidence: str = "V", kind: str = "csw") -> LicenseTitle:
    row = {"id": letters.lower(), "license": kind, "title": letters, "name": "Worker", "states": states}
    return LicenseTitle.model_validate(EVIDENCE | row | {"confidence": confidence})


def credential(name: str, family: str | None = None) -> Credential:
    row = {"id": name, "name": "N", "abbreviation": "A", "issuer": "I", "held_by": "H", "family": family}
    return Credential.model_validate(EVIDENCE | row)


def wage(soc: str, *also_for: str) -> Wage:
    row = {"id": soc, "soc": soc, "title": "T", "period": "P", "employment": 1, "also_for": also_for}
    return Wage.model_validate(EVIDENCE | row | dict.fromkeys(("p10", "p25", "median", "p75", "p90"), 1))


TITLES = [title("LCSW", "CO", "UT"), title("LICSW", "MA"), title("LISW", "AK", confidence="U")]
FACTS = Facts(
    credentials={row.id: row for row in [credential("ccm"), credential("acm-rn", "acm"), credential("acm-sw", "acm")]},
    licenses={},
    notices={},
    license_titles={row.id: row for row in TITLES},
    wages={row.id: row for row in [wage("21-1018", "21-1011"), wage("29-1141")]},
)


@pytest.mark.parametrize(
    ("kind", "state", "expected"),
    [("csw", "UT", "LCSW"), ("csw", "MA", "LICSW"), ("csw", "AK", None), ("csw", "CA", None), ("rn", "CO", None)],
)
def test_the_title_is_that_of_the_state_where_it_is_confirmed(kind: str, state: str, expected: str | None) -> None:
    row = FACTS.title_of(kind, state)

    assert expected == (row.title if row else None)


@pytest.mark.parametrize(
    ("kind", "state", "expected"), [("csw", "CO", True), ("csw", "AK", True), ("csw", "CA", False), ("rn", "CA", True)]
)
def test_a_license_exists_where_the_table_names_it_or_knows_nothing_of_it(
    kind: str, state: str, *, expected: bool
) -> None:
    assert expected == FACTS.exists_in(kind, state)


@pytest.mark.parametrize(
    ("name", "expected"), [("ccm", ["ccm"]), ("acm", ["acm-rn", "acm-sw"]), ("acm-sw", ["acm-sw"]), ("x", [])]
)
def test_a_family_stands_for_its_versions(name: str, expected: list[str]) -> None:
    assert expected == [row.id for row in FACTS.versions(name)]


@pytest.mark.parametrize(
    ("soc", "expected"), [("29-1141", "29-1141"), ("21-1011", "21-1018"), ("21-1018", "21-1018"), ("11-1011", None)]
)
def test_wages_are_found_by_the_code_or_the_one_it_is_published_with(soc: str, expected: str | None) -> None:
    row = FACTS.wage_of(soc)

    assert expected == (row.soc if row else None)


def test_tables_that_nobody_gives_are_empty() -> None:
    bare = Facts(credentials={}, licenses={}, notices={})

    assert (bare.compacts, bare.license_titles, bare.pay_laws, bare.wages) == ({}, {}, {}, {})
