"""States by every common spelling."""

import pytest

from jdgen.text.problem import Problem
from jdgen.text.states import STATES, find_state, parse_state, state_name


def test_there_are_fifty_states_a_district_and_five_territories():
    assert len(STATES) == 56


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CO", "CO"),
        ("co", "CO"),
        ("Colorado", "CO"),
        (" colorado ", "CO"),
        ("Colo.", "CO"),
        ("D.C.", "DC"),
        ("Washington DC", "DC"),
        ("N.Y.", "NY"),
        ("new  york", "NY"),
        ("U.S. Virgin Islands", "VI"),
        ("Virgin Islands", "VI"),
        ("Colrado", None),
        ("", None),
    ],
)
def test_a_state_is_found_by_its_spellings(text, expected):
    assert expected == find_state(text)


@pytest.mark.parametrize("postal", STATES)
def test_every_state_is_found_by_its_own_name(postal):
    assert postal == find_state(state_name(postal)) == find_state(postal)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CO", "CO"),
        ("Colorado", "did you mean `CO`, Colorado?"),
        ("Kolorado", "did you mean `CO`, Colorado?"),
        ("n.y.", "did you mean `NY`, New York?"),
        ("ZZ", "write the two letters of a state, such as `CO`"),
        ("", "write the two letters of a state, such as `CO`"),
    ],
)
def test_where_only_two_letters_will_do_the_closest_ones_are_named(text, expected):
    outcome = parse_state(text)

    assert expected == (outcome.hint if isinstance(outcome, Problem) else outcome)
