"""Pay: what recruiters type, what is refused and why, and how it is said."""

from decimal import Decimal

import pytest

from jdgen.text.pay import (
    Pay,
    PayUnstated,
    check_pay,
    describe_pay,
    format_amount,
    format_pay,
    parse_pay,
    yearly,
)
from jdgen.text.problem import Problem

READ = {
    "80000-95000": "80000-95000/year",
    "80,000 - 95,000": "80000-95000/year",
    "80k\u201395k/yr": "80000-95000/year",
    "$80K to $95K annually": "80000-95000/year",
    "80-95k": "80000-95000/year",
    "38.5-52k": "38500-52000/year",
    "70k to 80k": "70000-80000/year",
    "between 65 and 72 thousand": "65000-72000/year",
    "65 thousand dollars a year": "65000/year",
    "900-1k/week": "900-1000/week",
    "80000 p.a.": "80000/year",
    "$80,000.50 per annum": "80000.50/year",
    "$85K": "85000/year",
    "Pay range: $80,000.00 - $95,000.00 per year": "80000-95000/year",
    "between $60,000 and $70,000 per year": "60000-70000/year",
    "from $60k to $70k": "60000-70000/year",
    "$38.50-$52/hr": "38.50-52.00/hour",
    "38.50\u00a0—\u00a052 / hr.": "38.50-52.00/hour",
    "38.50 to 52.00 hourly": "38.50-52.00/hour",
    "38.50-52.00/h": "38.50-52.00/hour",
    "38.50hr": "38.50/hour",
    "$41.20/hour": "41.20/hour",
    "$38.50 an hour": "38.50/hour",
    "$38.50/hr - $52.00/hr": "38.50-52.00/hour",
    "PAY 40-50/HR": "40.00-50.00/hour",
    "USD 38.50\u201352.00 per hour": "38.50-52.00/hour",
    "US$40/hr": "40.00/hour",
    "40 dollars an hour": "40.00/hour",
    "$38-52/hr DOE": "38.00-52.00/hour",
    "38.50-52.00/hour (depending on experience)": "38.50-52.00/hour",
    "€40-50/hr": "EUR 40.00-50.00/hour",
    "40 euros per hour": "EUR 40.00/hour",
    "CAD 40-50/hr": "CAD 40.00-50.00/hour",
    "CAD $40 - $50/hr": "CAD 40.00-50.00/hour",
    "C$40/hr": "CAD 40.00/hour",
    "£30k": "GBP 30000/year",
    "JPY 2500/hour": "JPY 2500.00/hour",
    "$450 per diem": "450/day",
    "$90 per visit": "90.00/visit",
    "$450 a shift": "450/shift",
    "$2,400/week": "2400/week",
    "6,500 monthly": "6500/month",
}

UNSTATED = (
    "DOE",
    "d.o.e.",
    "Competitive",
    "competitive salary, commensurate with experience",
    "Commensurate with experience and education",
    "negotiable",
    "based on experience",
    "depends on qualifications",
    "TBD",
    "to be determined",
    "market rate",
    "upon request",
)

REFUSED = {
    "": "empty",
    " \u00a0\t": "empty",
    "forty dollars": "unreadable",
    "about $40/hr": "unreadable",
    "401k": "unreadable",
    "38,50-52,00/hr": "unreadable",
    "$1,23/hr": "unreadable",
    ".50/hr": "unreadable",
    "80\u00a0000": "unreadable",
    "40 52 /hr": "unreadable",
    "30-40-50/hr": "unreadable",
    "hourly": "unreadable",
    "unpaid": "unreadable",
    "$80k + bonus": "unreadable",
    "$40/hr PTO": "unreadable",
    "bi-weekly 2000": "unreadable",
    "١٢/hour": "unreadable",
    "38-52/\u017fhift": "unreadable",
    "1,000,000,000,000,000/hr": "unreadable",
    "9" * 300: "unreadable",
    "$30+/hr": "open-ended",
    "from $60k": "open-ended",
    "starting at $30/hr": "open-ended",
    "up to $52/hr": "open-ended",
    "60k and up": "open-ended",
    "$15/hour minimum": "open-ended",
    "$60k -": "open-ended",
    "> $60k": "open-ended",
    "38-52+/hr": "open-ended",
    "52-38/hr": "reversed",
    "80k-95": "reversed",
    "36-44/year": "implausible",
    "80000/hour": "implausible",
    "5000000/year": "implausible",
    "0/hour": "implausible",
    "JPY 0/hour": "implausible",
    "38.50-52": "unit-missing",
    "450": "unit-missing",
    "2400": "unit-missing",
    "14,000-20,000": "unit-missing",
    "JPY 4000000": "unit-missing",
    "38-52/hr or 80-95k/yr": "two-units",
    "$45/hour per diem": "two-units",
    "€40-$50/hr": "two-currencies",
    "XYZ 40-50/hr": "currency-unknown",
    "40-50 XYZ/hr": "currency-unknown",
    "¥4000/hour": "currency-unknown",
    "80.000-95.000": "too-precise",
    "$38.505/hr": "too-precise",
    "1.000001k": "too-precise",
    "80.123456k": "too-precise",
}

