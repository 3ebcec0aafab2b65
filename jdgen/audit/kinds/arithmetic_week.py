"""Days, hours and places of a week that cannot all be true."""

import re
from collections.abc import Iterator
from itertools import islice

from jdgen.audit.quantities import Hours, Shifts, shifts, total_hours, weekly_hours

Clash = tuple[int, int, str]
"""From and to where the words stand that cannot be true, and what the sum comes to."""

Span = tuple[int, int]
_MEAL = 1.0
"""Hours of a shift that may be an unpaid meal."""


def hours_and_shifts(text: str, span: Span) -> Iterator[Clash]:
    """Compare the hours a week with the shifts a week, but for meals that may be unpaid."""
    worked = shifts(text, *span)
    said = (weekly_hours(text, *span) or total_hours(text, *span)) if worked else []
    if len({(one.low, one.high) for one in said}) != 1 or len({one.hours for one in worked}) != 1:
        return
    hours, row = said[0], worked[0]
    if not _fits(hours, row):
        yield min(hours.start, row.start), max(hours.end, row.end), f"{row.hours:g} hours"


def _fits(hours: Hours, row: Shifts) -> bool:
    least = row.hours - row.number * _MEAL
    return hours.low <= row.hours and hours.high >= least


_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = ("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun")
_DAY_NUMBERS = {name[:3]: number for number, name in enumerate(_DAY_NAMES)}
_DAY = "(?:" + "|".join((*_DAY_NAMES, *_SHORT)) + ")"
WEEKDAYS = frozenset({*_DAY_NAMES, *_SHORT, *(f"{name}s" for name in _DAY_NAMES)})
"""Words for days of the week."""
_CLOCK = r"(?P<{0}>\d{{1,2}})(?::(?P<{0}_minute>[0-5]\d))? ?(?P<{0}_half>[ap]\.?m\.?)?"
_WEEK = re.compile(
    rf"\b(?P<first>{_DAY})s?\.?(?: ?- ?| (?:through|thru|to|until|till) )(?P<last>{_DAY})s?\b\.?,?(?: from| between|:)? "
    + _CLOCK.format("from")
    + r" ?(?:-|to|until|till|through) ?"
    + _CLOCK.format("to")
    + r"(?![\d:]|-hour)"
)


def hours_and_week(text: str, span: Span) -> Iterator[Clash]:
    """Compare the hours a week with days and times: Monday to Friday, 8 to 5."""
    said, weeks = weekly_hours(text, *span), [*islice(_WEEK.finditer(text, *span), 2)]
    if len(said) != 1 or len(weeks) != 1:
        return
    days, daily = _days_of(weeks[0]), _length_of(weeks[0])
    if not 4 <= daily <= 13:
        return
    row = Shifts(*weeks[0].span(), days, daily)
    if not _fits(said[0], row):
        yield min(said[0].start, row.start), max(said[0].end, row.end), f"{row.hours:g} hours"


def _days_of(week: re.Match[str]) -> int:
    return (_DAY_NUMBERS[week["last"][:3]] - _DAY_NUMBERS[week["first"][:3]]) % 7 + 1


def _length_of(week: re.Match[str]) -> float:
    """Return the hours from one time to the other, which is in the afternoon where it is the smaller figure."""
    begin, end = (int(week[name]) + int(week[f"{name}_minute"] or 0) / 60 for name in ("from", "to"))
    return (end - begin) % 12 or 12


_REMOTE = re.compile(
    r"\b(?:(?:100|one hundred) ?(?:%|percent) (?:remote|telework|from home|work from home|virtual|home[ -]based)|(?:fully|completely|entirely|all|totally|permanently|always) (?:remote|virtual|from home|home[ -]based)|(?:remote|virtual|work from home) 100 ?%"
    r"|remote (?:position|role|job|post|opening)|work from (?:home|anywhere) (?:position|role|job|every day|all week|five days)|never (?:come|set foot|go) in(?:to)?|(?:work|remote|job)(?: is)? from (?:anywhere|wherever)|no office)\b"
)
_OFFICE = r"(?:in|at|to|from|into)[ -](?:(?:the|our|your|an?) )?(?:(?!home|your)[\w'.-]+ ){0,2}?(?:office|clinic|hospital|headquarters|building|campus|site|branch|desk)|on[ -]?site|in[ -]office|in[ -]person|office (?:days?|attendance|presence)"
_DAYS = rf"(?:{_DAY})s?(?:(?:,? ?[-,/&] ?(?:and )?| (?:and|to|through|or) )(?:{_DAY})s?){{1,4}}\b"
_OFFICE_DAYS = re.compile(
    rf"\b(?:{_OFFICE}|(?:our|the) (?:[\w'.-]+ ){{0,2}}?(?:office|desk|clinic|branch))\b,?(?: [\w']+){{0,4}}?[ :(]+(?:(?:two|three|four|five|[2-5]) (?:full )?days? ?(?:a|per|each|every|/) ?week|{_DAYS}|every (?:{_DAY}|day|weekday)\b)"
    rf"|\b(?:(?:one|two|three|four|five|[1-5]) (?:full )?days? ?(?:a|per|each|every|/) ?week|{_DAYS}|every (?:{_DAY}|weekday)),? (?:[\w']+ ){{0,2}}?(?:{_OFFICE})\b"
)


def remote_and_days(text: str, span: Span) -> Iterator[Clash]:
    """Find days in the office each week beside a job that is all remote."""
    remote, office = _REMOTE.search(text, *span), _OFFICE_DAYS.search(text, *span)
    if remote and office:
        yield *office.span(), ""


_FULL_TIME = re.compile(
    r"\bfull[ -]?time\b(?! (?:staff|employees|colleagues|benefits|team|equivalent|student|hours after|after|or))"
)
_LEAST_FULL_TIME = 28
_BEFORE_SHARE = re.compile(
    r"(?:over|than|least|from|up to|for|supervise[sd]?|those|who|or|volunteers?|interns?|cover|work in) (?:[\w'-]+ ){0,2}$"
)


def full_time_and_hours(text: str, span: Span) -> Iterator[Clash]:
    """Find a job that is full time and has the hours of a part."""
    said = weekly_hours(text, *span) if _FULL_TIME.search(text, *span) else []
    if not said and _FULL_TIME.search(text, *span):
        said = [Hours(one.start, one.end, one.hours, one.hours) for one in shifts(text, *span)]
    if (
        len(said) == 1
        and said[0].high < _LEAST_FULL_TIME
        and not _BEFORE_SHARE.search(text[max(span[0], said[0].start - 30) : said[0].start])
    ):
        yield said[0].start, said[0].end, ""


_NO_OVERTIME = re.compile(
    r"\b(?:no|never any|without|zero|not paid|not pay|isn't any|is no|don't pay|do not pay|never pay)(?: paid| any)? (?:overtime|ot|time and a half)\b|\bovertime(?: is| does)? (?:not|never|isn't|doesn't) [\w ]{0,20}?(?:paid|exist|happen|allowed|needed|worked|apply)|\bso no (?:overtime|ot)\b"
)
_FULL_WEEK = 40


def overtime_and_hours(text: str, span: Span) -> Iterator[Clash]:
    """Find a week of more than forty hours beside the words that there is no overtime."""
    denied = _NO_OVERTIME.search(text, *span)
    said = [one for one in weekly_hours(text, *span) if one.low > _FULL_WEEK] if denied else []
    for one in said[:1]:
        yield one.start, one.end, ""
