"""ZIP codes and their states."""

import pytest

from jdgen.text.postal_codes import format_postal_code, restore_zeros, states_of
from jdgen.text.states import STATES

# One code of every state, as its capital or largest city has it.
CAPITALS = {
    "AL": "36104",
    "AK": "99801",
    "AZ": "85001",
    "AR": "72201",
    "CA": "95814",
    "CO": "80202",
    "CT": "06103",
    "DE": "19901",
    "DC": "20001",
    "FL": "32301",
    "GA": "30303",
    "HI": "96813",
    "ID": "83702",
    "IL": "62701",
    "IN": "46225",
    "IA": "50309",
    "KS": "66603",
    "KY": "40601",
    "LA": "70802",
    "ME": "04330",
    "MD": "21401",
    "MA": "02201",
    "MI": "48933",
    "MN": "55102",
    "MS": "39205",
    "MO": "65101",
    "MT": "59623",
    "NE": "68502",
    "NV": "89701",
    "NH": "03301",
    "NJ": "08608",
    "NM": "87501",
    "NY": "12207",
    "NC": "27601",
    "ND": "58501",
    "OH": "43215",
    "OK": "73102",
    "OR": "97301",
    "PA": "17101",
    "RI": "02903",
    "SC": "29217",
    "SD": "57501",
    "TN": "37219",
    "TX": "78701",
    "UT": "84111",
    "VT": "05602",
    "VA": "23219",
    "WA": "98507",
    "WV": "25301",
    "WI": "53703",
    "WY": "82001",
    "PR": "00901",
    "VI": "00802",
    "GU": "96910",
    "AS": "96799",
    "MP": "96950",
}


@pytest.mark.parametrize("state", STATES)
def test_every_state_owns_the_code_of_its_capital(state):
    assert state in states_of(CAPITALS[state])


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("80204", ("CO",)),
        ("10001-1234", ("NY",)),
        ("06390", ("CT", "NY")),
        ("83414", ("ID", "WY")),
        ("42223", ("KY", "TN")),
        ("00000", ()),
        ("09001", ()),
    ],
)
def test_a_code_belongs_to_the_states_of_its_prefix(code, expected):
    assert expected == states_of(code)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("80204", "80204"), ("80204-1234", "80204-1234"), ("802041234", "80204-1234"), ("8020", None), ("80204-12", None)],
)
def test_a_code_has_five_or_nine_digits(typed, expected):
    assert expected == format_postal_code(typed)


@pytest.mark.parametrize(
    ("typed", "state", "expected"),
    [
        ("2134", "MA", "02134"),
        ("901", "PR", "00901"),
        ("2134-1234", "MA", "02134-1234"),
        ("2134", "CO", None),
        ("02134", "MA", None),
    ],
)
def test_lost_zeros_come_back_only_where_they_make_a_code_of_the_state(typed, state, expected):
    assert expected == restore_zeros(typed, state)
