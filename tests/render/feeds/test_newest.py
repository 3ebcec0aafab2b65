from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from jdgen.render.feeds.newest import filed_under, first_day, newest


def test_the_newest_come_first_and_those_of_one_day_by_id(opening: Callable) -> None:
    days = {"A-1": "2026-11-01", "B-2": "2026-11-03", "A-3": "2026-11-03", "C-4": "2026-11-02"}

    found = newest(opening(id=name, posted=day) for name, day in days.items())

    assert [one.facts.id for one in found] == ["A-3", "B-2", "C-4", "A-1"]


def test_only_a_hundred_are_told(opening: Callable) -> None:
    first = date(2026, 1, 1)
    openings = [opening(id=f"A-{number}", posted=str(first + timedelta(days=number))) for number in range(130)]

    assert [one.facts.id for one in newest(openings)] == [f"A-{number}" for number in range(129, 29, -1)]


def test_what_is_closed_is_not_told(opening: Callable) -> None:
    gone = replace(opening(id="A-1"), closed=date(2026, 11, 30), is_filled=True)

    assert [one.facts.id for one in newest([gone, opening(id="A-2")])] == ["A-2"]


def test_the_first_day_is_that_of_publication(opening: Callable) -> None:
    assert first_day(opening(posted="2026-11-02")) == date(2026, 11, 2)
    assert first_day(opening(posted=None)) == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {
                "specialization": "mental-health",
                "location": ["Denver, CO", "Boulder, CO"],
                "employment": "full-time or PRN",
            },
            ("Mental health", "Denver, CO", "Boulder, CO", "Full-time", "Per diem"),
        ),
        (
            {"specialization": None, "location": "Remote (CO, MN)", "workplace": "remote"},
            ("Remote, for people living in Colorado or Minnesota",),
        ),
        ({"specialization": None, "location": ()}, ()),
    ],
)
def test_openings_are_filed_under_what_people_look_for(
    opening: Callable, changes: dict, expected: tuple[str, ...]
) -> None:
    assert filed_under(opening(**changes).facts) == expected
