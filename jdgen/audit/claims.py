"""What a posting says of itself in three places: front matter, markup for search engines, and its own words.

Each claim knows where it stands, so that two that disagree can be shown.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Literal, NamedTuple

from jdgen.audit.money import PayMention, is_extra, is_step, pay_mentions
from jdgen.audit.terms import WORD
from jdgen.audit.view import View
from jdgen.model.document import Stated
from jdgen.text.dates import describe_date, parse_date
from jdgen.text.employment import Employment
from jdgen.text.pay import Pay, PayUnit
from jdgen.text.place import Place
from jdgen.text.remote_area import RemoteArea

Origin = Literal["the front matter", "the markup", "the text"]

_DEADLINE = re.compile(
    r"(?:apply (?:by|before|no later than)|\bclos(?:es|ing)(?: on|:| date:?| date is)?|\bclose date:?|closing date(?: is|:)?|deadline(?: to apply| for applications)?(?: is|:)?"
    r"|applications? (?:close|due|accepted until|accepted through|are accepted until|are accepted through|are due)(?: on| by)?|\bopen (?:until|through)"
    r"|\b(?:send|submit|e-?mail|mail|upload|return|get|we (?:need|want|must have)) (?:[^.;\n]|\.(?=\w)){0,40}?\b(?:resumes?|cv|cover letters?|letters?|applications?|materials|references)\b"
    r"(?:[^.;\n]|\.(?=\w)){0,100}? (?:by|before|no later than))"
    r":? ((?:[a-z]+day,? )?(?:[a-z]{3,9}\.? \d{1,2},? \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4}))"
)
_YEAR = re.compile(r"\d{4}")
_CLOSING_OF_OTHERS = re.compile(
    r"\b(?:enrollment|registration|enroll|register|plan|benefits?|session|course|class|classes|program|programs|fund|funds|grant|offices?|clinic|training|exam|scholarships?|loan|survey|shelter)\b[^.;\n]{0,30}$"
)
"""Words before a closing that make it the one of something else than the opening."""
_WEEK = re.compile(
    r"(?:\bfull[ -]?time(?: (?:position|role|job|post))?(?:,|:| \(| -| at)? ?|\b(?:you|the case manager) (?:will )?works? |\b(?:this|the) (?:position|role|job|post) is (?:for )?"
    r"|\b(?:weekly hours|hours per week|work week|workweek|schedule|hours): ?)(?P<hours>\d\d(?:\.\d{1,2})?) ?(?:(?:hours?|hrs?)(?: (?:a|per|each|every) week|/ ?(?:week|wk)| weekly)|(?=$|\n))"
)
"""The hours of a week as those of the job, not of an office, a client or a share of the work."""
_BEFORE_HOURS = frozenset({"full", "fulltime", "work", "works", "is", "hours", "workweek", "schedule"})
"""Words of which one stands before such hours."""
_OF_SEVERAL_WEEKS = frozenset({
    "part", "parttime", "per", "perdiem", "summer", "training", "orientation", "holiday",
})  # fmt: skip
"""Words of which one stands in each of these wordings."""
_SEVERAL_WEEKS = re.compile(
    r"\bpart[ -]?time\b|\bper[ -]?diem\b|\bsummer\b|\b(?:training|orientation|holiday) weeks?\b"
)
"""Where one of these is said, a posting may well name the hours of several kinds of jobs."""
_Table = Mapping[str, tuple[frozenset[str], re.Pattern[str]]]
"""What is looked for by its name, after words of which one stands in it."""

_KINDS: _Table = {
    "full-time": (frozenset({"full", "fulltime"}), re.compile(r"\bfull[ -]?time\b")),
    "part-time": (frozenset({"part", "parttime"}), re.compile(r"\bpart[ -]?time\b")),
    "per-diem": (frozenset({"diem", "perdiem", "prn"}), re.compile(r"\b(?:per[ -]?diem|prn)\b")),
    "temporary": (frozenset({"temporary"}), re.compile(r"\btemporary (?:position|role|job|assignment)\b")),
}
_WORKPLACES: _Table = {
    "remote": (
        frozenset({"remote", "home"}),
        re.compile(
            r"\b(?:100% remote|fully remote|(?:position|role|job) is remote|remote (?:position|role|job)|work(?:place)?: remote|work from home)\b"
        ),
    ),
    "hybrid": (frozenset({"hybrid"}), re.compile(r"\bhybrid\b")),
    "onsite": (
        frozenset({"site", "onsite", "person"}),
        re.compile(
            r"\b(?:on[ -]?site (?:position|role|job|only)|(?:position|role|job) is on[ -]?site|work(?:place)?: on[ -]?site|in[ -]person (?:position|role|job))\b"
        ),
    ),
}

_LABELED = frozenset({"title", "summary", "pay", "apply", "other"})
_SCHEMA_KINDS = {
    "FULL_TIME": "full-time",
    "PART_TIME": "part-time",
    "PER_DIEM": "per-diem",
    "TEMPORARY": "temporary",
    "CONTRACTOR": "contract",
}
_SCHEMA_UNITS: Mapping[str, PayUnit] = {"HOUR": "hour", "DAY": "day", "WEEK": "week", "MONTH": "month", "YEAR": "year"}
_COMPARED_UNITS: tuple[PayUnit, ...] = ("hour", "year")
_STATED = frozenset({"title", "pay", "location", "employment", "workplace", "posted", "closes"})
"""Facts of the front matter that markup or words can say as well."""


class Claim(NamedTuple):
    """One statement: what it is about, its value, its words, and where it stands (`in_source`: offsets count in the document's source)."""

    name: str
    value: Any
    words: str
    start: int
    end: int
    origin: Origin
    in_source: bool = False


def claims(view: View) -> list[Claim]:
    """Return every claim of a document about title, pay, place, type, workplace and dates."""
    return [*_stated(view), *_marked_up(view), *_said(view)]


def _stated(view: View) -> Iterator[Claim]:
    if view.document.format == "jsonld":
        return
    for name, rows in view.document.stated.items():
        for row in rows:
            yield from _of_stated(name, row)


def _of_stated(name: str, row: Stated) -> Iterator[Claim]:
    value = frozenset(row.value.kinds) if isinstance(row.value, Employment) else row.value
    readable = isinstance(value, Place | RemoteArea) if name == "location" else value is not None
    if name in _STATED and readable:
        yield Claim(name, value, row.text, row.start, row.end, "the front matter", in_source=True)


def _marked_up(view: View) -> Iterator[Claim]:
    for item, offset in view.document.markup:
        for name, value, words in _of_markup(item):
            start, end = _place_of(view, name, value) or (offset, offset)
            yield Claim(name, value, words, start, end, "the markup", in_source=True)


def _place_of(view: View, name: str, value: object) -> tuple[int, int] | None:
    """Return where a JSON-LD file states a fact; a page holds it in a script, and there the script's place is shown."""
    if view.document.format != "jsonld":
        return None
    rows = [row for row in view.document.stated.get(name, ()) if row.value == value]
    return (rows[0].start, rows[0].end) if rows else None


def _of_markup(item: Mapping[str, Any]) -> Iterator[tuple[str, Any, str]]:
    if isinstance(title := item.get("title"), str):
        yield "title", title, title
    yield from _pay_of_markup(item.get("baseSalary"))
    for address in _addresses(item.get("jobLocation")):
        city, state = address.get("addressLocality"), address.get("addressRegion")
        if isinstance(city, str) and isinstance(state, str) and len(state) == 2:
            yield "location", Place(city, state.upper()), f"{city}, {state}"
    kinds = [_SCHEMA_KINDS.get(kind, "") for kind in _many(item.get("employmentType")) if isinstance(kind, str)]
    if any(kinds):
        yield "employment", frozenset(filter(None, kinds)), ", ".join(map(str, _many(item["employmentType"])))
    if item.get("jobLocationType") == "TELECOMMUTE":
        yield "workplace", "remote", "TELECOMMUTE"
    for key, name in (("datePosted", "posted"), ("validThrough", "closes")):
        day = _day(item.get(key))
        if day:
            yield name, day, str(item[key])


def _pay_of_markup(salary: object) -> Iterator[tuple[str, Any, str]]:
    value = salary.get("value") if isinstance(salary, Mapping) else None
    if not isinstance(value, Mapping):
        return
    low, high = _number(value.get("minValue", value.get("value"))), _number(value.get("maxValue", value.get("value")))
    unit = _SCHEMA_UNITS.get(str(value.get("unitText", "")).upper())
    if low is not None and high is not None and unit:
        yield "pay", Pay(low, high, unit), f"{low} to {high} {unit}"


def _addresses(location: object) -> Iterator[Mapping[str, Any]]:
    for place in _many(location):
        address = place.get("address") if isinstance(place, Mapping) else None
        if isinstance(address, Mapping):
            yield address


def _many(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _number(value: object) -> Decimal | None:
    try:
        return Decimal(str(value).replace(",", ""))
    except InvalidOperation:
        return None


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _said(view: View) -> Iterator[Claim]:
    yield from _title_said(view)
    for mention in _base_pay(view):
        if mention.minimum is not None and mention.maximum is not None and mention.unit in _COMPARED_UNITS:
            pay = Pay(mention.minimum, mention.maximum, mention.unit)
            yield Claim("pay", pay, view.words_at(mention.start, mention.end), mention.start, mention.end, "the text")
    yield from _hours_said(view)
    for name, table in (("employment", _KINDS), ("workplace", _WORKPLACES)):
        yield from _words_said(view, name, table)
    yield from _closing_said(view)


def _closing_said(view: View) -> Iterator[Claim]:
    """Give the closing days; among duties and benefits words name the days on which other things close."""
    for match in _deadlines(view):
        day, (start, end) = parse_date(match[1]), match.span(1)
        if not isinstance(day, date) or view.role(view.block_at(start)) in {"duties", "benefits"}:
            continue
        if not _CLOSING_OF_OTHERS.search(view.text, max(0, match.start() - 60), match.start()):
            yield Claim("closes", day, view.words_at(start, end), start, end, "the text")


def _deadlines(view: View) -> Iterator[re.Match[str]]:
    """Give the deadlines; only a paragraph with a year is looked at, as each of them ends with one."""
    for span in map(view.span_of_block, sorted(view.blocks_with_digits)):
        if _YEAR.search(view.text, *span):
            yield from _DEADLINE.finditer(view.text, *span)


def _hours_said(view: View) -> Iterator[Claim]:
    if "week" not in view.text or any(
        _SEVERAL_WEEKS.search(view.text, *view.span_of_block(block))
        for block in view.blocks_with_words(_OF_SEVERAL_WEEKS, owned=True)
    ):
        return
    for block in view.blocks_with_words(_BEFORE_HOURS):
        if block not in view.blocks_with_digits or view.role(block) in {"benefits", "legal", "employer"}:
            continue
        for match in _WEEK.finditer(view.text, *view.span_of_block(block)):
            span = match.start("hours"), match.end()
            yield Claim("hours", Decimal(match["hours"]), view.words_at(*span), *span, "the text")


def _base_pay(view: View) -> Sequence[PayMention]:
    """Return the sums that are no step of a scale, nor for nights, weekends or on-call; where there are only such, one of them may be the pay."""
    every = [mention for mention in pay_mentions(view) if not is_step(mention, view)]
    return [mention for mention in every if not is_extra(mention, view)] or every


def _title_said(view: View) -> Iterator[Claim]:
    for number, block in enumerate(view.blocks):
        if block.kind == "heading" and block.level == 1:
            start = view.block_starts[number]
            yield Claim("title", block.text, block.text, start, start + len(block.text), "the text")
            return


def _words_said(view: View, name: str, table: _Table) -> Iterator[Claim]:
    """Give kinds of job and of workplace that the opening of a posting names; further down the words may speak of other things."""
    for kind, (words, pattern) in table.items():
        blocks = (block for block in view.blocks_with_words(words, owned=True) if view.role(block) in _LABELED)
        match = next(filter(None, (pattern.search(view.text, *view.span_of_block(block)) for block in blocks)), None)
        if match:
            value: Any = frozenset({kind}) if name == "employment" else kind
            yield Claim(name, value, view.words_at(*match.span()), *match.span(), "the text")


def agree(name: str, one: Claim, other: Claim) -> bool:
    """Say whether two claims about the same thing can both be true."""
    if name == "title":
        return bool(_plain(str(one.value)) == _plain(str(other.value)))
    if name == "pay":
        return bool(
            one.value.unit != other.value.unit
            or (one.value.minimum, one.value.maximum) == (other.value.minimum, other.value.maximum)
        )
    if name == "employment":
        return bool(one.value & other.value)
    return bool(one.value == other.value)


def _plain(text: str) -> list[str]:
    return WORD.findall(text.casefold())


def described(value: object, words: str) -> str:
    """Return a claim's value as a sentence shows it."""
    return describe_date(value) if isinstance(value, date) else words


def about(name: str, found: Iterable[Claim]) -> list[Claim]:
    """Return the claims about one thing."""
    return [claim for claim in found if claim.name == name]
