"""Pay as recruiters type it, as a canonical shorthand, and in the words of a posting.

No figure is ever guessed. What cannot be read for certain is a `Problem` that says how to write it; what holds no
figure at all ("DOE", "competitive") is `PayUnstated`, which the caller may want to warn about.
"""

import re
from decimal import Decimal
from typing import Literal, NamedTuple, cast

from jdgen.text.pay_words import CURRENCIES, DOLLARS, PAY_WORDS, UNITS
from jdgen.text.problem import Problem, quoted
from jdgen.text.tokens import LONGEST_TEXT, Token, cut, of_kind, plain
from jdgen.text.words import join_words, with_article

PayUnit = Literal["hour", "shift", "visit", "day", "week", "month", "year"]

# What one unit of work can pay, in dollars, euros, pounds or francs: from the federal minimum wage and a part-time stipend
# to a medical director, narrow enough that 36-44 a year, 7 an hour and a million a year fall out. The order is the order of repairs in a hint.
_PLAUSIBLE: dict[PayUnit, tuple[Decimal, Decimal]] = {
    "hour": (Decimal("7.25"), Decimal(400)),
    "year": (Decimal(5_000), Decimal(800_000)),
    "week": (Decimal(100), Decimal(40_000)),
    "month": (Decimal(100), Decimal(200_000)),
    "shift": (Decimal(20), Decimal(10_000)),
    "day": (Decimal(20), Decimal(10_000)),
    "visit": (Decimal(5), Decimal(5_000)),
}
_SLIPS = (Decimal(1000), Decimal(1) / 1000)
_COMPARABLE_CURRENCIES = frozenset({"USD", "CAD", "AUD", "NZD", "EUR", "GBP", "CHF"})

# The federal minimum wage for a full year is $7.25 x 2,080 = $15,080. No case manager earns as much in an hour, a
# shift, a day, a week or a month, so from here on a figure without a unit can only be a year.
_SURELY_A_YEAR = Decimal(15_000)

# Which units to offer when the unit is missing, by the size of the larger figure.
_LIKELY_UNITS: tuple[tuple[Decimal, tuple[PayUnit, PayUnit]], ...] = (
    (Decimal(200), ("hour", "visit")),
    (Decimal(1_000), ("shift", "day")),
    (Decimal(6_000), ("week", "month")),
    (Decimal("Infinity"), ("year", "month")),
)

# Periods in a year. 2,080 hours (52 weeks of 40) is the factor of the Occupational Employment and Wage Statistics:
# https://www.bls.gov/oes/oes_ques.htm. Shifts, visits and days have no fixed number in a year.
_A_YEAR: dict[PayUnit, int] = {"hour": 2080, "week": 52, "month": 12, "year": 1}

_AMOUNT = re.compile(
    r"(?P<figure>[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,9})(?:\.(?P<cents>[0-9]+))?\s?(?P<thousands>(?:k|thousand)?)",
    re.IGNORECASE,
)
_EXAMPLE = "write it as `38.50-52.00/hour` or `80000-95000/year`"


class Pay(NamedTuple):
    """What the work pays: two equal amounts are one figure; `currency` is an ISO 4217 code."""

    minimum: Decimal
    maximum: Decimal
    unit: PayUnit
    currency: str = "USD"


class PayUnstated(NamedTuple):
    """Words that stand where the figures should: "DOE", "competitive", "negotiable"."""

    words: str


class _Figure(NamedTuple):
    amount: Decimal
    in_thousands: bool


def parse_pay(text: str) -> Pay | PayUnstated | Problem:
    """Read a figure or a range with its unit: `38.50-52/hr`, `$80K to $95K annually`, `CAD 40-50 an hour`.

    The unit may be missing only from 15,000 upwards, where it is a year. Problems: empty, unreadable, currency-unknown,
    two-currencies, two-units, too-precise, open-ended, unit-missing, reversed, implausible.
    """
    if not text.strip():
        return Problem("empty", "the pay is empty", _EXAMPLE)
    if len(text) > LONGEST_TEXT:
        return _unreadable(text, f"it is longer than {LONGEST_TEXT} characters")
    tokens = cut(PAY_WORDS, plain(text))
    if not of_kind(tokens, "amount") and of_kind(tokens, "hidden"):
        return PayUnstated(" ".join(text.split()))
    return _find_fault(text, tokens) or _read(text, tokens)


