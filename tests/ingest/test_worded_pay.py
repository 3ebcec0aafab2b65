"""Pay in the words of a document."""

from collections.abc import Callable

import pytest

from jdgen.text.pay import parse_pay

OPENING = "Case Manager\n\n"


@pytest.mark.parametrize(
    ("text", "path", "pay"),
    [
        ("The salary is 70k to 80k.", "ad.txt", "70k to 80k"),
        ("Pay\n\n- 65 thousand, and a pension", "ad.txt", "65 thousand"),
        ("We pay 28-34/hr.", "ad.md", "28-34/hr"),
        ("You earn 31 an hour.", "ad.md", "31 an hour"),
        ("The wage is 24 per hour.", "ad.txt", "24 per hour"),
        ("The wage is 24 hourly.", "ad.txt", "24 hourly"),
        ("Salary: 65,000 to 72,000", "ad.md", "65,000 to 72,000"),
        ("We pay 72 Thousand dollars.", "ad.md", "72 Thousand"),
    ],
)
def test_pay_without_a_dollar_sign_is_a_fact_of_the_words(read: Callable, text: str, path: str, pay: str) -> None:
    document = read(f"{OPENING}{text}\n", path)

    assert document.pay is not None
    assert document.pay.text == pay
    assert document.source[document.pay.start : document.pay.end] == pay
    assert document.pay.value == parse_pay(pay)
    assert document.stated == {}


def test_pay_that_is_stated_counts_before_the_words(read: Callable) -> None:
    document = read("---\npay: 30/hour\n---\n# Nurse\n\nThe salary is 70k.\n", "ad.md")

    assert document.pay == document.stated["pay"][0]


@pytest.mark.parametrize("text", ["We match your 401k.", "You serve 70k people.", "Your caseload is 70 to 80."])
def test_what_else_is_counted_is_no_pay(read: Callable, text: str) -> None:
    assert read(f"{OPENING}{text}\n", "ad.txt").pay is None
