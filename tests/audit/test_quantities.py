"""Hours and shifts in the words of a posting."""

import pytest

from jdgen.audit.quantities import number_of, shifts, total_hours, weekly_hours


def _whole(text: str) -> tuple[str, int, int]:
    return text, 0, len(text)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("40 hours a week", 40, 40),
        ("20-24 hrs/week", 20, 24),
        ("thirty-two hours weekly", 32, 32),
        ("a 37.5-hour week", 37.5, 37.5),
        ("hours: 16 per week", 16, 16),
        ("36 hours guaranteed", 36, 36),
    ],
)
def test_hours_a_week_are_read(text: str, low: float, high: float) -> None:
    assert [(one.low, one.high) for one in weekly_hours(*_whole(text))] == [(low, high)]


@pytest.mark.parametrize("text", ["40 hours of leave", "24 hours a day", "within 48 hours", "$40 hours a week"])
def test_other_hours_are_left_alone(text: str) -> None:
    assert weekly_hours(*_whole(text)) == []


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("three 12-hour shifts", 36),
        ("3 x 12 hour shifts", 36),
        ("three 12s", 36),
        ("four tens", 40),
        ("5/8s", 40),
        ("4x10, no weekends", 40),
        ("five days a week, 6 hours a day", 30),
    ],
)
def test_shifts_are_multiplied(text: str, hours: float) -> None:
    assert [one.hours for one in shifts(*_whole(text))] == [hours]


@pytest.mark.parametrize(
    "text", ["3 x 4 feet", "two 30-hour days", "12 months, 8 days", "ten 8-hour shifts", "two 2-hour days"]
)
def test_what_can_be_no_week_of_shifts_is_left_alone(text: str) -> None:
    assert shifts(*_whole(text)) == []


def test_hours_that_stand_alone_can_be_those_of_a_week() -> None:
    assert [one.low for one in total_hours(*_whole("three 12s, 40 hours"))] == [40]
    assert [one.low for one in total_hours(*_whole("three 12s, 40 hours!"))] == [40]
    assert total_hours(*_whole("80 hours.")) == []


def test_numbers_are_read_in_digits_and_in_words() -> None:
    assert [number_of("12.5"), number_of("twelve")] == [12.5, 12]