HINTS = {
    "36-44/year": "write `36.00-44.00/hour` or `36000-44000/year`",
    "80000/hour": "write `80000/year` or `80.00/hour`",
    "52-38/hr": "write `38.00-52.00/hour`",
    "80k-95": "write `80000-95000/year`",
    "38.50-52": "add the unit: write `38.50-52.00/hour` or `38.50-52.00/visit`",
    "14,000-20,000": "add the unit: write `14000-20000/year` or `14000-20000/month`",
    "0/hour": "check the figures and the unit",
}

SAID = {
    "38.50-52/hour": "$38.50 to $52.00 an hour",
    "41.2/hour": "$41.20 an hour",
    "80000-95000/year": "$80,000 to $95,000 a year",
    "80000.50-95000/year": "$80,000.50 to $95,000.00 a year",
    "450/shift": "$450 a shift",
    "2400/week": "$2,400 a week",
    "CAD 40-50/hour": "CAD 40.00 to CAD 50.00 an hour",
}


@pytest.mark.parametrize("text", READ)
def test_what_recruiters_type_is_read(text):
    pay = parse_pay(text)

    assert isinstance(pay, Pay)
    assert READ[text] == format_pay(pay)


@pytest.mark.parametrize("text", UNSTATED)
def test_words_without_a_figure_are_unstated_pay(text):
    assert PayUnstated(text) == parse_pay(text)


@pytest.mark.parametrize("text", REFUSED)
def test_what_would_need_a_guess_is_refused(text):
    answer = parse_pay(text)

    assert isinstance(answer, Problem)
    assert REFUSED[text] == answer.kind
    assert answer.message
    assert answer.hint


@pytest.mark.parametrize("text", HINTS)
def test_the_hint_is_the_repair(text):
    answer = parse_pay(text)

    assert isinstance(answer, Problem)
    assert HINTS[text] == answer.hint


@pytest.mark.parametrize("text", SAID)
def test_pay_is_said_in_the_words_of_a_posting(text):
    pay = parse_pay(text)

    assert isinstance(pay, Pay)
    assert SAID[text] == describe_pay(pay)


def test_amounts_are_exact_and_keep_their_cents():
    pay = parse_pay("38.5-52/hr")

    assert isinstance(pay, Pay)
    assert (str(pay.minimum), str(pay.maximum)) == ("38.50", "52.00")


def test_amounts_are_shown_without_needless_cents():
    assert (format_amount(Decimal(80000)), format_amount(Decimal("38.5"))) == ("80000", "38.50")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("38.50/hour", "80080"), ("80000/year", "80000"), ("2400/week", "124800"), ("6500/month", "78000")],
)
def test_pay_is_compared_by_the_year(text, expected):
    pay = parse_pay(text)

    assert isinstance(pay, Pay)
    assert (Decimal(expected), Decimal(expected)) == yearly(pay)


@pytest.mark.parametrize("unit", ["shift", "visit", "day"])
def test_units_without_a_fixed_number_in_a_year_have_no_yearly_pay(unit):
    assert yearly(Pay(Decimal(100), Decimal(200), unit)) is None


def test_figures_that_did_not_come_from_text_are_checked_too():
    problem = check_pay(Pay(Decimal(52), Decimal(38), "hour"))

    assert problem is not None
    assert problem.kind == "reversed"
