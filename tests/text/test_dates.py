"""Dates: one reading or none."""

from datetime import date

import pytest

from jdgen.text.dates import describe_date, parse_date
from jdgen.text.problem import Problem

LAST_DAY = (
    "2026-12-31",
    " 2026-12-31 ",
    "2026/12/31",
    "12/31/2026",
    "12-31-2026",
    "12.31.2026",
    "31/12/2026",
    "Dec 31, 2026",
    "Dec. 31 2026",
    "December 31st, 2026",
    "31 Dec 2026",
    "31-Dec-2026",
    "31st of December, 2026",
    "DECEMBER 31, 2026",
    "Thursday, December 31, 2026",
    "Thu Dec 31, 2026",
    "2026\u201112\u201131",
)

REFUSED = {
    "": "empty",
    "  ": "empty",
    "soon": "unreadable",
    "until filled": "unreadable",
    "dec 2026": "unreadable",
    "Foo 31, 2026": "unreadable",
    "20261231": "unreadable",
    "2026-12-31T00:00": "unreadable",
    "2026-12/31": "unreadable",
    "١٢/31/2026": "unreadable",
    "1" * 100: "unreadable",
    "03/04/2026": "ambiguous",
    "12/31/26": "two-digit-year",
    "Dec 31, 26": "two-digit-year",
    "31 Dec '26": "two-digit-year",
    "2026-02-30": "impossible",
    "2027-02-29": "impossible",
    "2026-13-01": "impossible",
    "13/13/2026": "impossible",
    "00/10/2026": "impossible",
    "0026-01-01": "implausible",
    "2926-01-01": "implausible",
    "Friday, December 31, 2026": "weekday",
}


@pytest.mark.parametrize("text", LAST_DAY)
def test_a_date_with_one_reading_is_read(text):
    assert date(2026, 12, 31) == parse_date(text)


@pytest.mark.parametrize("text", REFUSED)
def test_any_other_date_is_refused(text):
    answer = parse_date(text)

    assert isinstance(answer, Problem)
    assert REFUSED[text] == answer.kind
    assert answer.hint


def test_an_ambiguous_date_shows_both_readings():
    answer = parse_date("03/04/2026")

    assert isinstance(answer, Problem)
    assert answer.message == "`03/04/2026` can be March 4, 2026 or April 3, 2026"
    assert answer.hint == "write `2026-03-04` or `2026-04-03`"


def test_both_orders_of_the_same_number_are_one_reading():
    assert date(2026, 3, 3) == parse_date("03/03/2026")


def test_an_impossible_date_says_why():
    answer = parse_date("2027-02-29")

    assert isinstance(answer, Problem)
    assert answer.message == "`2027-02-29` does not exist: there is no day 29 in February 2027"


def test_a_date_is_said_in_american_words():
    assert describe_date(date(2026, 1, 5)) == "January 5, 2026"
