"""Facts as the rules look them up."""

import pickle

import pytest

from jdgen.audit.lookup import Lookup, ProfileFact

CLINIC = ProfileFact("clinic", "Clinic Case Manager", ("Clinic Case Manager",), (), (), "29-1141")


@pytest.mark.parametrize(
    ("lookup", "name", "expected"),
    [
        (Lookup(profiles={"clinic": CLINIC}), "clinic", CLINIC),
        (Lookup(profiles={"clinic": CLINIC}), "hospital", None),
        (Lookup(profiles={"clinic": CLINIC}), None, None),
        (Lookup(profiles={"clinic": CLINIC}), "", None),
        (Lookup(), "clinic", None),
    ],
)
def test_a_profile_is_found_by_its_id(lookup: Lookup, name: str | None, expected: ProfileFact | None) -> None:
    assert lookup.profile(name) is expected


def test_an_empty_one_knows_nothing() -> None:
    lookup = Lookup()

    assert (lookup.credentials, lookup.titles, lookup.compacts, lookup.pay_laws, lookup.wages, lookup.clauses) == (
        (),
    ) * 6


def test_it_can_be_kept_between_runs() -> None:
    lookup = Lookup(profiles={"clinic": CLINIC})

    kept = pickle.loads(pickle.dumps(lookup)).profile("clinic")  # noqa: S301 - our own bytes

    assert (kept.id, kept.title, kept.titles, kept.soc) == (CLINIC.id, CLINIC.title, CLINIC.titles, CLINIC.soc)
