"""Employment: kinds, hours, FTE and term, and what contradicts itself."""

from decimal import Decimal

import pytest

from jdgen.text.employment import Employment, describe_employment, format_employment, parse_employment
from jdgen.text.problem import Problem

READ = {
    "full-time": "full-time",
    "Full Time": "full-time",
    "FT": "full-time",
    "F/T": "full-time",
    "Full-time, permanent position": "full-time",
    "full time, 40 hours/week": "full-time, 40 hours/week",
    "full-time 40 hours weekly": "full-time, 40 hours/week",
    "Full-time (37.5h per week)": "full-time, 37.5 hours/week",
    "part-time 24 hrs/wk": "part-time, 24 hours/week",
    "part-time 20\u201324 hours": "part-time, 20-24 hours/week",
    "36 to 40 hours a week": "36-40 hours/week",
    "full time, 36 hours (0.9 FTE)": "full-time, 36 hours/week, 0.9 FTE",
    "0.9 FTE": "0.9 FTE",
    "FTE: 0.75": "0.75 FTE",
    "part time (.6 FTE)": "part-time, 0.6 FTE",
    "1.0 FTE full-time": "full-time, 1.0 FTE",
    "PRN": "per diem",
    "per diem / PRN": "per diem",
    "as needed": "per diem",
    "contract, 13 weeks": "contract, 13 weeks",
    "13-wk contract, 36 hrs": "contract, 36 hours/week, 13 weeks",
    "temporary (6 months)": "temporary, 6 months",
    "temp 3-6 mos": "temporary, 3 to 6 months",
    "1-year contract": "contract, 1 year",
    "full-time or part-time": "full-time or part-time",
    "FT/PT": "full-time or part-time",
    "internship": "internship",
    "volunteer": "volunteer",
}

REFUSED = {
    "": "empty",
    "  ": "empty",
    "banana": "unreadable",
    "not full-time": "unreadable",
    "contract-to-hire": "unreadable",
    "13 weeks": "unreadable",
    ",": "unreadable",
    "full-time " * 30: "unreadable",
    "12-hour shifts, full-time": "hours-not-weekly",
    "full-time 72 hours per pay period": "hours-not-weekly",
    "full-time, 40 hours/2 weeks": "hours-not-weekly",
    "full-time 8 hours/day": "hours-not-weekly",
    "full-time 40 hours, 36 hours": "repeated",
    "0.9 FTE, 0.6 FTE": "repeated",
    "24-20 hours part-time": "reversed",
    "full-time 90 hours": "implausible",
    "0 hours part-time": "implausible",
    "full-time 2.0 FTE": "implausible",
    "part-time 0 FTE": "implausible",
    "0.123 FTE": "too-precise",
    "full-time 12 hours": "contradiction",
    "full-time 0.5 FTE": "contradiction",
    "part-time 40 hours": "contradiction",
    "part-time 1.0 FTE": "contradiction",
    "full-time, 40 hours, 0.5 FTE": "contradiction",
    "part-time, 12 hours, 0.9 FTE": "contradiction",
}

SAID = {
    "full-time, 40 hours, 1.0 FTE": "full-time, 40 hours a week (1.0 FTE)",
    "part-time 20-24 hours": "part-time, 20 to 24 hours a week",
    "volunteer, 1 hour": "volunteer, 1 hour a week",
    "PRN": "per diem",
    "0.9 FTE": "0.9 FTE",
    "contract, 13 weeks": "contract, 13 weeks",
    "full-time, part-time, per diem": "full-time, part-time, or per diem",
}


@pytest.mark.parametrize("text", READ)
def test_what_recruiters_type_is_read(text):
    employment = parse_employment(text)

    assert isinstance(employment, Employment)
    assert READ[text] == format_employment(employment)


@pytest.mark.parametrize("text", REFUSED)
def test_what_cannot_be_so_is_refused(text):
    answer = parse_employment(text)

    assert isinstance(answer, Problem)
    assert REFUSED[text] == answer.kind
    assert answer.hint


@pytest.mark.parametrize("text", SAID)
def test_employment_is_said_in_the_words_of_a_posting(text):
    employment = parse_employment(text)

    assert isinstance(employment, Employment)
    assert SAID[text] == describe_employment(employment)


def test_one_fte_is_full_time_and_less_says_nothing():
    assert Employment(("full-time",), fte=Decimal("1.0")) == parse_employment("1.0 FTE")
    assert Employment((), fte=Decimal("0.9")) == parse_employment("0.9 FTE")


def test_full_or_part_time_together_may_have_any_hours():
    expected = Employment(("full-time", "part-time"), (Decimal(20), Decimal(40)))

    assert expected == parse_employment("full-time or part-time, 20-40 hours")
