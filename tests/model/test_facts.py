"""Questions to the fact rows, answered from a few made up for these tests."""

from dataclasses import replace

import pytest

from jdgen.load.records import as_record
from jdgen.model.fact import Credential
from jdgen.model.facts import Facts
from jdgen.model.law import County, LicenseTitle, PayLaw
from jdgen.model.market import Wage

EVIDENCE = {
    "source": "https://a.example", "checked": "2026-11-22", "review_by": "2027-11-22", "evidence": "law", "confidence": "V",
}  # fmt: skip


def title(letters: str, *states: str, confidence: str = "V", kind: str = "csw") -> LicenseTitle:
    row = {"id": letters.lower(), "license": kind, "title": letters, "name": "Worker", "states": states}
    return as_record(EVIDENCE | row | {"confidence": confidence}, LicenseTitle)


def credential(name: str, family: str | None = None) -> Credential:
    row = {"id": name, "name": "N", "abbreviation": "A", "issuer": "I", "held_by": "H", "family": family}
    return as_record(EVIDENCE | row, Credential)


def wage(soc: str, *also_for: str) -> Wage:
    row = {"id": soc, "soc": soc, "title": "T", "period": "P", "employment": 1, "also_for": also_for}
    return as_record(EVIDENCE | row | dict.fromkeys(("p10", "p25", "median", "p75", "p90"), 1), Wage)


def local_law(locality: str, *also_in: str) -> PayLaw:
    row = {
        "id": "l",
        "name": "Law",
        "citation": "1",
        "jurisdiction": {"state": "NY", "locality": locality},
        "also_in": also_in,
    }
    rest = {
        "effective_from": "2021-01-01",
        "min_employees": 1,
        "counted": "all",
        "must_hold": ["pay"],
        "open_ended": False,
        "remote": "Yes.",
    }
    return as_record(EVIDENCE | row | rest, PayLaw)


TITLES = [title("LCSW", "CO", "UT"), title("LICSW", "MA"), title("LISW", "AK", confidence="U")]
FACTS = Facts(
    credentials={row.id: row for row in [credential("ccm"), credential("acm-rn", "acm"), credential("acm-sw", "acm")]},
    licenses={},
    notices={},
    license_titles={row.id: row for row in TITLES},
    counties={
        "west": as_record(
            EVIDENCE | {"id": "west", "state": "NY", "county": "West County", "places": ["Rye", "Croton-on-Hudson"]},
            County,
        )
    },
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


@pytest.mark.parametrize(("state", "expected"), [("CO", True), ("AK", True), ("GU", False)])
def test_the_licenses_of_a_state_are_known_where_any_title_of_it_is(state: str, *, expected: bool) -> None:
    assert expected == FACTS.knows_licenses_of(state)


@pytest.mark.parametrize(
    ("locality", "city", "expected"),
    [
        ("West County", "Rye", True),
        ("West County", "RYE", True),
        ("West County", "Croton on Hudson", True),
        ("West County", "West County", True),
        ("West County", "Bronx", False),
        ("East County", "Rye", False),
        ("New York City", "bronx", True),
    ],
)
def test_a_local_law_covers_its_place_by_every_name_and_its_county_by_every_town(
    locality: str, city: str, *, expected: bool
) -> None:
    assert expected == FACTS.covers_city(local_law(locality, *(["Bronx"] if "City" in locality else [])), city)


def test_a_county_of_another_state_does_not_lend_its_towns() -> None:
    law = local_law("West County")
    elsewhere = replace(law, jurisdiction=replace(law.jurisdiction, state="OH"))

    assert not FACTS.covers_city(elsewhere, "Rye")


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

    assert (bare.compacts, bare.license_titles, bare.pay_laws, bare.counties, bare.wages) == ({}, {}, {}, {}, {})
