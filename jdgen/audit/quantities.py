"""Hours, shifts, days and leave as the words of a posting state them, so that sums can be done with them."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

_WORDS = {
    "half": 0.5, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "fifteen": 15, "sixteen": 16, "eighteen": 18, "twenty": 20, "twenty-four": 24, "twenty-five": 25, "thirty": 30,
    "thirty-two": 32, "thirty-six": 36, "forty": 40, "fifty": 50, "sixty": 60,
}  # fmt: skip
NUMBER = r"(?:\d{1,3}(?:\.\d{1,2})?|" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r")"
"""A number in digits or in words."""

_HOUR = r"(?:hours?|hrs?\.?)"
_WEEKLY = re.compile(
    rf"(?<![\w$.,])(?P<low>{NUMBER})\+?(?: ?(?:-|to|or) ?(?P<high>{NUMBER}))?[ -]?{_HOUR}(?: of (?:work|duty|pay)| on duty)?"
    rf"(?: ?(?:a|per|each|every|/) ?(?:week|wk)\b|[ -](?:weekly|week|workweek)\b| guaranteed(?: (?:a|per|each|every) week)?)"
    rf"|\bhours: ?(?P<listed>{NUMBER}) (?:a|per|each|every) week\b"
)
_TOTAL = re.compile(rf"(?<![\w$.,-])(?P<low>{NUMBER}) {_HOUR}(?= (?:total|in all|altogether|in total)\b|[,.;)!]|$)")
_FULL_WEEKS = range(20, 61)
_SHIFT_UNIT = r"(?:shifts?|days?|nights?|workdays?|tours?|evenings?)"
_SHIFTS = re.compile(
    rf"(?<![\w$.,])(?P<count>{NUMBER})(?: ?x ?|[ -])(?P<length>{NUMBER})[ -]?(?:{_HOUR}[ -]{_SHIFT_UNIT}\b|s\b|'s\b|h\b(?: {_SHIFT_UNIT})?)"
    rf"|(?<![\w$.,])(?P<digits>[2-6]) ?(?:x|/) ?(?P<by>8|10|12|13)(?:'?s\b|s?(?: (?:{_SHIFT_UNIT}|schedule))|(?=[,.;) ]|$))"
    rf"|(?<![\w$.,])(?P<some>{NUMBER}) (?P<name>eights|tens|twelves)\b"
    rf"|(?<![\w$.,])(?P<days>{NUMBER}) days (?:a|per|each|every|/) ?week,? (?:at |of |with |for )?(?P<daily>{NUMBER}) ?{_HOUR} (?:a|per|each|every|/) ?day\b"
)
_NAMED_LENGTHS = {"eights": 8.0, "tens": 10.0, "twelves": 12.0}
_MOST = 6
"""Figures of one kind looked at in one block; more are a table, and no statement about one job."""
_SHORTEST_SHIFT, _LONGEST_SHIFT = 4, 24
_DAYS_OF_WEEK = 7


class Hours(NamedTuple):
    """Hours a week, from the fewest to the most."""

    start: int
    end: int
    low: float
    high: float


class Shifts(NamedTuple):
    """So many shifts a week of so many hours each."""

    start: int
    end: int
    number: float
    length: float

    @property
    def hours(self) -> float:
        """The hours of all of them, meals and all."""
        return self.number * self.length


def number_of(text: str) -> float:
    """Return a number that NUMBER found."""
    return _WORDS[text] if text in _WORDS else float(text)


def weekly_hours(text: str, start: int, end: int) -> list[Hours]:
    """Return the hours a week that a part of folded text names."""
    found = []
    for match in islice(_WEEKLY.finditer(text, start, end), _MOST):
        low = number_of(match["low"] or match["listed"])
        high = number_of(match["high"]) if match["high"] else low
        found.append(Hours(*match.span(), low, high))
    return found


def total_hours(text: str, start: int, end: int) -> list[Hours]:
    """Return hours that stand alone, and can be those of a week: three 12s, 40 hours."""
    found = [(match.span(), number_of(match["low"])) for match in islice(_TOTAL.finditer(text, start, end), _MOST)]
    return [Hours(*span, hours, hours) for span, hours in found if round(hours) in _FULL_WEEKS]


def shifts(text: str, start: int, end: int) -> list[Shifts]:
    """Return the shifts a week that a part of folded text names, such as three 12s."""
    return [
        one
        for match in islice(_SHIFTS.finditer(text, start, end), _MOST)
        for one in _shifts(match)
        if one.length <= _LONGEST_SHIFT
    ]


def _shifts(match: re.Match[str]) -> Iterator[Shifts]:
    count = match["count"] or match["digits"] or match["some"] or match["days"]
    written = match["length"] or match["by"] or match["daily"]
    length = number_of(written) if written else _NAMED_LENGTHS[match["name"]]
    if number_of(count) <= _DAYS_OF_WEEK and length >= _SHORTEST_SHIFT:
        yield Shifts(*match.span(), number_of(count), length)
