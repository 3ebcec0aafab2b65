"""The facts a JobPosting states, in all the shapes people give them."""

import json
from datetime import date
from decimal import Decimal

import pytest

from jdgen.ingest.json_positions import Branch, parse_json
from jdgen.ingest.posting_markup import facts_of
from jdgen.text.pay import Pay
from jdgen.text.place import Place
from jdgen.text.remote_area import RemoteArea


def facts(**posting: object) -> dict[str, list[tuple[str, object]]]:
    """Return text and value of each fact."""
    tree = parse_json(json.dumps(posting))
    assert isinstance(tree, Branch)
    return {field: [(one.text, one.value) for one in stated] for field, stated in facts_of(tree).items()}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"maxValue": 105000, "unitText": "YEAR"}, "up to 105000/year"),
        ({"minValue": 31, "unitText": "HOUR"}, "from 31/hour"),
        ({"value": "up to 40", "unitText": "HOUR"}, "up to 40/hour"),
    ],
)
def test_a_range_with_an_open_end_is_no_pay_that_can_be_read(value: dict[str, object], text: str) -> None:
    assert facts(baseSalary={"currency": "USD", "value": value})["pay"] == [(text, None)]


def test_plain_facts_are_read() -> None:
    found = facts(title=" RN  nights", datePosted="2026-11-22", validThrough="2026-12-31T23:59", totalJobOpenings=2)

    assert found == {
        "title": [("RN nights", "RN nights")],
        "posted": [("2026-11-22", date(2026, 11, 22))],
        "closes": [("2026-12-31T23:59", date(2026, 12, 31))],
        "openings": [("2", 2)],
    }


@pytest.mark.parametrize(
    "salary",
    [
        {"currency": "USD", "value": {"minValue": 38.5, "maxValue": 52, "unitText": "HOUR"}},
        {"currency": "USD", "minValue": "38.50", "maxValue": 52, "unitText": "HOUR"},
        {"currency": "USD", "value": {"minValue": 38.5, "maxValue": 52}, "unitText": "HOUR"},
        "$38.50 to $52 an hour",
    ],
)
def test_pay_is_read_in_any_shape(salary: object) -> None:
    ((_, pay),) = facts(baseSalary=salary)["pay"]

    assert pay == Pay(Decimal("38.50"), Decimal("52.00"), "hour")


def test_one_figure_in_another_currency_is_kept_so() -> None:
    ((text, _),) = facts(baseSalary={"currency": "CAD", "value": {"value": 90000, "unitText": "YEAR"}})["pay"]

    assert text == "CAD 90000/year"


def test_pay_stands_where_its_figures_do() -> None:
    source = '{"baseSalary": {"value": {"minValue": 38, "maxValue": 52, "unitText": "HOUR"}}}'
    tree = parse_json(source)
    assert isinstance(tree, Branch)
    (pay,) = facts_of(tree)["pay"]

    assert source[pay.start : pay.end] == '38, "maxValue": 52'


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ({"address": {"addressLocality": "Denver", "addressRegion": "CO"}}, Place("Denver", "CO")),
        (
            {
                "address": {
                    "streetAddress": "1 Oak St",
                    "addressLocality": "Denver",
                    "addressRegion": "CO",
                    "postalCode": "80204",
                }
            },
            Place("Denver", "CO", "80204", "1 Oak St"),
        ),
        ({"address": "Denver, CO"}, Place("Denver", "CO")),
        ("Denver, CO", Place("Denver", "CO")),
        ({"address": {"addressLocality": "Denver"}}, None),
    ],
)
def test_places_are_read_in_any_shape(location: object, expected: object) -> None:
    ((_, place),) = facts(jobLocation=location)["location"]

    assert place == expected


def test_several_places_are_several_facts() -> None:
    places = [{"address": {"addressLocality": city, "addressRegion": "CO"}} for city in ("Denver", "Boulder")]

    assert [value for _, value in facts(jobLocation=places)["location"]] == [
        Place("Denver", "CO"),
        Place("Boulder", "CO"),
    ]


def test_remote_work_is_a_workplace_and_an_area() -> None:
    found = facts(
        jobLocationType="TELECOMMUTE", applicantLocationRequirements=[{"name": "Colorado"}, {"name": "Minnesota, USA"}]
    )

    assert [value for _, value in found["workplace"]] == ["remote"]
    assert [value for _, value in found["location"]] == [RemoteArea(("CO", "MN"))]


def test_the_nation_is_anywhere() -> None:
    assert facts(applicantLocationRequirements={"name": "USA"})["location"][0][1] == RemoteArea()


def test_kinds_of_jobs_are_read() -> None:
    kinds = [
        value.kinds if value else None
        for _, value in facts(employmentType=["FULL_TIME", "PER_DIEM", "CONTRACTOR", "OTHER"])["employment"]
    ]

    assert kinds == [("full-time",), ("per-diem",), ("contract",), None]


@pytest.mark.parametrize("value", ["Cedar Ridge", {"@type": "Organization", "name": "Cedar Ridge"}])
def test_the_employer_is_read_in_any_shape(value: object) -> None:
    assert facts(hiringOrganization=value)["employer.name"] == [("Cedar Ridge", "Cedar Ridge")]


def test_the_identifier_is_the_job_id() -> None:
    assert facts(identifier={"name": "Cedar Ridge", "value": "CR-1"})["id"] == [("CR-1", "CR-1")]


def test_empty_and_odd_values_state_nothing() -> None:
    assert (
        facts(
            title=None, baseSalary=[], jobLocation={"address": {}}, hiringOrganization={"name": ""}, employmentType={}
        )
        == {}
    )
