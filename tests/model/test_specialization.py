import pytest
from pydantic import ValidationError

from jdgen.load.records import as_record
from jdgen.model.specialization import Occupation, Responsibility

DUTY = {"id": "plan", "text": "Plan care.", "function": "plan", "rhythm": "daily"}


def test_a_duty_is_essential_unless_it_says_otherwise() -> None:
    assert as_record(DUTY, Responsibility).essential
    assert not as_record(DUTY | {"essential": "false"}, Responsibility).essential


@pytest.mark.parametrize(
    ("field", "value"), [("function", "sell"), ("rhythm", "yearly"), ("id", "Not A Slug"), ("text", "")]
)
def test_a_duty_is_tagged_with_known_words(field: str, value: str) -> None:
    with pytest.raises(ValidationError, match=field):
        as_record(DUTY | {field: value}, Responsibility)


@pytest.mark.parametrize("code", ["21-1022", "211022.00", "21-1022.0", "x"])
def test_an_occupation_has_a_whole_code(code: str) -> None:
    with pytest.raises(ValidationError):
        as_record({"code": code, "title": "Nurse"}, Occupation)
