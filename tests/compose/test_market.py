from collections.abc import Callable
from dataclasses import replace

import pytest

from jdgen.compose.draft import Sources, compose
from jdgen.compose.market import market_table, unusual_pay, wages_of
from jdgen.compose.omissions import omissions
from jdgen.model.facts import Facts
from jdgen.model.specialization import Occupation
from jdgen.text.pay import Pay, parse_pay

NURSES = {
    "id": "nurses", "soc": "29-1141", "title": "Registered Nurses", "period": "May 2025", "employment": 9, "p10": 60_000, "p25": 70_000,
    "median": 80_000, "p75": 90_000, "p90": 100_000, "hourly_median": "38.46",
}  # fmt: skip
SOCIAL = NURSES | {
    "id": "social", "soc": "21-1018", "title": "Counselors", "p10": 30_000, "p25": 40_000, "median": 50_000, "p75": 60_000, "p90": 70_000,
    "also_for": ["21-1011"], "hourly_median": None,
}  # fmt: skip
COUNSELOR = Occupation(code="21-1011.00", title="Substance Abuse Counselors")
NURSE = Occupation(code="29-1141.00", title="Registered Nurses")


@pytest.fixture
def market(facts: Callable[..., Facts]) -> Facts:
    """Return facts with the wages of nurses and of counselors."""
    made = facts(wages=[NURSES, SOCIAL])
    rn = replace(made.licenses["rn"], soc="29-1141")
    return made._replace(licenses=made.licenses | {"rn": rn})


def pay(text: str) -> Pay:
    found = parse_pay(text)
    assert isinstance(found, Pay)
    return found


@pytest.fixture
def said(sources: Callable[..., Sources], market: Facts) -> Callable[..., str | None]:
    """Return a function that says what is unusual about the pay of a role that may name licenses."""

    def go(text: str, *licenses: str, occupation: Occupation = NURSE, level: str = "required") -> str | None:
        profile = {"occupation": occupation, "qualifications": {level: {"licenses": licenses}}}
        omission = unusual_pay(compose(sources({"pay": text}, profile=profile, facts=market)).facts, market)
        return omission.message if omission else None

    return go


@pytest.mark.parametrize(
    "text", ["60000-100000/year", "$28.85-$48.07/hour", "80000/year", "5000-8000/month", "1200/week"]
)
def test_usual_pay_is_nothing_to_speak_of(said: Callable, text: str) -> None:
    assert said(text) is None


@pytest.mark.parametrize("text", ["59999-90000/year", "$28-$40/hour", "4000-8000/month"])
def test_pay_below_the_tenth_percentile_is_pointed_out(said: Callable, text: str) -> None:
    assert said(text) == (
        "the pay starts below what nine in ten earn in this work: $60,000 a year for Registered Nurses (May 2025, BLS)"
    )


@pytest.mark.parametrize("text", ["60000-100001/year", "$40-$52/hour"])
def test_pay_above_the_ninetieth_percentile_is_pointed_out(said: Callable, text: str) -> None:
    assert said(text) == (
        "the pay ends above what nine in ten earn in this work: $100,000 a year for Registered Nurses (May 2025, BLS)"
    )


@pytest.mark.parametrize("text", ["300-400/shift", "60-80/visit", "CAD 20-30/hour"])
def test_pay_that_no_table_holds_is_not_judged(said: Callable, text: str) -> None:
    assert said(text) is None


@pytest.mark.parametrize("level", ["required", "preferred"])
def test_a_role_open_to_nurses_is_compared_with_them_too(said: Callable, level: str) -> None:
    assert said("60000-100000/year", "csw", occupation=COUNSELOR, level=level) is not None
    assert said("60000-100000/year", "csw", "rn", occupation=COUNSELOR, level=level) is None
    assert "$30,000 a year for Counselors" in said("29000-100000/year", "rn", occupation=COUNSELOR, level=level)
    assert "$100,000 a year for Registered Nurses" in said("31000-100001/year", "rn", occupation=COUNSELOR, level=level)


def test_an_occupation_without_wages_is_not_judged(said: Callable) -> None:
    assert said("9000/year", occupation=Occupation(code="11-9111.00", title="Managers")) is None


def test_unusual_pay_is_said_last_with_its_repair(sources: Callable[..., Sources], market: Facts) -> None:
    given = sources({"pay": "12-14/hour"}, facts=market)

    last = omissions(compose(given), given)[-1]

    assert last.message.startswith("the pay starts below")
    assert last.hint == "check the figure and its unit; see `jdgen show NAME --market`"


def test_wages_come_once_the_occupation_first(market: Facts) -> None:
    def socs(occupation: Occupation | None, *kinds: str) -> list[str]:
        return [wage.soc for wage in wages_of(occupation, kinds, market)]

    assert socs(COUNSELOR, "rn", "rn", "csw") == ["21-1018", "29-1141"]
    assert socs(NURSE, "rn", "no-such-license") == ["29-1141"]
    assert socs(None, "rn") == ["29-1141"]
    assert socs(None) == []


def test_unconfirmed_wages_are_not_used(facts: Callable[..., Facts]) -> None:
    assert wages_of(NURSE, (), facts(wages=[NURSES | {"confidence": "U"}])) == []


def test_the_table_names_every_percentile_and_its_source(market: Facts) -> None:
    assert market_table(market.wages["nurses"], None) == (
        "Registered Nurses (29-1141), national, May 2025, dollars a year\n"
        "\n"
        "  10th percentile     60,000\n"
        "  25th percentile     70,000\n"
        "  median              80,000\n"
        "  75th percentile     90,000\n"
        "  90th percentile    100,000\n"
        "  median, hourly       38.46\n"
        "\n"
        "source: https://a.example (checked 2026-11-22, V)\n"
    )
    assert "hourly" not in market_table(market.wages["social"], None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("59999/year", "your pay: 59,999 a year, below the 10th percentile"),
        ("60000/year", "your pay: 60,000 a year, between the 10th percentile and the 25th percentile"),
        ("$40/hour", "your pay: 83,200 a year, between the median and the 75th percentile"),
        ("100000/year", "your pay: 100,000 a year, above the 90th percentile"),
        ("300/shift", "your pay is not in dollars by the hour, week, month or year, and is not compared"),
        ("CAD 40/hour", "your pay is not in dollars by the hour, week, month or year, and is not compared"),
    ],
)
def test_the_table_says_where_a_pay_falls(market: Facts, text: str, expected: str) -> None:
    assert f"\n\n  {expected}\n\n" in market_table(market.wages["nurses"], pay(text))


def test_both_ends_of_a_range_are_placed(market: Facts) -> None:
    assert (
        "  your pay, from: 60,000 a year, between the 10th percentile and the 25th percentile\n"
        "  your pay, to: 95,000 a year, between the 75th percentile and the 90th percentile\n"
    ) in market_table(market.wages["nurses"], pay("60000-95000/year"))
