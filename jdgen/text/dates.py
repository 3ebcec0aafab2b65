"""Dates as people in the United States type them, and as a posting says them.

No calendar is guessed: a text with two readings is refused, and a year has four digits. Nothing here asks the clock.
"""

import re
from datetime import date

from jdgen.text.problem import Problem, quoted
from jdgen.text.tokens import plain

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_LONGEST_DATE = 60
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_HINT = "write the date as `2026-12-31`"

_WEEKDAY = re.compile(r"([a-z]{3,9})\.?,? (?=[0-9a-z])", re.IGNORECASE | re.ASCII)
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE | re.ASCII)
    for shape in (
        r"(?P<year>[0-9]{4})([-/.])(?P<month>[0-9]{1,2})\2(?P<day>[0-9]{1,2})",
        r"(?P<first>[0-9]{1,2})([-/.])(?P<second>[0-9]{1,2})\2(?P<year>[0-9]{2}|[0-9]{4})",
        rf"{_MONTH} ?{_DAY}(?:, ?| )(?P<year>'?[0-9]{{2}}|[0-9]{{4}})",
        rf"{_DAY}[- ]?(?:of )?{_MONTH}(?:, ?|[- ])(?P<year>'?[0-9]{{2}}|[0-9]{{4}})",
    )
)


def parse_date(text: str) -> date | Problem:
    """Read `2026-12-31`, `12/31/2026`, `Dec 31, 2026`, `31 December 2026`, also after the name of the weekday.

    Problems: empty, unreadable, ambiguous, two-digit-year, impossible, implausible, weekday.
    """
    if not text.strip():
        return Problem("empty", "the date is empty", _HINT)
    if len(text) > _LONGEST_DATE:
        return _unreadable(text)
    typed = plain(text)
    weekday, rest = _split_weekday(typed)
    for shape in _SHAPES:
        if match := shape.fullmatch(rest):
            return _check_weekday(_read(match.groupdict(), typed), weekday)
    return _unreadable(text)


def describe_date(day: date) -> str:
    """Return "December 31, 2026", whatever the locale of the machine."""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def _read(parts: dict[str, str], typed: str) -> date | Problem:
    if len(parts["year"]) != 4:
        return _two_digits(typed, parts["year"])
    if "first" in parts:
        return _read_numbers(typed, int(parts["first"]), int(parts["second"]), int(parts["year"]))
    month = _month_number(parts["month"])
    return _build(typed, int(parts["year"]), month, int(parts["day"])) if month else _unreadable(typed)


def _read_numbers(typed: str, first: int, second: int, year: int) -> date | Problem:
    """Read month and day in American order, unless both orders make a date and a different one."""
    if first <= 12 and second <= 12 and first != second:
        american, european = (_build(typed, year, *order) for order in ((first, second), (second, first)))
        if isinstance(american, date) and isinstance(european, date):
            return Problem(
                "ambiguous",
                f"{quoted(typed)} can be {describe_date(american)} or {describe_date(european)}",
                f"write `{american}` or `{european}`",
            )
    month, day = (second, first) if first > 12 else (first, second)
    return _build(typed, year, month, day)


def _build(typed: str, year: int, month: int, day: int) -> date | Problem:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return Problem("implausible", f"{quoted(typed)} has the year {year}", _HINT)
    try:
        return date(year, month, day)
    except ValueError:
        return Problem("impossible", f"{quoted(typed)} does not exist: {_why_impossible(year, month, day)}", _HINT)


def _why_impossible(year: int, month: int, day: int) -> str:
    if not 1 <= month <= 12:
        return f"there is no month {month}"
    name = _MONTHS[month - 1]
    return f"there is no day {day} in {name} {year}"


def _month_number(text: str) -> int | None:
    """Return 1 to 12 for a number or a name of at least three letters: `12`, `Dec`, `Sept`, `December`."""
    if text.isdigit():
        return int(text)
    starts = [number for number, name in enumerate(_MONTHS, 1) if name.lower().startswith(text.lower())]
    return starts[0] if starts else None


def _split_weekday(typed: str) -> tuple[int | None, str]:
    match = _WEEKDAY.match(typed)
    if match:
        for number, name in enumerate(_WEEKDAYS):
            if name.lower().startswith(match[1].lower()):
                return number, typed[match.end() :]
    return None, typed


def _check_weekday(found: date | Problem, weekday: int | None) -> date | Problem:
    if isinstance(found, Problem) or weekday in {None, found.weekday()}:
        return found
    actual = _WEEKDAYS[found.weekday()]
    return Problem(
        "weekday",
        f"{describe_date(found)} is a {actual}, not a {_WEEKDAYS[weekday or 0]}",
        f"write `{found}` or mend the day",
    )


def _two_digits(typed: str, year: str) -> Problem:
    return Problem(
        "two-digit-year", f"{quoted(typed)} has a year of two digits", f"write all four digits: `20{year[-2:]}`"
    )


def _unreadable(text: str) -> Problem:
    return Problem("unreadable", f"{quoted(text)} is not a date jdgen can read", _HINT)
