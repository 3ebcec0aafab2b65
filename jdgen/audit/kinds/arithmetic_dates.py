"""A first day of work that lies before the last day to apply."""

import re
from collections.abc import Iterator
from itertools import islice

from jdgen.audit.kinds.arithmetic_week import Clash, Span

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_DAY = rf"(?:(?P<month>{MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>20\d\d))?|(?P<m>\d{{1,2}})/(?P<d>\d{{1,2}})/(?P<y>20\d\d))(?![\d/])"
_BETWEEN = r"(?:(?:date|day|of|is|are|on|by|through|until|for|the|job|work|position|be|will|to|with|us|posting|open|stays|no|later|than|at|midnight|monday|tuesday|wednesday|thursday|friday),? ){0,5}?"
_START = re.compile(
    rf"\b(?:(?<!grant )(?<!program )(?<!year )(?<!class )(?<!contract )(?<!training )(?<!season )(?<!school )(?:(?:start|starting) date(?: is|:)?|start:|(?:in place|on the job|on board) by|(?:starts|begins|start|begin)(?: work)?|first day(?: of work)?(?: is|:)?|reports?(?: to work)?|your start is)) {_BETWEEN}{_DAY}"
)
_CLOSE = re.compile(
    rf"\b(?:clos(?:e|es|ing)(?: date)?(?: is|:)?|deadline(?: to apply| for applications)?(?: is|:)?|appl(?:y|ications)(?: are| is)?(?: due| accepted| taken| open)?|resumes?(?: are)?(?: accepted| taken| due)?|take applications|accept applications|stays open|open until):? {_BETWEEN}{_DAY}"
)
_MOST_DAYS_APART = 180
"""Days above which a start without a year lies in the next one."""

"""Words of which one stands in what names the first day of work, and the last to apply."""


def start_and_closing(text: str, span: Span) -> Iterator[Clash]:
    """Find a job that starts before applications close."""
    starts = [*islice(_START.finditer(text, *span), 2)]
    close = _CLOSE.search(text, *span) if len(starts) == 1 else None
    if close is None or not _is_apart(starts[0], close):
        return
    start = starts[0]
    first, last = _days(start, close), _days(close, start)
    if 0 < last - first <= _MOST_DAYS_APART:
        yield min(start.start(), close.start()), max(start.end(), close.end()), ""


def _is_apart(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.end() <= other.start() or other.end() <= one.start()


def _days(match: re.Match[str], beside: re.Match[str]) -> int:
    """Return a date as a rough count of days; without a year it is taken to lie in that of the other one."""
    year = match["year"] or match["y"] or beside["year"] or beside["y"] or "0"
    month = _MONTHS.index(match["month"][:3]) if match["month"] else int(match["m"]) - 1
    return int(year) * 372 + month * 31 + int(match["day"] or match["d"])
