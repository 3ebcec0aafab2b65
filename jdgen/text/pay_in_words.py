"""Pay in running words that no dollar sign gives away: "salary 70k to 80k", "between 65 and 72 thousand a year", "the wage is 28-34/hr".

A figure alone may count anything. It is pay where a word for pay stands in its clause, or where it is thousands a year, and nothing else is
counted there: a 401k is a plan, 70k people are people, and a caseload of 70 to 80 is a caseload.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from jdgen.text.pay import Pay, parse_pay

_FIGURE = r"\d{1,3}(?:,\d{3})?(?:\.\d{1,2})?"
_WRITTEN_OUT = r"\d{2,3},\d{3}(?:\.\d{2})?(?![\d,])"
_WITHOUT_COMMA = r"\d{5,6}(?![\d,.])"
_THOUSANDS = r"\s?(?:k|thousand)(?![\w-])"
_TO = r"\s?(?:-|\u2013|\u2014|to|and|through)\s?"
_UP_TO = r"\s?(?:-|\u2013|\u2014|to)\s?"
"""Two postal codes are joined by `and`, not by one of these."""
_YEAR = r"\s?(?:(?:/|\ba\b|\bper\b)\s?(?:year|yr|annum)|annually|yearly|annual)(?!\w)"
_HOUR = r"\s?(?:(?:/|\ban\b|\bper\b)\s?(?:hour|hr)|hourly)(?!\w)"
_SHAPES = re.compile(
    r"(?<![\w.,$\u00a3\u20ac-])(?<![$\u00a3\u20ac]\s)(?:between\s)?"
    rf"(?:(?:{_FIGURE}(?:\s?k|\sthousand)?{_TO})?{_FIGURE}{_THOUSANDS}(?:{_YEAR})?"
    rf"|(?:{_WRITTEN_OUT}{_TO})?{_WRITTEN_OUT}(?:{_YEAR})?"
    rf"|{_WITHOUT_COMMA}(?:{_YEAR}|{_UP_TO}{_WITHOUT_COMMA}(?:{_YEAR})?)"
    rf"|(?:{_FIGURE}{_TO})?{_FIGURE}{_HOUR})",
    re.IGNORECASE,
)
"""Figures in thousands, figures of a year written out, and figures for an hour."""

_IN_THOUSANDS = re.compile(_THOUSANDS, re.IGNORECASE)
_A_YEAR = re.compile(_YEAR, re.IGNORECASE)
_CLAUSE = re.compile(r"[.!?;](?=\s)|\n")
_REST = re.compile(r"[.!?;,](?=\s|$)|\n|\b(?:and|plus|with)\b")
_PAY = re.compile(
    r"\b(?:pay|pays|paid|paying|salar(?:y|ies)|wages?|compensation|earn|earns|earning|hourly rate|pay rate|rate of pay|starting at|base)\b",
    re.IGNORECASE,
)
_COUNTED = (
    r"\b(?:bonus(?:es)?|budgets?|calls?|cases|claims|clients?|donat\w+|debt|fees?|fines?|famil(?:y|ies)|followers|forgiv\w+|funds?|funding|grants?|households?|income|loans?|match|members?|mil(?:es|eage)|patients?|people|population"
    r"|raise[ds]?|raising|reach(?:es)?|reimburs\w+|rent|run|race|save[sd]?|savings|serv(?:e|es|ed|ing)|stipends?|tuition|visits?|worth)\b"
)
"""What else is counted in thousands, or paid besides the wage."""
_OTHER = re.compile(_COUNTED, re.IGNORECASE)
_OTHERS_PAY = re.compile(
    rf"{_COUNTED}\s(?:(?:are|is|get|gets)\s)?(?:pay|paid|earn)|\b(?:was|were|been)\spaid\b", re.IGNORECASE
)
"""A grant that pays, members who are paid, a family that earns, and what somebody was paid."""
_OFFERED = re.compile(
    r"(?:^|[,;:|(/\u2013\u2014]|\s-|\b(?:(?:you|we|you'll|we'll|you\u2019ll|will|can|may|to)\s(?:get|gets|make|offer|start at|start you at|hire at)|offering|around|about|for|at|up to|from))\s*$",
    re.IGNORECASE,
)
"""What may stand before a figure that no word calls pay: nothing, a mark, or the words of an offer."""
_GOES_ON = re.compile(
    r"\s?(?:$|[.,;:!?)|/+\n\u2013\u2014-]|(?:a|an|annual|annually|and|as|at|based|base|commensurate|compensation|depend\w*|doe|dollars?|for|hourly|in|is|or|per|plus|range|salary|the|to|usd|wage|with)\b)",
    re.IGNORECASE,
)
"""What may follow pay; any other word is what the figure counts."""
_PLAN = re.compile(r"\b4(?:01|03|57)\s?k\b", re.IGNORECASE)
_REACH = 80
_LEAST_YEARLY = 15_000


class SaidPay(NamedTuple):
    """Pay in words: what it was read as, and where in the text it stands."""

    pay: Pay
    start: int
    end: int


def find_pay(text: str, *, is_about_pay: bool = False) -> Iterator[SaidPay]:
    """Yield pay that the words of one paragraph state, in reading order; one under a heading such as "Pay" `is_about_pay`.

    The time it takes grows with the text and no faster.
    """
    for match in _SHAPES.finditer(text):
        typed = match.group().strip()
        read = parse_pay(typed)
        if isinstance(read, Pay) and _is_of_work(read, match, is_about_pay=is_about_pay):
            start = match.start() + match.group().index(typed)
            yield SaidPay(read, start, start + len(typed))


def _is_of_work(read: Pay, match: re.Match[str], *, is_about_pay: bool) -> bool:
    """Say whether the words around let the figure be pay."""
    text = match.string
    before = _CLAUSE.split(text[max(0, match.start() - _REACH) : match.start()])[-1]
    after = _REST.split(text[match.end() : match.end() + _REACH // 2])[0]
    if _PLAN.search(match.group()) or _OTHER.search(after) or not _GOES_ON.match(text, match.end()):
        return False
    if read.unit == "year" and read.minimum < _LEAST_YEARLY:
        return False
    named, other = (max((one.start() for one in words.finditer(before)), default=-1) for words in (_PAY, _OTHER))
    if _OTHERS_PAY.search(before):
        return False
    if named > other or (is_about_pay and other < 0) or _PAY.match(after.lstrip(" -")):
        return True
    is_offered = other < 0 and _OFFERED.search(before) is not None
    return is_offered and read.unit == "year" and _is_like_a_salary(read, match.group())


def _is_like_a_salary(read: Pay, typed: str) -> bool:
    """Say whether a figure that nothing names is thousands a year, or a range of thousands: little else is told so."""
    is_range = read.minimum < read.maximum <= 2 * read.minimum and _IN_THOUSANDS.search(typed) is not None
    return is_range or _A_YEAR.search(typed) is not None
