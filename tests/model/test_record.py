import pickle
from dataclasses import FrozenInstanceError, replace
from datetime import date
from decimal import Decimal
from typing import Annotated

import pytest
from pydantic import ValidationError

from jdgen.load.records import as_record
from jdgen.model.markers import one_or_many
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
    as_plain,
    field,
    field_names,
    known,
    required_fields,
    stated,
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
    assert set(READ) == set(REFUSED) == set(field_names(Everything))


@pytest.mark.parametrize("name", READ)
def test_typed_text_becomes_a_value(name: str) -> None:
    typed, expected = READ[name]

    assert expected == getattr(as_record({name: typed}, Everything), name)


@pytest.mark.parametrize(("name", "typed"), [(name, typed) for name, many in REFUSED.items() for typed in many])
def test_what_cannot_be_meant_is_refused(name: str, typed: object) -> None:
    with pytest.raises(ValidationError):
        as_record({name: typed}, Everything)


@pytest.mark.parametrize(
    ("typed", "expected"), [("DOE", PayUnstated("DOE")), ("competitive", PayUnstated("competitive"))]
)
def test_pay_in_words_is_kept_as_words(typed: str, expected: PayUnstated) -> None:
    assert expected == as_record({"pay": typed}, Everything).pay


def test_a_location_may_be_remote() -> None:
    assert as_record({"location": "Remote (CO, MN)"}, Everything).location == RemoteArea(("CO", "MN"))


@pytest.mark.parametrize("name", READ)
def test_a_value_reads_back_from_what_it_is_written_as(name: str) -> None:
    record = as_record({name: READ[name][0]}, Everything)

    assert record == as_record(as_plain(record), Everything)


def test_a_problem_keeps_its_hint_and_its_braces() -> None:
    with pytest.raises(ValidationError) as raised:
        as_record({"location": "{message} {hint}"}, Everything)

    detail = raised.value.errors()[0]
    assert "{message} {hint}" in detail["msg"]
    assert detail["ctx"]["hint"]


def test_a_record_refuses_unknown_fields() -> None:
    with pytest.raises(ValidationError, match="Unexpected keyword argument"):
        as_record({"lime": "x"}, Everything)


@pytest.mark.parametrize("name", [name for name in READ if name not in {"line", "prose", "several"}])
@pytest.mark.parametrize("wrong", [["a"], {"a": "b"}, True])
def test_a_value_of_another_kind_is_refused_and_nothing_else(name: str, wrong: object) -> None:
    with pytest.raises(ValidationError):
        as_record({name: wrong}, Everything)


class Pair(Record):
    """One field that is needed and one that is not."""

    left: str
    right: tuple[str, ...] = ()
    names: dict[str, str] = field(default_factory=dict, alias="called")


def test_a_record_is_made_of_fields_by_name() -> None:
    made = Pair(left="a", right=("b",))

    assert (made.left, made.right, made.names) == ("a", ("b",), {})
    assert repr(made) == "Pair(left='a', right=('b',), names={})"
    assert made.names is not Pair(left="a").names


@pytest.mark.parametrize(
    ("values", "said"), [({}, "Pair needs left"), ({"left": "a", "lift": "b", "up": "c"}, "Pair has no lift and up")]
)
def test_fields_that_are_missing_or_unknown_are_refused(values: dict[str, str], said: str) -> None:
    with pytest.raises(TypeError, match=said):
        Pair(**values)


def test_a_record_never_changes() -> None:
    made = Pair(left="a")

    with pytest.raises(FrozenInstanceError):
        made.left = "b"  # type: ignore[misc]  # what is tried here
    with pytest.raises(FrozenInstanceError):
        del made.left
    assert replace(made, left="b") == Pair(left="b") != made


def test_equal_records_are_of_one_class_and_say_the_same() -> None:
    line, other = Everything(line="a"), Everything(line="a")

    assert line == other
    assert hash(line) == hash(other)
    assert line != Everything(line="b")
    assert line != "a"


def test_a_checked_record_equals_one_that_was_made() -> None:
    checked = as_record({"line": " a ", "several": "b"}, Everything)

    assert checked == Everything(line="a", several=("b",))
    assert hash(checked) == hash(Everything(line="a", several=("b",)))
    assert pickle.loads(pickle.dumps(checked)) == checked  # noqa: S301 - made in this line


def test_names_in_files_may_differ_from_those_of_fields() -> None:
    assert field_names(Pair) == {"left": "left", "right": "right", "called": "names"}
    assert required_fields(Pair) == ["left"]
    assert as_record({"left": "a", "called": {"b": "c"}}, Pair).names == {"b": "c"}


def test_a_record_is_told_whole_or_in_part() -> None:
    made = Everything(line="a", location=Place("Denver", "CO", "80204"), several=("b",))

    assert stated(made) == {"line": "a", "location": "Denver, CO 80204", "several": ("b",)}
    assert known(made) == stated(made)
    assert known(Everything()) == {"several": ()}
    assert set(as_plain(made)) == set(READ)
