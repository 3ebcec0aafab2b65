"""Facts as a file states them, read with the readers of `jdgen/text`: for front matter, JSON-LD and labelled lines alike."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from jdgen.model.document import Stated
from jdgen.text.dates import parse_date
from jdgen.text.employment import parse_employment
from jdgen.text.pay import parse_pay
from jdgen.text.place import Place, parse_location
from jdgen.text.problem import Problem
from jdgen.text.remote_area import RemoteArea
from jdgen.text.workplace import parse_workplace

UNTIL_FILLED = "until filled"

_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}\S{0,20}")
_TIME = re.compile(
    r",?\s+(?:at\s+)?\d{1,2}(?::\d{2})?\s?[ap]\.?m\b\.?(?:\s\(?(?:[ECMP][SD]?T|Eastern|Central|Mountain|Pacific|local)(?:\stime)?\)?)?\s*$",
    re.IGNORECASE,
)
"""The hour behind a day, as government forms give it: `12/3/2026 4:30 PM Central`."""
_OPEN_ENDED = re.compile(r"(?:open )?until (?:the position is )?filled|(?:on an )?ongoing(?: basis)?", re.IGNORECASE)
_CAPITAL = re.compile(r"^\s*Wash\b\.?,? D\.? ?C\b\.?", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,9}")


def state(field: str, text: str, start: int, end: int) -> Stated:
    """Return a fact of a posting's front matter as stated; its value is None where it could not be read."""
    return Stated(text, read_value(field, text), start, end)


def read_value(field: str, text: str) -> Any:  # noqa: ANN401 - every field has a type of its own
    """Return what a field's text says, as the front matter of a posting would hold it, or None."""
    reader = _READERS.get(field)
    if reader is None:
        return text
    value = reader(text)
    return None if isinstance(value, Problem) else value


def has_reader(field: str) -> bool:
    """Say whether a field has a form of its own, so that a text can fail to be one."""
    return field in _READERS


def _location(text: str) -> Place | RemoteArea | Problem:
    """Read a place; the capital is abbreviated as no other city is."""
    return parse_location(_CAPITAL.sub("Washington, DC", text, count=1))


def _day(text: str) -> date | Problem:
    moment = _MOMENT.fullmatch(text.strip())
    return parse_date(moment[1] if moment else _TIME.sub("", text))


def _closing(text: str) -> date | str | Problem:
    return UNTIL_FILLED if _OPEN_ENDED.fullmatch(" ".join(text.split())) else _day(text)


def _count(text: str) -> int | None:
    number = _NUMBER.fullmatch(text.strip())
    return int(number.group().replace(",", "")) if number else None


_READERS: Mapping[str, Callable[[str], Any]] = {
    "pay": parse_pay,
    "location": _location,
    "employment": parse_employment,
    "workplace": parse_workplace,
    "posted": _day,
    "closes": _closing,
    "employer.size": _count,
    "openings": _count,
}
