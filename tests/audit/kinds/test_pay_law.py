"""What the law of a place asks of the pay: which laws reach a posting, and what it lacks by them."""

from datetime import date
from typing import Any

import pytest

from jdgen.audit.kinds.pay_law import check
from jdgen.audit.lookup import Lookup, PayLawFact

PAY = {"item": "pay", "stated": ("pay",), "markup": ("baseSalary",)}
BENEFITS = {"item": "benefits", "sections": ("benefits",)}
RANGE = {"item": "closed-range"}
IN_DENVER = "---\nlocation: Denver, CO\n---\n# Nurse\n\n"


def law(name: str = "One", **changed: Any) -> PayLawFact:
    whole = {
        "id": name.lower(),
        "name": f"{name} Act",
        "citation": f"{name} 1-2-3",
        "state": "CO",
        "localities": (),
        "effective_from": date(2021, 1, 1),
        "effective_to": None,
        "min_employees": 1,
        "must_hold": frozenset({"pay"}),
        "open_ended": False,
        "confidence": "V",
        "source": f"https://{name.lower()}.example",
    }
    return PayLawFact(**(whole | changed))


@pytest.fixture
def judge(find, rule):
    """Return a function that runs one rule of this kind over a posting in Denver under some laws."""

    def run(settings, *laws: PayLawFact, text: str = IN_DENVER, **context):
        context = {"states": ("CO",), "path": "ad.md", **context}
        return find(check, text, rule("pay-law", settings=settings), lookup=Lookup(pay_laws=laws), **context)

    return run


def test_a_posting_without_pay_lacks_it_by_name_and_citation(judge) -> None:
    (hit,) = judge(PAY, law()).hits

    assert (hit.fills["law"], hit.fills["citation"], hit.sources, hit.severity) == (
        "Colorado",
        "One 1-2-3",
        ("https://one.example",),
        None,
    )


@pytest.mark.parametrize(
    "text",
    [
        "---\npay: 30-36/hour\n---\n# Nurse\n",
        "# Nurse\n\nWe pay $30 to $36 an hour.\n",
        "# Nurse\n\n## Pay\n\n$70,000 a year\n",
    ],
)
def test_pay_that_is_stated_or_said_is_not_missing(judge, text: str) -> None:
    assert judge(PAY, law(), text=text).hits == []


def test_a_bonus_is_no_pay(judge) -> None:
    assert judge(PAY, law(), text="# Nurse\n\nA sign-on bonus of $5,000 for one year.\n").hits


def test_each_thing_is_asked_for_by_the_laws_that_hold_it(judge) -> None:
    laws = law(), law("Two", must_hold=frozenset({"pay", "benefits"}))

    assert judge(BENEFITS, *laws).hits[0].fills["citation"] == "Two 1-2-3"
    assert judge(PAY, *laws).hits[0].fills["citation"] == "One 1-2-3 and Two 1-2-3"
    assert judge(BENEFITS, *laws, text="# Nurse\n\n## Benefits\n\nA pension.\n").hits == []
    assert judge({"item": "deadline"}, *laws).hits == []


def test_a_place_with_two_laws_is_named_once_and_at_most_three_citations(judge) -> None:
    laws = [law(name) for name in ("One", "Two", "Three", "Four")]

    (hit,) = judge(PAY, *laws).hits

    assert hit.fills["law"] == "Colorado"
    assert hit.fills["citation"] == "One 1-2-3, Two 1-2-3, and Three 1-2-3"
    assert len(hit.sources) == 3


@pytest.mark.parametrize(
    ("changed", "reached"),
    [
        ({}, True),
        ({"state": "WA"}, False),
        ({"confidence": "V2"}, True),
        ({"confidence": "U"}, False),
        ({"effective_to": date(2026, 11, 21)}, False),
        ({"effective_to": date(2026, 11, 22)}, True),
        ({"localities": ("Denver",)}, True),
        ({"localities": ("DENVER City", "denver")}, True),
        ({"localities": ("Boulder",)}, False),
        ({"localities": ("Denver",), "state": "IA"}, False),
    ],
)
def test_a_law_reaches_postings_of_its_place_and_time(judge, changed, reached: bool) -> None:  # noqa: FBT001 - a column of the table
    assert bool(judge(PAY, law(**changed)).hits) is reached


