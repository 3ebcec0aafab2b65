"""Where the properties of JSON-LD stand in a file."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgen.audit.markup_spans import Path, end_of, span_of

SOURCE = """<p>"title": not this</p>
{
  "description": "say \\"title\\": here",
  "hiringOrganization": {"name": "Larch", "logo": {"url": "/l.png"}},
  "employmentType": ["FULL_TIME", "PRN"],
  "places": [{"city": "Boise"}, {"city": "Reno"}],
  "title": "Case Manager",
  "name": 7
}
"""
START = SOURCE.index("{")


def shown(*path: str | int) -> str:
    start, end = span_of(SOURCE, START, path)
    return SOURCE[start:end]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("title",), "Case Manager"),
        (("name",), "7"),
        (("hiringOrganization", "name"), "Larch"),
        (("employmentType", 1), "PRN"),
        (("places", 1, "city"), "Reno"),
    ],
)
def test_a_value_is_found_at_its_path_and_not_where_its_name_is_quoted(path: Path, expected: str) -> None:
    assert shown(*path) == expected
    assert span_of(SOURCE, START, path)[0] > SOURCE.index(f'"{path[0]}"', START)


def test_an_object_is_shown_by_its_name() -> None:
    assert shown("hiringOrganization", "logo") == "logo"


def test_an_object_in_a_list_is_shown_by_the_name_of_the_list() -> None:
    assert shown("places", 1) == "places"


def test_a_long_text_is_shown_by_its_name() -> None:
    source = json.dumps({"title": "Nurse", "description": "word " * 100})
    start, end = span_of(source, 0, ("description",))

    assert source[start:end] == "description"


def test_a_property_that_is_missing_is_shown_by_what_should_hold_it() -> None:
    assert shown("hiringOrganization", "sameAs", 0) == "hiringOrganization"


def test_without_any_of_the_path_the_object_begins() -> None:
    assert span_of(SOURCE, START, ("datePosted",)) == (START, START)


def test_an_empty_text_is_shown_with_its_quotes() -> None:
    assert span_of('{"title": ""}', 0, ("title",)) == (10, 12)


def test_the_end_of_what_is_no_value_is_its_start() -> None:
    assert end_of("no json", 0) == 0
    assert end_of(SOURCE, START) == SOURCE.rindex("}") + 1


def test_broken_json_only_costs_precision() -> None:
    assert span_of('{"title": "Nurse", "pay": }', 0, ("pay",)) == (0, 0)


SCALARS = st.none() | st.booleans() | st.integers() | st.text(max_size=20)


@given(
    st.recursive(
        SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    )
)
def test_every_member_of_any_json_is_found_where_it_stands(value: object) -> None:
    source = json.dumps({"before": [1, {"wanted": 2}], "wanted": value}, indent=1)
    start, end = span_of(source, 0, ("wanted",))
    quoted = f'"{source[start:end]}"'

    assert (
        source[start:end] == "wanted"
        or json.loads(source[start:end] if not isinstance(value, str) or not value else quoted) == value
    )
