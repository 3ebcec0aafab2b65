"""A first day of work before the last day to apply."""

import pytest

from jdgen.audit.kinds.arithmetic_dates import start_and_closing


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("starts on may 1. apply by may 20.", "starts on may 1. apply by may 20"),
        ("closing date: 2/19/2027. the job starts 2/1/2027.", "closing date: 2/19/2027. the job starts 2/1/2027"),
        ("apply by january 29, 2027. you start january 4.", "apply by january 29, 2027. you start january 4"),
        ("applications due: 6/30/2027. starts 6/7/2027.", "applications due: 6/30/2027. starts 6/7/2027"),
        ("starts on may 20. apply by may 1.", None),
        ("apply by december 15. the job starts january 4.", None),
        ("starts january 4, 2027. apply by december 15, 2026.", None),
        ("starts on may 1. starts on june 1. apply by may 20.", None),
        ("the grant starts on may 1. apply by may 20.", None),
        ("starts on may 1.", None),
        ("apply by may 20.", None),
    ],
)
def test_a_start_before_the_last_day_to_apply_is_found(text: str, words: str | None) -> None:
    found = [text[start:end] for start, end, _ in start_and_closing(text, (0, len(text)))]

    assert found == ([words] if words else [])
