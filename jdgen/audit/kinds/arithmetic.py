"""Rules about figures that cannot all be true: hours and shifts, a leave in weeks and in days, parts and their sum, shares of a whole."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import islice, pairwise
from typing import NamedTuple

from jdgen.audit.hit import Context, Hit
from jdgen.audit.kinds.arithmetic_ages import WORDS_OF_AGE, WORDS_OF_SERVED, ages_apart
from jdgen.audit.kinds.arithmetic_week import (
    WEEKDAYS,
    Clash,
    Span,
    full_time_and_hours,
    hours_and_shifts,
    hours_and_week,
    overtime_and_hours,
    remote_and_days,
)
from jdgen.audit.kinds.arithmetic_years import range_and_minimum
from jdgen.audit.kinds.phrase import stands_in_section
from jdgen.audit.quantities import NUMBER, number_of
from jdgen.audit.ruleset import ReadyRule, Ruleset, compiled
from jdgen.audit.view import View

_MOST = 8


class _Check(NamedTuple):
    """What finds a clash, and sets of words: of each, one stands in every paragraph it finds something in, and perhaps a digit."""

    judge: Callable[[str, Span], Iterator[Clash]]
    needs: tuple[frozenset[str], ...]
    needs_digits: bool = False


def check(view: View, ruleset: Ruleset, context: Context) -> Iterator[Hit]:
    """Give a hit for every figure that another one of the same paragraph contradicts."""
    for rule in ruleset.of_kind("statement"):
        made = CHECKS.get(str(rule.settings["check"]))
        if made is None:
            continue
        for number in view.blocks_with_words(*made.needs):
            has_digits = not made.needs_digits or number in view.blocks_with_digits
            if has_digits and stands_in_section(rule, view.role(number)):
                yield from _hits(rule, view, number, made)


def _hits(rule: ReadyRule, view: View, number: int, made: _Check) -> Iterator[Hit]:
    """Give the clashes of a paragraph, but for one whose words make it right."""
    start = view.block_starts[number]
    span = start, start + len(view.blocks[number].text)
    found = list(made.judge(view.text, span))
    if found and not any(compiled(expression).search(view.text, *span) for expression in rule.unless):
        yield from (Hit(rule, start, end, fills={"made": sum_of}) for start, end, sum_of in found)


_LEAVE = r"(?:paid |annual |accrued )?(?:leave|vacation|pto|time off|paid time off|holidays?|sick time|sick leave|off)"
_ABOUT_LEAVE = re.compile(rf"\b{_LEAVE}\b")
_LENGTHS = re.compile(
    rf"\b(?P<one>{NUMBER}) (?P<unit>weeks?|days?|hours?)'?(?: of)?(?: (?!or\b|plus\b|and\b|after\b|then\b|per\b|each\b|every\b|a (?:pay|month|week)\b)[\w-]+){{0,5}}?,?"
    rf"(?: ?\((?:that is |or |i\.e\.,? |= ?|equals |equal to )?| ?= ?|,? (?:that is|which is|which makes|equal to|equals|i\.e\.|or a total of|in other words),? )"
    rf"(?P<other>{NUMBER}) (?P<other_unit>weeks?|days?|hours?)\b"
)
_LEAST_DAY, _LONGEST_DAY = 7, 12
"""Hours of a day of leave."""


def _leave_twice(text: str, span: Span) -> Iterator[Clash]:
    """Compare a leave that is given twice: in weeks, days or hours."""
    if not _ABOUT_LEAVE.search(text, *span):
        return
    for match in islice(_LENGTHS.finditer(text, *span), _MOST):
        one, other = (
            (match["unit"].rstrip("s"), number_of(match["one"])),
            (match["other_unit"].rstrip("s"), number_of(match["other"])),
        )
        if one[0] != other[0] and not _is_same_leave(dict([one, other])):
            yield *match.span(), ""


def _is_same_leave(said: dict[str, float]) -> bool:
    """Say whether two units can name one leave: weeks of four or five working days, or of seven, and days of 7 to 12 hours."""
    weeks, days, hours = said.get("week"), said.get("day"), said.get("hour")
    if weeks and days:
        return days in {weeks * 4, weeks * 5, weeks * 7}
    if weeks and hours:
        return weeks * 35 <= hours <= weeks * 40
    return bool(days and hours and days * _LEAST_DAY <= hours <= days * _LONGEST_DAY)


_SUM = r"\$ ?(?P<{0}>\d[\d,]{{0,9}}(?:\.\d\d)?)(?P<{0}_k> ?k\b)?"
_TOTAL = re.compile(
    r"\b(?:bonus|incentive|stipend|award|forgiveness|assistance|sign[ -]on|signing|retention|relocation)\b[^.;$]{0,40}?"
    + _SUM.format("after")
    + "|"
    + _SUM.format("before")
    + r" (?:[\w-]+ ){0,3}?(?:bonus|incentive|stipend|award|loan forgiveness|help|aid|repayment|reward|sign[ -]on|signing|retention|relocation)\b"
)
_PARTS = re.compile(
    rf"\b(?:in|into|as) (?P<count>{NUMBER}|halves|thirds|quarters)(?: (?:equal|even|yearly|annual|monthly|quarterly|separate))?"
    rf"(?: (?:halves|parts|payments|installments|instalments|pieces|checks|shares|portions))?,? (?:of|at|each of) "
    + _SUM.format("part")
)
_COUNTS = {"halves": 2.0, "thirds": 3.0, "quarters": 4.0}
_PART = re.compile(r"\$ ?(?P<part>\d[\d,]{0,9}(?:\.\d\d)?)(?P<part_k> ?k\b)?")
_SPLIT = re.compile(r"(?:\bpaid|\bsplit|\bpayable|\bpays|\bcomes|\binstallments?|\bhalf|:|\() ?")
_NO_SUM = re.compile(
    r"\b(?:or|up to|for (?:rns?|lpns?|nurses|social workers)|instead|plus|on top|and another|more|extra|each year|tuition|differential|rest|remainder|remaining|balance)\b"
)


_OPEN_REST = re.compile(r"\b(?:rest|remainder|remaining|balance)\b")


def _parts_and_sum(text: str, span: Span) -> Iterator[Clash]:
    """Compare a bonus with the parts it is paid in."""
    total = _TOTAL.search(text, *span)
    if total is None:
        return
    whole = _dollars(total, "after") if total["after"] else _dollars(total, "before")
    equal = _PARTS.search(text, total.end(), span[1])
    if equal:
        paid = (_COUNTS.get(equal["count"]) or number_of(equal["count"])) * _dollars(equal, "part")
        end = equal.end()
    else:
        end = min(span[1], *(place for place in (text.find(". ", total.end(), span[1]),) if place >= 0), span[1])
        rest = text[total.end() : end]
        parts = [*_PART.finditer(rest)]
        if (
            not 2 <= len(parts) <= 4
            or not _SPLIT.search(rest, 0, parts[0].start())
            or _NO_SUM.search(rest[: parts[-1].start()])
            or _OPEN_REST.search(rest, parts[-1].end())
        ):
            return
        paid, end = sum(_dollars(part, "part") for part in parts), total.end() + parts[-1].end()
        if any(_dollars(part, "part") >= whole for part in parts):
            return
    if abs(paid - whole) > 1:
        yield total.start(), end, f"${paid:,.0f}"


def _dollars(match: re.Match[str], name: str) -> float:
    return float(match[name].replace(",", "")) * (1000 if match[f"{name}_k"] else 1)


_SHARE_OF = r"(?:remote(?:ly)?|telework|from home|work from home|at home|office|in(?: the)? office|in(?: the)? field|field(?:work)?|on[ -]?site|home visits?|visits?|travel|desk|telephonic|by phone|phone|documentation|charting|paperwork|admin(?:istrative)?(?: work)?|direct (?:care|service)|case management|utilization review|meetings|supervision|outreach|intake)"
_SHARES = re.compile(
    rf"(?<![\w.])(?P<share>\d{{1,3}}) ?(?:%|percent)(?: of (?:your|the) (?:time|week|job|work))?(?: is| in| on| goes to| for| spent)?(?: the)? {_SHARE_OF}\b"
)


def _shares_of_whole(text: str, span: Span) -> Iterator[Clash]:
    """Add up shares of one job that stand in a row."""
    if text.find("%", *span) < 0 and text.find("percent", *span) < 0:
        return
    found = [*islice(_SHARES.finditer(text, *span), _MOST)]
    in_a_row = all(
        len(text[one.end() : other.start()]) < 25 and "." not in text[one.end() : other.start()]
        for one, other in pairwise(found)
    )
    made = sum(int(one["share"]) for one in found)
    if len(found) > 1 and in_a_row and made > 100:
        yield found[0].start(), found[-1].end(), f"{made} percent"


_CASELOAD = re.compile(
    r"\bcaseloads?(?: size)?(?: of| is| are|:|,)? (?:about |around )?(?P<low>\d{1,3}) ?(?:-|to) ?(?P<high>\d{1,3})\b"
)
_COUNTED = r"(?:hours?|hrs?|days|weeks|months|years|clients|families|patients|members|residents|participants|people|households|cases|visits|miles|percent|%)"
_RANGE = re.compile(
    rf"(?<![\w$.,:/-])(?P<low>\d{{1,3}})(?P<between> ?- ?| to )(?P<high>\d{{1,3}}) ?{_COUNTED}(?![\w-])(?! (?:a\.?m|p\.?m))"
)
_FALLS = re.compile(
    r"\b(?:from|cut|cuts|reduced?|reduces|drop(?:s|ped)?|fell|falls?|down|lower(?:s|ed)?|shrank|shrunk|shrinks|went|goes|moved?|section|ratio|odds|score|title|cfr|grades?|ages?|monday|friday|open) (?:[\w'-]+ ){0,4}$"
)


def _range_reversed(text: str, span: Span) -> Iterator[Clash]:
    """Find a range of hours, days or people that begins with its higher end."""
    for match in (*islice(_RANGE.finditer(text, *span), _MOST), *islice(_CASELOAD.finditer(text, *span), 1)):
        before = text[max(span[0], match.start() - 60) : match.start()]
        low, high = int(match["low"]), int(match["high"])
        if low > high > 0 and not _FALLS.search(before) and not _is_on_the_clock(match.group(), low, high):
            yield *match.span(), ""


def _is_on_the_clock(words: str, low: int, high: int) -> bool:
    """Say whether a range can be two times of a day: 9-5 days."""
    return low in range(6, 13) and high in range(1, 9) and words.endswith(("day", "days", "hour", "hours", "nights"))


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", *_MONTHS,
    "sept",
)  # fmt: skip
_MONTH = "(?:" + "|".join(_MONTH_NAMES) + ")"
_TERM = re.compile(
    rf"\b(?P<from>{_MONTH})\.?(?: \d{{1,2}},?)? (?P<year>20\d\d)(?: ?- ?| (?:to|through|thru|until|till) )(?:the end of )?(?P<to>{_MONTH})\.?(?: \d{{1,2}},?)? (?P<last>20\d\d)\b"
)
_LENGTH = re.compile(
    rf"\b(?P<length>{NUMBER})[ -](?P<unit>month|year|week)s?\b(?! (?:of|notice|experience|ago|after|before))"
)
_MONTHS_OF = {"month": 1.0, "year": 12.0, "week": 12 / 52}


def _term_and_dates(text: str, span: Span) -> Iterator[Clash]:
    """Compare the length of a contract with its first and last month."""
    term = _TERM.search(text, *span)
    lengths = [*islice(_LENGTH.finditer(text, *span), 2)] if term else []
    if term is None or len(lengths) != 1:
        return
    months = [_MONTHS.index(term[name][:3]) for name in ("from", "to")]
    made = (int(term["last"]) - int(term["year"])) * 12 + months[1] - months[0]
    said = number_of(lengths[0]["length"]) * _MONTHS_OF[lengths[0]["unit"]]
    if made > 0 and not made - 1.2 <= said <= made + 1.2:
        yield min(term.start(), lengths[0].start()), max(term.end(), lengths[0].end()), f"{made} months"


_HOURS = frozenset(
    {"hour", "hours", "hr", "hrs"} | {f"{count}{unit}" for count in range(1, 81) for unit in ("h", "hr", "hrs")}
)
_LEAVES = frozenset({"leave", "vacation", "pto", "off", "holiday", "holidays", "sick"})
_LENGTH_UNITS = frozenset({"week", "weeks", "day", "days", "month", "months", "year", "years"})
_YEARS = frozenset({"year", "years", "yr", "yrs"})
_SUMS = frozenset({
    "bonus", "incentive", "stipend", "award", "forgiveness", "assistance", "sign", "signing", "retention", "relocation", "help", "aid",
    "repayment", "reward",
})  # fmt: skip
_SHARED = frozenset({
    "remote", "remotely", "telework", "home", "office", "field", "fieldwork", "site", "onsite", "visit", "visits", "travel", "desk",
    "telephonic", "phone", "documentation", "charting", "paperwork", "admin", "administrative", "direct", "case", "utilization", "meetings",
    "supervision", "outreach", "intake",
})  # fmt: skip
_COUNTED_WORDS = frozenset({
    "hour", "hours", "hr", "hrs", "days", "weeks", "months", "years", "clients", "families", "patients", "members", "residents",
    "participants", "people", "households", "cases", "visits", "miles", "percent", "caseload", "caseloads",
})  # fmt: skip
_REMOTE = frozenset({"remote", "virtual", "telework", "home", "anywhere", "wherever", "office", "never"})
_PLACES = frozenset({
    "office", "clinic", "hospital", "headquarters", "building", "campus", "site", "branch", "desk", "onsite", "person",
})  # fmt: skip


def _cap_and_load(text: str, span: Span) -> Iterator[Clash]:
    """Import it where a paragraph holds its words, which few do; so it is with the next two."""
    from jdgen.audit.kinds.arithmetic_caseload import cap_and_load

    return cap_and_load(text, span)


def _start_and_closing(text: str, span: Span) -> Iterator[Clash]:
    from jdgen.audit.kinds.arithmetic_dates import start_and_closing

    return start_and_closing(text, span)


def _term_and_tenure(text: str, span: Span) -> Iterator[Clash]:
    from jdgen.audit.kinds.arithmetic_term import term_and_tenure

    return term_and_tenure(text, span)


_WORDS_OF_CAP = frozenset({
    "cap", "caps", "capped", "limit", "limits", "limited", "maximum", "max", "ceiling", "tops", "never", "not", "won't", "don't", "no", "nobody", "most",
})  # fmt: skip
_WORDS_OF_LOAD = frozenset({
    "caseload", "caseloads", "panel", "panels", "families", "clients", "patients", "members", "cases", "households", "participants", "people",
    "residents", "kids", "children", "youth", "tenants", "survivors", "veterans", "individuals", "students",
})  # fmt: skip
_WORDS_OF_START = frozenset({
    "start",
    "starts",
    "starting",
    "begin",
    "begins",
    "first",
    "report",
    "reports",
    "place",
    "board",
})
_WORDS_OF_CLOSE = frozenset({
    "close", "closes", "closing", "deadline", "apply", "applications", "resume", "resumes", "stays", "open",
})  # fmt: skip
_WORDS_OF_TERM = frozenset({
    "temporary", "temp", "seasonal", "interim", "term", "leave", "job", "jobs", "assignment", "fill", "summer", "winter", "position", "post", "role", "contract", "engagement", "stint",
    "appointment", "cover", "coverage",
})  # fmt: skip
_WORDS_OF_LENGTH = frozenset({"day", "days", "week", "weeks", "month", "months", "seasonal", "through", "to", "until"})
_WORDS_OF_TENURE = frozenset({"year", "years", "month", "months", "anniversary"})
"""Words of which one stands in each paragraph with such a clash."""

CHECKS: Mapping[str, _Check] = {
    "hours-and-shifts": _Check(hours_and_shifts, (_HOURS,)),
    "hours-and-week": _Check(hours_and_week, (_HOURS, WEEKDAYS)),
    "leave-twice": _Check(_leave_twice, (_LEAVES, _LENGTH_UNITS)),
    "parts-and-sum": _Check(_parts_and_sum, (_SUMS,), needs_digits=True),
    "shares-of-whole": _Check(_shares_of_whole, (_SHARED,), needs_digits=True),
    "range-reversed": _Check(_range_reversed, (_COUNTED_WORDS,), needs_digits=True),
    "term-and-dates": _Check(_term_and_dates, (frozenset(_MONTH_NAMES), _LENGTH_UNITS), needs_digits=True),
    "remote-and-days": _Check(remote_and_days, (_REMOTE, _PLACES)),
    "overtime-and-hours": _Check(overtime_and_hours, (_HOURS, frozenset({"overtime", "ot", "half"}))),
    "full-time-and-hours": _Check(full_time_and_hours, (_HOURS, frozenset({"full", "fulltime"}))),
    "range-and-minimum": _Check(
        range_and_minimum, (frozenset({"minimum", "min", "least", "less", "fewer", "more"}), _YEARS)
    ),
    "cap-and-load": _Check(_cap_and_load, (_WORDS_OF_CAP, _WORDS_OF_LOAD)),
    "start-and-closing": _Check(_start_and_closing, (_WORDS_OF_START, _WORDS_OF_CLOSE), needs_digits=True),
    "term-and-tenure": _Check(_term_and_tenure, (_WORDS_OF_TERM, _WORDS_OF_LENGTH, _WORDS_OF_TENURE)),
    "ages-apart": _Check(ages_apart, (WORDS_OF_AGE, WORDS_OF_SERVED)),
}
"""What a rule can ask, by the name in its settings."""
