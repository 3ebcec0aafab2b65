"""Benefits that come when a temporary job is over."""

import re
from collections.abc import Iterator

from jdgen.audit.kinds.arithmetic_dates import MONTH
from jdgen.audit.kinds.arithmetic_week import Clash, Span
from jdgen.audit.quantities import NUMBER, number_of

_JOB = r"(?:temporary |temp |fill-in |seasonal |interim |term |fixed-term |leave |maternity |sick )*(?:jobs?|assignment|position|post|role|contract|engagement|stint|appointment|cover(?:age)?|term)"
_TERM = re.compile(
    rf"\b(?P<count>{NUMBER})[ -](?P<unit>day|week|month)s?[ -](?P<kind>{_JOB})\b"
    rf"|\b(?:temporary|temp|seasonal|interim)(?: (?:cover|{_JOB}))?(?:,| for| of| \()? ?\(?(?:only )?(?P<length>{NUMBER})[ -](?P<units>day|week|month)s?\b"
    rf"|\b(?:seasonal|temporary|summer|winter)\b,?(?: (?:job|position|post|work|role|summer|winter),?){{0,2}} (?:from )?(?P<season>{MONTH} (?:to|through|until) {MONTH})\b"
    rf"|\bjob ends [\w ]{{0,20}}?after (?P<ends>{NUMBER}) (?P<end_unit>day|week|month)s?\b"
)
_TENURE = re.compile(
    rf"\bin (?:your|the) (?P<nth>second|third|fourth|fifth) year\b|\b(?:after|on|upon|following|at|of) (?:your |the |an? |one's )?(?:(?:first|full|second|third) )*(?:(?P<years>{NUMBER})[ -](?:full )?years?\b|(?P<months>{NUMBER})[ -]months?\b|(?P<one>year\b|anniversary\b))(?! of age)(?: (?:with us|of (?:service|work|employment)|on the job|mark|anniversary))?"
)
_OF_MONTHS = {"day": 12 / 365, "week": 12 / 52, "month": 1.0}
_SEASON = 9.0
_YEAR = 12
_NTH = {"second": 1, "third": 2, "fourth": 3, "fifth": 4}
"""Full years that lie before a year."""


def term_and_tenure(text: str, span: Span) -> Iterator[Clash]:
    """Find what people get only after a time that is longer than the job."""
    term = _TERM.search(text, *span)
    if term is None:
        return
    length = _length(term)
    for tenure in _TENURE.finditer(text, term.end(), span[1]):
        if _months(tenure) > length:
            yield *tenure.span(), ""
            return


def _months(tenure: re.Match[str]) -> float:
    if tenure["months"]:
        return number_of(tenure["months"])
    return (_NTH.get(tenure["nth"]) or number_of(tenure["years"] or "one")) * _YEAR


def _length(term: re.Match[str]) -> float:
    if term["season"]:
        return _SEASON
    count = term["count"] or term["length"] or term["ends"]
    return number_of(count) * _OF_MONTHS[term["unit"] or term["units"] or term["end_unit"]]
