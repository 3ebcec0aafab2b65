"""What somebody meant to type."""

import pytest

from jdgen.text.closest import closest, did_you_mean

FIELDS = ("certifications", "qualifications", "pay", "reports_to")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("certification", "certifications"),
        ("Qualification", "qualifications"),
        ("reports-to", "reports_to"),
        ("report to", "reports_to"),
        ("banana", None),
        ("", None),
        ("c" * 1000, None),
    ],
)
def test_the_closest_choice_is_found(word, expected):
    assert expected == closest(word, FIELDS)


def test_a_hint_asks_for_the_closest_choice():
    assert did_you_mean("pai", FIELDS) == "did you mean `pay`?"
    assert did_you_mean("banana", FIELDS) is None


def test_the_order_of_the_choices_does_not_matter():
    assert closest("ab", ["ac", "ad"]) == closest("ab", ["ad", "ac"])
