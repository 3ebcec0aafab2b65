import pytest
from pydantic import ValidationError

from jdgen.load.records import as_record
from jdgen.model.law import AdRule, Compact, County, LicenseTitle, PayLaw

EVIDENCE = {
    "id": "a", "source": "https://a.example", "checked": "2026-11-22", "review_by": "2027-11-22", "evidence": "law", "confidence": "V",
}  # fmt: skip
MEMBERS = [
    {"state": "CO", "status": "operational"},
    {"state": "GU", "status": "partial"},
    {"state": "MA", "status": "enacted"},
]
LAW = EVIDENCE | {
    "name": "Law", "citation": "1", "jurisdiction": {"state": "CO"}, "effective_from": "2021-01-01", "min_employees": 1,
    "counted": "all", "must_hold": ["pay"], "open_ended": False, "remote": "Yes.",
}  # fmt: skip


def compact(**given: object) -> Compact:
    return as_record(EVIDENCE | {"name": "C", "licenses": ["rn"], "issuing": True, "members": MEMBERS} | given, Compact)


@pytest.mark.parametrize(("state", "expected"), [("CO", True), ("GU", False), ("MA", False), ("MN", False)])
def test_only_a_state_that_has_started_is_operational(state: str, *, expected: bool) -> None:
    assert expected == compact().operational_in(state)


def test_a_compact_that_issues_nothing_is_operational_nowhere() -> None:
    assert not compact(issuing=False).operational_in("CO")


def test_a_member_is_found_by_its_state() -> None:
    member = compact().member("MA")

    assert member
    assert member.status == "enacted"
    assert compact().member("MN") is None


def test_a_compact_grants_a_license_unless_it_says_a_privilege() -> None:
    assert compact().grants == "license"
    assert compact(grants="privilege").grants == "privilege"


@pytest.mark.parametrize("state", ["co", "Colorado", "C", ""])
def test_a_state_is_a_postal_abbreviation(state: str) -> None:
    with pytest.raises(ValidationError, match="states"):
        as_record(EVIDENCE | {"license": "rn", "title": "RN", "name": "Nurse", "states": [state]}, LicenseTitle)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("must_hold", []),
        ("must_hold", ["salary"]),
        ("min_employees", 0),
        ("effective_from", "soon"),
        ("jurisdiction", {}),
    ],
)
def test_a_pay_law_has_a_form(name: str, value: object) -> None:
    with pytest.raises(ValidationError, match=name):
        as_record(LAW | {name: value}, PayLaw)


def test_a_rule_without_a_place_is_federal() -> None:
    rule = as_record(EVIDENCE | {"topic": "age", "name": "ADEA", "citation": "29 USC 623", "rule": "No age."}, AdRule)

    assert rule.jurisdiction is None


def test_a_county_names_its_places() -> None:
    with pytest.raises(ValidationError, match="places"):
        as_record(EVIDENCE | {"state": "NY", "county": "West County", "places": []}, County)
