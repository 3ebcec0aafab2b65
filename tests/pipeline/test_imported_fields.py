"""Fields of an old front matter: kept where a posting has them, named where it has not."""

from typing import Any

import pytest

from jdgen.ingest.reader import read_document
from jdgen.pipeline.imported_fields import Fields, front_matter_fields


def fields(typed: str, facts: dict[str, Any] | None = None, path: str = "a.md") -> Fields:
    """Return the fields of a file that has these lines on top."""
    document = read_document(f"---\n{typed}---\n\nWe hire.\n".encode(), path)
    return front_matter_fields(document, facts or {"title": "RN"})


def test_a_field_of_ours_is_kept_as_it_stands() -> None:
    found = fields("benefits: [Dental, Vision]\nspecialization: hospital\ntitle: LPN\n")

    assert found == Fields({"benefits": ["Dental", "Vision"], "specialization": "hospital"}, ())


def test_a_field_that_does_not_fit_or_is_not_ours_is_named() -> None:
    found = fields("flsa: maybe\nlayout: post\nempty:\njdgen: 1\ncity: Denver\nstate: CO\npay_range: lots\n")

    assert (found.kept, found.lost) == ({}, ("flsa", "layout"))
    assert found.note() == "of the old front matter, `flsa` and `layout` did not go into the posting file"


def test_a_field_that_was_read_as_one_of_ours_is_not_lost() -> None:
    assert fields("req_id: CR-1\nJob-Title: RN\n", {"title": "RN", "id": "CR-1"}).lost == ()


def test_many_names_are_counted() -> None:
    note = fields("".join(f"x{number}: 1\n" for number in range(9))).note()

    assert note is not None
    assert "`x5` and 3 more did not go" in note


@pytest.mark.parametrize("typed", ["- a\n- b\n", "a: [\n", ""])
def test_a_broken_or_empty_front_matter_has_no_fields(typed: str) -> None:
    found = fields(typed)

    assert (found, found.note()) == (Fields({}, ()), None)
    assert fields(typed, path="a.html") == Fields({}, ())
