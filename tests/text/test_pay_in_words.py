"""Which figures without a dollar sign are pay, and what else people count."""

import pytest

from jdgen.text.pay import format_pay
from jdgen.text.pay_in_words import find_pay

PAY = {
    "The salary is 70k to 80k.": ("70k to 80k", "70000-80000/year"),
    "You get 70-80k a year.": ("70-80k a year", "70000-80000/year"),
    "We offer between 65 and 72 thousand.": ("between 65 and 72 thousand", "65000-72000/year"),
    "Pay: 60,000 - 70,000": ("60,000 - 70,000", "60000-70000/year"),
    "Salary: 61,500.00 to 72,000.00 per year": ("61,500.00 to 72,000.00 per year", "61500-72000/year"),
    "Compensation 70K \u2013 80K, with a pension": ("70K \u2013 80K", "70000-80000/year"),
    "70k\u201380k base, depending on experience": ("70k\u201380k", "70000-80000/year"),
    "Up to 80k/yr": ("80k/yr", "80000/year"),
    "We pay 72 thousand dollars.": ("72 thousand", "72000/year"),
    "Salary: 65000 - 72000 per year": ("65000 - 72000 per year", "65000-72000/year"),
    "We pay 65000 a year.": ("65000 a year", "65000/year"),
    "The wage is 28-34/hr.": ("28-34/hr", "28.00-34.00/hour"),
    "Case manager serving families, salary 70k to 80k": ("70k to 80k", "70000-80000/year"),
    "The salary is 70k to 80k with a bonus, and your tuition is paid.": ("70k to 80k", "70000-80000/year"),
    "Case manager, 65k-75k, full time": ("65k-75k", "65000-75000/year"),
    "65,000 to 70,000 annually, full benefits": ("65,000 to 70,000 annually", "65000-70000/year"),
    "Nurses are paid 28.50 to 34 an hour.": ("28.50 to 34 an hour", "28.50-34.00/hour"),
}


@pytest.mark.parametrize("text", PAY)
def test_pay_is_found_with_its_place(text: str) -> None:
    (found,) = find_pay(text)

    assert (text[found.start : found.end], format_pay(found.pay)) == PAY[text]


@pytest.mark.parametrize(
    "text",
    [
        "We match your 401k, and pay the fees.",
        "Pay goes into a 403k plan of 20,000 members.",
        "The pay includes a 401k.",
        "Join our 10k run a year.",
        "The pay is good in Denver 80204 and 80205.",
        "The pay is in the drawer 65000.",
        "We serve 65000 a year.",
        "The network serves 70k people.",
        "It serves 70k to 80k a year.",
        "A caseload of 70 to 80 is usual.",
        "The salary is 70 to 80.",
        "A budget of 70k a year is yours.",
        "The grant pays 65 to 72 thousand.",
        "Families earn below 30k a year.",
        "You see 8 to 10 an hour.",
        "We pay for 20,000 meals.",
        "The pay is fair. We mail 65,000.",
        "Our pay is fair, and we serve 70k.",
        "We hope for 65 to 72 thousand in donations.",
        "The town has 65,000 to 72,000.",
        "Steps: 70k.",
        "Pay: $70,000",
        "Salary: \u00a370,000",
        "Pay 12k",
        "90k to 20k pay",
        "We drive 20,000 to 25,000 annually.",
        "Our vans cover 20,000 a year.",
        "Turnover has cost us 50 to 60k.",
        "Members are paid 15 per hour for surveys.",
        "Our last nurse was paid 80,000 a year.",
        "Our bill was 30,000 a year.",
    ],
)
def test_what_else_is_counted_is_no_pay(text: str) -> None:
    assert list(find_pay(text)) == []


def test_a_heading_can_say_that_a_figure_is_pay() -> None:
    assert list(find_pay("70k")) == []
    assert [format_pay(found.pay) for found in find_pay("70k", is_about_pay=True)] == ["70000/year"]
