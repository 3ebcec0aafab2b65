"""A place in parts with a label each, and the parts of New York City."""

import pytest

from jdgen.ingest.reader import read_document
from jdgen.ingest.recovery_words import recovery_table


def places(text: str, path: str = "a.md") -> list[tuple[str, str, str | None] | None]:
    """Return city, state and code of the places of a posting, None for one that could not be read."""
    found = read_document(f"# Case Manager\n\n{text}\n\nYou visit people at home.\n".encode(), path).places
    return [(one.value.city, one.value.state, one.value.postal_code) if one.value else None for one in found]


@pytest.mark.parametrize("path", ["a.md", "a.txt"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("City: Denver State: CO", ("Denver", "CO", None)),
        ("City: Denver\nState: CO", ("Denver", "CO", None)),
        ("City: Denver\n\nState: Colorado\n\nZip: 80204", ("Denver", "CO", "80204")),
        ("Location - City: Newark; State: New Jersey; Zip: 07102", ("Newark", "NJ", "07102")),
        ("City: Newark | State: N.J. | Zip Code: 07102", ("Newark", "NJ", "07102")),
        ("City: St. Paul, State: MN Pay: $30 an hour", ("St. Paul", "MN", None)),
    ],
)
def test_city_and_state_with_labels_of_their_own_are_one_place(
    text: str, expected: tuple[str, str, str | None], path: str
) -> None:
    assert places(text, path) == [expected]


@pytest.mark.parametrize("text", ["City: Denver State: Unknown", "City: Denver\n\nDuties\n\nState: CO", "City: Boulder, Denver State: CO"])  # fmt: skip
def test_what_is_no_state_or_stands_apart_is_not_joined(text: str) -> None:
    assert places(text)[0] is None


def test_rows_of_a_table_are_joined_and_the_place_knows_where_it_stands() -> None:
    document = read_document(b"# Nurse\n\n| City | Denver |\n|---|---|\n| State | CO |\n", "a.md")
    (place,) = document.places

    assert (place.value.city, place.value.state) == ("Denver", "CO")
    assert document.source[place.start :].startswith("Denver |")
    assert document.source[: place.end].endswith("| CO")


def test_every_borough_is_a_place_of_new_york_where_a_label_asks_for_one() -> None:
    boroughs = recovery_table()["places"]["boroughs"]

    assert boroughs
    assert {name: places(f"Location: {name}") for name in boroughs} == {name: [(name, "NY", None)] for name in boroughs}


@pytest.mark.parametrize("text", ["Manhattan", "Queens of the road", "You drive in Brooklyn."])
def test_a_borough_in_other_words_is_no_place(text: str) -> None:
    assert places(text) == []


def test_a_borough_is_left_open_where_another_state_is_named() -> None:
    assert places("Location: Manhattan\n\nA license of Kansas is required.") == [None]


@pytest.mark.parametrize("name", ["Chicagoland", "Bay Area", "DMV area", "Tri-State Area", "Greater Boston Area"])
def test_a_region_is_kept_and_not_guessed(name: str) -> None:
    assert places(f"Location: {name}") == [None]
