"""The texts of facts read as the front matter of a posting would."""

from datetime import date

import pytest

from jdgen.ingest.stated import has_reader, read_value, state
from jdgen.text.place import Place


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("title", "RN", "RN"),
        ("location", "Denver, CO", Place("Denver", "CO")),
        ("location", "Denver", None),
        ("workplace", "on-site", "onsite"),
        ("posted", "2026-11-22T08:00:00+00:00", date(2026, 11, 22)),
        ("posted", "soon", None),
        ("closes", "12/31/2026 4:30 PM Central", date(2026, 12, 31)),
        ("closes", "December 31, 2026 at 11:59 p.m.", date(2026, 12, 31)),
        ("closes", "Open until filled", "until filled"),
        ("closes", "12/31/2026", date(2026, 12, 31)),
        ("employer.size", "2,300", 2300),
        ("openings", "several", None),
    ],
)
def test_a_text_is_read_by_its_field(field: str, text: str, value: object) -> None:
    assert read_value(field, text) == value


def test_only_some_fields_can_fail() -> None:
    assert has_reader("pay")
    assert not has_reader("title")


def test_a_fact_keeps_its_text_and_place() -> None:
    assert (state("openings", "two", 3, 6).text, state("openings", "two", 3, 6).start) == ("two", 3)


@pytest.mark.parametrize("typed", ["Wash. D.C.", "Wash., D.C.", "wash dc", "Washington, D.C."])
def test_the_capital_may_be_abbreviated(typed: str) -> None:
    assert state("location", typed, 0, len(typed)).value == Place("Washington", "DC")