def check_pay(pay: Pay) -> Problem | None:
    """Return what is wrong with the figures (reversed, implausible), however they came to be, or None."""
    if pay.minimum > pay.maximum:
        return _reversed(pay)
    if _is_plausible(pay) or (pay.currency not in _COMPARABLE_CURRENCIES and pay.minimum > 0):
        return None
    return Problem("implausible", f"{describe_pay(pay)} cannot be right", _either(_repairs(pay)))


def format_pay(pay: Pay) -> str:
    """Return the shorthand that `parse_pay` reads back: `38.50-52.00/hour`, `80000-95000/year`, `CAD 40.00/hour`."""
    minimum, maximum = _in_one_style(pay)
    figures = minimum if pay.minimum == pay.maximum else f"{minimum}-{maximum}"
    code = "" if pay.currency == "USD" else f"{pay.currency} "
    return f"{code}{figures}/{pay.unit}"


def describe_pay(pay: Pay) -> str:
    """Return a posting's words, which `parse_pay` reads back: "$38.50 to $52.00 an hour", "$80,000 a year"."""
    sign = "$" if pay.currency == "USD" else f"{pay.currency} "
    minimum, maximum = (f"{sign}{amount}" for amount in _in_one_style(pay, thousands=","))
    figures = minimum if pay.minimum == pay.maximum else f"{minimum} to {maximum}"
    return f"{figures} {with_article(pay.unit)}"


def format_amount(amount: Decimal) -> str:
    """Return an amount with two decimals, or none when it is whole: "38.50", "80000"."""
    return f"{amount:.0f}" if amount == amount.to_integral_value() else f"{amount:.2f}"


def yearly(pay: Pay) -> tuple[Decimal, Decimal] | None:
    """Return both ends as a full-time year, 2,080 hours as the federal wage statistics count, to compare with them.

    None for pay by the shift, visit or day, which no table turns into a year.
    """
    periods = _A_YEAR.get(pay.unit)
    return (pay.minimum * periods, pay.maximum * periods) if periods else None


def _find_fault(text: str, tokens: tuple[Token, ...]) -> Problem | None:
    """Return the first reason why the words cannot be read, before any number is looked at."""
    if foreign := of_kind(tokens, "foreign"):
        hint = f"write the code in front, one of {', '.join(sorted(set(CURRENCIES.values())))}"
        return Problem("currency-unknown", f"{quoted(text)} has the unknown currency {quoted(foreign[0])}", hint)
    if len(_currencies(tokens)) > 1:
        return Problem(
            "two-currencies", f"{quoted(text)} has more than one currency", "write one: `CAD 40.00-50.00/hour`"
        )
    if len(_units(tokens)) > 1:
        return Problem("two-units", f"{quoted(text)} has more than one unit", f"give the pay in one unit; {_EXAMPLE}")
    if unknown := of_kind(tokens, "unread") + of_kind(tokens, "plan"):
        return _unreadable(text, f"{quoted(unknown[0])} is no part of a figure or a range")
    return None


def _read(text: str, tokens: tuple[Token, ...]) -> Pay | Problem:
    figures = []
    for amount in of_kind(tokens, "amount"):
        figure = _read_figure(text, amount)
        if isinstance(figure, Problem):
            return figure
        figures.append(figure)
    shape = tuple(token.kind for token in tokens if token.kind in {"amount", "to", "start", "open"})
    if "open" in shape or (shape and shape in {("start", "amount"), ("amount", "to"), ("to", "amount")}):
        return Problem("open-ended", f"{quoted(text)} leaves one end of the range open", f"give both ends; {_EXAMPLE}")
    if shape[:1] == ("start",):
        shape = shape[1:]
    if shape not in {("amount",), ("amount", "to", "amount")}:
        return _unreadable(text, "it is neither one figure nor a range of two")
    return _build(text, tokens, _spread_thousands(figures))


