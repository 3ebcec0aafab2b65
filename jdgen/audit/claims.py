"""What a posting says of itself in three places: front matter, markup for search engines, and its own words.

Each claim knows where it stands, so that two that disagree can be shown.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Literal

from jdgen.audit.money import pay_mentions
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
    r"(?:apply (?:by|before|no later than)|closes? (?:on|date:?)|closing date(?: is|:)?|deadline(?: to apply)?(?: is|:)?|applications? (?:close|due|accepted until|are due)(?: on| by)?)"
    r":? ((?:[a-z]+day,? )?(?:[a-z]{3,9}\.? \d{1,2},? \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4}))"
)
_Table = Mapping[str, tuple[tuple[str, ...], re.Pattern[str]]]
"""What is looked for by its name, after the letters of which some must stand in the text."""

_KINDS: _Table = {
    "full-time": (("full time", "full-time", "fulltime"), re.compile(r"\bfull[ -]?time\b")),
    "part-time": (("part time", "part-time", "parttime"), re.compile(r"\bpart[ -]?time\b")),
    "per-diem": (("diem", "prn"), re.compile(r"\b(?:per[ -]?diem|prn)\b")),
    "temporary": (("temporary ",), re.compile(r"\btemporary (?:position|role|job|assignment)\b")),
}
_WORKPLACES: _Table = {
    "remote": (
        ("remote", "work from home"),
        re.compile(
            r"\b(?:100% remote|fully remote|(?:position|role|job) is remote|remote (?:position|role|job)|work(?:place)?: remote|work from home)\b"
        ),
    ),
    "hybrid": (("hybrid",), re.compile(r"\bhybrid\b")),
    "onsite": (
        ("site", "in person", "in-person"),
        re.compile(
            r"\b(?:on[ -]?site (?:position|role|job|only)|(?:position|role|job) is on[ -]?site|work(?:place)?: on[ -]?site|in[ -]person (?:position|role|job))\b"
        ),
    ),
}
_CLOSING = ("apply by", "apply before", "apply no later", "close", "closing", "deadline", "due", "accepted until")
"""Letters without which no closing date is named."""

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


@dataclass(frozen=True, slots=True)
class Claim:
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
            yield Claim(name, value, words, offset, offset, "the markup", in_source=True)


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
    for mention in pay_mentions(view):
        if mention.minimum is not None and mention.maximum is not None and mention.unit in _COMPARED_UNITS:
            pay = Pay(mention.minimum, mention.maximum, mention.unit)
            yield Claim("pay", pay, view.words_at(mention.start, mention.end), mention.start, mention.end, "the text")
    for name, table in (("employment", _KINDS), ("workplace", _WORKPLACES)):
        yield from _words_said(view, name, table)
    for match in _DEADLINE.finditer(view.text) if any(letters in view.text for letters in _CLOSING) else ():
        day = parse_date(match[1])
        if isinstance(day, date):
            yield Claim(
                "closes", day, view.words_at(match.start(1), match.end(1)), match.start(1), match.end(1), "the text"
            )


def _title_said(view: View) -> Iterator[Claim]:
    for number, block in enumerate(view.blocks):
        if block.kind == "heading" and block.level == 1:
            start = view.block_starts[number]
            yield Claim("title", block.text, block.text, start, start + len(block.text), "the text")
            return


def _words_said(view: View, name: str, table: _Table) -> Iterator[Claim]:
    """Give kinds of job and of workplace that the opening of a posting names; further down the words may speak of other things."""
    for kind, (letters, pattern) in table.items():
        if not any(some in view.text for some in letters):
            continue
        match = next(
            (found for found in pattern.finditer(view.text) if view.role(view.block_at(found.start())) in _LABELED),
            None,
        )
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
