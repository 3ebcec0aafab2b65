"""More years of experience than a program has existed."""

from collections.abc import Callable
from datetime import date

import pytest

from jdgen.audit.kinds import program_age

ROWS = ("care court = care act: 2023-10-01", "oasis-e: 2023-01-01")


@pytest.fixture
def years(rule: Callable, find: Callable) -> Callable[..., list[str]]:
    """Return a function that gives the words found on a day."""
    made = rule("statement", settings={"check": program_age.CHECK, "programs": ROWS})
    return lambda text, **context: find(program_age.check, text, made, **context).words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Five years of work in CARE Court", "Five years of work in CARE Court"),
        ("OASIS-E experience: at least 6 years", "OASIS-E experience: at least 6 years"),
        ("On the CARE Act team since 2019", "CARE Act team since 2019"),
        ("10+ years using OASIS E", "10+ years using OASIS E"),
    ],
)
def test_years_before_the_program_are_found(years: Callable, text: str, words: str) -> None:
    assert years(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Three years of work in CARE Court",
        "Ten years in home health and knowledge of OASIS-E",
        "Ten years of casework, now in CARE Court",
        "We opened in 2012. The CARE Act came later.",
        "Five years in court",
    ],
)
def test_years_in_the_field_are_left_alone(years: Callable, text: str) -> None:
    assert years(text) == []


def test_what_is_too_long_today_is_possible_later(years: Callable) -> None:
    assert years("Five years of work in CARE Court", day=date(2029, 1, 1)) == []


def test_the_rule_can_say_when_it_began(rule: Callable, find: Callable) -> None:
    made = rule("statement", settings={"check": program_age.CHECK, "programs": ROWS})

    found = find(program_age.check, "Five years of CARE Court", made)

    assert [hit.fills for hit in found.hits] == [{"began": "October 1, 2023", "program": "CARE Court"}]


def test_a_program_may_own_what_is_asked_for(years: Callable) -> None:
    assert years("# Nurse\n\nWe hire.\n\nSeven years in CARE Court's first county") == ["Seven years in CARE Court"]
