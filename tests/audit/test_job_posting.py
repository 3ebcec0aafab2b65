"""Property by property of a JobPosting; the texts inside of the rules try the rest."""

from datetime import datetime

import pytest

from jdgen.audit.job_posting import MARKUP_CHECKS, each, is_filled, moment, number, plain_text
from jdgen.audit.markup_spans import Path

UNITS = {"values": ("HOUR", "DAY", "WEEK", "MONTH", "YEAR")}
ADDRESS = {"addressLocality": "Boise", "addressRegion": "ID", "addressCountry": "US"}


def faults(check: str, item: dict, **settings: object) -> list[tuple[Path, str]]:
    return [(fault.path, fault.what) for fault in MARKUP_CHECKS[check](item, settings)]


def pay(**value: object) -> dict:
    return {"baseSalary": {"currency": "USD", "value": {"unitText": "HOUR", **value}}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-22", datetime(2026, 11, 22)),  # noqa: DTZ001 - zones are left out on purpose
        ("2026-11-22T08:30:00-07:00", datetime(2026, 11, 22, 8, 30)),  # noqa: DTZ001
        ("2026-11-22T08:30Z", datetime(2026, 11, 22, 8, 30)),  # noqa: DTZ001
        ("2026-11-22T08:30:00+0000", datetime(2026, 11, 22, 8, 30)),  # noqa: DTZ001
        ("2026-11-31", None),
        ("22.11.2026", None),
        ("2026-11-22 08:30", None),
        (20261122, None),
        (None, None),
    ],
)
def test_a_moment_is_what_iso_8601_writes(text: object, expected: datetime | None) -> None:
    assert moment(text) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(30, 30), ("30.50", 30.5), (30.5, 30.5), ("$30", None), ("37,890", None), (True, None), (None, None)],
)
def test_a_number_may_be_a_text_of_digits(value: object, expected: float | None) -> None:
    assert number(value) == expected


@pytest.mark.parametrize("value", [None, "", "  ", [], {}])
def test_what_holds_nothing_is_not_filled(value: object) -> None:
    assert not is_filled(value)


@pytest.mark.parametrize("value", [0, False, "x", ["x"]])
def test_zero_and_false_are_something(value: object) -> None:
    assert is_filled(value)


def test_each_numbers_the_members_of_a_list_and_leaves_a_single_value_alone() -> None:
    assert list(each(["a", "b"], "x")) == [(("x", 0), "a"), (("x", 1), "b")]
    assert list(each("a", "x")) == [(("x",), "a")]
    assert list(each(None, "x")) == []


def test_tags_are_no_words_of_a_description() -> None:
    assert plain_text("<p>You visit</p><p>people.</p>") == "You visit people."


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"minValue": 30, "maxValue": 36}, []),
        ({"minValue": 36, "maxValue": 36}, []),
        ({"value": 36}, []),
        ({"minValue": 40, "maxValue": 36}, ["has a minValue above its maxValue"]),
        ({"minValue": 30}, ["has neither value nor minValue with maxValue"]),
        ({}, ["has neither value nor minValue with maxValue"]),
        ({"minValue": "from 30", "maxValue": 36}, ["has a minValue that is no number"]),
    ],
)
def test_pay_has_one_figure_or_a_range_that_rises(value: dict, expected: list[str]) -> None:
    assert [what for _, what in faults("pay", pay(**value), **UNITS)] == expected


def test_everything_wrong_with_the_pay_is_one_fault() -> None:
    item = {"baseSalary": {"currency": "dollars", "value": {"value": 30, "unitText": "hourly"}}}

    assert faults("pay", item, **UNITS) == [
        (("baseSalary",), "has no currency, such as USD and has no unitText of HOUR, DAY, WEEK, MONTH or YEAR")
    ]


def test_the_second_of_two_places_is_looked_at_too() -> None:
    places = [{"address": ADDRESS}, {"address": {**ADDRESS, "addressCountry": " "}}]

    assert faults("address", {"jobLocation": places}) == [
        (("jobLocation", 1, "address", "addressCountry"), "has no country")
    ]


def test_a_place_without_address_has_none() -> None:
    assert faults("address", {"jobLocation": {"@type": "Place"}}) == [
        (("jobLocation", "address"), "has no PostalAddress")
    ]


def test_an_object_that_points_to_another_is_looked_up_by_google() -> None:
    item = {"hiringOrganization": {"@id": "#org"}, "jobLocation": {"@id": "#place", "@type": "Place"}}

    assert (faults("organization", item), faults("address", item)) == ([], [])


@pytest.mark.parametrize(
    ("country", "faulty"), [("US", True), ("United States", True), ("U.S.", True), ("", True), ("CA", False)]
)
def test_only_an_american_address_needs_a_state(country: str, faulty: bool) -> None:  # noqa: FBT001 - a column of the table
    item = {"jobLocation": {"address": {"addressLocality": "Boise", "addressCountry": country}}}

    assert bool(faults("city", item)) is faulty


@pytest.mark.parametrize(
    ("width", "height", "faulty"),
    [(100, 100, False), (250, 100, False), (251, 100, True), (75, 100, False), (74, 100, True), (0, 0, False)],
)
def test_a_logo_is_near_a_square(width: int, height: int, faulty: bool) -> None:  # noqa: FBT001 - a column of the table
    logo = {"url": "https://larch.example/l.png", "width": width, "height": height}

    assert bool(faults("logo", {"hiringOrganization": {"logo": logo}})) is faulty


def test_a_value_inside_of_an_object_may_be_a_list() -> None:
    item = {"educationRequirements": {"credentialCategory": ["high school", "PhD"]}}

    found = faults(
        "one-of", item, property="educationRequirements", inside="credentialCategory", values=("high school",)
    )

    assert found == [(("educationRequirements", "credentialCategory"), "")]


def test_a_closing_moment_later_on_the_first_day_is_right() -> None:
    assert faults("ends-at-once", {"datePosted": "2026-11-22", "validThrough": "2026-11-22T23:59"}) == []
    assert faults("ends-at-once", {"datePosted": "2026-11-22", "validThrough": "2026-11-21"}) == []
    assert faults("ends-at-once", {"datePosted": "2026-11-22", "validThrough": "2026-11-22"}) == [
        (("validThrough",), "")
    ]


def test_a_tag_is_named_once_and_a_comparison_is_no_tag() -> None:
    item = {"description": "<div>Caseload < 30</div><div>and > 20</div><SPAN>x</SPAN>"}

    assert faults("tags", item, values=("p",)) == [(("description",), "`div` and `span`")]


@pytest.mark.parametrize("check", sorted(MARKUP_CHECKS))
@pytest.mark.parametrize("value", [None, "", 7, True, [], {}, [None, 7, "x", {}], {"name": None}, {"value": []}])
def test_no_check_stumbles_over_values_of_the_wrong_type(check: str, value: object) -> None:
    names = ("title", "description", "datePosted", "validThrough", "hiringOrganization", "jobLocation", "jobLocationType", "baseSalary",
             "identifier", "applicantLocationRequirements", "employmentType", "educationRequirements", "experienceRequirements")  # fmt: skip
    item = dict.fromkeys(names, value)

    for name in names:
        assert all(
            isinstance(path, tuple) for path, _ in faults(check, item, property=name, inside="name", values=("A",))
        )
