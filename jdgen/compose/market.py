"""Pay beside the market: the national wage percentiles of the occupation."""

from collections.abc import Iterable

from jdgen.model.draft import Omission
from jdgen.model.facts import Facts
from jdgen.model.market import Wage
from jdgen.model.posting import PostingFacts
from jdgen.model.specialization import Occupation
from jdgen.text.pay import Pay, yearly

_SOC_LENGTH = len("29-1141")


def unusual_pay(posting: PostingFacts, facts: Facts) -> Omission | None:
    """Return a warning for pay that starts below the 10th percentile of its occupations or ends above the 90th.

    A role open to nurses and social workers is compared with both.
    """
    span = yearly(posting.pay) if isinstance(posting.pay, Pay) and posting.pay.currency == "USD" else None
    kinds = (*posting.licenses.required, *posting.licenses.preferred)
    wages = wages_of(posting.occupation, kinds, facts)
    if span is None or not wages:
        return None
    lowest, highest = min(wages, key=lambda wage: wage.p10), max(wages, key=lambda wage: wage.p90)
    if span[0] < lowest.p10:
        return Omission(f"the pay starts below what nine in ten earn in this work: {_compared(lowest, 'p10')}", _HINT)
    if span[1] > highest.p90:
        return Omission(f"the pay ends above what nine in ten earn in this work: {_compared(highest, 'p90')}", _HINT)
    return None


def wages_of(occupation: Occupation | None, license_kinds: Iterable[str], facts: Facts) -> list[Wage]:
    """Return the wages of an occupation and of the licenses a role names, each once, the occupation first."""
    codes = [facts.licenses[kind].soc for kind in license_kinds if kind in facts.licenses]
    if occupation:
        codes.insert(0, occupation.code[:_SOC_LENGTH])
    found = [facts.wage_of(code) for code in dict.fromkeys(codes) if code]
    return [wage for wage in found if wage and wage.confidence != "U"]


_HINT = "check the figure and its unit; see `jdgen show NAME --market`"


def _compared(wage: Wage, percentile: str) -> str:
    return f"${getattr(wage, percentile):,} a year for {wage.title} ({wage.period}, BLS)"


def market_table(wage: Wage, pay: Pay | None) -> str:
    """Return the wage percentiles of an occupation as lines of text, and where a given pay falls."""
    lines = [
        f"{wage.title} ({wage.soc}), national, {wage.period}, dollars a year",
        "",
        *(f"  {name:<16} {getattr(wage, field):>9,}" for name, field in _PERCENTILES.items()),
    ]
    if wage.hourly_median:
        lines.append(f"  {'median, hourly':<16} {wage.hourly_median:>9}")
    span = yearly(pay) if pay and pay.currency == "USD" else None
    if span:
        low, high = (f"{end:,.0f} a year, {_position(end, wage)}" for end in span)
        lines += [
            "",
            *([f"  your pay: {low}"] if low == high else [f"  your pay, from: {low}", f"  your pay, to: {high}"]),
        ]
    elif pay:
        lines += ["", "  your pay is not in dollars by the hour, week, month or year, and is not compared"]
    return "\n".join([
        *lines,
        "",
        f"source: {wage.source[0]} (checked {wage.checked.isoformat()}, {wage.confidence})",
        "",
    ])


_PERCENTILES = {
    "10th percentile": "p10",
    "25th percentile": "p25",
    "median": "median",
    "75th percentile": "p75",
    "90th percentile": "p90",
}


def _position(amount: object, wage: Wage) -> str:
    """Return between which percentiles a yearly amount falls."""
    below = [name for name, field in _PERCENTILES.items() if getattr(wage, field) <= amount]
    above = [name for name, field in _PERCENTILES.items() if getattr(wage, field) > amount]
    if not below:
        return f"below the {above[0]}"
    return f"above the {below[-1]}" if not above else f"between the {below[-1]} and the {above[0]}"
