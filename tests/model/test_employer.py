import pytest

from jdgen.load.records import as_record
from jdgen.model.employer import Apply, Contact, Employer


def test_an_employer_needs_a_name_only() -> None:
    employer = as_record({"name": "Acme Care"}, Employer)

    assert employer.called == "Acme Care"
    assert not employer.apply
    assert not employer.accommodation


def test_the_short_name_is_what_it_is_called() -> None:
    assert Employer(name="Acme Care of the Rockies", short_name="Acme").called == "Acme"


@pytest.mark.parametrize("part", ["name", "email", "phone"])
def test_a_contact_is_known_by_any_part(part: str) -> None:
    assert as_record({part: "a@b.example"}, Contact)
    assert not Contact()


@pytest.mark.parametrize(
    ("part", "value"),
    [("url", "https://a.example"), ("email", "a@b.example"), ("phone", "1"), ("instructions", "Come by.")],
)
def test_a_way_to_apply_is_known_by_any_part(part: str, value: str) -> None:
    assert as_record({part: value}, Apply)
    assert not Apply()


def test_one_place_may_stand_alone() -> None:
    alone, listed = (as_record({"name": "A", "location": place}, Employer) for place in ("Ely, MN", ["Ely, MN"]))

    assert alone == listed