def _build(text: str, tokens: tuple[Token, ...], amounts: tuple[Decimal, ...]) -> Pay | Problem:
    currency = next(iter(_currencies(tokens)), "USD")
    units = _units(tokens)
    pay = Pay(amounts[0], amounts[-1], next(iter(units), "year"), currency)
    is_surely_a_year = pay.minimum >= _SURELY_A_YEAR and currency in _COMPARABLE_CURRENCIES
    if not units and not is_surely_a_year and pay.minimum <= pay.maximum:
        likely = next(offered for top, offered in _LIKELY_UNITS if pay.maximum < top)
        hint = f"add the unit: {_either([pay._replace(unit=unit) for unit in likely])}"
        return Problem("unit-missing", f"{quoted(text)} does not say what the figure is for", hint)
    minimum, maximum = map(Decimal, _in_one_style(pay))
    return check_pay(pay) or pay._replace(minimum=minimum, maximum=maximum)


def _read_figure(text: str, typed: str) -> _Figure | Problem:
    match = _AMOUNT.fullmatch(typed)
    if not match:
        return _unreadable(text, f"{quoted(typed)} is no amount with a point before the cents")
    cents = match["cents"] or ""
    if len(cents) > (5 if match["thousands"] else 2):
        return Problem("too-precise", f"{quoted(typed)} is finer than a cent", "write `80,000` or `38.50`")
    amount = Decimal(f"{match['figure'].replace(',', '')}.{cents or '0'}") * (1000 if match["thousands"] else 1)
    return _Figure(_tidy(amount), bool(match["thousands"]))


def _spread_thousands(figures: list[_Figure]) -> tuple[Decimal, ...]:
    """Return the amounts; in "38-52k" the k counts for both ends, in "900-1k" it cannot."""
    first, last = figures[0], figures[-1]
    if last.in_thousands and not first.in_thousands and first.amount * 1000 <= last.amount:
        return (_tidy(first.amount * 1000), last.amount)
    return tuple(figure.amount for figure in figures)


def _tidy(amount: Decimal) -> Decimal:
    """Return the amount with two decimals, or as a whole number, without the zeros that multiplying leaves."""
    return Decimal(format_amount(amount))


def _units(tokens: tuple[Token, ...]) -> set[PayUnit]:
    words = (re.split(r"[\s/]", text.lower())[-1] for text in of_kind(tokens, "unit"))
    return {cast(PayUnit, UNITS[word]) for word in words}


def _currencies(tokens: tuple[Token, ...]) -> set[str]:
    named = {CURRENCIES[text.upper()] for text in of_kind(tokens, "currency")}
    if of_kind(tokens, "dollar") and not named & DOLLARS:
        named.add("USD")
    return named


def _is_plausible(pay: Pay) -> bool:
    low, high = _PLAUSIBLE[pay.unit]
    return low <= pay.minimum and pay.maximum <= high


def _repairs(pay: Pay) -> list[Pay]:
    """Return what may have been meant: another unit, or thousands left out or put in by mistake."""
    other_units = [pay._replace(unit=unit) for unit in _PLAUSIBLE]
    rescaled = [pay._replace(minimum=_tidy(pay.minimum * by), maximum=_tidy(pay.maximum * by)) for by in _SLIPS]
    return [repair for repair in (*other_units[:2], *rescaled, *other_units[2:]) if _is_plausible(repair)]


def _reversed(pay: Pay) -> Problem:
    """Say that the range runs down; in "80k-95" the second figure lost its thousands."""
    swapped = pay._replace(minimum=pay.maximum, maximum=pay.minimum)
    grown = pay._replace(maximum=_tidy(pay.maximum * 1000))
    repairs = [repair for repair in (grown, swapped) if repair.minimum <= repair.maximum and _is_plausible(repair)]
    message = f"the minimum {format_amount(pay.minimum)} is above the maximum {format_amount(pay.maximum)}"
    return Problem("reversed", message, _either(repairs or [swapped]))


def _either(repairs: list[Pay]) -> str:
    shown = [f"`{format_pay(repair)}`" for repair in repairs[:2]]
    return f"write {join_words(shown, 'or')}" if shown else "check the figures and the unit"


def _in_one_style(pay: Pay, *, thousands: str = "") -> tuple[str, str]:
    """Return both ends with cents, or both without: pay by the hour or visit always has them, others when needed."""
    ends = (pay.minimum, pay.maximum)
    whole = pay.unit not in {"hour", "visit"} and all(end == end.to_integral_value() for end in ends)
    minimum, maximum = (f"{end:{thousands}.{0 if whole else 2}f}" for end in ends)
    return minimum, maximum


def _unreadable(text: str, why: str) -> Problem:
    return Problem("unreadable", f"{quoted(text)} is not pay jdgen can read: {why}", _EXAMPLE)
