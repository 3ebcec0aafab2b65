from datetime import date
from decimal import Decimal
from typing import Annotated

import pytest
from pydantic import ValidationError

from jdgen.model.record import (
    Color,
    Day,
    Email,
    EmploymentText,
    Identifier,
    Line,
    Link,
    Location,
    PayText,
    Prose,
    Record,
    Slug,
    Workplace,
    one_or_many,
)
from jdgen.text.employment import Employment
from jdgen.text.pay import Pay, PayUnstated
from jdgen.text.place import Place
from jdgen.text.remote_area import RemoteArea


class Everything(Record):
    """One field of each type."""

    line: Line | None = None
    prose: Prose | None = None
    slug: Slug | None = None
    link: Link | None = None
    email: Email | None = None
    color: Color | None = None
    identifier: Identifier | None = None
    day: Day | None = None
    pay: PayText | None = None
    location: Location | None = None
    employment: EmploymentText | None = None
    workplace: Workplace | None = None
    several: Annotated[tuple[Line, ...], one_or_many(Line)] = ()


READ = {
    "line": ("  a \n b\x01\u202e ", "a b"),
    "prose": ("a\nb\n\n\n c \x00 d\n\n\u202a\n", "a b\n\nc d"),
    "slug": ("mental-health", "mental-health"),
    "link": (" https://a.example/b?c=d&e#f ", "https://a.example/b?c=d&e#f"),
    "email": ("a+b@c.example", "a+b@c.example"),
    "color": ("#0B5c6b", "#0B5c6b"),
    "identifier": ("REQ-10.4_2", "REQ-10.4_2"),
    "day": ("December 31, 2026", date(2026, 12, 31)),
    "pay": ("$38.50-52/hr", Pay(Decimal("38.50"), Decimal(52), "hour")),
    "location": ("Denver, Colorado 80204", Place("Denver", "CO", "80204")),
    "employment": ("full-time, 40 hours", Employment(("full-time",), (Decimal(40), Decimal(40)))),
    "workplace": ("On-site", "onsite"),
    "several": ("a", ("a",)),
}
REFUSED = {
    "line": ["", " ", "\u202a\x00", "x" * 601],
    "prose": ["", "\n\n", "\x01\n\n\x02", "x" * 20_001],
    "slug": ["", "A", "a_b", "-a", "a-", "a--b", "../a", "a/b", "x" * 61, "é"],
    "link": [
        "",
        "ftp://a",
        "javascript:alert(1)",
        "https://a b",
        "https://a<b",
        'https://a"b',
        "https://a`b",
        "https://a\\b",
        "https://a\x01",
    ],
    "email": ["", "a", "a@b", "a@b.", "a b@c.de", "a@b@c.de", "<a@b.cd>", "a\x00@b.cd"],
    "color": ["", "red", "#fff", "#12345g", "0b5c6b", "#0b5c6b80"],
    "identifier": ["", "../x", "a/b", "con", "x" * 41, ".a", "ä", "a b"],
    "day": ["", "soon", "03/04/2027", "2026-13-01", "2026-02-30"],
    "pay": ["", "50+", "52-38", "36-44/year"],
    "location": ["", "Springfield", "CO", "Denver, XX"],
    "employment": ["", "sometimes", "full-time, 400 hours"],
    "workplace": ["", "moon"],
    "several": ["", [""], [["a"]]],
}


def test_every_type_is_tried() -> None:
    assert set(READ) == set(REFUSED) == set(Everything.model_fields)


@pytest.mark.parametrize("name", READ)
def test_typed_text_becomes_a_value(name: str) -> None:
    typed, expected = READ[name]

    assert expected == getattr(Everything.model_validate({name: typed}), name)


@pytest.mark.parametrize(("name", "typed"), [(name, typed) for name, many in REFUSED.items() for typed in many])
def test_what_cannot_be_meant_is_refused(name: str, typed: object) -> None:
    with pytest.raises(ValidationError):
        Everything.model_validate({name: typed})


@pytest.mark.parametrize(
    ("typed", "expected"), [("DOE", PayUnstated("DOE")), ("competitive", PayUnstated("competitive"))]
)
def test_pay_in_words_is_kept_as_words(typed: str, expected: PayUnstated) -> None:
    assert expected == Everything.model_validate({"pay": typed}).pay


def test_a_location_may_be_remote() -> None:
    assert Everything.model_validate({"location": "Remote (CO, MN)"}).location == RemoteArea(("CO", "MN"))


@pytest.mark.parametrize("name", READ)
def test_a_value_reads_back_from_what_it_is_written_as(name: str) -> None:
    record = Everything.model_validate({name: READ[name][0]})

    assert record == Everything.model_validate(record.model_dump())


def test_a_problem_keeps_its_hint_and_its_braces() -> None:
    with pytest.raises(ValidationError) as raised:
        Everything.model_validate({"location": "{message} {hint}"})

    detail = raised.value.errors()[0]
    assert "{message} {hint}" in detail["msg"]
    assert detail["ctx"]["hint"]


def test_a_record_refuses_unknown_fields() -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        Everything.model_validate({"lime": "x"})


def test_a_record_cannot_be_changed() -> None:
    record = Everything(line="a")

    with pytest.raises(ValidationError, match="frozen"):
        record.line = "b"


@pytest.mark.parametrize("name", [name for name in READ if name not in {"line", "prose", "several"}])
@pytest.mark.parametrize("wrong", [["a"], {"a": "b"}, True])
def test_a_value_of_another_kind_is_refused_and_nothing_else(name: str, wrong: object) -> None:
    with pytest.raises(ValidationError):
        Everything.model_validate({name: wrong})
