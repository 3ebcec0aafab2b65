from datetime import date

import pytest
from pydantic import ValidationError

from jdgen.load.records import as_record
from jdgen.model.record import stated
from jdgen.model.requisition import Requisition


def test_a_requisition_needs_a_specialization_only() -> None:
    requisition = as_record({"specialization": "rn"}, Requisition)

    given = stated(requisition)
    assert given == {"specialization": "rn"}
    assert requisition.openings == 1


@pytest.mark.parametrize(("typed", "expected"), [("until filled", "until filled"), ("2026-12-31", date(2026, 12, 31))])
def test_it_closes_on_a_day_or_when_filled(typed: str, expected: object) -> None:
    assert expected == as_record({"specialization": "rn", "closes": typed}, Requisition).closes


@pytest.mark.parametrize("typed", ["soon", "never", ""])
def test_it_closes_at_nothing_else(typed: str) -> None:
    with pytest.raises(ValidationError):
        as_record({"specialization": "rn", "closes": typed}, Requisition)


@pytest.mark.parametrize("openings", ["0", "-1", "1000", "2.5", "two"])
def test_openings_are_a_small_whole_number(openings: str) -> None:
    with pytest.raises(ValidationError):
        as_record({"specialization": "rn", "openings": openings}, Requisition)


@pytest.mark.parametrize("name", ["location", "settings", "other_compensation"])
def test_one_of_many_may_stand_alone(name: str) -> None:
    requisition = as_record({"specialization": "rn", name: "Ely, MN"}, Requisition)

    assert len(getattr(requisition, name)) == 1
