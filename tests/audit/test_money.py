"""Base pay as postings state it in words: every shape, and the sums that are none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgen.audit.money import PayMention, is_step, pay_mentions
from jdgen.audit.view import View
from jdgen.ingest.reader import read_document


def mentions(text: str, path: str = "ad.md") -> list[PayMention]:
    return list(pay_mentions(View(read_document(text.encode(), path))))


@pytest.mark.parametrize(
    ("text", "minimum", "maximum", "unit"),
    [
        ("$38.50 to $52 an hour", "38.50", "52", "hour"),
        ("$38.50-$52.00/hour", "38.50", "52.00", "hour"),
        ("$38.50 \u2013 52 per hour", "38.50", "52", "hour"),
        ("$30/hr to $40/hr", "30", "40", "hour"),
        ("$30 - $40 hourly", "30", "40", "hour"),
        ("$30 through $40 each hour", "30", "40", "hour"),
        ("$30 an hour", "30", "30", "hour"),
        ("$80,000 to $95,000 a year", "80000", "95000", "year"),
        ("$80,000-$95,000", "80000", "95000", "year"),
        ("$80k to $95k", "80000", "95000", "year"),
        ("$80-95k", "80000", "95000", "year"),
        ("$80,000 - 95k", "80000", "95000", "year"),
        ("$80 k - $95 k annually", "80000", "95000", "year"),
        ("$80,000.00/yr", "80000.00", "80000.00", "year"),
        ("$80,000 annual", "80000", "80000", "year"),
        ("pay of $1,500 to $1,800 per week", "1500", "1800", "week"),
        ("pay: $6,000 a month", "6000", "6000", "month"),
        ("we pay $65 per visit", "65", "65", "visit"),
        ("up to $52 an hour", None, "52", "hour"),
        ("a maximum of $52 an hour", None, "52", "hour"),
        ("as much as $95,000", None, "95000", "year"),
        ("from $38 an hour", "38", None, "hour"),
        ("starting at $38 an hour", "38", None, "hour"),
        ("at least $80,000", "80000", None, "year"),
        ("$38+ an hour", "38", None, "hour"),
        ("$80,000 and up", "80000", None, "year"),
        ("$38 or more an hour", "38", None, "hour"),
        ("from $38 to $52 an hour", "38", "52", "hour"),
    ],
)
def test_base_pay_is_read_in_every_shape(text: str, minimum: str | None, maximum: str | None, unit: str) -> None:
    (found,) = mentions(f"We offer {text} here.")

    ends = tuple(end and Decimal(end) for end in (minimum, maximum))
    assert (found.minimum, found.maximum, found.unit) == (*ends, unit)
    assert found.is_open is (None in ends)


@pytest.mark.parametrize(
    "text",
    [
        "A sign-on bonus of $5,000 a year",
        "Tuition help of $5,250 a year",
        "$3 an hour differential for nights",
        "Extra $2 per hour on weekends",
        "$1.50 an hour more for American Sign Language",
        "Sundays pay $2.25 an hour on top.",
        "Sundays pay $2.25 an hour in addition to base pay.",
        "Weekend shifts earn another $6.00 an hour.",
        "On top of base pay: $5.50 an hour for preceptors",
        "Spanish speakers get $5.25/hour above base.",
        "The pay rises by $4.50 an hour after a year.",
        "A second language pays $1.75 an hour.",
        "Night pay: +$5.10/hour",
        "A mileage stipend of $400 per month",
        "$1,000 referral bonus per year",
        "We manage a budget of $90,000 a year",
        "Licenses cost $120",
        "A $20 lunch",
        "Help with rent of $1,200 per month",
        "Loan forgiveness worth $50,000",
        "We pay well.",
        "Pay: 30 to 40 an hour",
    ],
)
def test_other_sums_are_no_base_pay(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "We pay $30 an hour, more with experience.",
        "We pay $30 an hour, and a phone on top.",
        "We pay $30 an hour more or less.",
        "Pay: $2.13 an hour",
    ],
)
def test_the_wage_itself_is_base_pay_whatever_comes_on_top(text: str) -> None:
    assert len(mentions(text)) == 1


def test_a_bonus_in_the_sentence_before_does_not_hide_the_pay() -> None:
    assert [found.minimum for found in mentions("There is a bonus. $30 an hour. Insurance is extra.")] == [30]


def test_words_of_another_block_do_not_hide_the_pay() -> None:
    assert len(mentions("- Sign-on bonus\n- $30 an hour\n- Retirement match\n")) == 1


def test_a_sum_without_a_unit_is_pay_where_the_section_or_the_words_say_so() -> None:
    assert [found.unit for found in mentions("# Nurse\n\n## Pay\n\n$4,000\n")] == [None]
    assert [found.unit for found in mentions("The salary is $4,000.")] == [None]
    assert mentions("The rent is $4,000.") == []


def test_every_mention_knows_its_words() -> None:
    view = View(read_document(b"# Nurse\n\nWe pay $30-$40 an hour, or $60,000 and up.\n", "ad.md"))

    assert [view.words_at(found.start, found.end) for found in pay_mentions(view)] == [
        "$30-$40 an hour",
        "$60,000 and up",
    ]


@pytest.mark.parametrize(
    ("text", "yearly"),
    [
        ("$30 to $40 an hour", (62_400, 83_200)),
        ("pay of $1,000 to $2,000 a week", (52_000, 104_000)),
        ("pay of $5,000 a month", (60_000, 60_000)),
        ("$60,000 to $70,000 a year", (60_000, 70_000)),
        ("pay of $65 per visit", None),
        ("up to $40 an hour", None),
    ],
)
def test_a_year_is_full_time(text: str, yearly: tuple[int, int] | None) -> None:
    assert [found.yearly for found in mentions(text)] == [yearly]


@given(st.text(alphabet="$0123456789,.k+-/ hour year up to", max_size=80))
def test_no_text_of_figures_is_too_strange(text: str) -> None:
    view = View(read_document(f"Pay: {text}".encode(), "ad.txt"))

    assert all("$" in view.text[found.start : found.end] for found in pay_mentions(view))


@pytest.mark.parametrize(
    ("text", "is_of_scale"),
    [
        ("Step 4 $31.64 per hour", True),
        ("Grade B: $31.64 per hour", True),
        ("Year 2 \u2013 $31.64 per hour", True),
        ("The pay is $31.64 per hour", False),
        ("You step in for $31.64 per hour", False),
        ("You begin at Step 4. $31.64 per hour", False),
    ],
)
def test_a_sum_behind_the_number_of_a_step_is_one_of_a_scale(text: str, *, is_of_scale: bool) -> None:
    view = View(read_document(text.encode(), "ad.txt"))

    assert [is_step(mention, view) for mention in pay_mentions(view)] == [is_of_scale]
