from collections.abc import Callable

import pytest

from jdgen.compose.wording import (
    closing_date,
    employment_words,
    flsa_words,
    pay_words,
    place_words,
    position_sentences,
    state_words,
    states_of,
    workplace_words,
)
from jdgen.load.records import as_record
from jdgen.model.posting import PostingFacts


def facts(**given: object) -> PostingFacts:
    return as_record({"id": "A", "title": "Nurse", "employer": {"name": "Acme"}} | given, PostingFacts)


@pytest.mark.parametrize("words", [pay_words, workplace_words, employment_words, flsa_words, closing_date])
def test_nothing_known_is_nothing_said(words: Callable) -> None:
    assert words(None) is None


def test_facts_are_said_in_words() -> None:
    given = facts(
        pay="40-50/hour",
        workplace="hybrid",
        employment="per diem or part-time, 24 hours",
        flsa="exempt",
        closes="2026-12-31",
    )

    assert pay_words(given.pay) == "$40.00 to $50.00 an hour"
    assert workplace_words(given.workplace) == "Hybrid: part on site, part from home"
    assert employment_words(given.employment) == "Per diem or part-time, 24 hours a week"
    assert flsa_words(given.flsa) == "Exempt"
    assert closing_date(given.closes) == "December 31, 2026"


def test_until_filled_is_no_date() -> None:
    assert closing_date("until filled") is None


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ([], None),
        (["Reno, NV"], "Reno, Nevada"),
        (["Reno, NV", "Boise, ID"], "Reno, Nevada or Boise, Idaho"),
        (["Reno, NV", "Boise, ID", "Ely, MN"], "Reno, Nevada; Boise, Idaho; or Ely, Minnesota"),
        (["Remote"], "Remote, anywhere in the United States"),
        (["Remote (CO, MN)"], "Remote, for people living in Colorado or Minnesota"),
        (["Remote (CO)", "Reno, NV"], "Reno, Nevada; or remote, for people living in Colorado"),
    ],
)
def test_places_are_said_in_one_phrase(location: list[str], expected: str | None) -> None:
    assert place_words(facts(location=location)) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, ""),
        ({"employment": "full-time"}, "This is a full-time nurse position."),
        ({"workplace": "onsite"}, "This is an on-site nurse position."),
        ({"employment": "part-time", "workplace": "hybrid"}, "This is a part-time, hybrid nurse position."),
        ({"employment": "0.9 FTE"}, ""),
        ({"location": ["Reno, NV"]}, "This is a nurse position in Reno, Nevada."),
        (
            {"location": ["Remote"], "workplace": "remote"},
            "This is a remote nurse position open to people anywhere in the United States.",
        ),
        (
            {"location": ["Remote (CO, MN)"]},
            "This is a nurse position open to people who live in Colorado or Minnesota.",
        ),
        (
            {"location": ["Reno, NV", "Remote (CO)"]},
            "This is a nurse position in Reno, Nevada, or remote and open to people who live in Colorado.",
        ),
    ],
)
def test_the_position_is_described_by_what_is_known(given: dict[str, object], expected: str) -> None:
    assert expected == position_sentences(facts(**given), title="nurse", department=None, reports_to=None)


@pytest.mark.parametrize(
    ("department", "reports_to", "location", "expected"),
    [
        ("Transitions", None, [], "This is a nurse position on the Transitions team."),
        ("Transitions", None, ["Reno, NV"], "This is a nurse position in Reno, Nevada, on the Transitions team."),
        (None, "Director", [], "You will report to the Director."),
        (
            "Transitions",
            "Director",
            [],
            "This is a nurse position on the Transitions team. You will report to the Director.",
        ),
    ],
)
def test_team_and_supervisor_are_named(
    department: str | None, reports_to: str | None, location: list[str], expected: str
) -> None:
    given = facts(location=location)

    assert expected == position_sentences(given, title="nurse", department=department, reports_to=reports_to)


def test_each_state_is_named_once_in_the_order_given() -> None:
    given = facts(location=["Remote (CO, NV)", "Reno, NV", "Elko, NV"])

    assert states_of(given) == ("NV", "CO")


@pytest.mark.parametrize(
    ("state", "expected"),
    [("CO", "Colorado"), ("DC", "the District of Columbia"), ("VI", "the U.S. Virgin Islands"), ("GU", "Guam")],
)
def test_a_state_is_named_as_in_a_sentence(state: str, expected: str) -> None:
    assert expected == state_words(state)


def test_a_title_with_a_comma_is_set_off_on_both_sides() -> None:
    given = facts(employment="full-time", location=["Reno, NV"])
    sentences = position_sentences(given, title="Director, Nursing", department=None, reports_to=None)

    assert sentences == "This is a full-time position as Director, Nursing, in Reno, Nevada."


@pytest.mark.parametrize(
    ("title", "given", "expected"),
    [
        ("per diem nurse", {"employment": "per diem", "workplace": "onsite"}, "This is an on-site per diem nurse position."),
        ("Remote RN", {"workplace": "remote"}, "This is a Remote RN position."),
        ("full-time nurse", {"employment": "full-time or part-time"}, "This is a full-time or part-time full-time nurse position."),
    ],
)  # fmt: skip
def test_what_the_title_says_is_not_said_twice(title: str, given: dict[str, object], expected: str) -> None:
    assert expected == position_sentences(facts(**given), title=title, department=None, reports_to=None)
