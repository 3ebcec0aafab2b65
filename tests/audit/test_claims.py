"""What a posting says of itself in front matter, markup and words."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from jdgen.audit.claims import Claim, about, agree, claims, described
from jdgen.audit.view import View
from jdgen.ingest.reader import read_document
from jdgen.text.pay import Pay
from jdgen.text.place import Place
from jdgen.text.remote_area import RemoteArea

PAY = Pay(Decimal(30), Decimal(36), "hour")


def claimed(text: str, path: str = "ad.md") -> list[Claim]:
    return claims(View(read_document(text.encode(), path)))


def of_markup(**properties: Any) -> dict[str, Any]:
    """Return the claims of a JobPosting by what they are about."""
    found = claimed(json.dumps({"@context": "https://schema.org", "@type": "JobPosting", **properties}), "ad.jsonld")
    return {claim.name: claim.value for claim in found if claim.origin == "the markup"}


@pytest.mark.parametrize(
    ("name", "line", "value"),
    [
        ("title", "title: Nurse", "Nurse"),
        ("pay", "pay: 30-36/hour", PAY),
        ("location", "location: Denver, CO", Place("Denver", "CO")),
        ("location", "location: Remote (CO, MN)", RemoteArea(("CO", "MN"))),
        ("employment", "employment: part-time, 24 hours", frozenset({"part-time"})),
        ("workplace", "workplace: hybrid", "hybrid"),
        ("posted", "posted: 2026-11-22", date(2026, 11, 22)),
        ("closes", "closes: December 31, 2026", date(2026, 12, 31)),
    ],
)
def test_the_front_matter_states_it(name: str, line: str, value: object) -> None:
    text = f"---\n{line}\n---\nWe hire.\n"

    (claim,) = claimed(text)
    assert (claim.name, claim.value, claim.origin, claim.in_source) == (name, value, "the front matter", True)
    assert text[claim.start : claim.end] == claim.words == line.partition(": ")[2]


@pytest.mark.parametrize(
    "line", ["pay: a lot", "location: nowhere", "employment: sometimes", "posted: soon", "benefits: [pension]"]
)
def test_what_cannot_be_read_or_compared_claims_nothing(line: str) -> None:
    assert claimed(f"---\n{line}\n---\nWe hire.\n") == []


@pytest.mark.parametrize(
    ("properties", "name", "value"),
    [
        ({"title": "Nurse"}, "title", "Nurse"),
        ({"baseSalary": {"value": {"minValue": 30, "maxValue": "36", "unitText": "HOUR"}}}, "pay", PAY),
        (
            {"baseSalary": {"value": {"value": 70000, "unitText": "YEAR"}}},
            "pay",
            Pay(Decimal(70000), Decimal(70000), "year"),
        ),
        (
            {"jobLocation": {"address": {"addressLocality": "Denver", "addressRegion": "co"}}},
            "location",
            Place("Denver", "CO"),
        ),
        (
            {"jobLocation": [{"address": {"addressLocality": "Denver", "addressRegion": "CO"}}]},
            "location",
            Place("Denver", "CO"),
        ),
        ({"employmentType": "FULL_TIME"}, "employment", frozenset({"full-time"})),
        ({"employmentType": ["PART_TIME", "PER_DIEM", "OTHER"]}, "employment", frozenset({"part-time", "per-diem"})),
        ({"jobLocationType": "TELECOMMUTE"}, "workplace", "remote"),
        ({"datePosted": "2026-11-22T08:00"}, "posted", date(2026, 11, 22)),
        ({"validThrough": "2026-12-31"}, "closes", date(2026, 12, 31)),
    ],
)
def test_markup_says_it(properties: dict[str, Any], name: str, value: object) -> None:
    assert of_markup(**properties) == {name: value}


@pytest.mark.parametrize(
    "value",
    [None, "", 7, [], {}, [None, {}], {"value": "x"}, {"value": {"minValue": "x", "unitText": "HOUR"}}, {"address": 7}],
)
def test_markup_of_the_wrong_type_claims_nothing_and_breaks_nothing(value: object) -> None:
    names = ("baseSalary", "jobLocation", "employmentType", "jobLocationType", "datePosted", "validThrough")

    assert of_markup(**dict.fromkeys(names, value)) == {}


def test_a_file_of_markup_alone_is_not_its_own_front_matter() -> None:
    found = claimed(json.dumps({"@type": "JobPosting", "title": "Nurse"}), "ad.jsonld")

    assert {(claim.name, claim.origin) for claim in found} == {("title", "the markup"), ("title", "the text")}


@pytest.mark.parametrize(
    ("text", "name", "value", "words"),
    [
        ("# Nurse\n", "title", "Nurse", "Nurse"),
        ("We pay $30 to $36 an hour.\n", "pay", PAY, "$30 to $36 an hour"),
        ("This is a full time job.\n", "employment", frozenset({"full-time"}), "full time"),
        ("A PRN role.\n", "employment", frozenset({"per-diem"}), "PRN"),
        ("The position is remote.\n", "workplace", "remote", "position is remote"),
        ("A hybrid week.\n", "workplace", "hybrid", "hybrid"),
        ("Apply by Friday, January 8, 2027.\n", "closes", date(2027, 1, 8), "Friday, January 8, 2027"),
        ("Closing date: 1/28/2027\n", "closes", date(2027, 1, 28), "1/28/2027"),
        ("Applications are due on 2027-01-08.\n", "closes", date(2027, 1, 8), "2027-01-08"),
    ],
)
def test_the_words_say_it_and_know_where(text: str, name: str, value: object, words: str) -> None:
    view = View(read_document(text.encode(), "ad.md"))
    (claim,) = [one for one in claims(view) if one.origin == "the text"]

    assert (claim.name, claim.value, claim.words, claim.in_source) == (name, value, words, False)
    assert view.words_at(claim.start, claim.end) == words


@pytest.mark.parametrize(
    "text",
    [
        "Step 1 $28.11 an hour",
        "We pay up to $36 an hour.\n",
        "We pay from $30 an hour.\n",
        "# Nurse\n\n## Duties\n\n- Help families find part-time work\n",
        "# Nurse\n\n## Benefits\n\nLeave for full-time staff. Hybrid cars in the garage.\n",
        "Apply by February 31, 2027.\n",
        "Closing date: 1/8/2027\n",
        "Apply by phone.\n",
        "## Duties\n",
    ],
)
def test_words_of_another_thing_say_nothing(text: str) -> None:
    assert [claim for claim in claimed(text) if claim.name != "title"] == []


def claim(name: str, value: object) -> Claim:
    return Claim(name, value, str(value), 0, 0, "the text")


@pytest.mark.parametrize(
    ("name", "one", "other", "expected"),
    [
        ("title", "RN Case Manager", "rn case-manager!", True),
        ("title", "Nurse", "Nurse II", False),
        ("pay", PAY, Pay(Decimal("30.00"), Decimal(36), "hour"), True),
        ("pay", PAY, Pay(Decimal(30), Decimal(37), "hour"), False),
        ("pay", PAY, Pay(Decimal(60000), Decimal(70000), "year"), True),
        ("employment", frozenset({"full-time", "part-time"}), frozenset({"part-time"}), True),
        ("employment", frozenset({"full-time"}), frozenset({"part-time"}), False),
        ("closes", date(2027, 1, 8), date(2027, 1, 8), True),
        ("location", Place("Denver", "CO"), Place("Boulder", "CO"), False),
    ],
)
def test_two_claims_agree_or_contradict_each_other(name: str, one: object, other: object, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    assert (
        agree(name, claim(name, one), claim(name, other))
        is agree(name, claim(name, other), claim(name, one))
        is expected
    )


def test_days_are_shown_as_people_write_them_and_the_rest_as_it_stands() -> None:
    assert described(date(2027, 1, 8), "1/8/27") == "January 8, 2027"
    assert described(PAY, "30 bucks") == "30 bucks"


def test_claims_about_one_thing_are_picked_out() -> None:
    found = claimed("# Nurse\n\nWe pay $30 to $36 an hour. It is $31 to $36 an hour.\n")

    assert [one.words for one in about("pay", found)] == ["$30 to $36 an hour", "$31 to $36 an hour"]


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("Fulltime.", "employment", frozenset({"full-time"})),
        ("A part-time job.", "employment", frozenset({"part-time"})),
        ("Our PRN's hours are yours to choose.", "employment", frozenset({"per-diem"})),
        ("A temporary assignment.", "employment", frozenset({"temporary"})),
        ("You work from home.", "workplace", "remote"),
        ("A hybrid team.", "workplace", "hybrid"),
        ("An on-site job.", "workplace", "onsite"),
        ("The job is onsite.", "workplace", "onsite"),
        ("An in-person role.", "workplace", "onsite"),
    ],
)
def test_the_opening_of_a_posting_says_what_kind_of_job_it_is(line: str, name: str, value: object) -> None:
    (claim,) = about(name, claimed(f"# Nurse\n\n{line}\n"))

    assert (claim.value, claim.origin) == (value, "the text")


@pytest.mark.parametrize(
    "line",
    ["Hours: 36 hours a week", "Full-time, 36 hours a week", "You work 36 hours a week", "The job is 36 hours a week"],
)
def test_the_hours_of_a_week_are_said_in_several_ways(line: str) -> None:
    assert [claim.value for claim in about("hours", claimed(f"# Nurse\n\n{line}\n"))] == [Decimal(36)]