def test_a_town_with_hyphens_is_also_written_without(judge) -> None:
    croton = law(state="NY", localities=("Westchester County", "Croton-on-Hudson"))
    text = "---\nlocation: Croton on Hudson, NY\n---\n# Nurse\n"

    assert judge(PAY, croton, text=text, states=("NY",)).hits[0].fills["law"] == "Westchester County"


def test_a_city_counts_only_where_the_posting_names_it(judge) -> None:
    assert judge(PAY, law(localities=("Denver",)), text="# Nurse\n").hits == []


def test_every_state_of_remote_work_counts(judge) -> None:
    laws = law(), law("Two", state="WA"), law("Three", state="NY")

    assert judge(PAY, *laws, states=("WA", "CO")).hits[0].fills["law"] == "Colorado and Washington"


@pytest.mark.parametrize(("employees", "reached"), [(14, False), (15, True), (None, True)])
def test_a_law_leaves_small_employers_alone_and_unknown_ones_not(judge, employees, reached: bool) -> None:  # noqa: FBT001 - a column of the table
    assert bool(judge(PAY, law(min_employees=15), employees=employees).hits) is reached


@pytest.mark.parametrize(
    ("start", "severity"), [(date(2026, 11, 22), None), (date(2026, 11, 23), "warning"), (date(2027, 2, 20), "warning")]
)
def test_a_law_that_starts_within_ninety_days_is_a_warning_with_its_day(judge, start: date, severity) -> None:
    (hit,) = judge(PAY, law(effective_from=start)).hits

    assert hit.severity == severity
    assert hit.reason == (f"Colorado from {start.isoformat()}" if severity else "")


def test_a_law_that_starts_later_is_not_named(judge) -> None:
    assert judge(PAY, law(effective_from=date(2027, 2, 21))).hits == []


def test_a_law_in_force_goes_before_one_still_to_come(judge) -> None:
    (hit,) = judge(PAY, law("Later", state="WA", effective_from=date(2027, 1, 1)), law(), states=("WA", "CO")).hits

    assert (hit.fills["law"], hit.severity) == ("Colorado", None)


@pytest.mark.parametrize(
    ("pay", "open_end"),
    [
        ("up to $36.50 an hour", "up to $36.50 an hour"),
        ("$60,000 and up", "$60,000 and up"),
        ("from $30/hour", "from $30/hour"),
        ("$30 to $36.50 an hour", None),
        ("$30 an hour", None),
    ],
)
def test_a_range_with_one_end_is_shown_where_it_stands(judge, pay: str, open_end: str | None) -> None:
    found = judge(RANGE, law(), text=f"{IN_DENVER}We pay {pay}.\n")

    assert found.words == [open_end] * bool(open_end)


def test_where_the_range_is_closed_once_an_open_one_beside_it_is_right(judge) -> None:
    text = f"{IN_DENVER}We pay $30 to $36 an hour. Others earn up to $50 an hour.\n"

    assert judge(RANGE, law(), text=text).hits == []


@pytest.mark.parametrize("changed", [{"open_ended": True}, {"effective_from": date(2026, 12, 1)}])
def test_an_open_range_is_right_where_no_law_in_force_forbids_it(judge, changed) -> None:
    assert judge(RANGE, law(**changed), text=f"{IN_DENVER}We pay up to $36 an hour.\n").hits == []


@pytest.mark.parametrize("words", ["Salary: DOE", "The pay is to be discussed.", "Compensation depends on experience."])
def test_words_that_leave_the_pay_open_count_for_more_than_the_fact(judge, words: str) -> None:
    text = f"---\nlocation: Denver, CO\npay: 30-36/hour\n---\n# Nurse\n\n{words}\n"
    left_open = {**PAY, "left-open": ("doe", "depends on experience", "discussed")}

    (hit,) = judge(left_open, law(), text=text).hits

    assert hit.start < hit.end
    assert judge(left_open, law(), text=text.replace(words, "We pay $30 to $36 an hour; salary: DOE.")).hits == []
    assert judge(left_open, law(), text=text.replace(words, "You plan care for those who depend on you.")).hits == []
