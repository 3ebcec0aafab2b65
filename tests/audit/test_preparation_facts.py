"""From facts as they are written to facts as the rules look them up."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jdgen.audit.lookup import CredentialFact, Lookup
from jdgen.audit.preparation_facts import make_lookup
from jdgen.load.facts import load_facts
from jdgen.load.records import as_record
from jdgen.load.search import search_path
from jdgen.load.specializations import load_specialization
from jdgen.model.fact import Credential
from jdgen.model.facts import Facts
from jdgen.model.law import Compact, County, LicenseTitle, PayLaw
from jdgen.model.market import ChannelRule, Wage

EVIDENCE: dict[str, Any] = {
    "source": ["https://a.example", "https://b.example"],
    "checked": "2026-11-22",
    "review_by": "2027-11-22",
    "evidence": "law",
    "confidence": "V",
}


def lookup_of(**tables: Any) -> Lookup:
    rows = {name: {row.id: row for row in found} for name, found in tables.items()}
    return make_lookup(Facts(**{"credentials": {}, "licenses": {}, "notices": {}, **rows}), (), {})


def credential(held_by: str = "Anyone", **changed: Any) -> CredentialFact:
    whole = {
        "id": "cx",
        "name": "Certified X",
        "abbreviation": "CX",
        "issuer": "Board of X",
        "held_by": held_by,
        **EVIDENCE,
    }
    return lookup_of(credentials=[as_record(whole | changed, Credential)]).credentials[0]


def test_the_first_source_of_a_row_goes_with_it() -> None:
    found = credential(confidence="U", former_names=["Old X"])

    assert (found.id, found.source, found.confidence, found.former_names) == (
        "cx",
        "https://a.example",
        "U",
        ("Old X",),
    )


@pytest.mark.parametrize(
    ("changed", "holders"),
    [
        ({"licenses": ["rn"]}, ("nurse",)),
        ({"licenses": ["rn"], "roles": ["lpn"]}, ("nurse", "practical nurse")),
        ({"licenses": ["bachelor-social-work", "master-social-work"]}, ("social worker",)),
        ({"licenses": ["unheard-of"]}, ()),
        ({"held_by": "Registered nurses with a degree"}, ("nurse",)),
        ({"held_by": "People who are registered nurses"}, ()),
    ],
)
def test_who_alone_can_hold_it_comes_from_licenses_roles_or_the_first_words(
    changed: dict[str, Any], holders: tuple[str, ...]
) -> None:
    assert credential(**changed).holders == holders


@pytest.mark.parametrize(
    ("held_by", "expected"),
    [
        ("Nurses with a degree", True),
        ("Holders of a license", True),
        ("Anyone with a degree or without", False),
        ("People with a high school diploma and a license plate", False),
        ("Workers with two years on the job", False),
    ],
)
def test_schooling_is_read_from_who_can_earn_it(held_by: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    assert credential(held_by).needs_schooling is expected


@pytest.mark.parametrize(
    ("held_by", "months", "least"),
    [
        ("12 months, or 24 months without supervision", 24, 12),
        ("Anyone", 24, 24),
        ("36 months", 24, 24),
        ("12 months", None, None),
    ],
)
def test_the_shortest_road_counts(held_by: str, months: int | None, least: int | None) -> None:
    assert credential(held_by, months_of_experience=months).least_months == least


@pytest.mark.parametrize(
    ("renewal", "years"), [("Every 5 years, with 80 hours", 5), ("Every year", 1), ("Never", None), (None, None)]
)
def test_renewal_is_told_in_years(renewal: str | None, years: int | None) -> None:
    assert credential(renewal=renewal).renewal_years == years


def asides(note: str) -> list[tuple[str, list[str]]]:
    row = {
        "id": "t",
        "license": "clinical-counseling",
        "title": "LPC",
        "name": "Counselor",
        "states": ["CO", "OH", "TX"],
        "note": note,
    }
    (title,) = lookup_of(license_titles=[as_record(row | EVIDENCE, LicenseTitle)]).titles
    return [(letters, sorted(states)) for letters, states in title.asides]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Ohio calls the higher one LPCC", [("LPCC", ["OH"])]),
        ("LPCC is the higher license in Ohio", [("LPCC", ["OH"])]),
        ("Ohio and Texas say LPC-S", [("LPC-S", ["OH", "TX"])]),
        ("LPC is the title, and no LPCC is granted", []),
        ("Some say LMHC", [("LMHC", ["CO", "OH", "TX"])]),
        ("Ohio grants LPCC. Texas grants LPC-S", [("LPCC", ["OH"]), ("LPC-S", ["TX"])]),
        ("Nothing to say", []),
    ],
)
def test_letters_in_a_note_are_said_of_the_states_it_names(note: str, expected: list[tuple[str, list[str]]]) -> None:
    assert asides(note) == expected


def test_a_compact_tells_members_from_those_where_it_works() -> None:
    row = {"id": "nlc", "name": "Nurse Compact", "licenses": ["rn"], "issuing": True, "members": [
        {"state": "CO", "status": "operational"}, {"state": "MA", "status": "enacted"}, {"state": "PA", "status": "partial"}]}  # fmt: skip

    (issuing,) = lookup_of(compacts=[as_record(row | EVIDENCE, Compact)]).compacts
    (idle,) = lookup_of(compacts=[as_record(row | EVIDENCE | {"issuing": False}, Compact)]).compacts

    assert (issuing.members, issuing.operational) == ({"CO", "MA", "PA"}, {"CO"})
    assert (idle.members, idle.operational) == ({"CO", "MA", "PA"}, frozenset())


LAW = {
    "id": "x", "name": "X Act", "citation": "X 1", "jurisdiction": {"state": "NY", "locality": "Westchester County"}, "also_in": ["Westchester"],
    "effective_from": "2023-01-01", "min_employees": 4, "counted": "all", "must_hold": ["pay"], "open_ended": False, "remote": "no",
} | EVIDENCE  # fmt: skip


def test_a_county_law_holds_in_every_place_of_the_county() -> None:
    county = as_record(
        {
            "id": "w",
            "state": "NY",
            "county": "Westchester County",
            "places": ["Yonkers", "Rye"],
            **EVIDENCE,
        },
        County,
    )
    namesake = replace(county, id="other", state="NJ", places=("Elsewhere",))

    (law,) = lookup_of(pay_laws=[as_record(LAW, PayLaw)], counties=[county, namesake]).pay_laws

    assert law.localities == ("Westchester County", "Westchester", "Yonkers", "Rye")
    assert (law.state, law.effective_from, law.min_employees, law.must_hold) == ("NY", date(2023, 1, 1), 4, {"pay"})


def test_the_law_of_a_state_names_no_place_in_it() -> None:
    (law,) = lookup_of(pay_laws=[as_record(LAW | {"jurisdiction": {"state": "NY"}}, PayLaw)]).pay_laws

    assert law.localities == ()


def test_wages_come_with_their_ends_and_middle() -> None:
    row = {
        "id": "w",
        "soc": "29-1141",
        "title": "Nurses",
        "period": "May 2025",
        "employment": 9,
        "p10": 1,
        "p25": 2,
        "median": 3,
        "p75": 4,
        "p90": 5,
    }

    (wage,) = lookup_of(wages=[as_record(row | EVIDENCE, Wage)]).wages

    assert (wage.soc, wage.p10, wage.median, wage.p90) == ("29-1141", 1, 3, 5)


@pytest.mark.parametrize(
    ("channel", "note", "counts_for"),
    [
        ("google", "From i02", {"google"}),
        ("all", "From g03 and i02", {"google", "indeed"}),
        ("all", "From l01; big04 is none", {"linkedin"}),
        ("all", None, set()),
    ],
)
def test_a_clause_for_all_channels_counts_for_those_its_note_names(
    channel: str, note: str | None, counts_for: set[str]
) -> None:
    row = as_record(
        {
            "id": "a01",
            "channel": channel,
            "level": "must",
            "rule": "Say it.",
            "note": note,
            **EVIDENCE,
        },
        ChannelRule,
    )

    (clause,) = make_lookup(Facts({}, {}, {}), (row,), {}).clauses

    assert clause.counts_for == counts_for


def test_a_profile_has_its_title_once_and_the_occupation_without_its_subgroup() -> None:
    search = search_path()
    facts = load_facts(search)
    rn = load_specialization("rn", search, facts)

    found = make_lookup(facts, (), {"rn": rn}).profile("rn")

    assert found is not None
    assert (found.id, found.title, found.titles[0], found.soc) == ("rn", rn.title, rn.title, rn.occupation.code[:7])
    assert len(found.titles) == len(set(found.titles)) >= len(rn.title_variants)
