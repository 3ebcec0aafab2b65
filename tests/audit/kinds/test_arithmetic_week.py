"""Days, hours and places of a week that cannot all be true."""

from collections.abc import Callable, Iterator

import pytest

from jdgen.audit.kinds import arithmetic_week as week

Judge = Callable[[str, tuple[int, int]], Iterator[tuple[int, int, str]]]


def found(judge: Judge, text: str) -> list[tuple[str, str]]:
    """Return the words one check finds, and what they come to."""
    return [(text[start:end], made) for start, end, made in judge(text, (0, len(text)))]


@pytest.mark.parametrize(
    ("judge", "text", "words", "made"),
    [
        (
            week.hours_and_shifts,
            "two 12-hour shifts, 40 hours a week",
            "two 12-hour shifts, 40 hours a week",
            "24 hours",
        ),
        (
            week.hours_and_week,
            "20 hours a week, monday-thursday, 8-5",
            "20 hours a week, monday-thursday, 8-5",
            "36 hours",
        ),
        (week.remote_and_days, "all remote, on site every tuesday", "on site every tuesday", ""),
        (
            week.remote_and_days,
            "remote from anywhere. fridays and mondays at our clinic",
            "fridays and mondays at our clinic",
            "",
        ),
        (week.full_time_and_hours, "full time. 16 hours a week", "16 hours a week", ""),
        (week.overtime_and_hours, "45 hours a week without overtime", "45 hours a week", ""),
    ],
)
def test_a_week_that_cannot_be_is_found(judge: Judge, text: str, words: str, made: str) -> None:
    assert found(judge, text) == [(words, made)]


@pytest.mark.parametrize(
    ("judge", "text"),
    [
        (week.hours_and_shifts, "three 12.5-hour shifts, 37.5 hours a week"),
        (week.hours_and_shifts, "three 12-hour shifts"),
        (week.hours_and_week, "35 hours a week, monday-friday, 9-5"),
        (week.hours_and_week, "40 hours a week, monday-thursday, 8-5, friday 8-12, sunday-monday, 8-5"),
        (week.remote_and_days, "all remote, a visit every may"),
        (week.full_time_and_hours, "full time or 20 hours a week or 30 hours a week"),
        (week.full_time_and_hours, "full-time staff work 40 hours; 20 hours a week here"),
        (week.overtime_and_hours, "40 hours a week without overtime"),
        (week.overtime_and_hours, "45 hours a week with overtime"),
    ],
)
def test_a_week_that_can_be_is_left_alone(judge: Judge, text: str) -> None:
    assert found(judge, text) == []
